/**
 * Inline pieces ⇄ what a translator sees: text with numbered tags, which may move but
 * not change. A link's address and a reference's target are in no text that anybody
 * translates.
 */
import type {Inline} from '../../policy/bundle.js';
import {failed, ok, unreachable, type Result} from '../../policy/result.js';
import {readReference, writeReference} from '../folder/reference-address.js';
import {settleBreaks, tidy} from '../folder/markdown/inline.js';

/** What a tag means. */
export type Mark =
  | {readonly kind: 'strong'}
  | {readonly kind: 'emphasis'}
  | {readonly kind: 'link'; readonly to: string}
  | {readonly kind: 'reference'; readonly to: string}
  | {readonly kind: 'break'};

/** Text, or a tag. `id` says which mark it is; `pair` which opening a closing belongs to. */
export type Token = string | Tag;

export type Tag =
  | {readonly type: 'open'; readonly id: string; readonly pair: string; readonly mark?: Mark}
  | {readonly type: 'close'; readonly pair: string}
  | {readonly type: 'single'; readonly id: string; readonly mark?: Mark};

export type Codes = Map<string, Mark>;

export const sameMark = (a: Mark, b: Mark): boolean =>
  a.kind === b.kind && ('to' in a ? a.to : '') === ('to' in b ? b.to : '');

/**
 * Content as tokens. A mark that `codes` has already gets its id, each id once; any other is added with the next
 * number.
 */
export function encode(content: readonly Inline[], codes: Codes): Token[] {
  const free = [...codes];
  let pairs = 0;
  const idOf = (mark: Mark): string => {
    const index = free.findIndex(([, other]) => sameMark(mark, other));
    const [known] = index === -1 ? [] : free.splice(index, 1);
    if (known !== undefined) return known[0];
    const id = String(codes.size + 1);
    codes.set(id, mark);
    return id;
  };
  const walk = (pieces: readonly Inline[]): Token[] =>
    pieces.flatMap((piece): Token[] => {
      if (typeof piece === 'string') {
        return piece.split('\n').flatMap((line, index): Token[] => {
          const mark: Mark = {kind: 'break'};
          return [
            ...(index === 0 ? [] : [{type: 'single', id: idOf(mark), mark} as const]),
            ...(line === '' ? [] : [line]),
          ];
        });
      }
      const mark = markOf(piece);
      if (mark === undefined) return walk(piece.content);
      const id = idOf(mark);
      const pair = String(++pairs);
      return [{type: 'open', id, pair, mark}, ...walk(piece.content), {type: 'close', pair}];
    });
  return walk(content);
}

function markOf(piece: Exclude<Inline, string>): Mark | undefined {
  switch (piece.type) {
    case 'strong':
      return {kind: 'strong'};
    case 'emphasis':
      return {kind: 'emphasis'};
    case 'link':
      return {kind: 'link', to: piece.href};
    case 'reference':
      return {
        kind: 'reference',
        // An id within the text, or where another policy stands from it.
        to: piece.policy === undefined ? (piece.to ?? '') : writeReference(piece),
      };
    // The vocabulary's phrases are found anew in the translation.
    case 'annotation':
      return undefined;
    default:
      return unreachable(piece);
  }
}

interface Open {
  readonly pair: string;
  readonly mark: Mark;
  readonly content: Inline[];
}

/** Tokens as content, or what is wrong with the tags: the end of a sentence that begins with the unit's name. */
export function decode(
  tokens: readonly Token[],
  meaning: (tag: Exclude<Tag, {type: 'close'}>) => Mark | undefined,
): Result<Inline[], string> {
  const issues: string[] = [];
  const top: Inline[] = [];
  const open: Open[] = [];
  const unknown = new Set<string>();
  const put = (piece: Inline): void => {
    (open.at(-1)?.content ?? top).push(piece);
  };
  const end = (): void => {
    const last = open.pop();
    if (last !== undefined) put(wrap(last.mark, last.content));
  };
  for (const token of tokens) {
    if (typeof token === 'string') {
      put(token.replace(/(?:(?<![ \t])[ \t]+)?\n[ \t]*/g, '\r'));
    } else if (token.type === 'close') {
      if (unknown.has(token.pair)) continue;
      if (open.at(-1)?.pair === token.pair) end();
      else
        issues.push(
          open.some(({pair}) => pair === token.pair)
            ? 'has tags that cross each other. Close each before the one around it'
            : 'closes a tag that it does not open. Take that one out',
        );
    } else {
      const mark = meaning(token);
      if (mark === undefined || (mark.kind === 'break') !== (token.type === 'single')) {
        if (token.type === 'open') unknown.add(token.pair);
        issues.push(
          `has a tag “${token.id}” that its source does not have. Take it out, or put the source’s tag in its place`,
        );
      } else if (token.type === 'single') {
        put('\n');
      } else {
        open.push({pair: token.pair, mark, content: []});
      }
    }
  }
  if (open.length > 0 && issues.length === 0) issues.push('opens a tag that it does not close. Close it');
  return issues.length > 0 ? failed([...new Set(issues)]) : ok(canonical(top));
}

function wrap(mark: Mark, content: readonly Inline[]): Inline {
  switch (mark.kind) {
    case 'strong':
      return {type: 'strong', content};
    case 'emphasis':
      return {type: 'emphasis', content};
    case 'link':
      return {type: 'link', href: mark.to, content};
    case 'reference':
      return {type: 'reference', ...(readReference(mark.to) ?? {to: mark.to}), content};
    case 'break':
      return '\n';
  }
}

/** Content without what Markdown cannot hold: white space at the ends and around line breaks, marks around nothing. */
export function canonical(content: readonly Inline[]): Inline[] {
  const join = (pieces: readonly Inline[]): Inline[] =>
    tidy(
      pieces.flatMap((piece): Inline[] => {
        if (typeof piece === 'string') return [piece.replace(/(?:(?<![ \t])[ \t]+)?\n[ \t]*/g, '\n')];
        const inner = join(piece.content);
        return inner.length === 0 ? [] : [{...piece, content: inner}];
      }),
    );
  return trimAt('end', trimAt('start', join(settleBreaks(join(content)))));
}

function trimAt(side: 'start' | 'end', content: readonly Inline[]): Inline[] {
  const piece = side === 'start' ? content[0] : content.at(-1);
  if (piece === undefined) return [];
  const rest = side === 'start' ? content.slice(1) : content.slice(0, -1);
  const trimmed =
    typeof piece === 'string'
      ? piece.replace(side === 'start' ? /^[ \t\n]+/ : /(?<![ \t\n])[ \t\n]+$/, '')
      : {...piece, content: trimAt(side, piece.content)};
  const isEmpty = typeof trimmed === 'string' ? trimmed === '' : trimmed.content.length === 0;
  if (isEmpty) return trimAt(side, rest);
  return side === 'start' ? [trimmed, ...rest] : [...rest, trimmed];
}
