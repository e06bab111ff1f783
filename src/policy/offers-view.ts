/** Which ways of looking at policies have something to show. */

import type {Bundle} from './bundle.js';
import type {View} from './select.js';

/** Whether a view beside reading has something to show of what is chosen; one that is not known here always has. */
export const offersView = (name: string, bundle: Bundle, view: View): boolean => {
  switch (name) {
    case 'glance':
      return bundle.vocabulary.some(({kind}) => kind === 'data');
    case 'changes':
      return view.documents.some(({policy}) => policy.editions.length > 1);
    case 'compare':
      return [view.languages, view.audiences, view.products, view.editions].some((choices) => choices.length > 1);
    default:
      return true;
  }
};
