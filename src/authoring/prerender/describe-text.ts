/** What a search engine shows under a page's title. */
import type {Block, LanguageTag, Section, Text} from '../../policy/bundle.js';
import {plainText} from '../../policy/clauses.js';

/** Characters, with the ellipsis. */
const longest = 160;

/** The first paragraph that is a sentence (many a policy begins with its date alone), cut between two words; empty where there is no paragraph. */
export const describeText = ({sections}: Text, language: LanguageTag): string => {
  const paragraphs = sections
    .flatMap(paragraphsIn)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  return cut(paragraphs.find((text) => /[.!?。！？؟।։።]["'”’»」』)]*$/u.test(text)) ?? paragraphs[0] ?? '', language);
};

const paragraphsIn = ({blocks, sections = []}: Section): string[] => [
  ...blocks.flatMap(textOf),
  ...sections.flatMap(paragraphsIn),
];

const textOf = (block: Block): string[] => (block.type === 'paragraph' ? [plainText(block.content)] : []);

function cut(text: string, language: LanguageTag): string {
  if (text.length <= longest) return text;
  let end = 0;
  // By Unicode's rules, since Chinese puts no space between words.
  for (const {index} of segmenter(language).segment(text.slice(0, longest))) end = index;
  return `${text.slice(0, end || longest - 1).replace(/(?<![\s\p{P}])[\s\p{P}]+$/u, '')}…`;
}

const segmenter = (language: LanguageTag): Intl.Segmenter => {
  try {
    return new Intl.Segmenter(language, {granularity: 'word'});
  } catch {
    // A tag that Intl does not know: any language's rules cut between words.
    return new Intl.Segmenter('en', {granularity: 'word'});
  }
};
