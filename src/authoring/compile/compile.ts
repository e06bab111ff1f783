/**
 * A policies folder, policy by policy: each policy's texts are read, marked, examined and
 * held against the bundle's rules by themselves, and then let go. What stays of them is
 * what the whole must know, so that memory does not grow with the length of the texts.
 */
import type {Bundle, Id, LanguageTag, Text, TextReference} from '../../policy/bundle.js';
import {describe} from '../../policy/issue.js';
import type {Result} from '../../policy/result.js';
import {validateText} from '../../policy/validate.js';
import {examineFolder} from '../check/examine.js';
import {readBytes, type Files} from '../files/files.js';
import {mapSome} from '../collections/map-some.js';
import {error, type Finding} from '../findings/finding.js';
import {
  listFolder,
  readClaim,
  readSourceFiles,
  settingsFile,
  type Claim,
  type Listing,
  type PolicyText,
} from '../folder/folder.js';
import type {Settings} from '../folder/settings.js';
import {groupBy} from '../collections/group.js';
import {loadDetectors} from '../recognise/detectors.js';
import {silent, type Progress} from '../work/progress.js';
import {loadWords} from '../vocabulary/language-words.js';
import {toTerm} from '../vocabulary/vocabulary.js';
import {
  annotate,
  assembleTexts,
  lexiconFrom,
  orderLanguages,
  summarise,
  type Lexicon,
  type Summary,
} from '../bundle/assemble.js';
import {findDeadReferences} from './dead-references.js';
import {inMemory, type PolicyCache, type PolicySummary} from './policy-cache.js';

export interface CompileOptions {
  /** How the work is called while it goes on: “Checked”. */
  readonly verb?: string;
  readonly progress?: Progress;
  /** The cache to use for so many texts. Absent: nothing is kept. */
  readonly openCache?: (texts: number) => PolicyCache;
}

export interface Compiled {
  readonly settings: Settings;
  readonly languages: readonly LanguageTag[];
  readonly texts: readonly Summary[];
  /** What keeps a bundle from being made, if it is an error. */
  readonly found: readonly Finding[];
  readonly examined: readonly Finding[];
  readonly invalid: readonly Finding[];
  /** The bundle with a reference in each text's place. */
  readonly index: Bundle;
  /** The texts of one policy as JSON, each by its reference's `src`. */
  textsOf(policy: Id): Promise<ReadonlyMap<string, string>>;
  /** To be called when no text is wanted any more. */
  close(): Promise<void>;
}

export async function compileFolder(
  files: Files,
  path: string,
  {verb = 'Read', progress = silent, openCache = inMemory}: CompileOptions = {},
): Promise<Compiled> {
  const found: Finding[] = [];
  const listing = await listFolder(files, path, found);
  const {settings, claims} = listing;
  const cache = openCache(claims.length);
  const languages = orderLanguages(settings, claims, found);
  await loadWords(languages);
  const known = lexiconFrom(settings, languages);
  const work: Work = {
    files,
    listing,
    known,
    cache,
    settingsHash: cache.keyOf([JSON.stringify(settings)]),
    base: cache.keyOf([path, JSON.stringify([known.languages, known.terms, known.audiences])]),
  };
  const compiled = new Map<Id, {readonly key: string; readonly summary: PolicySummary}>();
  let done = 0;
  for (const [policy, own] of groupBy(claims, (claim) => claim.policy)) {
    compiled.set(policy, await compilePolicy(policy, own, work));
    done += own.length;
    progress.show(verb, done, claims.length, 'texts');
  }
  const all = [...compiled.values()].map(({summary}) => summary);
  const texts = all.flatMap((policy) => policy.texts);
  found.push(...all.flatMap((policy) => policy.found));
  found.push(...findDeadReferences(new Map([...compiled].map(([id, {summary}]) => [id, summary]))));
  const index = assembleTexts({path, settings, known, texts}, toReference, found);
  return {
    settings,
    languages: known.languages,
    texts,
    index,
    found,
    examined: all.flatMap((policy) => policy.examined),
    invalid: all.flatMap((policy) => policy.invalid),
    async textsOf(policy) {
      const entry = compiled.get(policy);
      const json = entry === undefined ? [] : await cache.json(entry.key);
      // Another run may have tidied up meanwhile.
      if (json === undefined) {
        const again = await compilePolicy(
          policy,
          claims.filter((claim) => claim.policy === policy),
          work,
        );
        if (again.key !== entry?.key) throw new Error(`the texts of “${policy}” were changed while they were read`);
        return pair(again.summary.texts, (await cache.json(again.key)) ?? []);
      }
      return pair(entry?.summary.texts ?? [], json);
    },
    async close() {
      await cache.close();
    },
  };
}

const pair = (texts: readonly Summary[], json: readonly string[]): ReadonlyMap<string, string> =>
  new Map(texts.map((text, index) => [srcOf(text), json[index] ?? '']));

const srcOf = ({policy, edition, language}: Summary): string => `${policy}/${edition}/${language}.json`;

/** It stands for a text that is at hand, so that its hash is never asked for. */
const toReference = (summary: Summary): TextReference => ({
  src: srcOf(summary),
  integrity: `sha256-${'A'.repeat(43)}=`,
  title: summary.title,
  audiences: summary.audiences,
});

interface Work {
  readonly files: Files;
  readonly listing: Listing;
  readonly known: Lexicon;
  readonly cache: PolicyCache;
  readonly settingsHash: string;
  /** Of all that is the same for every policy. */
  readonly base: string;
}

async function compilePolicy(
  policy: Id,
  claims: readonly Claim[],
  {files, listing, known, cache, settingsHash, base}: Work,
): Promise<{key: string; summary: PolicySummary}> {
  const settings = settingsFor(policy, listing.settings);
  const bytes = await mapSome(claims, async ({file}) => readBytes(files, file));
  const sources = await readSourceFiles(files, listing.path, claims);
  const key = cache.keyOf([
    base,
    policy,
    JSON.stringify(settings, withoutPlaces),
    ...[...sources.values()].map(contentOf),
    ...claims.flatMap(({file}, index) => [file, contentOf(bytes[index])]),
  ]);
  const kept = await cache.get(key);
  if (kept !== undefined && (kept.settings === undefined || kept.settings === settingsHash))
    return {key, summary: kept};

  await loadDetectors();
  const found: Finding[] = [];
  const texts = claims.flatMap((claim, index): PolicyText[] => {
    const text = bytes[index] && readClaim(claim, bytes[index], found);
    return text === undefined ? [] : [text];
  });
  const made = new Map(
    texts.map((text) => {
      const annotated = annotate(text, known, found);
      return [summarise(text, annotated, text.reading.aliases), annotated] as const;
    }),
  );
  const draft = assembleTexts(
    {path: listing.path, settings, known, texts: [...made.keys()]},
    (summary): Text => made.get(summary) ?? {title: '', sections: []},
    [],
  );
  const examined = texts.length === 0 ? [] : examineFolder({path: listing.path, settings, texts, sources}, draft);
  const rules = {format: draft.format, audiences: known.audiences, vocabulary: known.terms.map(toTerm)};
  const invalid: Finding[] = [];
  const json = [...made].map(([{file}, text]) => {
    // Held against the same rules as anybody else's, so that none leaves here that a viewer would refuse.
    const checked = validateText(text, rules);
    if (checked.ok) return JSON.stringify(checked.value);
    invalid.push(...checked.issues.map((issue) => error('invalid-bundle', file, `${describe(issue)}.`)));
    return '';
  });
  const inSettings = [...found, ...examined].some(({place}) => place.file.endsWith(settingsFile));
  return {
    key,
    summary: await cache.put(key, {
      texts: [...made.keys()],
      found,
      examined,
      invalid,
      json,
      elsewhere: texts.flatMap(({reading}) => reading.elsewhere),
      ids: [...new Set(texts.flatMap(({reading}) => [...reading.places.keys(), ...reading.aliases.keys()]))],
      ...(inSettings && {settings: settingsHash}),
    }),
  };
}

/**
 * What policies.yaml says that can concern this policy: nothing else is shown to the rules, so that nothing else can
 * make a kept entry wrong.
 */
function settingsFor(policy: Id, settings: Settings): Settings {
  const policies = settings.policies.filter(({id}) => id === policy);
  const covered = new Set([policy, ...policies.flatMap(({products = []}) => products.map(({id}) => id))]);
  return {
    ...settings,
    policies,
    products: settings.products.filter(({id}) => covered.has(id)),
    ignore: [],
    languagePlaces: new Map(),
  };
}

/** A line more at its beginning moves all that stands in policies.yaml, and changes nothing of what it says. */
const withoutPlaces = (key: string, value: unknown): unknown => (key === 'at' ? undefined : value);

const contentOf = (bytes: Result<Uint8Array | undefined, Finding> | undefined): string | Uint8Array =>
  bytes === undefined ? '' : bytes.ok ? (bytes.value ?? '') : JSON.stringify(bytes.issues);
