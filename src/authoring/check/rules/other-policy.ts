/**
 * A text with the body of another policy, or of quite another edition, under the right title: most clauses that it
 * shares places with are of other lengths, or say other figures, addresses and links.
 */
import type {Inline} from '../../../policy/bundle.js';
import {warning, type Finding} from '../../findings/finding.js';
import {wordingsByKey, type CheckedText, type CheckedWording} from '../texts/checked-text.js';
import {lettersIn, likelyRatio} from '../texts/lengths.js';

/** Clauses that can be compared. */
const fewest = 5;
/** Of them, those that cannot be translations of each other. */
const most = 0.5;
/** In letters; what is shorter may be of any length in another language. */
const long = 20;
const [shortest, longest] = [0.5, 2];

export interface Others {
  readonly findings: readonly Finding[];
  /** What is told of here differs in everything. */
  readonly texts: ReadonlySet<CheckedText>;
}

export function findOtherPolicies(model: CheckedText, others: readonly CheckedText[]): Others {
  const texts = new Set<CheckedText>();
  const findings = others.flatMap((text) => {
    const there = wordingsByKey(text);
    const shared = model.wordings.flatMap((wording) => {
      const other = wording.kind === 'clause' ? there.get(wording.key) : undefined;
      return other === undefined ? [] : [isAnother(wording, model.language, other, text.language)];
    });
    const another = shared.filter((each) => each).length;
    if (shared.length < fewest || another < shared.length * most) return [];
    texts.add(text);
    return [
      warning(
        'other-policy',
        text.at,
        `${another} of the ${shared.length} clauses that this text shares with ${model.name} have other lengths, ` +
          'figures or links, as if this were the body of another policy or edition. Put the right text here.',
      ),
    ];
  });
  return {findings, texts};
}

/** Whether two wordings can hardly be translations of each other. */
function isAnother(one: CheckedWording, from: string, other: CheckedWording, to: string): boolean {
  const [letters, those] = [lettersIn(one.words, from) * likelyRatio(from, to), lettersIn(other.words, to)];
  if (Math.max(letters, those) >= long && (those < letters * shortest || those > letters * longest)) return true;
  const [marks, others] = [marksOf(one), marksOf(other)];
  return (marks.size > 0 || others.size > 0) && ![...marks].some((mark) => others.has(mark));
}

/** Figures of two digits and more, and whether anything leads out: few are the same by chance. */
function marksOf({words, content}: CheckedWording): ReadonlySet<string> {
  const found = new Set(words.replace(/^\s*\d+(?:\.\d+)+/u, '').match(/\p{Nd}{2,}/gu) ?? []);
  if (content.some(isLink)) found.add('link');
  return found;
}

const isLink = (piece: Inline): boolean => typeof piece !== 'string' && piece.type === 'link';
