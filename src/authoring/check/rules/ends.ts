/**
 * How clauses end: a sentence with its full stop in one language and without in another, a question that became a
 * statement. What a text does again and again is its style.
 */
import {warning, type Finding} from '../../findings/finding.js';
import {groupBy} from '../../collections/group.js';
import {wordingsByKey, type CheckedText, type CheckedWording} from '../texts/checked-text.js';

type End = 'stop' | 'question' | 'exclamation' | 'colon' | 'open';

const signs: readonly (readonly [End, RegExp])[] = [
  ['stop', /[.。．｡۔।…]$/u],
  ['question', /[?？؟]$/u],
  ['exclamation', /[!！]$/u],
  ['colon', /[:：]$/u],
];
/** Written without a sign at the end of a sentence. */
const without = /^(?:th|lo|km|my)\b/u;
/** Their share of all that could be the same, from which on they are a style. */
const rare = 0.08;
/** In as few, two are a style already. */
const few = 8;
/** In letters: what is shorter is a heading, a cell, a name. */
const long = 40;

function endOf({words}: CheckedWording, language: string): End {
  const bare = lastSign(words);
  if (/^el\b/u.test(language) && /;$/u.test(bare)) return 'question';
  return signs.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'open';
}

/** The last that is no space, bracket or quotation mark. */
function lastSign(words: string): string {
  for (let at = words.length - 1; at >= 0; at--) if (!closing.test(words.charAt(at))) return words.charAt(at);
  return '';
}
const closing = /[\s)）\]"”“«»’'」』》]/u;

const called: Readonly<Record<End, string>> = {
  stop: 'with a full stop',
  question: 'with a question mark',
  exclamation: 'with an exclamation mark',
  colon: 'with a colon',
  open: 'without a full stop',
};

/** Where most translations end alike, and otherwise than the original, the original is told of, once. */
export function findEnds(model: CheckedText, others: readonly CheckedText[]): Finding[] {
  const byKey = new Map(others.map((text) => [text, wordingsByKey(text)]));
  const told = new Map<string, Finding>();
  for (const wording of others.length < 3 || without.test(model.language) ? [] : model.wordings) {
    if (wording.kind !== 'clause' || weigh(wording.words) < long) continue;
    const own = endOf(wording, model.language);
    const ends = others.flatMap((text) => {
      const other = byKey.get(text)?.get(wording.key);
      return other === undefined || without.test(text.language) ? [] : [endOf(other, text.language)];
    });
    const most = (Object.keys(called) as End[]).find(
      (end) => end !== own && ends.filter((each) => each === end).length * 2 > ends.length + 1,
    );
    if (most === undefined) continue;
    const message = `This ends ${called[own]}, and most of the others ${called[most]}. Make them alike.`;
    told.set(wording.key, warning('ends-differ', wording.at(), message));
  }
  return [...told.values(), ...compareEnds(model, others, told)];
}

function compareEnds(
  model: CheckedText,
  others: readonly CheckedText[],
  told: ReadonlyMap<string, Finding>,
): Finding[] {
  return others.flatMap((text) => {
    if (without.test(text.language) || without.test(model.language)) return [];
    const there = wordingsByKey(text);
    const compared = model.wordings.flatMap((wording) => {
      const other = wording.kind === 'clause' && !told.has(wording.key) ? there.get(wording.key) : undefined;
      // A letter of the East says about as much as three.
      const letters = other === undefined ? 0 : weigh(other.words);
      return other === undefined || letters < long || weigh(wording.words) < long
        ? []
        : [{other, here: endOf(other, text.language), expected: endOf(wording, model.language)}];
    });
    return [...groupBy(compared, ({expected}) => expected).values()].flatMap((alike) =>
      [...groupBy(alike, ({here}) => here)].flatMap(([end, some]) => {
        const [first] = some;
        const isStyle = some.length > Math.max(alike.length < few ? 1 : 2, alike.length * rare);
        // One sentence alone says nothing of what is usual.
        if (first === undefined || end === first.expected || isStyle || alike.length < 3) return [];
        return some.map(({other, expected}) =>
          warning(
            'ends-differ',
            other.at(),
            `This ends ${called[end]}, and in ${model.name} ${called[expected]}. Make them alike.`,
          ),
        );
      }),
    );
  });
}

const weigh = (words: string): number =>
  (words.match(/\p{L}/gu)?.length ?? 0) +
  2 * (words.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0);
