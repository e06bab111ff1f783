/** How long a clause is likely to be in one language, by how long it is in another. */
import type {LanguageTag} from '../../../policy/bundle.js';
import type {CheckedText, CheckedWording} from './checked-text.js';

/**
 * Letters and digits of a translation for one of the English text: estimates, used until two texts are long enough to
 * say it themselves. Where a language is not here, it is taken for as long as English.
 */
const factors: Readonly<Record<string, number>> = {
  ar: 0.8,
  bg: 1.07,
  cs: 0.97,
  da: 1.03,
  de: 1.15,
  el: 1.16,
  es: 1.13,
  fa: 0.85,
  fi: 1.07,
  fr: 1.16,
  ga: 1.1,
  he: 0.72,
  hi: 0.85,
  hr: 1,
  hu: 1.1,
  id: 1.1,
  it: 1.15,
  ja: 0.47,
  ko: 0.5,
  lt: 1.03,
  lv: 1.02,
  mt: 1.08,
  nb: 1,
  nl: 1.13,
  pl: 1.08,
  pt: 1.08,
  ro: 1.1,
  ru: 1.1,
  sk: 1,
  sl: 0.98,
  sv: 1.02,
  th: 0.8,
  tr: 1.02,
  uk: 1.05,
  vi: 0.95,
  zh: 0.31,
};

const factorOf = (language: LanguageTag): number => factors[language.split('-')[0] ?? ''] ?? 1;

/** An address is as long in every language, and says nothing of how long the words around it are. */
const addresses = /(?:https?:\/\/|www\.)\S+|(?<!\S)\S+@\S+/gu;

/** A Latin letter among Chinese ones, in a name, says as little as it does elsewhere. */
export function lettersIn(words: string, language: LanguageTag): number {
  const plain = words.replace(addresses, '');
  const letters = plain.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const factor = factorOf(language);
  if (factor >= 0.6) return letters;
  const latin = plain.match(/[\p{sc=Latin}\p{N}]/gu)?.length ?? 0;
  return letters - latin + latin * factor;
}

/** In letters that two texts have in the same clauses, so that they say by themselves how long theirs are. */
const enough = 600;

/** Letters for one of another language, by what is usual. */
export const likelyRatio = (from: LanguageTag, to: LanguageTag): number => factorOf(to) / factorOf(from);

/** Letters of `to` for one of `from`: by what both say elsewhere than in this wording, else by their languages. */
export function lengthRatio(from: CheckedText, to: CheckedText, without?: CheckedWording): number {
  const sizes = sharedSizes(from, to);
  const [own, other] = without === undefined ? [0, 0] : (sizes.byKey.get(without.key) ?? [0, 0]);
  const [all, those] = [sizes.from - own, sizes.to - other];
  const likely = likelyRatio(from.language, to.language);
  return all < enough ? likely : those / all;
}

interface Sizes {
  readonly from: number;
  readonly to: number;
  readonly byKey: ReadonlyMap<string, readonly [from: number, to: number]>;
}

const kept = new WeakMap<CheckedText, WeakMap<CheckedText, Sizes>>();

/** Of the wordings that both have. */
export function sharedSizes(from: CheckedText, to: CheckedText): Sizes {
  const known = kept.get(from) ?? new WeakMap<CheckedText, Sizes>();
  kept.set(from, known);
  const found = known.get(to);
  if (found !== undefined) return found;
  const there = new Map(to.wordings.map(({key, words}) => [key, words]));
  const byKey = new Map<string, readonly [number, number]>();
  for (const {key, words} of from.wordings) {
    const others = there.get(key);
    if (others !== undefined) byKey.set(key, [lettersIn(words, from.language), lettersIn(others, to.language)]);
  }
  const sizes = [...byKey.values()];
  const sum = (side: 0 | 1): number => sizes.reduce((all, size) => all + size[side], 0);
  const made = {from: sum(0), to: sum(1), byKey};
  known.set(to, made);
  return made;
}
