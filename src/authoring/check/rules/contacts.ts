/** E-mail addresses and telephone numbers that one language has in its words and another has otherwise. */
import {plainText} from '../../../policy/clauses.js';
import type {Inline} from '../../../policy/bundle.js';
import {warning, type Finding} from '../../findings/finding.js';
import {listAnd} from '../../findings/nearest.js';
import {westernise} from '../../recognise/written-date.js';
import {wordingsByKey, type CheckedText, type CheckedWording} from '../texts/checked-text.js';
import {differToo, findOutliers, nameAll} from './outliers.js';

interface Contact {
  /** What is the same of it however it is written. */
  readonly plain: string;
  readonly written: string;
  readonly index: number;
}

const mail = /(?<![\p{L}\p{N}.+@_-])[\w.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+/gu;
/** Chinese, Japanese and Korean write no space before it. */
const notBefore = /(?<![\p{N}./-]|[^\P{L}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])/u;
const phone = new RegExp(`${notBefore.source}(?:\\+|00|\\(?0)[\\d\\s()/.\\u2010-\\u2015-]{6,20}\\d`, 'gu');
const date = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$|^\d{4}[./-]\d{1,2}[./-]\d{1,2}$/u;
/** Digits of a number at home, without what is dialled before it from elsewhere. */
const atHome = 6;

/** The letters that lead nowhere: links are compared by where they lead. */
const unlinked = (content: readonly Inline[]): string =>
  content
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : piece.type === 'link'
          ? ' '.repeat(plainText(piece.content).length)
          : unlinked(piece.content),
    )
    .join('');

function contactsIn({content}: CheckedWording): readonly Contact[] {
  const words = unlinked(content);
  const plain = words.replace(/\p{Nd}/gu, (digit) => westernise(digit));
  return [
    ...[...plain.matchAll(mail)].map(({0: found, index}) => ({
      plain: found.toLowerCase(),
      written: words.slice(index, index + found.length),
      index,
    })),
    ...[...plain.matchAll(phone)].flatMap(({0: found, index}) => {
      const digits = found.replace(/\D/gu, '');
      return date.test(found) || digits.length < 7
        ? []
        : [{plain: digits.slice(-atHome), written: words.slice(index, index + found.length), index}];
    }),
  ];
}

export function findContacts(model: CheckedText, others: readonly CheckedText[], prevails: boolean): Finding[] {
  const byKey = new Map([model, ...others].map((text) => [text, wordingsByKey(text)]));
  return model.wordings.flatMap(({key}) => {
    const valueOf = (text: CheckedText): readonly Contact[] | undefined => {
      const wording = byKey.get(text)?.get(key);
      return wording === undefined ? undefined : contactsIn(wording);
    };
    return findOutliers(model, others, prevails, valueOf, (found) =>
      [...new Set(found.map(({plain}) => plain))].sort().join(' '),
    ).flatMap(({text, value, expected, rivals, more}) => {
      const without = (some: readonly Contact[], those: readonly Contact[]): readonly Contact[] =>
        some.filter(({plain}) => !those.some((each) => each.plain === plain));
      // What is a link there is compared as one.
      const isLinkedIn = (some: readonly CheckedText[], {written}: Contact): boolean =>
        some.some((each) => byKey.get(each)?.get(key)?.words.includes(written) === true);
      const extra = without(value, expected).filter((each) => !isLinkedIn(rivals, each));
      const missing = without(expected, value).filter((each) => !isLinkedIn([text], each));
      if (extra.length === 0 && missing.length === 0) return [];
      const quote = (some: readonly Contact[]): string => listAnd(some.map(({written}) => `“${written}”`));
      const names = nameAll(rivals.map(({name}) => name));
      const one = rivals.length === 1;
      const what =
        extra.length === 0
          ? `does not name ${quote(missing)}, which ${names} ${one ? 'does' : 'do'}`
          : missing.length === 0
            ? `names ${quote(extra)}, which ${names} ${one ? 'does' : 'do'} not`
            : `names ${quote(extra)}, and ${names} ${quote(missing)}`;
      const [first] = extra;
      const wording = byKey.get(text)?.get(key);
      return [
        warning(
          'contacts-differ',
          wording?.at(first?.index, first === undefined ? undefined : first.index + first.written.length) ?? text.at,
          `This ${what}. ${differToo(more)}Make them alike.`,
        ),
      ];
    });
  });
}
