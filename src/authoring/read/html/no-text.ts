/** What of a page is no text of the policy, by elements and roles, and what the report calls it. */
import type {Element} from 'hast';
import {attribute} from './tree.js';

/** Elements that are no text, whatever is in them. */
export const never: Readonly<Record<string, string>> = {
  script: 'A script',
  style: 'A style sheet',
  template: 'A template',
  noscript: 'What is for browsers without scripts',
  iframe: 'A frame',
  frame: 'A frame',
  object: 'An embedded object',
  embed: 'An embedded object',
  svg: 'A drawing',
  math: 'A formula',
  canvas: 'A drawing',
  video: 'A video',
  audio: 'A sound',
  map: 'An image map',
  select: 'A form’s choice',
  textarea: 'A form’s field',
  datalist: 'A form’s choice',
  progress: 'A gauge',
  meter: 'A gauge',
  dialog: 'A dialog',
};

/** Of these, one without letters is not worth a word. */
export const wordless = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'canvas',
  'map',
  'datalist',
  'progress',
  'meter',
]);

export const roles: Readonly<Record<string, string>> = {
  navigation: 'Navigation',
  search: 'A search form',
  dialog: 'A dialog',
  alertdialog: 'A dialog',
  menu: 'A menu',
  menubar: 'A menu',
  tablist: 'Tabs',
};
export const pageRoles: Readonly<Record<string, string>> = {
  banner: 'The page’s header',
  contentinfo: 'The page’s footer',
  complementary: 'A side column',
};
export const pageElements: Readonly<Record<string, string>> = {
  header: 'The page’s header',
  footer: 'The page’s footer',
  aside: 'A side column',
};

/** What to call an element that stands beside the main part. */
export const besideMain = (node: Element): string =>
  pageElements[node.tagName] ??
  pageRoles[attribute(node, 'role') ?? ''] ??
  roles[attribute(node, 'role') ?? ''] ??
  (node.tagName === 'nav' ? 'Navigation' : (never[node.tagName] ?? 'What stands beside the page’s main part'));
