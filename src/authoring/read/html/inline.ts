/** Inline content of an HTML tree → Markdown's, with white space as a browser would show it. */
import type {Nodes as HtmlNodes} from 'hast';
import type {Emphasis, Link, PhrasingContent, Strong} from 'mdast';
import {textOf} from '../../document/document.js';

type Mark = Strong | Emphasis | Link;

const isMark = (node: PhrasingContent): node is Mark =>
  node.type === 'strong' || node.type === 'emphasis' || node.type === 'link';

/** Written without spaces between words: a line's end there is nothing. */
const unspaced = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Bopomofo}\\u3000-\\u303f\\uff00-\\uffef]';
const unspacedEnd = new RegExp(`(?<=${unspaced})[ \\t]*[\\n\\r]\\s*(?=${unspaced})`, 'gu');

/**
 * Runs of white space become one space; a no-break space is no white space here, but several in a row only keep words
 * apart.
 */
export const collapse = (text: string): string =>
  text
    .replace(unspacedEnd, '')
    .replace(/(?<![ \t\r\n\u00a0])[ \t\r\n\u00a0]+/g, (run) => (/\u00a0[^\u00a0]*\u00a0/.test(run) ? ' ' : run))
    .replace(/[ \t\r\n\f\u2028\u2029]+/g, ' ');

/**
 * White space once between words and none at either end or beside a break; marks
 * without space at their edges, none empty, none twice, those that touch joined.
 */
export function tidyInline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const flat = spaceOnce(join(nodes.flatMap((node) => simplify(node, []))));
  return join(flat);
}

function simplify(node: PhrasingContent, within: readonly string[]): PhrasingContent[] {
  if (!isMark(node)) return [node];
  // A link holds no link, and strong in strong is no stronger.
  const again = within.includes(node.type);
  const children = join(node.children.flatMap((child) => simplify(child, [...within, node.type])));
  if (again) return children;
  const [before, inner, after] = hoist(children);
  if (inner.every((child) => textOf(child).trim() === '')) return [...before, ...inner, ...after];
  return [...before, {...node, children: inner}, ...after];
}

/** White space and breaks at the edges, taken out of a mark. */
function hoist(children: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[], PhrasingContent[]] {
  const [before, inner, after]: [PhrasingContent[], PhrasingContent[], PhrasingContent[]] = [[], [...children], []];
  for (let first = inner[0]; first !== undefined; first = inner[0]) {
    const space = first.type === 'text' ? (/^[ \u00a0\u3000]+/u.exec(first.value)?.[0] ?? '') : '';
    if (first.type !== 'break' && space === '') break;
    inner.shift();
    if (first.type !== 'text') before.push(first);
    else {
      before.push({type: 'text', value: space});
      if (first.value !== space) {
        inner.unshift({...first, value: first.value.slice(space.length)});
        break;
      }
    }
  }
  for (let last = inner.at(-1); last !== undefined; last = inner.at(-1)) {
    const space = last.type === 'text' ? (/(?<![ \u00a0\u3000])[ \u00a0\u3000]+$/u.exec(last.value)?.[0] ?? '') : '';
    if (last.type !== 'break' && space === '') break;
    inner.pop();
    if (last.type !== 'text') after.unshift(last);
    else {
      after.unshift({type: 'text', value: space});
      if (last.value !== space) {
        inner.push({...last, value: last.value.slice(0, last.value.length - space.length)});
        break;
      }
    }
  }
  return [before, inner, after];
}

/** Texts side by side as one, and marks of one kind. */
function join(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && node.value === '') continue;
    if (last?.type === 'text' && node.type === 'text')
      result[result.length - 1] = {...last, value: last.value + node.value};
    else if (
      last !== undefined &&
      isMark(last) &&
      isMark(node) &&
      last.type === node.type &&
      (last.type !== 'link' || (node.type === 'link' && last.url === node.url))
    ) {
      result[result.length - 1] = {...last, children: join([...last.children, ...node.children])};
    } else result.push(node);
  }
  return result;
}

function spaceOnce(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  let spaced = true;
  /** The last text so far, to take a space off its end before a break. */
  let last: {value: string} | undefined;
  const walk = (node: PhrasingContent): PhrasingContent => {
    if (node.type === 'text') {
      const value = (spaced ? node.value.replace(/^ +/, '') : node.value).replace(/ +/g, ' ');
      const made = {...node, value};
      if (value !== '') {
        spaced = value.endsWith(' ');
        last = made;
      }
      return made;
    }
    if (node.type === 'break') {
      if (last !== undefined) last.value = last.value.replace(/(?<! ) +$/, '');
      spaced = true;
      last = undefined;
      return node;
    }
    if ('children' in node) return {...node, children: node.children.map(walk)};
    spaced = false;
    last = undefined;
    return node;
  };
  const result = nodes.map(walk);
  if (last !== undefined) last.value = last.value.replace(/(?<! ) +$/, '');
  return result;
}

/** Two breaks and more end a paragraph. */
export function splitParagraphs(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const paragraphs: PhrasingContent[][] = [[]];
  for (const [index, node] of nodes.entries()) {
    const current = paragraphs.at(-1) ?? [];
    if (node.type !== 'break') {
      current.push(node);
      continue;
    }
    const [previous, next] = [nodes[index - 1], nodes[index + 1]];
    if (previous === undefined || next === undefined) continue;
    if (previous.type === 'break' || next.type === 'break') {
      if (current.length > 0) paragraphs.push([]);
    } else current.push(node);
  }
  return paragraphs.filter((paragraph) => paragraph.some((node) => textOf(node).trim() !== ''));
}

const inlineElements = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'br',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'img',
  'input',
  'ins',
  'kbd',
  'label',
  'mark',
  'output',
  'q',
  'rb',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'button',
]);

const otherElements = new Set([
  'address',
  'applet',
  'area',
  'article',
  'aside',
  'audio',
  'blockquote',
  'body',
  'canvas',
  'caption',
  'center',
  'col',
  'colgroup',
  'datalist',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'embed',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'frame',
  'frameset',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'iframe',
  'legend',
  'li',
  'link',
  'main',
  'map',
  'math',
  'menu',
  'meta',
  'nav',
  'noscript',
  'object',
  'ol',
  'optgroup',
  'option',
  'p',
  'picture',
  'pre',
  'script',
  'search',
  'section',
  'select',
  'source',
  'style',
  'summary',
  'svg',
  'table',
  'tbody',
  'td',
  'template',
  'textarea',
  'tfoot',
  'th',
  'thead',
  'title',
  'tr',
  'track',
  'ul',
  'video',
]);

/**
 * A browser shows what it does not know in the line; what has a hyphen is a part of a site's making, and mostly a
 * block.
 */
const isUnknown = (tagName: string): boolean => !otherElements.has(tagName) && !tagName.includes('-');

/** Whether a node stands within a line, and all that is in it. */
export function isInline(node: HtmlNodes): boolean {
  if (node.type === 'text' || node.type === 'comment') return true;
  return (
    node.type === 'element' &&
    (inlineElements.has(node.tagName) || isUnknown(node.tagName)) &&
    node.children.every(isInline)
  );
}
