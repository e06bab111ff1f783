/** What a Markdown file says of itself before it begins, in YAML: data only, nothing in it is run. */
import {isAlias, isMap, isScalar, isSeq, parseDocument} from 'yaml';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, spot, type Finding, type Source} from '../findings/finding.js';
import type {Doubt} from '../document/guess.js';
import {asLanguageTag} from '../recognise/recognise-language.js';
import {readDay, readVersion} from '../recognise/recognise-edition.js';
import type {FrontMatter} from '../document/document.js';

export interface Opened {
  readonly front: FrontMatter;
  /** The file with empty lines in the front matter's place, so that every other line keeps its number. */
  readonly body: Source;
  readonly doubts: readonly Doubt[];
}

const fence = /^---[ \t]*\r?\n(?<yaml>[\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;
/** TOML, JSON, and programs that some site makers would run. */
const between = String.raw`[ \t]*\r?\n[\s\S]*?\r?\n`;
const otherFence = new RegExp(
  String.raw`^(?:\+\+\+${between}\+\+\+|;;;${between};;;|---(?<kind>[a-z]+)${between}---)[ \t]*(?:\r?\n|$)`,
  'u',
);
/** In characters: more is no front matter. */
const largest = 64 * 1024;

const keys = {
  title: ['title'],
  language: ['language', 'lang', 'locale'],
  effective: [
    'effective',
    'effective-date',
    'effective_date',
    'effectiveDate',
    'valid-from',
    'valid_from',
    'validFrom',
  ],
  date: ['date'],
  changed: [
    'last_updated',
    'last-updated',
    'lastUpdated',
    'last_updated_at',
    'updated',
    'updated_at',
    'updatedAt',
    'last_modified',
    'last-modified',
    'lastModified',
    'last_modified_at',
    'lastmod',
    'modified',
    'revised',
    'last_revised',
    'lastRevised',
  ],
  version: ['version'],
  addresses: ['permalink', 'url', 'slug', 'canonical', 'canonical_url', 'canonicalUrl', 'aliases', 'redirect_from'],
  policy: ['policy'],
  product: ['product'],
} as const;

export function readFrontMatter(source: Source): Result<Opened, Finding> {
  const other = otherFence.exec(source.text);
  if (other !== null) {
    const kind = other.groups?.['kind'];
    return ok({
      front: {},
      body: without(source, other[0]),
      doubts: [
        {
          message:
            `The lines between ${kind === undefined ? other[0].slice(0, 3) : `---${kind}`} and ` +
            `${other[0].slice(0, 3)} at the beginning are not YAML, so they were left out; nothing in them was ` +
            'run.',
          remedy: 'say what they say with --title, --language and --effective',
          line: 1,
        },
      ],
    });
  }
  const opening = fence.exec(source.text);
  if (opening === null) return ok({front: {}, body: source, doubts: []});
  const yaml = opening.groups?.['yaml'] ?? '';
  const start = opening[0].indexOf('\n') + 1;
  if (yaml.length > largest)
    return failed([
      error(
        'front-matter',
        spot(source, start),
        `The lines between --- at the beginning are longer than ${largest / 1024} kB. Shorten them, or take them out.`,
      ),
    ]);
  // Between two rules stands text, not front matter.
  if (/^[ \t]*[^\s#]/mu.test(yaml) && !/^[^\s#][^\r\n]*?:(?:\s|$)/mu.test(yaml))
    return ok({front: {}, body: source, doubts: []});
  const document = parseDocument(yaml, {schema: 'failsafe', logLevel: 'silent'});
  const [problem] = document.errors;
  if (problem !== undefined) {
    return failed([
      error(
        'front-matter',
        spot(source, start + problem.pos[0]),
        'The lines between --- at the beginning are no YAML from here on. Mend them, or take them out.',
      ),
    ]);
  }
  const used = new Set<string>();
  const read = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const node = document.get(name, true);
      // An alias is not followed: that is how small files become large.
      if (isScalar(node) && typeof node.value === 'string' && node.value !== '') {
        used.add(name);
        return node.value;
      }
    }
    return undefined;
  };
  const [title, language, effective, policy, product] = [
    read(keys.title),
    read(keys.language),
    read(keys.effective),
    read(keys.policy),
    read(keys.product),
  ];
  const tag = asLanguageTag(language ?? '') ?? 'en';
  /** What is said under one of these names, where it can be used. */
  const readUsable = <T>(names: readonly string[], make: (text: string) => T | undefined) => {
    for (const name of names) {
      const wasUsed = used.has(name);
      const text = read([name]);
      const value = text === undefined ? undefined : make(text);
      if (value !== undefined) return {name, value};
      if (!wasUsed) used.delete(name);
    }
    return undefined;
  };
  const date = readUsable(keys.date, (text) => readDay(text, tag));
  const changed = readUsable(keys.changed, (text) => readDay(text, tag));
  const version = readUsable(keys.version, readVersion)?.value;
  const found = date ?? changed;
  const otherDay = found && {
    day: found.value,
    why: `its front matter’s “${found.name}”`,
    isLikely: found === date,
  };
  const addresses = keys.addresses.flatMap((name): string[] => {
    const node = document.get(name, true);
    const one = read([name]);
    const all = isSeq(node) ? node.items.flatMap((item) => (isScalar(item) ? String(item.value) : [])) : [];
    if (all.length > 0) used.add(name);
    return one === undefined ? all : [one];
  });
  const unused = isMap(document.contents)
    ? document.contents.items.flatMap(({key, value}) => {
        const name = isScalar(key) ? String(key.value) : '…';
        return used.has(name) || (isScalar(value) && value.value === '')
          ? []
          : [isAlias(value) ? `${name} (an alias)` : name];
      })
    : [];
  return ok({
    front: {
      ...(title !== undefined && {title}),
      ...(language !== undefined && {language}),
      ...(effective !== undefined && {effective}),
      ...(policy !== undefined && {policy}),
      ...(product !== undefined && {product}),
      ...(otherDay !== undefined && {otherDay}),
      ...(version !== undefined && {version}),
      ...(addresses.length > 0 && {addresses}),
    },
    body: without(source, opening[0]),
    doubts:
      unused.length === 0
        ? []
        : [
            {
              message:
                'A policy has no place for what the front matter says under ' +
                `“${unused.slice(0, 12).join('”, “')}”${unused.length > 12 ? ' and more' : ''}; it was left out.`,
              remedy: 'write it in the text if readers need it',
              line: 1,
            },
          ],
  });
}

const without = ({file, text}: Source, opening: string): Source => ({
  file,
  text: opening.replace(/[^\r\n]/gu, '') + text.slice(opening.length),
});
