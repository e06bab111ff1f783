/** Makes links of the addresses in a plain text. Their letters stay the same. */
import type {Link, PhrasingContent} from 'mdast';
import {patterns} from '../../policy/validate.js';

const address = /https:\/\/[\w\-.~:/?#@!$&*+,;=%]*[\w/]|(?<![\w.+-])[\w.+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.[A-Za-z]{2,}(?![\w-])/gu;

export function linkAddresses(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => node.type === 'text' ? linkText(node.value) : [node]);
}

function linkText(text: string): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let done = 0;
  for (const {0: found, index} of text.matchAll(address)) {
    const url = found.startsWith('https:') ? found : `mailto:${found}`;
    if (!patterns.link.test(url)) continue;
    const link: Link = {type: 'link', url, children: [{type: 'text', value: found}]};
    if (index > done) result.push({type: 'text', value: text.slice(done, index)});
    result.push(link);
    done = index + found.length;
  }
  if (done < text.length) result.push({type: 'text', value: text.slice(done)});
  return result;
}
