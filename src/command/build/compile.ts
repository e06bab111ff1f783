/**
 * A policies folder, policy by policy: each policy's texts are read, marked, examined and
 * held against the bundle's rules by themselves, and then let go. What stays of them is
 * what the whole must know, so that memory does not grow with the length of the texts.
 */
import {readFile} from 'node:fs/promises';
import type {Bundle, Id, LanguageTag, Text, TextReference} from '../../policy/bundle.js';
import {describe} from '../../policy/issue.js';
import type {Result} from '../../policy/result.js';
import {validateText} from '../../policy/validate.js';
import {examineFolder} from '../../authoring/check/examine.js';
import {readBytes} from '../disk/files.js';
import {mapSome} from '../disk/map-some.js';
import {hash, identity, type CacheChoice} from '../disk/shelf.js';
import {error, type Finding} from '../../authoring/findings/finding.js';
import {
  listFolder,
  readClaim,
  settingsFile,
  type Claim,
  type Listing,
  type PolicyText,
} from '../../authoring/folder/folder.js';
import type {Settings} from '../../authoring/folder/settings.js';
import {sourcesPath} from '../../authoring/folder/sources.js';
import {groupBy} from '../../authoring/group.js';
import {loadDetectors} from '../../authoring/recognise/detectors.js';
import {silent, type Progress} from '../progress.js';
import {toTerm} from '../../authoring/vocabulary/vocabulary.js';
import {
  annotate,
  assembleTexts,
  knownFrom,
  orderLanguages,
  summarise,
  type Known,
  type Summary,
} from '../../authoring/bundle/assemble.js';
import {openCache, type Cache, type Head} from './cache.js';

export interface CompileOptions {
  /** How the work is called while it goes on: “Checked”. */
  readonly verb?: string;
  readonly progress?: Progress;
  readonly choice?: CacheChoice;
  /** One that outlives this run, instead of the usual one. */
  readonly cache?: Cache;
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
  path: string,
  {verb = 'Read', progress = silent, choice, cache: given}: CompileOptions = {},
): Promise<Compiled> {
  const found: Finding[] = [];
  const listing = await listFolder(path, found);
  const {settings, claims} = listing;
  const cache = given ?? openCache(path, claims.length, choice);
  const known = knownFrom(settings, orderLanguages(settings, claims, found));
  const work = {
    listing,
    known,
    cache,
    settingsHash: hash([JSON.stringify(settings)]),
    base: hash([identity(), path, JSON.stringify([known.languages, known.terms, known.audiences])]),
  };
  const heads = new Map<Id, {readonly key: string; readonly head: Head}>();
  let done = 0;
  for (const [policy, own] of groupBy(claims, (claim) => claim.policy)) {
    heads.set(policy, await compilePolicy(policy, own, work));
    done += own.length;
    progress.show(verb, done, claims.length, 'texts');
  }
  const all = [...heads.values()].map(({head}) => head);
  const texts = all.flatMap((head) => head.texts);
  found.push(...all.flatMap((head) => head.found));
  const index = assembleTexts({path, settings, known, texts}, toReference, found);
  return {
    settings,
    languages: known.languages,
    texts,
    index,
    found,
    examined: all.flatMap((head) => head.examined),
    invalid: all.flatMap((head) => head.invalid),
    async textsOf(policy) {
      const entry = heads.get(policy);
      const json = entry === undefined ? [] : await cache.json(entry.key);
      // Another run may have tidied up meanwhile.
      if (json === undefined) {
        const again = await compilePolicy(
          policy,
          claims.filter((claim) => claim.policy === policy),
          work,
        );
        if (again.key !== entry?.key) throw new Error(`the texts of “${policy}” were changed while they were read`);
        return pair(again.head.texts, (await cache.json(again.key)) ?? []);
      }
      return pair(entry?.head.texts ?? [], json);
    },
    async close() {
      await cache.close();
    },
  };
}

const pair = (texts: readonly Summary[], json: readonly string[]): ReadonlyMap<string, string> =>
  new Map(texts.map((text, index) => [srcOf(text), json[index] ?? '']));

const srcOf = ({policy, effective, language}: Summary): string => `${policy}/${effective}/${language}.json`;

/** It stands for a text that is at hand, so that its hash is never asked for. */
const toReference = (summary: Summary): TextReference => ({
  src: srcOf(summary),
  integrity: `sha256-${'A'.repeat(43)}=`,
  title: summary.title,
  audiences: summary.audiences,
});

interface Work {
  readonly listing: Listing;
  readonly known: Known;
  readonly cache: Cache;
  readonly settingsHash: string;
  /** Of all that is the same for every policy. */
  readonly base: string;
}

async function compilePolicy(
  policy: Id,
  claims: readonly Claim[],
  {listing, known, cache, settingsHash, base}: Work,
): Promise<{key: string; head: Head}> {
  const settings = settingsFor(policy, listing.settings);
  const bytes = await mapSome(claims, async ({file}) => readBytes(file));
  const records = await Promise.all(
    [...new Set(claims.map(({effective}) => effective))].map(
      async (effective) => await readFile(sourcesPath(listing.path, policy, effective)).catch(() => ''),
    ),
  );
  const key = hash([
    base,
    policy,
    JSON.stringify(settings, withoutPlaces),
    ...records,
    ...claims.flatMap(({file}, index) => [file, contentOf(bytes[index])]),
  ]);
  const kept = await cache.get(key);
  if (kept !== undefined && (kept.settings === undefined || kept.settings === settingsHash)) return {key, head: kept};

  await loadDetectors();
  const found: Finding[] = [];
  const texts = claims.flatMap((claim, index): PolicyText[] => {
    const text = bytes[index] && readClaim(claim, bytes[index], found);
    return text === undefined ? [] : [text];
  });
  const made = new Map(
    texts.map((text) => {
      const annotated = annotate(text, known, found);
      return [summarise(text, annotated), annotated] as const;
    }),
  );
  const draft = assembleTexts(
    {path: listing.path, settings, known, texts: [...made.keys()]},
    (summary): Text => made.get(summary) ?? {title: '', sections: []},
    [],
  );
  const examined = texts.length === 0 ? [] : await examineFolder({path: listing.path, settings, texts}, draft);
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
    head: await cache.put(key, {
      texts: [...made.keys()],
      found,
      examined,
      invalid,
      json,
      ...(inSettings && {settings: settingsHash}),
    }),
  };
}

/** What policies.yaml says that can concern this policy: nothing else is shown to the rules, so that nothing else can make a kept entry wrong. */
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

const contentOf = (bytes: Result<Uint8Array, Finding> | undefined): string | Uint8Array =>
  bytes === undefined ? '' : bytes.ok ? bytes.value : JSON.stringify(bytes.issues);
