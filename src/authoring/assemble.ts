/** The texts of a folder and its policies.yaml → one bundle. Says of every name whether there is such a thing. */
import type {Bundle, Edition, Id, LanguageTag, Localized, Policy, Product, Text} from '../policy/bundle.js';
import {audiencesOf} from '../policy/clauses.js';
import {annotateText, annotator, type Annotate} from './annotate.js';
import {compare, error, warning, type Finding} from './finding.js';
import {settingsFile, type Folder, type PolicyText} from './folder.js';
import {groupBy} from './group.js';
import {unknownName, type PolicyEntry, type Settings} from './settings.js';
import {localize, mergeAudiences, mergeTerms, toTerm, type TermEntry} from './vocabulary.js';

/** Whatever is wrong goes to `findings`; where some of them are errors, the bundle is not to be used. */
export function assemble({path, settings, texts}: Folder, findings: Finding[]): Bundle {
  const languages = orderLanguages(settings, texts, findings);
  const terms = mergeTerms(settings.vocabulary, languages);
  const audiences = mergeAudiences(settings.audiences, languages);
  checkNames(settings, terms, texts, audiences.map(({id}) => id), findings);
  const annotated = annotateAll(texts, terms);
  const policies = orderPolicies(settings, texts).map((id) => toPolicy(id, settings, annotated, languages, findings));
  const products = toProducts(policies, settings, texts, languages, findings);
  const allTexts = [...annotated.values()];
  const usedAudiences = new Set(allTexts.flatMap((text) => [...audiencesOf(text)]));
  const usedTerms = new Set(allTexts.flatMap(termsOf));
  const title = settings.title === undefined ? titleFor(path, policies, products, languages) : localize(settings.title, languages);
  return {
    format: 'policy-bundle/1',
    title,
    ...settings.publisher !== undefined && {publisher: localize(settings.publisher, languages)},
    languages,
    audiences: audiences.filter(({id}) => usedAudiences.has(id)),
    products,
    vocabulary: terms.filter(({id}) => usedTerms.has(id)).map(toTerm),
    policies,
  };
}

/** As policies.yaml lists them, then as they are found. */
function orderLanguages(settings: Settings, texts: readonly PolicyText[], findings: Finding[]): readonly LanguageTag[] {
  const found = new Set(texts.map(({language}) => language));
  const listed = settings.languages.filter((tag) => found.has(tag));
  for (const [tag, at] of settings.languagePlaces) {
    if (!found.has(tag)) findings.push(warning('unused-language', at, `No text is in “${tag}”, so readers are not offered it. Add a text, or take the language out.`));
  }
  const others = [...found].filter((tag) => !listed.includes(tag));
  if (settings.languages.length > 0) {
    for (const tag of others) {
      const file = texts.find(({language}) => language === tag)?.file ?? '';
      findings.push(warning('unlisted-language', file, `This text’s language, “${tag}”, is not listed in ${settingsFile}, so it comes last. Add it to “languages”.`));
    }
  }
  return [...listed, ...others];
}

function checkNames(settings: Settings, terms: readonly TermEntry[], texts: readonly PolicyText[], audiences: readonly Id[], findings: Finding[]): void {
  const termIds = terms.map(({id}) => id);
  for (const {reading} of texts) {
    for (const {name, at} of reading.audiences) {
      if (name === 'everyone' || audiences.includes(name)) continue;
      findings.push(error('unknown-audience', at, `${unknownName('audience', name, audiences)} Correct the name, or declare it under “audiences” in ${settingsFile}.`));
    }
    for (const {name, at} of reading.terms) {
      if (termIds.includes(name)) continue;
      findings.push(error('unknown-term', at, `${unknownName('data category', name, termIds)} Correct the name, or declare it under “vocabulary” in ${settingsFile}.`));
    }
  }
  for (const {id, at, names} of settings.audiences) {
    if (id === 'everyone') findings.push(error('bad-id', at, '“everyone” means no audience in particular. Give this one another id.'));
    else if (names === undefined && !mergeAudiences([], []).some((known) => known.id === id)) findings.push(error('no-name', at, `The audience “${id}” has no name. Add one for each language: “names:”.`));
  }
  for (const {id, at} of settings.vocabulary) {
    const known = terms.find((term) => term.id === id);
    if (known !== undefined && Object.keys(known.names).length === 0) findings.push(error('no-name', at, `The term “${id}” has no name. Add one for each language: “names:”.`));
  }
  const policies = new Set(texts.map(({policy}) => policy));
  for (const {id, at} of settings.policies) {
    if (!policies.has(id)) findings.push(warning('unused-policy', at, `${unknownName('folder', id, policies)} Add the policy’s texts, or take it out.`));
  }
}

/** Regular expressions are made once per language. */
function annotateAll(texts: readonly PolicyText[], terms: readonly TermEntry[]): ReadonlyMap<PolicyText, Text> {
  const annotators = new Map<LanguageTag, Annotate>();
  return new Map(texts.map((each) => {
    const annotate = annotators.get(each.language) ?? annotator(terms, each.language);
    annotators.set(each.language, annotate);
    return [each, annotateText(each.reading.text, annotate)];
  }));
}

const orderPolicies = (settings: Settings, texts: readonly PolicyText[]): readonly Id[] => {
  const found = new Set(texts.map(({policy}) => policy));
  const listed = settings.policies.map(({id}) => id).filter((id) => found.has(id));
  return [...listed, ...[...found].filter((id) => !listed.includes(id)).sort(compare)];
};

const entryOf = (settings: Settings, id: Id): PolicyEntry | undefined => settings.policies.find((entry) => entry.id === id);

function toPolicy(id: Id, settings: Settings, annotated: ReadonlyMap<PolicyText, Text>, languages: readonly LanguageTag[], findings: Finding[]): Policy {
  const entry = entryOf(settings, id);
  const byDate = groupBy([...annotated].filter(([{policy}]) => policy === id), ([{effective}]) => effective);
  const editions = [...byDate].sort(([a], [b]) => compare(b, a)).map(([effective, texts]): Edition => {
    const inOrder = texts.sort(([a], [b]) => languages.indexOf(a.language) - languages.indexOf(b.language));
    const prevails = entry?.prevails?.language;
    return {
      effective,
      ...prevails !== undefined && texts.some(([{language}]) => language === prevails) && {prevails},
      texts: Object.fromEntries(inOrder.map(([{language}, text]) => [language, text])),
    };
  });
  if (entry?.prevails !== undefined && editions.every(({prevails}) => prevails === undefined)) {
    const {language, at} = entry.prevails;
    findings.push(warning('unused-language', at, `“${id}” has no text in “${language}” that could prevail. Add one, or name another language.`));
  }
  const products = [...new Set(entry?.products?.map((product) => product.id) ?? [])];
  return {id, products: products.length > 0 ? products : [id], editions};
}

/** The products that some policy covers: as policies.yaml lists them, then one for each policy that names none. */
function toProducts(policies: readonly Policy[], settings: Settings, texts: readonly PolicyText[], languages: readonly LanguageTag[], findings: Finding[]): readonly Product[] {
  const covered = new Set(policies.flatMap(({products}) => products));
  const declared = new Map(settings.products.map((entry) => [entry.id, entry]));
  const namedAfter = new Map(policies.map(({id, products: [first = id]}) => [first, id]));
  for (const {id, at} of settings.products) {
    if (!covered.has(id)) findings.push(warning('uncovered-product', at, `No policy covers the product “${id}”, so it was left out. Add it to a policy’s “products”.`));
  }
  for (const {id: policy, products = []} of settings.policies) {
    for (const {id, at} of products) {
      if (declared.has(id) || id === policy || !covered.has(id)) continue;
      findings.push(error('unknown-product', at, `${unknownName('product', id, declared.keys())} Correct the name, or declare it under “products” with its names.`));
    }
  }
  const ids = [...declared.keys()].filter((id) => covered.has(id));
  return [...ids, ...[...covered].filter((id) => !declared.has(id))].map((id) => {
    const names = declared.get(id)?.names;
    return {id, names: names === undefined ? titlesOf(namedAfter.get(id), texts, id, languages) : localize(names, languages)};
  });
}

/** A product without a name is called what its policy's newest text in each language is called. */
function titlesOf(policy: Id | undefined, texts: readonly PolicyText[], id: Id, languages: readonly LanguageTag[]): Localized {
  const own = texts.filter((text) => text.policy === policy).sort((a, b) => compare(a.effective, b.effective));
  const titles = new Map(own.map(({language, reading}) => [language, reading.text.title]));
  const names = languages.flatMap((tag) => titles.has(tag) ? [[tag, titles.get(tag) ?? '']] : []);
  return names.length === 0 ? localize(id, languages) : Object.fromEntries(names);
}

/** A collection without a title is called after what is in it. */
function titleFor(path: string, policies: readonly Policy[], products: readonly Product[], languages: readonly LanguageTag[]): Localized {
  const first = policies.map((policy) => products.find(({id}) => id === policy.products[0]));
  const title = (tag: LanguageTag): string => first.map((product) => product?.names[tag] ?? Object.values(product?.names ?? {})[0] ?? path).join(' · ');
  return Object.fromEntries(languages.map((tag) => [tag, title(tag)]));
}

/** Every term that a text names, by a phrase or by hand: both stand under `terms`, at any depth. */
function termsOf(text: Text): readonly Id[] {
  const found = new Set<Id>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'terms' && Array.isArray(each)) each.forEach((id: unknown) => typeof id === 'string' && found.add(id));
      else walk(each);
    }
  };
  walk(text.sections);
  return [...found];
}
