/** What only prerendered pages say. */

import {msg} from '@lit/localize';

export const pageWords = {
  skip: () => msg('Skip to the text', {id: 'skip'}),
};
