/** What differs between the languages of one edition, where readers should find the same. */
import type {Block, Id, LanguageTag, Section, Text} from '../../policy/bundle.js';
import {compare, warning, type Finding} from '../finding.js';
import type {PolicyText} from '../folder.js';
import {groupBy} from '../group.js';
import {listAnd} from '../nearest.js';
import type {Settings} from '../settings.js';

/** Beyond this many, differences are told of together. */
const mostOneByOne = 5;

/** Each text is held against one: that of the prevailing language, or of the first. */
export function findDifferences(texts: readonly PolicyText[], settings: Settings, languages: readonly LanguageTag[]): Finding[] {
  const editions = groupBy(texts, ({policy, effective}) => `${policy}/${effective}`);
  const prevailing = new Map(settings.policies.map(({id, prevails}) => [id, prevails?.language]));
  return [...editions.values()].flatMap((edition) => {
    const prevails = prevailing.get(edition[0]?.policy ?? '');
    const inOrder = [...edition].sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language));
    const model = inOrder.find(({language}) => language === prevails) ?? inOrder[0];
    return model === undefined ? [] : inOrder.filter((text) => text !== model).flatMap((text) => comparePair(model, text));
  });
}

function comparePair(model: PolicyText, other: PolicyText): Finding[] {
  const [expected, found] = [outline(model.reading.text), outline(other.reading.text)];
  const missing = [...missingIds(model, other), ...missingIds(other, model)];
  const unexplained = (section: Id): boolean => [...expected.get(section)?.clauses ?? [], ...found.get(section)?.clauses ?? []].every((id) => !missing.includes(id));
  const findings = [...reportMissing(model, other), ...reportMissing(other, model)];
  const [sections, wanted] = [[...found.values()].filter(isSection).length, [...expected.values()].filter(isSection).length];
  if (sections !== wanted && missing.length === 0) {
    findings.push(warning('sections-differ', other.file, `This text has ${count(sections, 'section')} and ${name(model)} has ${wanted}. Make their headings and breaks alike.`));
  }
  for (const [id, {clauses, audiences}] of expected) {
    const there = found.get(id);
    const at = other.reading.places.get(id) ?? {file: other.file};
    if (there === undefined) continue;
    if (there.audiences !== audiences) {
      findings.push(warning('audiences-differ', at, `This is for ${there.audiences || 'everyone'}, and in ${name(model)} for ${audiences || 'everyone'}. Make them alike.`));
    }
    if (there.clauses.length !== clauses.length && unexplained(id)) {
      findings.push(warning('clauses-differ', at, `This has ${count(there.clauses.length, 'clause')}, and in ${name(model)} ${clauses.length}. Make them alike, so that readers who switch language stay in their place.`));
    }
  }
  return findings;
}

const missingIds = (from: PolicyText, to: PolicyText): Id[] =>
  [...from.reading.written.keys()].filter((id) => !to.reading.places.has(id));

function reportMissing(from: PolicyText, to: PolicyText): Finding[] {
  const ids = missingIds(from, to);
  if (ids.length > mostOneByOne) {
    const some = ids.slice(0, mostOneByOne).map((id) => `“${id}”`);
    return [warning('missing-clauses', to.file, `This text lacks ${ids.length} sections or clauses that ${name(from)} has: ${some.join(', ')} and more. Add them, or give them their ids.`)];
  }
  return ids.map((id) => warning('missing-clause', from.reading.written.get(id) ?? from.file, `“${id}” is not in ${name(to)}. Add it there, or give it the same id.`));
}

const name = ({language}: PolicyText): string => `${language}.md`;
const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

interface Part {
  readonly kind: 'section' | 'item';
  /** The clauses that stand directly in it. */
  readonly clauses: readonly Id[];
  /** In words; empty for everyone. */
  readonly audiences: string;
}

const isSection = ({kind}: Part): boolean => kind === 'section';

/** Sections, and the list items that are for some audience or hold clauses, by id. */
function outline(text: Text): ReadonlyMap<Id, Part> {
  const parts = new Map<Id, Part>();
  const words = (ids: readonly Id[] | undefined): string => listAnd([...ids ?? []].sort(compare).map((id) => `“${id}”`));
  const clausesIn = (blocks: readonly Block[]): Id[] => blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph': return [block.id];
      case 'table': return block.rows.map(({id}) => id);
      case 'list': return block.items.map((item) => {
        parts.set(item.id, {kind: 'item', clauses: clausesIn(item.blocks ?? []), audiences: words(item.audiences)});
        return item.id;
      });
    }
  });
  const walk = (sections: readonly Section[]): void => {
    for (const section of sections) {
      parts.set(section.id, {kind: 'section', clauses: clausesIn(section.blocks), audiences: words(section.audiences)});
      walk(section.sections ?? []);
    }
  };
  walk(text.sections);
  return parts;
}
