/**
 * Clauses that are far longer or shorter than their originals make likely, and those that say the same where their
 * originals do not, or the reverse.
 */
import {groupBy} from '../../collections/group.js';
import {warning, type Finding} from '../../findings/finding.js';
import {foldText} from '../../vocabulary/fold.js';
import {wordingsByKey, type CheckedText, type CheckedWording} from '../texts/checked-text.js';
import {lengthRatio, lettersIn, likelyRatio} from '../texts/lengths.js';

/** In letters of the original. */
const long = 60;
const shortest = 0.45;
/** Where sentences are fewer too. */
const shorter = 0.6;
const longest = 2.3;
/** Where sentences are more too. */
const longer = 1.8;

export function findSizes(model: CheckedText, others: readonly CheckedText[]): Finding[] {
  const found = others.flatMap((text) => {
    const there = wordingsByKey(text);
    const both = model.wordings.flatMap((wording) => {
      const other = there.get(wording.key);
      return other === undefined || wording.kind === 'title' ? [] : [{wording, other}];
    });
    const lengths = both.flatMap(({wording, other}) => {
      const [letters, own] = [lettersIn(wording.words, model.language), lettersIn(other.words, text.language)];
      if (wording.kind !== 'clause' || own === 0) return [];
      const likely = letters * lengthRatio(model, text, wording);
      const [sentences, found] = [sentencesIn(wording.words), sentencesIn(other.words)];
      const isShort = letters >= long && own < likely * (found < sentences ? shorter : shortest);
      if (
        !isShort &&
        (own < long * lengthRatio(model, text, wording) || own <= likely * (found > sentences ? longer : longest))
      )
        return [];
      return [
        warning(
          'length-differs',
          other.at(),
          `This is much ${isShort ? 'shorter' : 'longer'} than the clause in ${model.name}: ` +
            `${Math.round(own)} letters, where about ${Math.round(likely)} are likely. ` +
            `${isShort ? 'Translate all of it' : 'See what was added'}.`,
        ),
      ];
    });
    const told = new Set(lengths.map(({place}) => JSON.stringify(place)));
    return [
      ...lengths,
      ...findInconsistent(model, both, text.language).filter(({place}) => !told.has(JSON.stringify(place))),
    ];
  });
  // Where most translations say otherwise what the original says twice, they have their reasons.
  const lineOf = ({place}: Finding): number => ('line' in place ? place.line : 0);
  const isReasoned = (finding: Finding): boolean => {
    const alike = found.filter(
      ({code, place}) => code === finding.code && lineOf(finding) === lineOf({...finding, place}),
    );
    return finding.code === 'translated-two-ways' && alike.length > 2 && alike.length * 2 > others.length;
  };
  return found.filter((finding) => !isReasoned(finding));
}

/** Ends of sentences before another begins, as far as signs tell. */
const sentencesIn = (words: string): number =>
  words.match(/[.!?。！？؟।](?=\s+[\p{Lu}\p{Lo}]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu)?.length ?? 0;

interface Both {
  readonly wording: CheckedWording;
  readonly other: CheckedWording;
}

/** Letters and digits in small letters, without the number of the clause: a full stop more is no other sentence. */
const plain = ({words}: CheckedWording): string =>
  foldText(words)
    .replace(/^\s*\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-z]\))\s/u, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
/** In letters: shorter ones depend on what stands around them. */
const telling = 25;

function findInconsistent(model: CheckedText, both: readonly Both[], language: string): Finding[] {
  const clauses = both
    .filter(({wording}) => wording.kind === 'clause' || wording.kind === 'heading')
    .map((each) => ({...each, from: plain(each.wording), to: plain(each.other)}))
    .filter(({from, to}) => from.length >= telling && to !== '');
  const twoWays = [...groupBy(clauses, ({from}) => from).values()].flatMap((alike) => {
    const [first, ...rest] = alike;
    const other = rest.find(({to}) => to !== first?.to);
    return first === undefined || other === undefined
      ? []
      : [
          warning(
            'translated-two-ways',
            other.other.at(),
            `${model.name} says the same here as at “${nameOf(first.other)}”, and this text does not. ` +
              'Translate them alike.',
          ),
        ];
  });
  const oneWay = [...groupBy(clauses, ({to}) => to).values()].flatMap((alike) => {
    const [first, ...rest] = alike;
    const second = rest.find(({from}) => first !== undefined && !isAlike(from, first.from));
    if (first === undefined || second === undefined || first.to.length < telling / 3) return [];
    // The one that is farther from the length of its original is likelier to be wrong.
    const misfit = ({from, to}: {from: string; to: string}): number =>
      Math.abs(Math.log(to.length / from.length / likelyRatio(model.language, language)));
    const [other, right] = misfit(first) > misfit(second) ? [first, second] : [second, first];
    return [
      warning(
        'translated-as-another',
        other.other.at(),
        `This says the same as at “${nameOf(right.other)}”, and in ${model.name} they say different things. ` +
          'Translate what belongs here.',
      ),
    ];
  });
  return [...twoWays, ...oneWay];
}

const nameOf = ({id, words}: CheckedWording): string => (id === '' ? words.slice(0, 30) : id);

/** Half of their words are the same. */
function isAlike(one: string, other: string): boolean {
  const [these, those] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const shared = [...these].filter((word) => those.has(word)).length;
  return shared * 2 >= Math.min(these.size, those.size);
}
