/** An HTML heading's depth and words, as a policy has them. */
import type {PhrasingContent} from 'mdast';

export const tidyHeading = (nodes: PhrasingContent[]): PhrasingContent[] => spaceNumber(unembolden(nodes));

/** A heading is bold by itself. */
function unembolden(nodes: PhrasingContent[]): PhrasingContent[] {
  const [only, ...others] = nodes;
  return only?.type === 'strong' && others.length === 0 ? only.children : nodes;
}

/** LibreOffice writes a heading's number and its words without a space. */
function spaceNumber(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = nodes;
  if (first?.type !== 'text') return nodes;
  return [
    {
      ...first,
      value: first.value.replace(/^(?:\d{1,3}\.(?:\d{1,3}\.?)*|\(\p{L}{1,3}\))(?=\p{Lu}\p{Ll}|\p{Lo})/u, '$& '),
    },
    ...others,
  ];
}

export function depthOf(tagName: string): 1 | 2 | 3 | 4 | 5 | 6 {
  switch (tagName) {
    case 'h1':
      return 1;
    case 'h2':
      return 2;
    case 'h3':
      return 3;
    case 'h4':
      return 4;
    case 'h5':
      return 5;
    default:
      return 6;
  }
}
