/** What goes wrong in translations: how each kind is made, and by which findings a reader would learn of it. */
import {pick} from './random.js';
import {cardIn, cardName, fill, neighbours, strangeLetters, words, type Values} from './words.js';

export interface Clause {
  readonly topic: number;
  readonly template: (language: string) => string;
  readonly values: Values;
}

export interface Asked {
  readonly clause: Clause;
  readonly language: string;
  /** As it stands without the defect. */
  readonly right: string;
  readonly random: () => number;
  /** Another clause of the same text. */
  readonly other: string;
}

/** `undefined` where this clause cannot have it. */
export type Change = (asked: Asked) => string | undefined;

export interface Kind {
  readonly name: string;
  /** The codes that tell of it. */
  readonly codes: readonly string[];
  readonly change: Change;
  /** In which texts: a translation, the original where there are several translations, or all of them. */
  readonly where?: 'original' | 'everywhere';
  /** A finding anywhere in the text tells of it. */
  readonly anyLine?: boolean;
  /** Needs numbered sections. */
  readonly numbered?: boolean;
}

const withValue =
  (key: keyof Values, other: (values: Values, random: () => number) => Values[keyof Values]): Change =>
  ({clause, language, random}) => {
    const template = clause.template(language);
    return template.includes(`{${key}}`)
      ? fill(template, language, {...clause.values, [key]: other(clause.values, random)})
      : undefined;
  };

const isEastern = (language: string): boolean => /^(?:ja|zh)/u.test(language);
const changed = (right: string, made: string): string | undefined => (made === right ? undefined : made);

const days: Change = withValue('days', ({days: from}, random) => from + pick(random, [7, 10, 30, 15]));
const money: Change = withValue('money', ({money: from}, random) => from * 10 + pick(random, [0, 1]));
const pct: Change = withValue('pct', ({pct: from}) => from + 5);
const mail: Change = withValue('mail', ({mail: from}, random) =>
  random() < 0.5 ? `hello${from.slice(from.indexOf('@'))}` : from.replace('.example', '.test'),
);
const date: Change = withValue('date', ({date: from}, random) =>
  random() < 0.5 ? from.replace(/\d\d$/u, (day) => (day === '11' ? '12' : '11')) : from.replace('2026', '2025'),
);

const wordsIn = (text: string): string[] => text.match(/(?<![\p{L}\p{M}])\p{Ll}{5,}(?![\p{L}\p{M}])/gu) ?? [];

const twice: Change = ({right, language, random}) => {
  const all = right.match(/(?<= )\p{Ll}{2,}(?= \p{L})/gu) ?? [];
  if (isEastern(language) || all.length === 0) return undefined;
  const word = pick(random, all);
  return right.replace(` ${word} `, ` ${word} ${word} `);
};

export const kinds: readonly Kind[] = [
  {name: 'period', codes: ['figures-differ'], change: days},
  {name: 'amount', codes: ['figures-differ'], change: money},
  {name: 'percentage', codes: ['figures-differ'], change: pct},
  {
    name: 'article of a law',
    codes: ['figures-differ'],
    change: withValue('art', ({art}) => (art === 21 ? 12 : 21)),
  },
  {name: 'day', codes: ['figures-differ', 'other-date'], change: date},
  {name: 'e-mail address', codes: ['contacts-differ', 'links-differ'], change: mail},
  {
    name: 'telephone number',
    codes: ['contacts-differ', 'links-differ'],
    change: withValue('phone', ({phone}) => phone.replace(/\d\d$/u, (end) => (end === '77' ? '78' : '77'))),
  },
  {
    name: 'postal address',
    codes: ['figures-differ', 'contacts-differ'],
    change: withValue('addr', ({addr}, random) =>
      random() < 0.5 ? addr.replace(/ \d+,/u, ' 95,') : addr.replace(/, (\d)(\d)/u, ', $2$1'),
    ),
  },
  {
    name: 'half a clause',
    codes: ['length-differs'],
    change: ({right, language}) => {
      const sentences = right.match(isEastern(language) ? /[^。]+。/gu : /.+?[.!?](?:\s|$)/gu) ?? [];
      return sentences.length === 2 && right.length > (isEastern(language) ? 40 : 120)
        ? sentences[0]?.trim()
        : undefined;
    },
  },
  {
    name: 'more than the original',
    codes: ['length-differs'],
    change: ({right, other, language}) =>
      other.length > right.length * 1.5 && /[.。]$/u.test(right)
        ? `${right}${isEastern(language) ? '' : ' '}${other}`
        : undefined,
  },
  {
    name: 'the text of another clause',
    codes: ['translated-as-another'],
    change: ({right, other}) => (/[{}*[\]\d]/u.test(other + right) ? undefined : other),
  },
  {
    name: 'the term in another way',
    codes: ['term-differs', 'annotations-differ'],
    change: ({clause, language, right}) => {
      const template = clause.template(language);
      return template.includes(words.get(language)?.forbidden ?? '-')
        ? undefined
        : changed(right, fill(template, language, clause.values, true));
    },
  },
  {
    name: 'a forbidden term',
    codes: ['forbidden-term'],
    change: ({clause, language, right}) => {
      const template = clause.template(language);
      return template.includes(words.get(language)?.forbidden ?? '-')
        ? changed(right, fill(template, language, clause.values, true))
        : undefined;
    },
  },
  {
    name: 'a name translated',
    codes: ['translated-name'],
    change: ({right, language}) => changed(right, right.replace(cardName, cardIn[language] ?? cardName)),
  },
  {
    name: 'emphasis lost',
    codes: ['emphasis-differs'],
    change: ({right}) => changed(right, right.replaceAll('**', '')),
  },
  {
    name: 'a break lost',
    codes: ['breaks-differ'],
    change: ({right, language}) => changed(right, right.replace('\\\n', isEastern(language) ? '' : ' ')),
  },
  {
    name: 'a bracket left open',
    codes: ['unbalanced-mark'],
    change: ({right}) => (right.includes('](') ? undefined : changed(right, right.replace(/[)）]/u, ''))),
  },
  {
    name: 'a quotation mark left out',
    codes: ['unbalanced-mark'],
    change: ({right, language}) =>
      /[「」]/u.test(right)
        ? right.replace('」', '')
        : changed(
            right,
            right.replace(language === 'de' || language === 'cs' || language === 'sk' ? '“' : /[”»]/u, ''),
          ),
  },
  {name: 'a word twice', codes: ['doubled-word'], change: twice},
  {
    name: 'a space twice',
    codes: ['doubled-space'],
    change: ({right, language}) =>
      isEastern(language) ? undefined : changed(right, right.replace(/(\p{Ll}{3}) (\p{Ll}{3})/u, '$1  $2')),
  },
  {
    name: 'no end of the sentence',
    codes: ['ends-differ'],
    change: ({right}) => changed(right, right.replace(/[.。]$/u, '')),
  },
  {
    name: 'a strange letter',
    codes: ['strange-letter', 'mixed-scripts'],
    change: ({right, language, random}) => {
      const plain = right.replace(/\[.*?\]\(.*?\)|\S+@\S+/gu, (found) => ' '.repeat(found.length));
      const fitting = (strangeLetters[language] ?? []).filter(([home]) => plain.includes(home));
      if (fitting.length === 0) return undefined;
      const [home, strange] = pick(random, fitting);
      const at = plain.indexOf(home, 3);
      return at < 0 ? undefined : right.slice(0, at) + strange + right.slice(at + 1);
    },
  },
  {
    name: 'left in a neighbour’s language',
    codes: ['foreign-clause', 'untranslated-clause', 'mixed-scripts', 'strange-letter'],
    change: ({clause, language, random}) => {
      const near = neighbours[language];
      if (near === undefined) return undefined;
      const neighbour = pick(random, near);
      const made = fill(clause.template(neighbour), neighbour, clause.values);
      return made.length < (isEastern(language) ? 20 : 60) ? undefined : made;
    },
  },
  {
    name: 'left in English',
    codes: ['foreign-clause', 'untranslated-clause'],
    change: ({clause, language}) => (language === 'en' ? undefined : fill(clause.template('en'), 'en', clause.values)),
  },
  {
    name: 'no such section',
    codes: ['dead-reference', 'unknown-section'],
    change: withValue('ref', (_, random) => pick(random, ['9', '7.4', '12'])),
    where: 'everywhere',
    numbered: true,
  },
  {
    name: 'no such annex',
    codes: ['dead-reference', 'unknown-section'],
    change: withValue('annex', (_, random) => pick(random, ['C', 'D'])),
    where: 'everywhere',
  },
  {
    name: 'a link elsewhere',
    codes: ['links-differ'],
    change: ({right, random}) => changed(right, right.replace('/plan)', pick(random, ['/map)', '/plan/2019)']))),
  },
  {
    name: 'a blank to fill in',
    codes: ['placeholder'],
    change: ({clause, language, random}) => {
      const template = clause.template(language);
      const found = /\{(?:mail|phone|money|date|addr)\}/u.exec(template)?.[0];
      return found === undefined
        ? undefined
        : fill(template, language, clause.values).length > 0
          ? fill(template.replace(found, pick(random, ['XXXX', '[…]', '{{value}}', '____'])), language, clause.values)
          : undefined;
    },
  },
  {
    name: 'a clause missing',
    codes: ['missing-clause', 'missing-clauses', 'clauses-differ', 'sections-differ'],
    change: () => '',
    anyLine: true,
  },
  {
    name: 'the original is wrong',
    codes: ['figures-differ', 'contacts-differ', 'links-differ', 'other-date'],
    change: (asked) => days(asked) ?? money(asked) ?? pct(asked) ?? mail(asked) ?? date(asked),
    where: 'original',
  },
  {
    name: 'the same in two ways',
    codes: ['translated-two-ways'],
    change: ({right, other, random, language}) => {
      const [own, others] = [wordsIn(right), wordsIn(other)];
      if (isEastern(language) || own.length === 0 || others.length === 0) return undefined;
      const word = new RegExp(`(?<![\\p{L}\\p{M}])${pick(random, own)}(?![\\p{L}\\p{M}])`, 'u');
      return changed(right, right.replace(word, pick(random, others)));
    },
  },
  {
    name: 'the body of another policy',
    codes: ['other-policy', 'sections-differ', 'clauses-differ'],
    change: () => undefined,
    anyLine: true,
  },
];
