/**
 * Languages that detectors take for one another, told apart by words that only one of them has.
 * Where neither's words stand, or as many of each, nobody can say.
 */
import type {LanguageTag} from '../../policy/bundle.js';

interface Neighbours {
  /** In whose texts a detector finds one of these. */
  readonly found: readonly string[];
  /** Whole words, in small letters, that the other one does not have. */
  readonly words: Readonly<Record<LanguageTag, readonly string[]>>;
}

const neighbours: readonly Neighbours[] = [
  {
    found: ['no', 'nb', 'nn'],
    words: {
      nb: (
        'hvis hva hvem hvor hvordan hvilke hvilken hvorfor ikke jeg noe noen fra mer være deres våre en ' +
        'enn også de uten sammen selv'
      ).split(' '),
      nn: (
        'viss kva kven kvar korleis kva ikkje eg noko nokon frå meir vere dykkar våre ein eit òg dei utan ' +
        'saman sjølv me'
      ).split(' '),
    },
  },
  {
    found: ['id', 'ms'],
    words: {
      // “anda”, “kepada”, “termasuk” and “berlaku” are everyday words of both.
      id: (
        'karena bisa informasi kebijakan layanan pribadi akun situs telepon mengunjungi bahwa perusahaan ' +
        'kapan resmi'
      ).split(' '),
      ms: (
        'kerana maklumat perkhidmatan peribadi akaun telefon melawat e-mel sekiranya ialah bahawa syarikat ' +
        'bila-bila tarikh sahaja notis rasmi'
      ).split(' '),
    },
  },
];

export interface NeighbourGuess {
  readonly language: LanguageTag;
  /** Whether its own words are clearly more than its neighbour's. */
  readonly sure: boolean;
  /** The one that it might be instead. */
  readonly other: LanguageTag;
}

/** Which of its neighbours a text is in that a detector found to be in `found`; nothing where it has none. */
export function tellNeighbours(found: string, text: string): NeighbourGuess | undefined {
  const pair = neighbours.find((each) => each.found.includes(found));
  if (pair === undefined) return undefined;
  const words = text.toLowerCase().match(/[\p{L}\p{M}-]+/gu) ?? [];
  const counted = Object.entries(pair.words)
    .map(([language, own]) => {
      const others = Object.entries(pair.words).flatMap(([tag, list]) => (tag === language ? [] : list));
      const telling = new Set(own.filter((word) => !others.includes(word)));
      return {language, count: words.filter((word) => telling.has(word)).length};
    })
    .sort((a, b) => b.count - a.count);
  const [first, second] = counted;
  if (first === undefined || second === undefined) return undefined;
  return {language: first.language, other: second.language, sure: first.count > 2 * second.count};
}
