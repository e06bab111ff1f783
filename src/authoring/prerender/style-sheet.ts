/**
 * The one style sheet of prerendered pages: what they share with the viewer, what is theirs, a height for each size
 * of section.
 */
import base from '../../look/base.css?inline';
import contents from '../../look/contents.css?inline';
import contrast from '../../look/contrast.css?inline';
import document from '../../look/document.css?inline';
import text from '../../look/text.css?inline';
import page from './page.css?inline';
import {sizes} from './size-sections.js';

export const styleSheet = [
  base,
  text,
  document,
  contents,
  contrast,
  page,
  ...sizes.map((size) => `[data-lines="${size}"] { --_lines: ${size}; }`),
].join('\n');
