/**
 * The one addition to Markdown: `{#id audience="visitor guest" data="payment"}`
 * at the end of a heading or list item; `aliases="old-id"` keeps links to an earlier id alive.
 *
 * It is looked for in the source rather than in the parsed text, so that an
 * escaped `\{` stays text.
 */
import type {Parent} from 'mdast';
import type {Id} from '../../../policy/bundle.js';
import {patterns} from '../../../policy/validate.js';
import {error, spot, type Finding, type Source, type Spot} from '../../findings/finding.js';
import {suggest} from '../../findings/nearest.js';

/** A name and where it stands. */
export interface Mention {
  readonly name: Id;
  readonly at: Spot;
}

export interface Attributes {
  /** Everything between the braces and the braces, as written. */
  readonly written: string;
  readonly at: Spot;
  readonly id?: Mention;
  /** No names at all stands for everyone. */
  readonly audiences?: readonly Mention[];
  readonly data?: readonly Mention[];
  /** Ids that it had once. */
  readonly aliases?: readonly Mention[];
  /** Whether the id is a page's, which has another in each language where a program made it of the heading. */
  readonly isOfPage?: boolean;
}

const keys: readonly string[] = ['audience', 'data', 'aliases'];

/** What stands in no braces of another meaning: `{#…` or `{name=`, with white space anywhere. */
const looksLikeAttributes = /\{\s*(?:#|[\p{L}-]+\s*=)[^{}\\\r\n]*\}$/u;

/** The attributes at the end of a heading or paragraph, if there are any. Wrong ones are reported and left out. */
export function readAttributes(node: Parent, source: Source, findings: Finding[]): Attributes | undefined {
  const start = node.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset ?? node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const match = looksLikeAttributes.exec(source.text.slice(start, end));
  if (match === null) return undefined;
  const from = start + match.index;
  if (isEscaped(source.text, from)) return undefined;
  return parse(match[0], from, source, findings);
}

/** Where kramdown's attributes stand, `{: .note }`, which are words here. */
export function findForeign(node: Parent, source: Source): Spot | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const match = /(?<!\\)\{:(?![:/])[^{}\r\n]{0,400}\}/u.exec(source.text.slice(start, end));
  return match === null ? undefined : spot(source, start + match.index, start + match.index + match[0].length);
}

function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text[offset - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

// eslint-disable-next-line regexp/no-super-linear-move -- what is no key is read by the last part, and not again
const piece = /\s+|#(?<id>[^\s#="]*)|(?<key>[^\s#="]+)\s*=\s*(?:"(?<quoted>[^"]*)"|(?<bare>[^\s#="]+))|\S+/gu;

function parse(written: string, from: number, source: Source, findings: Finding[]): Attributes {
  const at = spot(source, from, from + written.length);
  let id: Mention | undefined;
  const lists = new Map<string, readonly Mention[]>();
  for (const match of written.slice(1, -1).matchAll(piece)) {
    const offset = from + 1 + match.index;
    const [whole] = match;
    const {id: name, key, quoted, bare} = match.groups ?? {};
    if (whole.trim() === '') continue;
    const place = spot(source, offset, offset + whole.length);
    if (name !== undefined) {
      if (!patterns.id.test(name)) findings.push(error('bad-id', place, `“${name}” is no id. ${howIdsLook(name)}`));
      else if (id !== undefined)
        findings.push(error('bad-attributes', place, `There are two ids here, “${id.name}” and “${name}”. Keep one.`));
      else id = {name, at: place};
    } else if (key === undefined) {
      findings.push(
        error(
          'bad-attributes',
          place,
          `“${whole}” cannot stand here. Write attributes like {#id audience="visitor guest" data="payment"}.`,
        ),
      );
    } else if (!keys.includes(key)) {
      findings.push(error('bad-attributes', place, `There is no attribute “${key}”.${suggest(key, keys)}`));
    } else if (lists.has(key)) {
      findings.push(
        error('bad-attributes', place, `“${key}” stands here twice. Write all names in one: ${key}="one two".`),
      );
    } else {
      const value = quoted ?? bare ?? '';
      const begin = offset + whole.length - value.length - (quoted === undefined ? 0 : 1);
      const names = [...value.matchAll(/[^\s,]+/g)].map(([each], index, all) => ({
        each,
        at: begin + (all[index]?.index ?? 0),
      }));
      if (names.length === 0)
        findings.push(error('bad-attributes', place, `“${key}” names nothing. Name somebody, or take it out.`));
      else
        lists.set(
          key,
          names.map(({each, at: where}) => ({name: each, at: spot(source, where, where + each.length)})),
        );
    }
  }
  const audiences = lists.get('audience');
  const data = lists.get('data');
  const aliases = readAliases(lists.get('aliases'), id, findings);
  return {
    written,
    at,
    ...(id !== undefined && {id}),
    ...(audiences !== undefined && {audiences: leaveOutEveryone(audiences, findings)}),
    ...(data !== undefined && {data}),
    ...(aliases.length > 0 && {aliases}),
  };
}

function readAliases(names: readonly Mention[] = [], id: Mention | undefined, findings: Finding[]): readonly Mention[] {
  const [first] = names;
  if (first !== undefined && id === undefined) {
    findings.push(
      error(
        'bad-attributes',
        first.at,
        `Links to “${first.name}” can lead only to something that has an id. Write it first: ` +
          `{#id aliases="${names.map(({name}) => name).join(' ')}"}.`,
      ),
    );
    return [];
  }
  return names.filter(({name, at}) => {
    const isId = patterns.id.test(name);
    if (!isId) findings.push(error('bad-id', at, `“${name}” is no id. ${howIdsLook(name)}`));
    return isId;
  });
}

function leaveOutEveryone(audiences: readonly Mention[], findings: Finding[]): readonly Mention[] {
  const everyone = audiences.find(({name}) => name === 'everyone');
  if (everyone === undefined) return audiences;
  if (audiences.length > 1)
    findings.push(
      error('bad-attributes', everyone.at, '“everyone” stands alone. Take it out, or take the others out.'),
    );
  return [];
}

/** What an id may be made of, with a proposal where one can be made from the name. */
export function howIdsLook(name: string): string {
  const proposal = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/([._-])+/g, '$1')
    .replace(/^[._-]+|(?<![._-])[._-]+$/g, '');
  return (
    'An id has small letters a to z, digits, and between them “-”, “.” or ' +
    `“_”${proposal === '' || proposal === name ? '.' : `: “${proposal}”.`}`
  );
}
