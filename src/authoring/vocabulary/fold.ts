/**
 * Text as words are compared: small letters with composed marks, one kind of hyphen, apostrophe and space; no vowel
 * signs or lengthening strokes in Arabic, no accents in Greek (capitals have none), Romanian's ş and ţ as ș and ț, and
 * one i: a Turkish I is a small ı, an English one a small i, and nobody knows which language a word is in.
 */
export interface Folded {
  readonly text: string;
  /** For each unit of the folded text, and for its end, where it begins in the original. */
  readonly starts: readonly number[];
}

export function fold(original: string): Folded {
  const starts: number[] = [];
  let text = '';
  for (const {0: cluster, index} of original.matchAll(/\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const folded = foldCluster(cluster);
    for (let unit = 0; unit < folded.length; unit++) starts.push(index);
    text += folded;
  }
  starts.push(original.length);
  return {text, starts};
}

export const foldText = (original: string): string => fold(original).text;

const plain = /^[a-z0-9]$/;

function foldCluster(cluster: string): string {
  if (plain.test(cluster)) return cluster;
  if (/^\s/.test(cluster)) return ' ';
  const small = cluster
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u2019/g, "'")
    .replace(/ş/g, 'ș')
    .replace(/ţ/g, 'ț')
    .replace(/ς/g, 'σ')
    .replace(/i\u0307|ı/g, 'i')
    // eslint-disable-next-line no-misleading-character-class -- each by itself: a lengthener, vowels, a soft hyphen
    .replace(/[\u0640\u064b-\u0652\u00ad]/g, '');
  return /^\p{Script=Greek}/u.test(small) ? small.normalize('NFD').replace(/\p{M}+/gu, '') : small;
}
