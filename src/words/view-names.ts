/** The names of the views, which are read once a policy is shown. */

import {msg} from '@lit/localize';

export const viewNames = {
  all: () => msg('Ways to read', {id: 'views'}),
  reading: () => msg('Full text', {id: 'view-reading'}),
  glance: () => msg('At a glance', {id: 'view-glance'}),
  compare: () => msg('Compare', {id: 'view-compare'}),
  search: () => msg('Search', {id: 'search'}),
  changes: () => msg('What changed', {id: 'view-changes'}),
};
