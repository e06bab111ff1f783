/** Where in a bundle a section, a clause or a policy of some id stands, seen from what is chosen. */

import type {Bundle, Edition, Id} from './bundle.js';
import {isReference} from './clauses.js';
import {newestFirst} from './editions.js';
import {lookup} from './language.js';
import {select, type PolicyView} from './select.js';
import type {Selection, SelectionChange} from './selection.js';
import {isVisible, walk, type Part} from './walk.js';

export interface Location {
  readonly policy: Id;
  /** The id it has there, where it was asked for by one that it had once; that of the policy for all of it. */
  readonly id: Id;
  /** What has to be chosen for it to be seen; nothing where it is. */
  readonly changes: SelectionChange;
}

/** The id that something has in an edition, by any it has or had; one that it has goes before. */
export const currentId = ({aliases = {}}: Edition, id: Id): Id =>
  Object.hasOwn(aliases, id) ? (aliases[id] ?? id) : id;

interface Found {
  readonly id: Id;
  /** Absent for the whole policy. */
  readonly part?: Part;
}

const findIn = (
  {text, policy, edition}: Pick<PolicyView, 'text' | 'policy' | 'edition'>,
  id: Id,
): Found | undefined => {
  if (policy.id === id) return {id};
  if (isReference(text)) return undefined;
  for (const own of new Set([id, currentId(edition, id)])) {
    const part = walk(text).find(({value}) => 'id' in value && value.id === own);
    if (part) return {id: own, part};
  }
  return undefined;
};

/**
 * The nearest place of that id: in the texts that are chosen, whoever they are for; then in other products' texts; then
 * in another language or edition, the newest first. Texts in files of their own that are not here yet are passed over.
 */
export const locate = (bundle: Bundle, selection: Selection, id: Id): Location | undefined => {
  const reading = selection.view ? {view: ''} : {};
  for (const product of selection.product ? [selection.product, ''] : [''])
    for (const document of select(bundle, {...selection, product}).documents) {
      const found = findIn(document, id);
      if (!found) continue;
      const {policy} = document;
      const isHidden = found.part && !isVisible(found.part, selection.audiences);
      return {
        policy: policy.id,
        id: found.id,
        changes: {
          ...reading,
          ...(product !== selection.product && {product: policy.products[0] ?? ''}),
          ...(isHidden && {audiences: []}),
        },
      };
    }
  for (const policy of bundle.policies)
    for (const edition of newestFirst(policy.editions)) {
      const answer = lookup(selection.language, Object.keys(edition.texts));
      const others = Object.keys(edition.texts).filter((language) => language !== answer);
      for (const language of answer ? [answer, ...others] : others) {
        const text = edition.texts[language];
        const found = text && findIn({text, policy, edition}, id);
        if (!found) continue;
        const isChosen = !selection.product || policy.products.includes(selection.product);
        return {
          policy: policy.id,
          id: found.id,
          changes: {
            ...reading,
            edition: edition.id,
            audiences: [],
            ...(language !== answer && {language}),
            ...(!isChosen && {product: policy.products[0] ?? ''}),
          },
        };
      }
    }
  return undefined;
};
