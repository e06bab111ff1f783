/** Today where the reader is: the model asks no clock. */

import type {IsoDate} from '../policy/bundle.js';

export const today = (now = new Date()): IsoDate =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
