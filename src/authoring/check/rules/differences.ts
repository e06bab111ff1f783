/** What differs between the languages of one edition, where readers should find the same. */
import type {Id, LanguageTag, Text} from '../../../policy/bundle.js';
import {isClause, walk, type Part} from '../../../policy/walk.js';
import {compare, warning, type Finding, type Place} from '../../findings/finding.js';
import {listAnd} from '../../findings/nearest.js';
import type {PolicyText} from '../../folder/folder.js';
import type {Settings} from '../../folder/settings.js';
import {groupBy} from '../../collections/group.js';
import {differToo, findOutliers, nameAll, type Outlier} from './outliers.js';

/** Beyond this many, differences are told of together. */
const mostOneByOne = 5;

/**
 * Each text is held against one, that of the prevailing language or of the first; and that one against the others
 * where they agree.
 */
export function findDifferences(
  texts: readonly PolicyText[],
  settings: Settings,
  languages: readonly LanguageTag[],
): Finding[] {
  const editions = groupBy(texts, ({policy, edition}) => `${policy}/${edition}`);
  const prevailing = new Map(settings.policies.map(({id, prevails}) => [id, prevails?.language]));
  return [...editions.values()].flatMap((edition) => {
    const prevails = prevailing.get(edition[0]?.policy ?? '');
    const inOrder = [...edition].sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language));
    const binding = inOrder.find(({language}) => language === prevails);
    const model = binding ?? inOrder[0];
    if (model === undefined || inOrder.length < 2) return [];
    const others = inOrder.filter((text) => text !== model);
    return [...findMissing([model, ...others]), ...compareEdition(model, others, binding !== undefined)];
  });
}

function compareEdition(model: PolicyText, others: readonly PolicyText[], prevails: boolean): Finding[] {
  const outlines = new Map([model, ...others].map((text) => [text, outline(text.reading.text)]));
  const partOf = (text: PolicyText, id: Id): OutlinePart | undefined => outlines.get(text)?.get(id);
  const missing = new Map(
    others.map((other) => [other, new Set([...missingIds(model, other), ...missingIds(other, model)])]),
  );
  const sectionsIn = (text: PolicyText): number => [...(outlines.get(text)?.values() ?? [])].filter(isSection).length;
  const explained = (other: PolicyText, id: Id): boolean => {
    const away = missing.get(other);
    return (
      away !== undefined &&
      [...(partOf(model, id)?.clauses ?? []), ...(partOf(other, id)?.clauses ?? [])].some((clause) => away.has(clause))
    );
  };
  const judge = <T>(valueOf: (text: PolicyText) => T | undefined): readonly Outlier<PolicyText, T>[] =>
    findOutliers(model, others, prevails, valueOf);
  return [
    ...judge((text) => ((missing.get(text)?.size ?? 0) > 0 ? undefined : sectionsIn(text))).map(
      ({text, value, expected, rivals, more}) =>
        warning(
          'sections-differ',
          text.file,
          `This text has ${count(value, 'section')} and ${named(rivals)} ${hasOrHave(rivals)} ${expected}. ` +
            `${differToo(more)}Make their headings and breaks alike.`,
        ),
    ),
    ...[...(outlines.get(model)?.keys() ?? [])].flatMap((id) => {
      const at = (text: PolicyText): Place => text.reading.places.get(id) ?? {file: text.file};
      return [
        ...judge((text) => partOf(text, id)?.audiences).map(({text, value, expected, rivals, more}) =>
          warning(
            'audiences-differ',
            at(text),
            `This is for ${value || 'everyone'}, and in ${named(rivals)} for ${expected || 'everyone'}. ` +
              `${differToo(more)}Make them alike.`,
          ),
        ),
        ...judge((text) => (explained(text, id) ? undefined : partOf(text, id)?.clauses.length)).map(
          ({text, value, expected, rivals, more}) =>
            warning(
              'clauses-differ',
              at(text),
              `This has ${count(value, 'clause')}, and in ${named(rivals)} ${expected}. ` +
                `${differToo(more)}Make them alike, so that readers who switch language stay in their place.`,
            ),
        ),
      ];
    }),
  ];
}

const missingIds = (from: PolicyText, to: PolicyText): Id[] =>
  [...from.reading.written.keys()].filter((id) => !to.reading.places.has(id));

/** Each id once, however many texts lack it. */
function findMissing(texts: readonly PolicyText[]): Finding[] {
  const ids = [...new Set(texts.flatMap(({reading}) => [...reading.written.keys()]))];
  const split = ids
    .map((id) => ({
      id,
      having: texts.filter(({reading}) => reading.written.has(id)),
      lacking: texts.filter(({reading}) => !reading.places.has(id)),
    }))
    .filter(({lacking}) => lacking.length > 0);
  const alike = groupBy(split, ({having, lacking}) =>
    [having, lacking].map((some) => some.map(({language}) => language).join()).join('/'),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    const [holder] = first?.having ?? [];
    const [lacker, ...moreLackers] = first?.lacking ?? [];
    if (first === undefined || holder === undefined || lacker === undefined) return [];
    const {having, lacking} = first;
    if (group.length <= mostOneByOne) {
      return group.map(({id}) =>
        warning(
          'missing-clause',
          holder.reading.written.get(id) ?? holder.file,
          `“${id}” is not in ${named(lacking)}. Add it there, or give it the same id.`,
        ),
      );
    }
    const some = `${group
      .slice(0, mostOneByOne)
      .map(({id}) => `“${id}”`)
      .join(', ')} and more`;
    return [
      moreLackers.length === 0
        ? warning(
            'missing-clauses',
            lacker.file,
            `This text lacks ${group.length} sections or clauses that ${named(having)} ${hasOrHave(having)}: ` +
              `${some}. Add them, or give them their ids.`,
          )
        : warning(
            'missing-clauses',
            holder.file,
            `This text has ${group.length} sections or clauses that ${named(lacking)} lack: ${some}. ` +
              'Add them there, or give them their ids.',
          ),
    ];
  });
}

const named = (texts: readonly PolicyText[]): string => nameAll(texts.map(({language}) => `${language}.md`));
const hasOrHave = ({length}: readonly unknown[]): string => (length === 1 ? 'has' : 'have');
const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

interface OutlinePart {
  readonly kind: 'section' | 'item';
  /** The clauses that stand directly in it. */
  readonly clauses: readonly Id[];
  /** In words; empty for everyone. */
  readonly audiences: string;
}

const isSection = ({kind}: OutlinePart): boolean => kind === 'section';

/** Sections, and the list items that are for some audience or hold clauses, by id. */
function outline(text: Text): ReadonlyMap<Id, OutlinePart> {
  const parts = new Map<Id, OutlinePart>();
  const words = (ids: readonly Id[] | undefined): string =>
    listAnd([...(ids ?? [])].sort(compare).map((id) => `“${id}”`));
  const clauses = new Map<Part | undefined, Id[]>();
  for (const part of walk(text)) {
    if (isClause(part)) clauses.get(holderOf(part))?.push(part.value.id);
    if (part.kind !== 'section' && part.kind !== 'item') continue;
    const own: Id[] = [];
    clauses.set(part, own);
    parts.set(part.value.id, {kind: part.kind, clauses: own, audiences: words(part.value.audiences)});
  }
  return parts;
}

/** The section or item that a clause stands in, whatever list or table is between. */
const holderOf = ({around}: Part): Part | undefined =>
  around?.kind === 'list' || around?.kind === 'table' ? around.around : around;
