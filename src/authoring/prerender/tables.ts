/** Which tables may be too wide for a page, and what they are called. */

import type {Table} from '../../policy/bundle.js';
import {plainText} from '../../policy/walk.js';

/** Up to three columns fit the narrowest page: the style sheet sees to it (src/look/text.css). */
export const isWide = ({head, rows}: Table): boolean => head.length > 3 || rows.some(({cells}) => cells.length > 3);

/** A table by its columns; by its first row where they have no names. */
export const nameOfTable = ({head, rows}: Table): string =>
  (head.length ? head : (rows[0]?.cells ?? [])).map(plainText).join(' · ');
