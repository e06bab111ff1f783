/** Audiences that a text speaks to, in a heading or with "If you are a …", while no section of it is for them. */
import type {Audience, Id, LanguageTag, Localized, Product, Section} from '../../../policy/bundle.js';
import {audiencesOf, plainText} from '../../../policy/clauses.js';
import {warning, type Finding} from '../../findings/finding.js';
import {wordsFor} from '../../document/guess.js';
import {addressedIn, afterAddress} from '../../recognise/frames.js';
import {isUnderstood, readRoles, type RoleReader} from '../../recognise/recognise-audiences.js';
import {foldText} from '../../vocabulary/fold.js';
import {knows, wordsOf} from '../../vocabulary/language-words.js';
import {phraseFinder, type Found} from '../../vocabulary/phrases.js';
import type {AudienceEntry} from '../../vocabulary/vocabulary.js';
import type {CheckedText} from '../texts/checked-text.js';

export interface AudienceSettings {
  readonly audiences: readonly Audience[];
  readonly products: readonly Product[];
  /** The products that a policy covers. */
  readonly productsOf: ReadonlyMap<Id, readonly Id[]>;
}

type Find = (text: string) => Found<Id>[];

const finderOf = (entries: readonly AudienceEntry[], language: LanguageTag): Find =>
  phraseFinder(entries.flatMap(({id, phrases}) => (phrases[language] ?? []).map((phrase) => ({phrase, value: id}))));

export function audienceRule(known: AudienceSettings): (text: CheckedText) => Finding[] {
  const entries = new Map<LanguageTag, readonly AudienceEntry[]>();
  const names = new Set(known.audiences.map(({id}) => id));
  const products = new Map(known.products.map((product) => [product.id, product.names]));
  const finders = new Map<LanguageTag, Find>();
  return (text) => {
    const {language} = text;
    const own = entries.get(language) ?? entriesFor(known.audiences, language);
    entries.set(language, own);
    const find = finders.get(language) ?? finderOf(own, language);
    finders.set(language, find);
    const heard = audiencesOf(text.text);
    // A misspelt audience is a finding already, and would be one here again.
    if ([...heard].some((id) => !names.has(id))) return [];
    // Reading a heading word by word takes patterns of its own for each policy: only where it may be worth it.
    const isWorthIt = (words: string): boolean => find(withoutArticles(words)).some(({value}) => !heard.has(value));
    let reader: RoleReader | undefined;
    const unheard = (words: string): readonly Id[] => {
      if (!isWorthIt(words)) return [];
      reader ??= {language, audiences: own, own: namesOf(text, known, products), products: []};
      const roles = readRoles(words, reader);
      return roles.everyone || !isUnderstood(roles) ? [] : roles.ids.filter((id) => names.has(id) && !heard.has(id));
    };
    const findings: Finding[] = [];
    const told = new Set<Id>();
    for (const {kind, id: part, words, at} of text.wordings) {
      const isHeading = kind === 'heading';
      const spoken = isHeading
        ? isBareName(words, known.audiences, language)
          ? []
          : [words]
        : openings(words, language);
      const ids = spoken.map(unheard).find(({length}) => length > 0) ?? [];
      if (ids.length === 0 || (isHeading && !isForReaders(part, text))) continue;
      const remedy = isHeading ? 'Name them in its {audience="…"}' : 'Put it in a section that is for them';
      for (const id of ids) {
        if (told.has(id)) continue;
        told.add(id);
        findings.push(
          warning(
            'unheard-audience',
            at(),
            `This speaks to “${id}”, and no section of this text is for them: whoever chooses it finds ` +
              `nothing. ${remedy}, or say it in another way.`,
          ),
        );
      }
    }
    return findings;
  };
}

/** The default audiences' words, and where a language has none the names that a folder declares. */
const entriesFor = (audiences: readonly Audience[], language: LanguageTag): readonly AudienceEntry[] =>
  audiences.map(({id, names}) => {
    const name = wordsFor(names, language);
    const words = wordsOf(language)?.audiences[id]?.words ?? (name === undefined ? [] : [name]);
    return {id, names, phrases: {[language]: words}};
  });

/**
 * Whether a heading is no more than the name of an audience of which only policies.yaml knows: "Suggestions" may be a
 * group of people or a subject.
 */
const isBareName = (words: string, audiences: readonly Audience[], language: LanguageTag): boolean =>
  audiences.some(({id, names}) => {
    const name = wordsFor(names, language);
    return name !== undefined && !knows(language, 'audiences', id) && foldText(words.trim()) === foldText(name);
  });

/**
 * Whom a paragraph may speak to: all up to the first comma, or its first words, since Swedish
 * puts no comma after "Om du är anställd". Without the ending that Arabic gives a role there.
 */
function openings(words: string, language: LanguageTag): readonly string[] {
  const rest = afterAddress(words, language);
  if (rest === undefined) return [];
  const first = rest.trim().split(/\s+/u).slice(0, 3);
  const some = [
    addressedIn(words, language),
    ...(language.startsWith('sv') ? first.map((_, index) => first.slice(0, index + 1).join(' ')) : []),
  ];
  return some.flatMap((opening) =>
    opening === undefined ? [] : [opening.replace(/(?:\u064b\u0627|\u0627\u064b)(?!\p{L})/gu, '')],
  );
}

const withoutArticles = (words: string): string =>
  words.replace(/(?<!\p{L})و?(?:ال|لل|ل|ب)(?=\p{Script=Arabic})/gu, ' ');

function namesOf(
  {policy, language}: CheckedText,
  known: AudienceSettings,
  products: ReadonlyMap<Id, Localized>,
): readonly string[] {
  const names = (known.productsOf.get(policy) ?? []).flatMap((id) => wordsFor(products.get(id) ?? {}, language) ?? []);
  return [...new Set(names.flatMap((name) => [name, ...name.split(/\s+/u)]))].filter((name) => name.length > 1);
}

/**
 * "Partners" may be whom data is given to. It speaks to them where its text does, or where the headings beside it do.
 */
function isForReaders(id: Id, {text, language}: CheckedText): boolean {
  const find = (sections: readonly Section[]): boolean | undefined => {
    const section = sections.find((each) => each.id === id);
    if (section !== undefined) {
      const [first] = section.blocks;
      const opening =
        first === undefined || first.type === 'table'
          ? ''
          : plainText(first.type === 'list' ? (first.lead ?? []) : first.content);
      return sections.some(({audiences}) => audiences !== undefined) || addressedIn(opening, language) !== undefined;
    }
    for (const {sections: inner = []} of sections) {
      const found = find(inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(text.sections) ?? false;
}
