/**
 * The languages that a clause is likeliest to be left in: its text's neighbours, whose words writers hardly see, and
 * English. A detector tells them apart in one sentence, and nothing else is as likely.
 */

/** How much less likely its own language must be than the other one. */
const clearlyNear = 0.93;
/** Texts name firms, laws and settings in English. */
const clearlyEnglish = 0.7;

/** By families of languages as eld knows them. Danish and Bokmål are too near to tell. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  sv: ['no', 'da'],
  no: ['sv'],
  da: ['sv'],
  cs: ['sk', 'pl'],
  sk: ['cs', 'pl'],
  pl: ['cs', 'sk'],
  es: ['pt', 'it', 'ca'],
  pt: ['es', 'it'],
  it: ['es', 'pt'],
  ca: ['es'],
  nl: ['de'],
  de: ['nl'],
  ru: ['uk', 'bg'],
  uk: ['ru'],
  bg: ['ru'],
  sl: ['hr'],
  et: ['fi'],
  fi: ['et'],
  ja: ['zh'],
  zh: ['ja'],
};

/** Whether a clause of a text in `own` may well be left in `found`. */
export const mayBeLeftIn = (own: string, found: string): boolean =>
  found !== own && (found === 'en' || neighbours[own]?.includes(found) === true);

/** Whether it is; `share` is how likely its own language is, as a share of the one that is found. */
export function isLeftIn(found: string, share: number, words: string): boolean {
  if (found === 'en') return share < clearlyEnglish;
  const kana = words.match(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  // Japanese is hardly written without kana, and Chinese never with them.
  return share < clearlyNear && (found === 'zh' ? kana === 0 : found !== 'ja' || kana > 2);
}
