/** Text and attributes as XML has them. */

/** What XML cannot hold, even escaped (XML 1.0 §2.2). */
export const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');

/** With its quotation marks. */
export const attribute = (text: string): string =>
  `"${escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;

/** The text with a sign in the place of what XML cannot hold. */
export const writable = (text: string): string => text.replace(new RegExp(unwritable, 'gu'), '\uFFFD');
