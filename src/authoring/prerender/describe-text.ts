/** What a search engine shows under a page's title. */
import type {LanguageTag, Text} from '../../policy/bundle.js';
import {plainText, walk, wordsOf} from '../../policy/walk.js';

/** Characters, with the ellipsis. */
const longest = 160;

/**
 * The first paragraph that is a sentence (many a policy begins with its date alone), cut between two words;
 * empty where there is no paragraph. What stands in lists is no summary.
 */
export const describeText = (text: Text, language: LanguageTag): string => {
  const paragraphs = walk(text)
    .filter(({kind, around}) => kind === 'paragraph' && around?.kind === 'section')
    .map((part) => wordsOf(part).map(plainText).join('').replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  return cut(paragraphs.find((each) => /[.!?。！？؟।։።]["'”’»」』)]*$/u.test(each)) ?? paragraphs[0] ?? '', language);
};

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
