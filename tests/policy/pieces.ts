/** Short ways to write the policy that a test is about. */
import type {Block, Id, Item, Paragraph, Row, Section, Text} from '../../src/policy/bundle.js';

export const paragraph = (id: Id): Paragraph => ({type: 'paragraph', id, content: [id]});

export const item = (id: Id, audiences?: readonly Id[], blocks?: readonly Block[]): Item => ({
  id,
  content: [id],
  ...(audiences && {audiences}),
  ...(blocks && {blocks}),
});

export const list = (...items: readonly Item[]): Block => ({type: 'list', items});

export const table = (...rows: readonly Id[]): Block => ({
  type: 'table',
  head: [['Why'], ['How long']],
  rows: rows.map((id): Row => ({id, cells: [[id], ['a year']]})),
});

export const section = (id: Id, parts: Partial<Section> = {}): Section => ({id, heading: [id], blocks: [], ...parts});

export const text = (...sections: readonly Section[]): Text => ({title: 'A policy', sections});

/**
 * The ids of the clauses that a reader sees, found without the code under test: a clause is
 * what has an id and words of its own, and it shows where it and all around it are for the reader.
 */
export const clausesShown = (value: unknown, chosen: readonly Id[] = []): Id[] => {
  if (Array.isArray(value)) return value.flatMap((entry) => clausesShown(entry, chosen));
  if (typeof value !== 'object' || value === null) return [];
  const {id, audiences} = value as {id?: Id; audiences?: readonly Id[]};
  if (audiences && chosen.length > 0 && !audiences.some((audience) => chosen.includes(audience))) return [];
  const own = id !== undefined && ('content' in value || 'cells' in value) ? [id] : [];
  return [...own, ...Object.values(value).flatMap((entry) => clausesShown(entry, chosen))];
};
