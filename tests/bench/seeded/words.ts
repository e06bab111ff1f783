/** Invented sentences of house rules, the same ones in every language, and how each language writes figures. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';

export interface Words {
  readonly title: string;
  /** A title of another policy. */
  readonly other: string;
  readonly headings: readonly string[];
  readonly annex: string;
  /** A word that the organisation does not want. */
  readonly forbidden: string;
  /** `[[right|wrong]]` is a word and another for the same, `{break}` a break of lines. */
  readonly first: readonly string[];
  /** Of other subjects and shapes: looked at only after rules were written. */
  readonly held: readonly string[];
}

const folder = join(import.meta.dirname, 'words');

export const words: ReadonlyMap<string, Words> = new Map(
  readdirSync(folder).map((name) => [
    name.replace('.yaml', ''),
    parse(readFileSync(join(folder, name), 'utf8')) as Words,
  ]),
);

/** How the organisation calls its members' card in every language. */
export const cardName = 'Tidegate Pass';

/** What a translator makes of it who does not know that. */
export const cardIn: Readonly<Record<string, string>> = {
  de: 'Gezeitenausweis',
  fr: 'Passe des marées',
  es: 'Pase de mareas',
  it: 'Pass delle maree',
  nl: 'Getijdenpas',
  sv: 'Tidvattenkort',
  nb: 'Tidevannskort',
  pl: 'Karnet pływowy',
  cs: 'Přílivová karta',
  sk: 'Prílivová karta',
  ru: 'Приливный пропуск',
  ja: '潮門パス',
  'zh-Hans': '潮门通行证',
};

/** The word in each language that one agreed on, as it begins, and as policies.yaml is told. */
export const memberWords: Readonly<Record<string, string>> = {
  en: 'membership*',
  de: 'mitgliedschaft*',
  fr: 'adhésion*',
  es: 'afiliación*',
  it: 'adesione*',
  nl: 'lidmaatschap*',
  sv: 'medlemskap*',
  nb: 'medlemskap*',
  pl: 'członkostw*',
  cs: 'členství*',
  sk: 'členstv*',
  ru: 'членств*',
  ja: '会員資格',
  'zh-Hans': '会员资格',
};

/** Letters that look at home and are not, and the ones that they stand for. */
export const strangeLetters: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  de: [
    ['ü', 'ű'],
    ['ä', 'å'],
    ['ö', 'ø'],
  ],
  fr: [
    ['é', 'ě'],
    ['e', 'ę'],
    ['c', 'č'],
  ],
  es: [
    ['ó', 'ő'],
    ['i', 'ı'],
    ['a', 'ą'],
  ],
  it: [
    ['e', 'ė'],
    ['a', 'å'],
    ['o', 'ø'],
  ],
  nl: [
    ['e', 'ę'],
    ['a', 'å'],
    ['o', 'ø'],
  ],
  sv: [
    ['ö', 'ø'],
    ['ä', 'æ'],
    ['a', 'ă'],
  ],
  nb: [
    ['ø', 'ö'],
    ['a', 'ą'],
    ['e', 'ě'],
  ],
  pl: [
    ['ż', 'ž'],
    ['ą', 'ä'],
    ['ś', 'š'],
  ],
  cs: [
    ['ě', 'ê'],
    ['ů', 'û'],
    ['š', 'ş'],
  ],
  sk: [
    ['š', 'ş'],
    ['á', 'ă'],
    ['ž', 'ż'],
  ],
  ru: [
    ['и', 'і'],
    ['е', 'є'],
    ['ы', 'ў'],
  ],
};

/** Whose sentence a text may have been left with. */
export const neighbours: Readonly<Record<string, readonly string[]>> = {
  sv: ['nb'],
  nb: ['sv'],
  cs: ['sk'],
  sk: ['cs', 'pl'],
  pl: ['cs'],
  es: ['it'],
  it: ['es'],
  nl: ['de'],
  ja: ['zh-Hans'],
  'zh-Hans': ['ja'],
};

export interface Values {
  readonly days: number;
  readonly money: number;
  readonly pct: number;
  readonly art: number;
  readonly date: string;
  readonly mail: string;
  readonly phone: string;
  readonly addr: string;
  readonly ref: string;
  readonly annex: string;
}

/** A sentence with its figures as its language writes them. */
export function fill(sentence: string, language: string, values: Values, wrong = false): string {
  const number = (options: Intl.NumberFormatOptions, value: number): string =>
    new Intl.NumberFormat(language, options).format(value);
  const written: Readonly<Record<string, string>> = {
    ...values,
    days: number({}, values.days),
    money: number({style: 'currency', currency: 'EUR'}, values.money),
    pct: number({style: 'percent'}, values.pct / 100),
    art: String(values.art),
    date: new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(values.date)),
    name: cardName,
    break: '\\\n',
  };
  return sentence
    .replaceAll(/\[\[([^|\]]+)\|([^\]]+)\]\]/gu, (_, right: string, other: string) => (wrong ? other : right))
    .replaceAll(/\{(\w+)\}/gu, (whole, key: string) => written[key] ?? whole);
}
