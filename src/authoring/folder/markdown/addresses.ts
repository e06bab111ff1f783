/**
 * GFM's bare addresses, `www.example.org` and `a@example.org`, become links. One with a backslash, `a\@example.org`,
 * stays text.
 */
import type {Nodes, Text} from 'mdast';
import type {Extension} from 'mdast-util-from-markdown';
import {gfmAutolinkLiteralFromMarkdown} from 'mdast-util-gfm-autolink-literal';

/**
 * The package looks a second time for addresses in the finished tree, where a backslash
 * is no longer seen; so the texts that have one are kept out of its sight.
 */
export function addressesFromMarkdown(markdown: string): Extension {
  const {transforms, ...reading} = gfmAutolinkLiteralFromMarkdown();
  return {
    ...reading,
    transforms: [
      (tree) => {
        const escaped = textsIn(tree).filter(({position}) =>
          /\\[@:.]/.test(markdown.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)),
        );
        const values = escaped.map(({value}) => value);
        for (const text of escaped) text.value = '';
        for (const transform of transforms ?? []) transform(tree);
        escaped.forEach((text, index) => {
          text.value = values[index] ?? '';
        });
      },
    ],
  };
}

function textsIn(tree: Nodes): Text[] {
  const texts: Text[] = [];
  const rest: Nodes[] = [tree];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.type === 'text') texts.push(node);
    else if ('children' in node) rest.push(...node.children);
  }
  return texts;
}
