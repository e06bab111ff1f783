/**
 * Which nodes of an HTML tree are the text, before anything is converted: what is
 * left out, each with the reason that the report gives, and which letters a reader
 * sees that no text node holds. The proof that nothing was lost reads the same
 * plan, and neither the conversion nor its result.
 */
import type {Comment, Element, ElementContent, Nodes, Parents, Root, RootContent} from 'hast';
import type {Doubt} from '../../document/guess.js';
import {contentsIn} from './contents.js';
import {labelKind, labelOf} from './list-labels.js';
import {mainOf, titleBefore} from './main-part.js';
import {besideMain, never, pageElements, pageRoles, roles, wordless} from './no-text.js';
import {isFrame, rowsOf} from './rows.js';
import {
  attribute,
  contains,
  descendants,
  find,
  flag,
  hasClass,
  isElement,
  isHidden,
  lettersOf,
  lineOfNode,
  quoted,
  spokenIn,
} from './tree.js';

export interface Plan {
  /** What of the page is the text. */
  readonly content: readonly RootContent[];
  /** Left out, with all that is in it. */
  readonly skipped: ReadonlySet<Nodes>;
  /** What a reader sees before and after an element's own letters. */
  readonly around: ReadonlyMap<Nodes, readonly [string, string]>;
  readonly doubts: readonly Doubt[];
}

export function planPage(root: Root): Plan {
  const planner = new Planner();
  const body = find(root, ({tagName}) => tagName === 'body') ?? root;
  const main = mainOf(body);
  if (main !== undefined) {
    const title = titleBefore(body, main);
    planner.leaveOutBeside(body, main, title);
    return planner.plan([...title, ...main.children], false);
  }
  return planner.plan(body.children, true);
}

/**
 * For a tree that is all text: of Markdown, which may have a table of contents, or of a Word file, whose own is gone
 * already.
 */
export const planText = (root: Root, mayHaveContents = true): Plan =>
  new Planner(mayHaveContents).plan(root.children, false);

class Planner {
  readonly #skipped = new Set<Nodes>();
  readonly #around = new Map<Nodes, readonly [string, string]>();
  readonly #doubts: Doubt[] = [];
  readonly #scripts: Element[] = [];
  readonly #comments: Comment[] = [];
  readonly #contents: Element[] = [];
  readonly #tables: Element[] = [];
  readonly #mayHaveContents: boolean;
  #handlers = 0;

  constructor(mayHaveContents = true) {
    this.#mayHaveContents = mayHaveContents;
  }

  plan(content: readonly RootContent[], isPage: boolean): Plan {
    this.#visitAll(content, isPage, false);
    for (const table of this.#tables) if (!isFrame(rowsOf(table, this.#skipped))) this.#markItems(table);
    const [script] = this.#scripts;
    if (script !== undefined) {
      const count = this.#scripts.length;
      this.#doubts.push({
        message: `${count === 1 ? 'A script was' : `${count} scripts were`} left out; none was run.`,
        remedy: 'write in the text what they would have shown',
        ...lineOfNode(script),
      });
    }
    const [comment] = this.#comments;
    if (comment !== undefined) {
      const count = this.#comments.length;
      this.#doubts.push({
        message:
          `${count === 1 ? 'A comment was' : `${count} comments were`} left out: ` +
          `${quoted(comment.value.replace(/\s+/gu, ' ').trim())}.`,
        remedy: 'write in the text what readers should see of it',
        ...lineOfNode(comment),
      });
    }
    const [contents] = this.#contents;
    if (contents !== undefined) {
      const words = this.#contents.map(spokenIn).join(' ');
      this.#doubts.push({
        message: `The table of contents was left out: ${quoted(words)}.`,
        remedy: 'do nothing: the viewer makes its own',
        ...lineOfNode(contents),
      });
    }
    if (this.#handlers > 0) {
      this.#doubts.push({
        message:
          `${this.#handlers === 1 ? 'An element’s event handler was' : `${this.#handlers} event handlers were`} ` +
          'left out; none was run.',
        remedy: 'do nothing if the words are all there',
      });
    }
    return {content, skipped: this.#skipped, around: this.#around, doubts: this.#doubts};
  }

  /** Everything in the body that is neither in the main part nor the title before it. */
  leaveOutBeside(node: Parents, main: Element, title: readonly RootContent[]): void {
    const kept = [main, ...title];
    for (const child of node.children) {
      if (kept.some((each) => each === child)) continue;
      if (isElement(child) && kept.some((each) => isElement(each) && contains(child, each)))
        this.leaveOutBeside(child, main, title);
      else if (isElement(child) && child.tagName === 'script') this.#scripts.push(child);
      else if (isElement(child) && lettersOf(child) !== '') this.#report(child, besideMain(child));
      else if (child.type === 'text' && child.value.trim() !== '')
        this.#report(child, 'Text beside the page’s main part');
    }
  }

  #visitAll(nodes: readonly (RootContent | ElementContent)[], isPage: boolean, inHeading: boolean): void {
    const contents = this.#mayHaveContents ? contentsIn(nodes.filter(isElement)) : new Set<Element>();
    for (const node of nodes) {
      if (isElement(node) && contents.has(node)) {
        this.#contents.push(node);
        this.#skipped.add(node);
      } else if (isElement(node)) this.#visit(node, isPage, inHeading);
      else if (node.type === 'comment' && /[\p{L}\p{N}]/u.test(node.value)) this.#comments.push(node);
    }
  }

  #visit(node: Element, isPage: boolean, inHeading: boolean): void {
    const {tagName} = node;
    this.#handlers += Object.keys(node.properties).filter((name) => /^on[a-z]/i.test(name)).length;
    if (tagName === 'script') {
      this.#scripts.push(node);
      this.#skipped.add(node);
      return;
    }
    const why = never[tagName] ?? this.#whyNot(node, isPage, inHeading);
    if (why !== undefined) {
      this.#skipped.add(node);
      if (
        why !== '' &&
        (lettersOf(node) !== '' || !wordless.has(tagName)) &&
        (tagName in never || lettersOf(node) !== '')
      )
        this.#report(node, why);
      return;
    }
    this.#lookAround(node);
    const structural = isPage && !/^(?:article|section|td|th|blockquote)$/.test(tagName);
    this.#visitAll(node.children, structural, inHeading || /^h[1-6]$/.test(tagName) || tagName === 'summary');
  }

  /** Why an element is left out; an empty reason for what nobody reads. */
  #whyNot(node: Element, isPage: boolean, inHeading: boolean): string | undefined {
    const role = attribute(node, 'role') ?? '';
    if (isHidden(node)) return 'What the page hides';
    if (hasClass(node, 'privacy-policy-tutorial'))
      return 'Advice to the site’s owner, from the program that proposed the text,';
    if (isArrowBack(node)) return '';
    if (flag(node, 'dataFootnotes')) return undefined;
    if (hasClass(node, 'sr-only') && attribute(node, 'id') === 'footnote-label') return '';
    if (node.tagName === 'nav' || role in roles) return roles[role] ?? 'Navigation';
    if (node.tagName === 'button' && !inHeading) return 'A button';
    if (node.tagName === 'input' && attribute(node, 'type') !== 'checkbox')
      return attribute(node, 'type') === 'hidden' ? '' : 'A form’s field';
    if (!isPage) return undefined;
    const title = node.tagName === 'div' ? attribute(node, 'title') : undefined;
    if (title === 'header' || title === 'footer') return `The pages’ ${title}`;
    const why = pageElements[node.tagName] ?? pageRoles[role];
    // A header may hold the title.
    return why !== undefined && find(node, ({tagName}) => tagName === 'h1') === undefined ? why : undefined;
  }

  /** Letters that a browser adds. */
  #lookAround(node: Element): void {
    const {tagName} = node;
    const letters = lettersOf(node);
    if (tagName === 'q') this.#around.set(node, ['“', '”']);
    else if (tagName === 'input') this.#around.set(node, [flag(node, 'checked') ? '[x]' : '[ ]', '']);
    else if (tagName === 'a' && /^\d{1,4}$/.test(letters.trim()) && isNoteLink(node))
      this.#around.set(node, ['[', ']']);
    else if (tagName === 'ol') this.#labelItems(node);
    else if (tagName === 'table') this.#tables.push(node);
  }

  /** The items in a table's cells become lines, which show no marks of their own. */
  #markItems(table: Element): void {
    for (const list of descendants(table, ({tagName}) => tagName === 'ul' || tagName === 'ol')) {
      let number = Number(attribute(list, 'start') ?? 1);
      for (const item of list.children) {
        if (!isElement(item) || item.tagName !== 'li' || this.#skipped.has(item)) continue;
        number = Number(attribute(item, 'value') ?? number);
        if (!this.#around.has(item) && lettersOf(item).trim() !== '')
          this.#around.set(item, [list.tagName === 'ol' ? `${number}. ` : '• ', '']);
        number++;
      }
    }
  }

  /** A bundle numbers its lists with 1, 2, 3; any other mark becomes part of the item's words. */
  #labelItems(list: Element): void {
    const kind = labelKind(list);
    if (kind === undefined) return;
    let number = Number(attribute(list, 'start') ?? 1);
    for (const item of list.children) {
      if (!isElement(item) || item.tagName !== 'li') continue;
      number = Number(attribute(item, 'value') ?? number);
      this.#around.set(item, [`${labelOf(number, kind)}. `, '']);
      number++;
    }
    this.#doubts.push({
      message: 'This list is marked with letters or Roman numerals, so its marks were kept as words.',
      remedy: 'do nothing if they read well',
      ...lineOfNode(list),
    });
  }

  #report(node: Nodes, what: string): void {
    this.#skipped.add(node);
    const letters = spokenIn(node);
    const words = letters === '' ? '' : `: ${quoted(letters)}`;
    this.#doubts.push({
      message: `${what} was left out${words}.`,
      remedy: 'write it in the Markdown if it belongs to the policy',
      ...lineOfNode(node),
    });
  }
}

/** From a note back to where it is called: an arrow that leads up the page. */
const isArrowBack = (node: Element): boolean =>
  node.tagName === 'a' && (attribute(node, 'href') ?? '').startsWith('#') && isArrowUp(lettersOf(node));

/** Whether a link's words are an arrow back up the page and nothing else. */
export const isArrowUp = (words: string): boolean => /^[↩↑⤴⇧^][\ufe0e\ufe0f]?[\s\d-]*$/u.test(words.trim());

const isNoteLink = (node: Element): boolean =>
  flag(node, 'dataFootnoteRef') ||
  /^#(?:.*[-_:])?(?:fn|footnote|endnote|note|ftn|edn)/i.test(attribute(node, 'href') ?? '');
