/**
 * Marks of site generators in Markdown, which are no words: attribute lists of kramdown and Pandoc, tags of Liquid,
 * Jekyll and Hugo, what MDX runs. Ids and days in them are read; the rest is taken out and named. Lines keep their
 * numbers, and code is left alone.
 */
import {patterns} from '../../policy/validate.js';
import type {Doubt} from '../document/guess.js';

export interface Unmarked {
  readonly text: string;
  /** The day that a `datetime` attribute gives. */
  readonly day?: string;
  readonly doubts: readonly Doubt[];
}

type Kind = 'attributes' | 'tag' | 'include' | 'value' | 'comment' | 'program';

const sentences: Readonly<Record<Kind, (count: number, first: string) => readonly [string, string]>> = {
  attributes: (count, first) => [
    `${count === 1 ? `The attributes ${first}` : `${count} lists of attributes, the first of them ${first},`} say ` +
      'nothing that a policy has a place for, so they were left out.',
    'do nothing, or write {#id} in the Markdown where it should be linked to',
  ],
  tag: (count, first) => [
    `${count === 1 ? `${first} is a tag` : `${count} tags, the first of them ${first}, are`} of the ` +
      `program that made the page, so ${count === 1 ? 'it was' : 'they were'} left out; nothing was run.`,
    'write in the text what readers would have seen of it',
  ],
  include: (count, first) => [
    `${count === 1 ? `${first} brings` : `${count} tags, the first of them ${first}, bring`} in ` +
      'another file, which is not in the text.',
    'write what stands there in its place',
  ],
  value: (count, first) => [
    `${count === 1 ? `${first} stands` : `${count} marks, the first of them ${first}, stand`} for ` +
      `words that the program puts there; ${count === 1 ? 'it was' : 'they were'} kept as written.`,
    'write the words in its place',
  ],
  comment: (count, first) => [
    `${count === 1 ? 'A comment was' : `${count} comments were`} left out: ${first}.`,
    'write in the text what readers should see of it',
  ],
  program: (count, first) => [
    `${count === 1 ? `${first} is` : `${count} lines, the first of them ${first}, are`} a program’s, ` +
      `so ${count === 1 ? 'it was' : 'they were'} left out; nothing was run.`,
    'write in the text what it would have shown',
  ],
};

const list = /(?<!\\)\{:(?!:)([^{}\n]{0,400})\}/gu;
const atEnd = /(?<!\\)\{(:?)(?!:)([^{}\n]{0,400})\}[ \t]*$/u;
/** After a link or picture: only what nobody writes as words. */
const ofLinks = 'target|rel|class|style|width|height|title|lang|dir|role|loading|download';
const afterLink = new RegExp(String.raw`(?<=(?<!\\)\))\{((?:\.[a-z][\w-]*|(?:${ofLinks})=)[^{}\n]{0,200})\}`, 'gu');
// eslint-disable-next-line regexp/no-super-linear-move -- it is given 400 characters at most
const pieces = /#([^\s#.="]+)|(\p{L}[\p{L}\p{N}_-]*)\s*=\s*(?:["“]([^"”]*)["”]|([^\s"]+))|\S+/gu;
const fence = /^ {0,3}(?:>[ \t]?)*(?:[-*+][ \t]+)?(`{3,}|~{3,})/u;

export function takeMarks(text: string, isMdx: boolean): Unmarked {
  if (!/[{:]/.test(text)) return {text, doubts: []};
  const taker = new Taker(isMdx);
  return taker.take(text);
}

class Taker {
  readonly #isMdx: boolean;
  readonly #ids = new Set<string>();
  readonly #found = new Map<Kind, {count: number; first: string; line: number}>();
  #day: string | undefined;
  #line = 0;

  constructor(isMdx: boolean) {
    this.#isMdx = isMdx;
  }

  take(text: string): Unmarked {
    // A line with its ending, so that every ending stays what it is.
    const lines = text.split(/(?<=\n)/u);
    const result: string[] = [];
    let open: string | undefined;
    let until: RegExp | undefined;
    let isBlank = true;
    let isProgram = false;
    for (const [index, whole] of lines.entries()) {
      this.#line = index + 1;
      const ending = /\r?\n$/u.exec(whole)?.[0] ?? '';
      const line = whole.slice(0, whole.length - ending.length);
      const mark = fence.exec(line)?.[1];
      if (until !== undefined) {
        const end = until.exec(line);
        result.push((end === null ? '' : line.slice(end.index + end[0].length)) + ending);
        if (end !== null) until = undefined;
        continue;
      }
      if (open !== undefined) {
        if (mark?.startsWith(open) === true) open = undefined;
        result.push(whole);
        continue;
      }
      if (mark !== undefined) {
        open = mark;
        result.push(whole);
        continue;
      }
      if (isBlank && /^(?: {4}|\t)/u.test(line) && !result.some((before) => /^\s*(?:[-*+]|\d+[.)])\s/u.test(before))) {
        result.push(whole);
        continue;
      }
      isProgram = this.#isMdx && line.trim() !== '' && (isProgram || /^(?:import|export)\s/u.test(line));
      if (isProgram) {
        this.#note('program', line.trim());
        result.push(ending);
        continue;
      }
      const begun = /(?<!\\)(?:\{%-?\s*comment\s*-?%\}|\{::comment\})/u.exec(line);
      if (begun !== null) {
        until = line.includes('{%') ? /\{%-?\s*endcomment\s*-?%\}/u : /\{:\/(?:comment)?\}/u;
        const rest = line.slice(begun.index + begun[0].length);
        const end = until.exec(rest);
        this.#note('comment', `“${(rest.trim() || (lines[index + 1] ?? '').trim()).slice(0, 57)}”`);
        result.push(line.slice(0, begun.index) + (end === null ? '' : rest.slice(end.index + end[0].length)) + ending);
        if (end !== null) until = undefined;
        continue;
      }
      result.push(this.#takeLine(line, result) + ending);
      isBlank = line.trim() === '';
    }
    return {
      text: result.join(''),
      ...(this.#day !== undefined && {day: this.#day}),
      doubts: [...this.#found].map(([kind, {count, first, line}]): Doubt => {
        const [message, remedy] = sentences[kind](count, first);
        return {message, remedy, line};
      }),
    };
  }

  #takeLine(line: string, before: string[]): string {
    if (!/[{:]/.test(line)) return line;
    const alone = /^\{:(?!:)([^{}\n]{0,400})\}$/u.exec(line.trim());
    if (alone !== null) {
      this.#attachAbove(alone[1] ?? '', before);
      return '';
    }
    const box = line.trim();
    if (box.startsWith(':::')) {
      const after = box.replace(/^:+/u, '').trim();
      if (after !== '') this.#note('tag', `“${box.slice(0, 40)}”`);
      if (after.startsWith('{')) return '';
      const title = after.replace(/^[\w-]+/u, '').trim();
      return title.startsWith('[') && title.endsWith(']') ? title.slice(1, -1) : title;
    }
    const isBearer = /^[\s>]*(?:#{1,6}|[-*+]|\d+[.)])\s/u.test(line);
    const end = atEnd.exec(line);
    if (end !== null && isBearer) {
      const [, colon, inner = ''] = end;
      const looks = colon === ':' || /^\s*(?:[#.]|-\s*$|[\p{L}-]+\s*=)/u.test(inner);
      if (looks) return `${this.#takeSpans(line.slice(0, end.index)).trimEnd()}${this.#rewrite(inner)}`;
    }
    return this.#takeSpans(line);
  }

  /** Attributes in the line below what bears them. */
  #attachAbove(inner: string, before: string[]): void {
    const at = before.length - 1;
    const above = before[at] ?? '';
    if (/\btoc\b/u.test(inner) && /^\s*(?:[-*+]|\d+[.)])\s/u.test(above)) {
      before[at] = /\r?\n$/u.exec(above)?.[0] ?? '';
      return;
    }
    const kept = this.#rewrite(inner, /^\s*#{1,6}\s/u.test(above));
    const ending = /\r?\n$/u.exec(above)?.[0] ?? '';
    if (kept !== '') before[at] = `${above.trimEnd()}${kept}${ending}`;
  }

  /** Attributes as a policy's Markdown has them; what it has no place for is left out. */
  #rewrite(inner: string, mayBear = true): string {
    const kept: string[] = [];
    let isLeft = false;
    for (const [piece, name, key, quoted, bare] of inner.matchAll(pieces)) {
      const id = name ?? (key === 'id' ? (quoted ?? bare) : undefined);
      const value = quoted ?? bare ?? '';
      if (id !== undefined && mayBear && patterns.id.test(id.toLowerCase()) && !this.#ids.has(id.toLowerCase())) {
        this.#ids.add(id.toLowerCase());
        kept.unshift(`#${id.toLowerCase()}`);
      } else if ((key === 'audience' || key === 'data' || key === 'aliases') && mayBear) kept.push(`${key}="${value}"`);
      else if (key === 'datetime' || key === 'date') this.#day ??= value;
      else isLeft ||= id !== undefined || (piece !== '-' && !/^\.?(?:unnumbered|unlisted|no_toc|toc)$/u.test(piece));
    }
    if (isLeft) this.#note('attributes', `“{${inner.trim().slice(0, 40)}}”`);
    return kept.length === 0 ? '' : ` {${kept.join(' ')}}`;
  }

  /** Within a line, code apart. */
  #takeSpans(line: string): string {
    return line
      .split(/(`[^`]*`)/u)
      .map((part, index) => (index % 2 === 1 ? part : this.#takeSpansIn(part)))
      .join('');
  }

  #takeSpansIn(part: string): string {
    const leave = (kind: Kind, piece: string): string => {
      this.#note(kind, `“${piece.slice(0, 60)}”`);
      return '';
    };
    return part
      .replace(list, (_, inner: string) => this.#rewrite(inner, false))
      .replace(/(?<!\\)\{:[:/][^{}\n]{0,200}\}/gu, '')
      .replace(/(?<![\\!\]])\[([^[\]()\n]{1,400})\](?=\{\.[a-z])/gu, '$1{.}')
      .replace(/\{\.\}\{(\.[a-z][^{}\n]{0,200})\}/gu, (_, inner: string) => this.#rewrite(inner, false))
      .replace(afterLink, (_, inner: string) => this.#rewrite(inner, false))
      .replace(/(?<!\\)\{%-?\s*(\w*)[^%\n]{0,400}%\}/gu, (tag, name: string) =>
        leave(/^(?:include|include_relative|render|embed|import)$/u.test(name) ? 'include' : 'tag', tag),
      )
      .replace(/(?<!\\)\{\{(?:<[^>\n]{0,400}>|%[^%\n]{0,400}%)\}\}/gu, (tag) => leave('tag', tag))
      .replace(/(?<!\\)\{\{[^{}\n]{1,200}\}\}/gu, (mark) => {
        this.#note('value', `“${mark}”`);
        return mark;
      })
      .replace(/\{\/\*[^\n]{0,400}?\*\/\}/gu, (comment) => (this.#isMdx ? leave('comment', comment) : comment));
  }

  #note(kind: Kind, first: string): void {
    const found = this.#found.get(kind);
    if (found === undefined) this.#found.set(kind, {count: 1, first, line: this.#line});
    else found.count++;
  }
}
