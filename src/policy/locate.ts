/** Where in a bundle a section, a clause or a policy of some id stands, seen from what is chosen. */

import type {Bundle, Id} from './bundle.js';
import {isReference} from './clauses.js';
import {newestFirst} from './editions.js';
import {lookup} from './language.js';
import {select, type PolicyView} from './select.js';
import type {Selection, SelectionChange} from './selection.js';
import {isVisible, walk, type Part} from './walk.js';

export interface Location {
  readonly policy: Id;
  /** What has to be chosen for it to be seen; nothing where it is. */
  readonly changes: SelectionChange;
}

const partIn = ({text, policy}: Pick<PolicyView, 'text' | 'policy'>, id: Id): Part | 'whole' | undefined =>
  policy.id === id
    ? 'whole'
    : isReference(text)
      ? undefined
      : walk(text).find(({value}) => 'id' in value && value.id === id);

/**
 * The nearest place of that id: in the texts that are chosen, whoever they are for; then in other products' texts; then
 * in another language or edition, the newest first. Texts in files of their own that are not here yet are passed over.
 */
export const locate = (bundle: Bundle, selection: Selection, id: Id): Location | undefined => {
  const reading = selection.view ? {view: ''} : {};
  for (const product of selection.product ? [selection.product, ''] : [''])
    for (const document of select(bundle, {...selection, product}).documents) {
      const part = partIn(document, id);
      if (!part) continue;
      const {policy} = document;
      const isHidden = part !== 'whole' && !isVisible(part, selection.audiences);
      return {
        policy: policy.id,
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
        if (!text || !partIn({text, policy}, id)) continue;
        const isChosen = !selection.product || policy.products.includes(selection.product);
        return {
          policy: policy.id,
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
