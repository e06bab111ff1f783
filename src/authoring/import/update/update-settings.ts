/** Adds to a folder's policies.yaml what imported texts bring. What stands there, comments too, stays as it is. */
import {Document, isMap, isScalar, isSeq, parseDocument, YAMLMap, type YAMLSeq} from 'yaml';
import type {Id, LanguageTag} from '../../../policy/bundle.js';

export interface Additions {
  readonly title: string;
  readonly languages: readonly LanguageTag[];
  readonly audiences: readonly NamedAddition[];
  readonly products: readonly NamedAddition[];
  readonly policies: readonly {readonly id: Id; readonly products: readonly Id[]}[];
}

export interface NamedAddition {
  readonly id: Id;
  readonly names: Readonly<Record<LanguageTag, string>>;
}

const opening = ` What the texts in the folders beside this file have in common. A text says what
 it is by where it stands: <policy>/<day it took effect>/<language>.md
 A version or “undated” stands in the day's place where nobody knows it.
 The first language is the default one. An audience's name answers "Which describes you?".`;

/** The file's new text; the old one where nothing is to be added. */
export function updateSettings(existing: string | undefined, additions: Additions): string {
  const document = existing === undefined ? newDocument() : parseDocument(existing, {schema: 'core'});
  let changed = existing === undefined;
  const change = (): void => {
    changed = true;
  };
  if (!document.has('title')) {
    document.set('title', document.createNode(additions.title));
    change();
  }
  const languages = sequence(document, 'languages', true);
  for (const tag of additions.languages) {
    if (languages.items.some((item) => String(isScalar(item) ? item.value : item).toLowerCase() === tag.toLowerCase()))
      continue;
    languages.add(document.createNode(tag));
    change();
  }
  for (const [key, entries] of [
    ['audiences', additions.audiences],
    ['products', additions.products],
  ] as const) {
    if (entries.length === 0) continue;
    const list = sequence(document, key, false);
    for (const {id, names} of entries) {
      const entry = entryWith(list, id);
      if (entry === undefined) {
        list.add(document.createNode({id, names}));
        change();
      } else if (addNames(document, entry, names)) change();
    }
  }
  const policies = sequence(document, 'policies', false);
  for (const {id, products} of additions.policies) {
    const entry = entryWith(policies, id);
    if (entry === undefined) {
      const node = document.createNode({id, products});
      const list = node.get('products', true);
      if (isSeq(list)) list.flow = true;
      policies.add(node);
      change();
    } else if (addProducts(document, entry, products)) change();
  }
  return changed ? document.toString({lineWidth: 0, flowCollectionPadding: false}) : (existing ?? '');
}

function newDocument(): Document {
  const document = new Document({});
  document.commentBefore = opening;
  return document;
}

function sequence(document: Document, key: string, flow: boolean): YAMLSeq {
  const found = document.get(key, true);
  if (isSeq(found)) return found;
  const made = document.createNode<unknown[]>([]);
  if (flow) made.flow = true;
  document.set(key, made);
  return made;
}

const entryWith = (list: YAMLSeq, id: Id): YAMLMap | undefined =>
  list.items.find((item): item is YAMLMap => isMap(item) && String(item.get('id')) === id);

/** Names in languages that the entry has none in; one name for all languages is left alone. */
function addNames(document: Document, entry: YAMLMap, names: NamedAddition['names']): boolean {
  const existing = entry.get('names', true);
  if (existing !== undefined && !isMap(existing)) return false;
  if (existing === undefined) {
    entry.set('names', document.createNode(names));
    return true;
  }
  const missing = Object.entries(names).filter(([tag]) => !existing.has(tag));
  for (const [tag, name] of missing) existing.set(tag, name);
  return missing.length > 0;
}

function addProducts(document: Document, entry: YAMLMap, products: readonly Id[]): boolean {
  const existing = entry.get('products', true);
  if (!isSeq(existing)) {
    // A policy without products is that of the product it is named after.
    if (products.every((id) => id === entry.get('id'))) return false;
    entry.set('products', document.createNode(products));
    return true;
  }
  const missing = products.filter(
    (id) => !existing.items.some((item) => String(isScalar(item) ? item.value : item) === id),
  );
  for (const id of missing) existing.add(document.createNode(id));
  return missing.length > 0;
}
