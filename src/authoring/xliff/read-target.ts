/** A unit's translation as it came back → its words, with the marks that it may have. */
import type {Inline} from '../../policy/bundle.js';
import {plainText} from '../../policy/clauses.js';
import {error, warning, type Finding} from '../findings/finding.js';
import {listAnd} from '../findings/nearest.js';
import {canonical, decode, encode, sameMark, type Codes, type Mark, type Token} from './codes.js';
import type {Translation} from './merge-translation.js';
import {lettersOf, type XliffUnit} from './read-xliff.js';
import type {Unit} from './units.js';

export function readTarget(
  unit: Unit,
  back: XliffUnit,
  target: readonly Token[],
  isChanged: boolean,
  there: Unit | undefined,
  {marks}: Translation,
  findings: Finding[],
): readonly Inline[] | undefined {
  const codes: Codes = new Map();
  encode(unit.content, codes);
  const allowed = (mark: Mark | undefined): Mark | undefined =>
    marks.find((known) => mark !== undefined && sameMark(known, mark));
  const own = (id: string): Mark | undefined => codes.get(id);
  const decoded = decode(target, ({id, mark}) => (isChanged ? (allowed(mark) ?? own(id)) : (own(id) ?? allowed(mark))));
  const written = tagAsLetters.exec(lettersOf(target));
  if (written !== null && codes.size > 0 && !tagAsLetters.test(plainText(unit.content))) {
    findings.push(
      error(
        'bad-tags',
        back.at,
        `The translation of “${unit.id}” has its tags as letters: ${written[0]}. ` +
          'Put the source’s tags in their place, or have a tool translate it that knows tags.',
      ),
    );
    return undefined;
  }
  if (!decoded.ok) {
    findings.push(
      ...decoded.issues.map((issue) => error('bad-tags', back.at, `The translation of “${unit.id}” ${issue}.`)),
    );
    return undefined;
  }
  const content = unit.kind === 'title' || unit.kind === 'heading' ? onOneLine(decoded.value) : decoded.value;
  if (unit.kind === 'title' || isChanged || (there !== undefined && alike(there.content, content))) return content;
  const used = marksIn(content);
  const lost = [...codes].filter(([, mark]) => !used.some((other) => sameMark(mark, other)));
  for (const [id, mark] of lost) {
    if ('to' in mark)
      findings.push(
        error(
          'missing-tag',
          back.at,
          `The translation of “${unit.id}” lacks the link that is tag ${id} in its source, to ` +
            `${mark.kind === 'reference' ? `“${mark.to}”` : mark.to}. Put the tag in.`,
        ),
      );
  }
  const plain = lost.filter(([, mark]) => !('to' in mark)).map(([id]) => id);
  if (plain.length > 0)
    findings.push(
      warning(
        'missing-tag',
        back.at,
        `The translation of “${unit.id}” lacks the ${plain.length === 1 ? 'tag' : 'tags'} ` +
          `${listAnd(plain)} of its source. It was taken without; put ${plain.length === 1 ? 'it' : 'them'} ` +
          `in if the text needs ${plain.length === 1 ? 'it' : 'them'}.`,
      ),
    );
  return content;
}

/** What a tool leaves that shows tags as text and does not make tags of them again. */
const tagAsLetters = /<\/?(?:g|x|bx|ex|bpt|ept|ph|pc|sc|ec)(?: [^<>]*)?\/?>/;

export function marksIn(content: readonly Inline[]): Mark[] {
  const codes: Codes = new Map();
  encode(content, codes);
  return [...codes.values()];
}

/** Neither a title nor a heading can have a line break. */
const onOneLine = (content: readonly Inline[]): Inline[] =>
  canonical(
    content.map(function flatten(piece): Inline {
      return typeof piece === 'string' ? piece.replaceAll('\n', ' ') : {...piece, content: piece.content.map(flatten)};
    }),
  );

export const alike = (a: readonly Inline[], b: readonly Inline[]): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
