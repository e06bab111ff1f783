/** Small pieces of HTML that all pages use, and how a tree becomes a file. */
import type {Element, ElementContent, Nodes, Text} from 'hast';
import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';
import type {LanguageTag} from '../../policy/bundle.js';
import {direction} from '../../policy/language.js';

/** A heading; HTML has elements for six levels, so deeper ones say theirs. */
export const heading = (level: number, content: ElementContent[] | string): Element =>
  h(`h${Math.min(level, 6)}`, level > 6 ? {ariaLevel: level} : {}, content);

/** Children each on a line of its own. Only where white space shows nowhere. */
export const stack = (children: readonly ElementContent[]): ElementContent[] =>
  children.length === 0 ? [] : [...children.flatMap((child) => [text('\n'), child]), text('\n')];

export const text = (value: string): Text => ({type: 'text', value});

/** The attributes of a part in a language of its own; none where it is that of the part around it. */
export const inLanguage = (language: LanguageTag, around?: LanguageTag): {lang?: string; dir?: string} =>
  language === around ? {} : {lang: language, dir: direction(language)};

/** Data for machines. Nothing in it can end the script element or mean something to the HTML parser. */
export const dataBlock = (type: string, data: unknown): Element => {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return h('script', {type}, json);
};

/** The parser would take a bare carriage return for a line feed, and drop a zero. */
export const serialise = (tree: Nodes): string =>
  `${toHtml(tree).replaceAll('\r', '&#13;').replaceAll('\0', '\ufffd')}\n`;
