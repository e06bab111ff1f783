/** The words of the table of data by audience. */

import {msg, str} from '@lit/localize';

export const glanceWords = {
  caption: () => msg('Which data is named for whom, and why', {id: 'glance-caption'}),
  data: () => msg('Data', {id: 'glance-data'}),
  everyone: () => msg('Everyone', {id: 'glance-everyone'}),
  you: (audience: string) => msg(str`${audience} (you)`, {id: 'glance-you'}),
  showFor: () => msg('Show for', {id: 'glance-show-for'}),
  named: () => msg('named', {id: 'glance-named'}),
  notNamed: () => msg('not named', {id: 'glance-not-named'}),
  nothing: () => msg('The points shown here name no data that we recognise.', {id: 'glance-nothing'}),
};
