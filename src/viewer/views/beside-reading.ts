/**
 * All views beside reading and search, in one file: what they share with one another and with the element makes the
 * bundler of dist/cdn split the element itself into five files where each is fetched by itself.
 */

import {render as renderChanges} from './changes/changes.js';
import {render as renderCompare} from './compare/compare.js';
import {render as renderGlance} from './glance/glance.js';
import type {ViewContext} from './views.js';

export {renderSearch} from './search/search.js';
export {renderLine} from './changes/changes.js';

export const render = (context: ViewContext): unknown => {
  switch (context.view.selection.view) {
    case 'glance':
      return renderGlance(context);
    case 'compare':
      return renderCompare(context);
    case 'changes':
      return renderChanges(context);
    default:
      return undefined;
  }
};
