/** How a text numbers its own parts: “4.” and “4.2” before headings and clauses, “Annex A”, “Article 5”. */
import {wordsOf} from '../../vocabulary/language-words.js';
import type {CheckedText} from './checked-text.js';

export interface Numbering {
  readonly section: ReadonlySet<string>;
  readonly article: ReadonlySet<string>;
  readonly annex: ReadonlySet<string>;
  /** Whether a section has `(a)`; also where it names no parts so. */
  hasPart(section: string, parts: string): boolean;
}

const leading = /^\s*(?:§\s*)?(\d{1,3}(?:\.\d{1,3})*)(?:[.)．、:\s]|$)/u;
const anyNumber = /^\P{N}{0,40}(\d{1,3}(?:\.\d{1,3})*)/u;
const part = /^\s*\(?([a-z]|[ivx]{1,5})\)\s/u;

export function numberingOf({language, wordings}: CheckedText): Numbering {
  const references = wordsOf(language)?.references;
  const [section, article, annex] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const parts = new Map<string, Set<string>>();
  let open = '';
  const begins = (words: string, kind: 'article' | 'annex' | 'section'): boolean => {
    const small = words.toLocaleLowerCase(language);
    return (
      references?.[kind].some((word) => /^\p{L}/u.test(word) && small.includes(word.toLocaleLowerCase(language))) ??
      false
    );
  };
  for (const {kind, words} of wordings) {
    if (kind === 'title') continue;
    const [, label] = leading.exec(words) ?? [];
    if (label !== undefined && (kind === 'heading' || label.includes('.') || /^\s*\d+[.)]\s/u.test(words))) {
      section.add(label);
      open = label;
    }
    const [, letter] = kind === 'heading' ? [] : (part.exec(words) ?? []);
    if (letter !== undefined && open !== '') parts.set(open, (parts.get(open) ?? new Set()).add(letter));
    if (kind !== 'heading') continue;
    const [, said] = anyNumber.exec(words) ?? [];
    if (begins(words, 'annex')) {
      for (const [each] of words.matchAll(
        /(?<!\p{sc=Latin})[A-Z](?!\p{sc=Latin})|(?<!\p{sc=Latin})[IVX]{1,5}(?!\p{sc=Latin})|\d{1,2}/gu,
      ))
        annex.add(each);
    }
    if (said !== undefined && label === undefined) {
      if (begins(words, 'article')) article.add(said);
      if (begins(words, 'section')) {
        section.add(said);
        open = said;
      }
    }
  }
  return {
    section,
    article,
    annex,
    hasPart: (base, said) => {
      const known = parts.get(base);
      const [, letter] = /\(([a-z]+)\)/u.exec(said) ?? [];
      return known === undefined || letter === undefined || known.has(letter);
    },
  };
}
