/** Makes links of the addresses in a text that has them bare. Their letters stay the same. */
import type {Link, Nodes, PhrasingContent} from 'mdast';
import {patterns} from '../../policy/validate.js';

const ofPage = /https:\/\/[\w\-.~:/?#@!$&*+,;=%]*[\w/]/u;
const ofMail = /(?<![\w.+-])[\w.+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.[A-Za-z]{2,}(?![\w-])/u;
const address = new RegExp(`${ofPage.source}|${ofMail.source}`, 'gu');

export function linkAddresses(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'text' ? linkText(node.value) : [node]));
}

/**
 * In these and all within them, but for what is in a link already. The nodes stay themselves: attributes are known by
 * them.
 */
export function linkAddressesWithin(nodes: readonly Nodes[]): void {
  const rest: Nodes[] = [...nodes];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.type === 'link' || !('children' in node)) continue;
    rest.push(...node.children);
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
      case 'strong':
      case 'emphasis':
      case 'delete':
        node.children = linkAddresses(node.children);
    }
  }
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
