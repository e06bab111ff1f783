/**
 * How a language speaks to an audience: the frames around its words in a heading ("Information for …"), and the
 * openings of sentences that say who or what the reader is ("If you are a …", "If you visit our office …").
 */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {isUnspaced} from '../document/guess.js';
import {fold, foldText} from '../vocabulary/fold.js';
import {wordsOf} from '../vocabulary/language-words.js';

export interface Frame {
  /** Folded, with the space that stands beside the audience. */
  readonly before: string;
  readonly after: string;
  /** Whether the frame turns to the audience ("for …", "if you are …") rather than speaking of it ("data of …"). */
  readonly turns: boolean;
}

export interface Framed {
  readonly frame: Frame;
  /** What stands in it, as offsets in the folded text. */
  readonly start: number;
  readonly end: number;
}

interface Act {
  readonly id: Id;
  readonly words: readonly string[];
  readonly text: string;
}

interface Speech {
  readonly unspaced: boolean;
  /** The longest first. */
  readonly headings: readonly Frame[];
  readonly youAre: readonly Frame[];
  readonly leads: readonly string[];
  readonly acts: readonly Act[];
  readonly joins: ReadonlySet<string>;
}

const gap = '{audience}';
/** What may stand between an act's words: "apply [to us] for a job". */
const mostBetween = 4;

const speeches = new Map<LanguageTag, Speech>();

function speechOf(language: LanguageTag): Speech | undefined {
  const known = speeches.get(language);
  if (known !== undefined) return known;
  const words = wordsOf(language);
  if (words === undefined) return undefined;
  const {headings, 'you-are': youAre, 'you-act': youAct} = words.frames;
  const unspaced = isUnspaced(language);
  // A language's plainest frame of one word is its "for"; where it takes two, as in Hindi, the plainest of all.
  const around = headings.map(foldText).filter((frame) => frame !== gap);
  const plainest = around.find((frame) => besides(frame).length === 1) ?? around[0] ?? '';
  const turning = besides(plainest).join(' ');
  const address = new Set(youAre);
  // As a word of its own: where "for" is written together with the role, "about" may end in its letter, as in Hebrew.
  const isLast = (before: string, word: string): boolean =>
    unspaced ? before.trim().endsWith(word) : ` ${before.trim()}`.endsWith(` ${word}`);
  const isFirst = (after: string, word: string): boolean => `${after.trim()} `.startsWith(`${word} `);
  const toFrame = (frame: string): Frame => {
    const [before = '', after = ''] = foldText(frame).split(gap);
    const turns = address.has(frame) || (turning !== '' && (isLast(before, turning) || isFirst(after, turning)));
    return {before, after, turns};
  };
  const framesOf = (list: readonly string[]): readonly Frame[] =>
    list
      .filter((frame) => frame !== gap && frame.includes(gap))
      .map(toFrame)
      .sort((a, b) => lengthOf(b) - lengthOf(a));
  const speech = {
    unspaced,
    headings: framesOf([...headings, ...youAre]),
    youAre: framesOf(youAre),
    leads: youAct.map(foldText).sort((a, b) => b.length - a.length),
    acts: Object.entries(words.audiences).flatMap(([id, {acts}]) =>
      acts.map((act) => ({id, text: foldText(act), words: foldText(act).split(' ')})),
    ),
    joins: new Set(words.joins.map(foldText)),
  };
  speeches.set(language, speech);
  return speech;
}

const lengthOf = ({before, after}: Frame): number => before.length + after.length;

const besides = (frame: string): readonly string[] => frame.replace(gap, ' ').trim().split(/\s+/u);

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Every frame that a heading stands in, the longest first. */
export function framesAround(text: string, language: LanguageTag): readonly Framed[] {
  const speech = speechOf(language);
  return (speech?.headings ?? []).flatMap((frame): Framed[] => {
    const end = text.length - frame.after.length;
    return end > frame.before.length && text.startsWith(frame.before) && text.endsWith(frame.after)
      ? [{frame, start: frame.before.length, end}]
      : [];
  });
}

/** Whom a heading or opening names by what they do: "If you apply for a job". Nothing where it goes on with more. */
export function actorsOf(text: string, language: LanguageTag): readonly Id[] {
  const speech = speechOf(language);
  const rest = speech === undefined ? undefined : afterLead(text, speech.leads, speech.unspaced);
  if (speech === undefined || rest === undefined) return [];
  const said = text.slice(rest).trim();
  const words = said.split(' ');
  // What is said after a comma or an "and" is another thing.
  if (/[,;،、，]/u.test(said)) return [];
  const found = speech.acts.filter(
    (act) =>
      (speech.unspaced ? said.startsWith(act.text) : isAct(words, act.words)) &&
      words.every((word) => act.words.includes(word) || !speech.joins.has(word)),
  );
  const longest = Math.max(...found.map((act) => act.text.length));
  return [...new Set(found.filter((act) => act.text.length === longest).map(({id}) => id))];
}

/** Whether the words are the act's in its order, with a few between or after them. */
function isAct(words: readonly string[], act: readonly string[]): boolean {
  if (words.length > act.length + mostBetween) return false;
  let at = 0;
  for (const word of words) if (word === act[at]) at++;
  return at === act.length && words[0] !== undefined && (words[0] === act[0] || words.length <= act.length + 2);
}

/** Where a text goes on after "If you". */
function afterLead(text: string, leads: readonly string[], unspaced: boolean): number | undefined {
  const lead = leads.find(
    (each) => text.startsWith(each) && (unspaced || /['’]$/u.test(each) || !letter.test(text.charAt(each.length))),
  );
  return lead?.length;
}

/** Whether a section turns to its reader: "If you …", "When you are …". */
export const addressesReader = (text: string, language: LanguageTag): boolean =>
  afterAddress(text, language) !== undefined;

/** What follows "If you are", or "If you" where that is all; nothing where a text turns to nobody. */
export function afterAddress(text: string, language: LanguageTag): string | undefined {
  const speech = speechOf(language);
  if (speech === undefined) return undefined;
  const trimmed = text.trim();
  const {text: folded, starts} = fold(trimmed.slice(0, 400));
  const frame = speech.youAre.find(
    ({before}) => before !== '' && folded.startsWith(before) && folded.length > before.length,
  );
  const rest = frame?.before.length ?? afterLead(folded, speech.leads, speech.unspaced);
  return rest === undefined ? undefined : trimmed.slice(starts[rest] ?? trimmed.length);
}

/**
 * Whom a text's opening speaks to: in "If you are a visitor, we use …", "a visitor". Nothing where it turns to
 * nobody.
 */
export const addressedIn = (text: string, language: LanguageTag): string | undefined =>
  /^[^,:;.،؛，：；。]{0,80}(?=[,:;.،؛，：；。])/u.exec(afterAddress(text, language) ?? '')?.[0].trim();
