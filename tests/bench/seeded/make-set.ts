/** Texts in many languages with defects put in on purpose, and others without: the same ones for the same seed. */
import {stringify} from 'yaml';
import {kinds, type Clause, type Kind} from './defects.js';
import {pick, randomFrom, shuffle} from './random.js';
import {cardName, fill, memberWords, words, type Values} from './words.js';

export interface SetOptions {
  readonly seed: number;
  /** Which sentences: those that rules may have been mended by, or those that were held back. */
  readonly sentences: 'first' | 'held';
  readonly texts: number;
  readonly defects: number;
}

export interface Defect {
  readonly kind: Kind;
  /** Where it stands: a finding in one of them tells of it. */
  readonly places: readonly {readonly file: string; readonly line: number}[];
  readonly words: string;
}

export interface SeededSet {
  readonly files: readonly {readonly path: string; readonly text: string}[];
  readonly defects: readonly Defect[];
  /** Files of policies in which nothing is wrong. */
  readonly clean: ReadonlySet<string>;
  readonly languages: readonly string[];
}

interface Policy {
  readonly id: string;
  readonly languages: readonly string[];
  readonly sections: readonly (readonly Clause[])[];
  readonly shape: 'plain' | 'numbered' | 'numbered clauses';
  readonly areLists: readonly boolean[];
  readonly isClean: boolean;
  readonly changes: Map<string, string>;
  /** Languages with the body of another policy. */
  readonly swapped: Map<string, Policy>;
  readonly taken: Set<Clause>;
}

const sizes = [12, 2, 6, 3, 4, 8];
const streets = ['Kajgatan', 'Havnegata', 'Molenkade', 'Rybna'];
const houses = ['harbour.example', 'boathouse.example'];

function valuesFrom(random: () => number, sections: number): Values {
  const digit = (): number => Math.floor(random() * 8) + 1;
  return {
    days: pick(random, [14, 21, 30, 45, 60, 90]),
    money: pick(random, [15, 18, 25, 40, 120]),
    pct: pick(random, [13, 15, 20, 35]),
    art: pick(random, [15, 17, 18, 21]),
    date: `2026-0${digit()}-${pick(random, ['02', '11', '15', '21'])}`,
    mail: `${pick(random, ['desk', 'office', 'privacy'])}@${pick(random, houses)}`,
    phone: `+46 40 555 ${digit()}${digit()} ${digit()}${digit()}`,
    addr: `${pick(random, streets)} ${digit()}${digit()}, 2${digit()}1 4${digit()} Malmö`,
    ref: String(1 + Math.floor(random() * sections)),
    annex: 'A',
  };
}

function makePolicy(
  random: () => number,
  number: number,
  languages: readonly string[],
  {sentences}: SetOptions,
): Policy {
  const shape = pick(random, ['plain', 'numbered', 'numbered clauses'] as const);
  const values = valuesFrom(random, 5);
  const all = [...(words.get('en')?.[sentences] ?? [])].map((english, topic): Clause & {readonly english: string} => ({
    topic,
    english,
    template: (language) => words.get(language)?.[sentences][topic] ?? '',
    values,
  }));
  const fitting = shuffle(random, all).filter(({english}) => shape !== 'plain' || !english.includes('{ref}'));
  const chosen = fitting.slice(0, sentences === 'first' ? 13 : 9);
  // What a policy says twice stands in another section again.
  const again = chosen.find(({english}) => !/[{*[\]]/u.test(english));
  const clauses: Clause[] = [...chosen, ...(again === undefined || random() < 0.4 ? [] : [{...again}])];
  const perSection = Math.ceil(clauses.length / 5);
  const sections = [0, 1, 2, 3, 4].map((index) => clauses.slice(index * perSection, (index + 1) * perSection));
  return {
    id: `house-${String(number).padStart(2, '0')}`,
    languages,
    sections: sections.filter(({length}) => length > 0),
    shape,
    areLists: sections.map(({length}) => shape === 'plain' && length > 1 && random() < 0.3),
    isClean: number % 3 === 2,
    changes: new Map(),
    swapped: new Map(),
    taken: new Set(),
  };
}

const keyOf = (clause: Clause, sections: Policy['sections'], language: string): string =>
  `${language} ${sections.flat().indexOf(clause)}`;

export function makeSet(options: SetOptions): SeededSet {
  const random = randomFrom(options.seed);
  const tags = [...words.keys()];
  const policies: Policy[] = [];
  for (let left = options.texts; left > 0;) {
    const size = Math.min(left, sizes[policies.length % sizes.length] ?? 2);
    const others = shuffle(
      random,
      tags.filter((tag) => tag !== 'en'),
    );
    const languages = random() < 0.8 ? ['en', ...others].slice(0, size) : others.slice(0, size);
    policies.push(makePolicy(random, policies.length, order(languages), options));
    left -= size;
  }
  const places = seed(random, policies, options.defects);
  const files: {path: string; text: string}[] = [{path: 'policies.yaml', text: settingsOf(tags)}];
  const lines = new Map<string, number>();
  for (const policy of policies) for (const language of policy.languages) files.push(write(policy, language, lines));
  return {
    files,
    defects: places.map(({kind, at, words: said}) => ({
      kind,
      words: said,
      places: at.map(({policy, language, clause}) => ({
        file: pathOf(policy, language),
        line: clause === undefined ? 0 : (lines.get(`${policy.id} ${keyOf(clause, policy.sections, language)}`) ?? 0),
      })),
    })),
    clean: new Set(
      policies.filter(({isClean}) => isClean).flatMap((policy) => policy.languages.map((tag) => pathOf(policy, tag))),
    ),
    languages: tags,
  };
}

/** English first, as policies.yaml has it. */
const order = (languages: readonly string[]): string[] =>
  languages.toSorted((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));

const pathOf = ({id}: Policy, language: string): string => `${id}/2026-09-01/${language}.md`;

interface Seeded {
  readonly kind: Kind;
  readonly words: string;
  readonly at: readonly {readonly policy: Policy; readonly language: string; readonly clause?: Clause}[];
}

function seed(random: () => number, policies: readonly Policy[], wanted: number): Seeded[] {
  const done: Seeded[] = [];
  const sick = policies.filter(({isClean}) => !isClean);
  for (let round = 0; done.length < wanted && round < 40; round++) {
    for (const kind of kinds) {
      if (done.length >= wanted) break;
      const made = kind.name.startsWith('the body') ? swap(random, kind, sick) : seedOne(random, kind, sick);
      if (made !== undefined) done.push(made);
    }
  }
  return done;
}

function swap(random: () => number, kind: Kind, policies: readonly Policy[]): Seeded | undefined {
  for (const policy of shuffle(random, policies)) {
    const language = policy.languages.find(
      (tag, index) => index > 0 && ![...policy.changes.keys()].some((key) => key.startsWith(`${tag} `)),
    );
    const other =
      policies.find(
        (each) =>
          each !== policy && each.changes.size === 0 && language !== undefined && each.languages.includes(language),
      ) ?? policies.find((each) => each !== policy && language !== undefined && each.languages.includes(language));
    if (language === undefined || other === undefined || policy.swapped.size > 0) continue;
    policy.swapped.set(language, other);
    return {kind, words: `the body of ${other.id}`, at: [{policy, language}]};
  }
  return undefined;
}

function seedOne(random: () => number, kind: Kind, policies: readonly Policy[]): Seeded | undefined {
  for (const policy of shuffle(random, policies)) {
    if (kind.numbered === true && policy.shape === 'plain') continue;
    if (policy.languages.length < (kind.where === 'original' ? 4 : 2)) continue;
    const clauses = policy.sections.flat();
    const isTwice = ({topic}: Clause): boolean => clauses.filter((each) => each.topic === topic).length > 1;
    for (const clause of shuffle(random, clauses)) {
      if (policy.taken.has(clause) || (kind.name === 'the same in two ways') !== isTwice(clause)) continue;
      const languages =
        kind.where === 'everywhere'
          ? policy.languages
          : kind.where === 'original'
            ? policy.languages.slice(0, 1)
            : [pick(random, policy.languages.slice(1))];
      if (languages.some((tag) => policy.swapped.has(tag))) continue;
      const fixed = random();
      const made = languages.map((language) => {
        const others = clauses.filter((each) => each !== clause && !policy.taken.has(each));
        const other = others.length === 0 ? clause : pick(random, others);
        return kind.change({
          clause,
          language,
          right: fill(clause.template(language), language, clause.values),
          random: kind.where === 'everywhere' ? () => fixed : random,
          other: fill(other.template(language), language, other.values),
        });
      });
      if (made.some((text) => text === undefined)) continue;
      policy.taken.add(clause);
      languages.forEach((language, index) => {
        policy.changes.set(keyOf(clause, policy.sections, language), made[index] ?? '');
      });
      // What is said of two clauses may be said at either.
      const [language = ''] = languages;
      const twins = clauses.filter(
        (each) =>
          each !== clause &&
          (each.topic === clause.topic || made[0] === fill(each.template(language), language, each.values)),
      );
      return {
        kind,
        words: made[0] ?? '',
        at: [
          ...languages.map((tag) => ({policy, language: tag, clause})),
          ...twins.map((each) => ({policy, language, clause: each})),
        ],
      };
    }
  }
  return undefined;
}

function write(policy: Policy, language: string, lines: Map<string, number>): {path: string; text: string} {
  const own = words.get(language);
  if (own === undefined) throw new Error(`There are no words in ${language}.`);
  const body = policy.swapped.get(language) ?? policy;
  const out = [`# ${own.title} ${policy.id.slice(-2)}`, ''];
  body.sections.forEach((clauses, number) => {
    out.push(`## ${body.shape === 'plain' ? '' : `${number + 1}. `}${own.headings[number] ?? ''}`, '');
    clauses.forEach((clause, index) => {
      const key = keyOf(clause, body.sections, language);
      const text = body.changes.get(key) ?? fill(clause.template(language), language, clause.values);
      if (text === '') return;
      const numbered = body.shape === 'numbered clauses' ? `${number + 1}.${index + 1} ` : '';
      if (body === policy) lines.set(`${policy.id} ${key}`, out.length + 1);
      out.push(...`${body.areLists[number] === true ? '- ' : numbered}${text}`.split('\n'));
      if (body.areLists[number] !== true || index === clauses.length - 1) out.push('');
    });
  });
  out.push(`## ${own.annex}`, '', 'Molo AB, Quay Guards Ltd', '');
  return {path: pathOf(policy, language), text: out.join('\n')};
}

const settingsOf = (languages: readonly string[]): string =>
  stringify({
    languages: order(languages),
    vocabulary: [
      {
        id: 'membership',
        kind: 'defined-term',
        names: Object.fromEntries(Object.entries(memberWords).map(([tag, word]) => [tag, word.replace('*', '')])),
        phrases: Object.fromEntries(Object.entries(memberWords).map(([tag, word]) => [tag, [word]])),
      },
    ],
    terminology: {
      names: [cardName],
      forbidden: Object.fromEntries([...words].map(([tag, {forbidden}]) => [tag, [forbidden]])),
    },
  });
