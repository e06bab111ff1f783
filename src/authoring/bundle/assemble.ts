/**
 * The texts of a folder and its policies.yaml → one bundle. Says of every name whether there is such a thing.
 *
 * What concerns one text is kept apart from what takes them all, which needs only their
 * summaries: so thousands of texts can be made into a bundle without holding them all.
 */
import type {Audience, Bundle, Edition, Id, LanguageTag, Policy, Text, TextReference} from '../../policy/bundle.js';
import {audiencesOf} from '../../policy/clauses.js';
import {compareEditionIds, editionNamed} from '../../policy/editions.js';
import {ownName} from '../../policy/language.js';
import {compare, error, warning, type Finding} from '../findings/finding.js';
import {settingsFile, type Claim, type Folder, type PolicyText} from '../folder/folder.js';
import {unknownName, type PolicyEntry, type Settings} from '../folder/settings.js';
import {groupBy} from '../collections/group.js';
import {titleFor, toProducts} from './products.js';
import {annotateText, annotator, type Annotate} from '../vocabulary/annotate.js';
import {
  isDefaultAudience,
  localize,
  mergeAudiences,
  mergeTerms,
  toTerm,
  type TermEntry,
} from '../vocabulary/vocabulary.js';

/** What the texts' names are looked up in. */
export interface Lexicon {
  /** In the bundle's order. */
  readonly languages: readonly LanguageTag[];
  readonly terms: readonly TermEntry[];
  readonly audiences: readonly Audience[];
  /** Made once per language. */
  readonly annotators: Map<LanguageTag, Annotate>;
}

/** What the bundle as a whole must know of a text. */
export interface Summary {
  readonly file: string;
  readonly policy: Id;
  readonly edition: Id;
  readonly language: LanguageTag;
  readonly title: string;
  readonly audiences: readonly Id[];
  readonly terms: readonly Id[];
  /** Ids that something had once, and the one it has now. */
  readonly aliases?: Readonly<Record<Id, Id>>;
}

/** Whatever is wrong goes to `findings`; where some of them are errors, the bundle is not to be used. */
export function assemble({path, settings, texts}: Folder, findings: Finding[]): Bundle {
  const known = lexiconFrom(settings, orderLanguages(settings, texts, findings));
  const made = new Map(
    texts.map((text) => {
      const annotated = annotate(text, known, findings);
      return [summarise(text, annotated, text.reading.aliases), annotated];
    }),
  );
  return assembleTexts(
    {path, settings, known, texts: [...made.keys()]},
    (summary) => made.get(summary) ?? {title: '', sections: []},
    findings,
  );
}

export const lexiconFrom = (settings: Settings, languages: readonly LanguageTag[]): Lexicon => ({
  languages,
  terms: mergeTerms(settings.vocabulary, languages),
  audiences: mergeAudiences(settings.audiences, languages),
  annotators: new Map(),
});

/** The text with the vocabulary's phrases marked; names in it that mean nothing go to `findings`. */
export function annotate(
  {language, reading}: PolicyText,
  {audiences, terms, annotators}: Lexicon,
  findings: Finding[],
): Text {
  const audienceIds = audiences.map(({id}) => id);
  for (const {name, at} of reading.audiences) {
    if (name === 'everyone' || audienceIds.includes(name)) continue;
    findings.push(
      error(
        'unknown-audience',
        at,
        `${unknownName('audience', name, audienceIds)} Correct the name, or declare it under “audiences” ` +
          `in ${settingsFile}.`,
      ),
    );
  }
  const termIds = terms.map(({id}) => id);
  for (const {name, at} of reading.terms) {
    if (termIds.includes(name)) continue;
    findings.push(
      error(
        'unknown-term',
        at,
        `${unknownName('data category', name, termIds)} Correct the name, or declare it under “vocabulary” ` +
          `in ${settingsFile}.`,
      ),
    );
  }
  const mark = annotators.get(language) ?? annotator(terms, language);
  annotators.set(language, mark);
  return annotateText(reading.text, mark);
}

export const summarise = (
  {file, policy, edition, language}: Claim,
  text: Text,
  aliases: ReadonlyMap<Id, Id> = new Map(),
): Summary => ({
  ...(aliases.size > 0 && {aliases: Object.fromEntries(aliases)}),
  file,
  policy,
  edition,
  language,
  title: text.title,
  audiences: [...audiencesOf(text)],
  terms: termsOf(text),
});

/** As policies.yaml lists them, then as they are found. */
export function orderLanguages(
  settings: Settings,
  texts: readonly Claim[],
  findings: Finding[],
): readonly LanguageTag[] {
  const found = new Set(texts.map(({language}) => language));
  const listed = settings.languages.filter((tag) => found.has(tag));
  for (const [tag, at] of settings.languagePlaces) {
    if (!found.has(tag))
      findings.push(
        warning(
          'unused-language',
          at,
          `No text is in “${tag}”, so readers are not offered it. Add a text, or take the language out.`,
        ),
      );
  }
  const others = [...found].filter((tag) => !listed.includes(tag));
  if (settings.languages.length > 0) {
    for (const tag of others) {
      const file = texts.find(({language}) => language === tag)?.file ?? '';
      findings.push(
        warning(
          'unlisted-language',
          file,
          `This text’s language, “${tag}”, is not listed in ${settingsFile}, so it comes last. Add it to “languages”.`,
        ),
      );
    }
  }
  return [...listed, ...others];
}

export interface AssemblyParts {
  readonly path: string;
  readonly settings: Settings;
  readonly known: Lexicon;
  readonly texts: readonly Summary[];
}

/** A bundle of texts that are known by their summaries; `textOf` puts each in its place. */
export function assembleTexts(
  {path, settings, known, texts}: AssemblyParts,
  textOf: (summary: Summary) => Text | TextReference,
  findings: Finding[],
): Bundle {
  const {languages, terms, audiences} = known;
  const byPolicy = groupBy(texts, ({policy}) => policy);
  checkSettings(settings, terms, new Set(byPolicy.keys()), findings);
  const entries = new Map(settings.policies.map((entry) => [entry.id, entry]));
  const policies = orderPolicies(settings, byPolicy).map((id) =>
    toPolicy(id, entries.get(id), byPolicy.get(id) ?? [], languages, textOf, findings),
  );
  const products = toProducts(policies, settings, byPolicy, languages, findings);
  const usedAudiences = new Set(texts.flatMap((text) => text.audiences));
  const usedTerms = new Set(texts.flatMap((text) => text.terms));
  const title =
    settings.title === undefined ? titleFor(path, policies, products, languages) : localize(settings.title, languages);
  return {
    format: 'policy-bundle/1',
    title,
    ...(settings.publisher !== undefined && {publisher: localize(settings.publisher, languages)}),
    languages,
    languageNames: Object.fromEntries(languages.map((tag) => [tag, ownName(tag)])),
    audiences: audiences.filter(({id}) => usedAudiences.has(id)),
    products,
    vocabulary: terms.filter(({id}) => usedTerms.has(id)).map(toTerm),
    policies,
  };
}

function checkSettings(
  settings: Settings,
  terms: readonly TermEntry[],
  policies: ReadonlySet<Id>,
  findings: Finding[],
): void {
  for (const {id, at, names} of settings.audiences) {
    if (id === 'everyone')
      findings.push(error('bad-id', at, '“everyone” means no audience in particular. Give this one another id.'));
    else if (names === undefined && !isDefaultAudience(id))
      findings.push(error('no-name', at, `The audience “${id}” has no name. Add one for each language: “names:”.`));
  }
  for (const {id, at} of settings.vocabulary) {
    const known = terms.find((term) => term.id === id);
    if (known !== undefined && Object.keys(known.names).length === 0)
      findings.push(error('no-name', at, `The term “${id}” has no name. Add one for each language: “names:”.`));
  }
  for (const {id, at} of settings.policies) {
    if (!policies.has(id))
      findings.push(
        warning('unused-policy', at, `${unknownName('folder', id, policies)} Add the policy’s texts, or take it out.`),
      );
  }
}

/** As policies.yaml lists them, then by name. */
function orderPolicies(settings: Settings, found: ReadonlyMap<Id, unknown>): readonly Id[] {
  const listed = new Set(settings.policies.map(({id}) => id).filter((id) => found.has(id)));
  return [...listed, ...[...found.keys()].filter((id) => !listed.has(id)).sort(compare)];
}

function toPolicy(
  id: Id,
  entry: PolicyEntry | undefined,
  own: readonly Summary[],
  languages: readonly LanguageTag[],
  textOf: (summary: Summary) => Text | TextReference,
  findings: Finding[],
): Policy {
  const byEdition = groupBy(own, ({edition}) => edition);
  const editions = [...byEdition]
    .sort(([a], [b]) => compareEditionIds(a, b))
    .map(([edition, texts]): Edition => {
      const inOrder = texts.sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language));
      const prevails = entry?.prevails?.language;
      const aliases = joinAliases(inOrder, findings);
      return {
        ...editionNamed(edition),
        ...(prevails !== undefined && texts.some(({language}) => language === prevails) && {prevails}),
        ...(aliases.size > 0 && {aliases: Object.fromEntries(aliases)}),
        texts: Object.fromEntries(inOrder.map((text) => [text.language, textOf(text)])),
      };
    });
  if (entry?.prevails !== undefined && editions.every(({prevails}) => prevails === undefined)) {
    const {language, at} = entry.prevails;
    findings.push(
      warning(
        'unused-language',
        at,
        `“${id}” has no text in “${language}” that could prevail. Add one, or name another language.`,
      ),
    );
  }
  const products = [...new Set(entry?.products?.map((product) => product.id) ?? [])];
  return {id, products: products.length > 0 ? products : [id], editions};
}

/** Ids are the same in every language, and so are those that they were once. */
function joinAliases(texts: readonly Summary[], findings: Finding[]): ReadonlyMap<Id, Id> {
  const joined = new Map<Id, Id>();
  for (const {file, language, aliases = {}} of texts)
    for (const [alias, id] of Object.entries(aliases)) {
      const other = joined.get(alias) ?? id;
      joined.set(alias, other);
      if (other !== id)
        findings.push(
          error(
            'aliases-differ',
            file,
            `“${alias}” is an alias of “${id}” in “${language}” and of “${other}” in another language of this ` +
              'edition. Let it lead to the same clause in both.',
          ),
        );
    }
  return joined;
}

/** Every term that a text names, by a phrase or by hand: both stand under `terms`, at any depth. */
function termsOf(text: Text): readonly Id[] {
  const found = new Set<Id>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'terms' && Array.isArray(each))
        each.forEach((id: unknown) => typeof id === 'string' && found.add(id));
      else walk(each);
    }
  };
  walk(text.sections);
  return [...found];
}
