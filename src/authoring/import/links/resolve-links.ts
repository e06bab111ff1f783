/**
 * Links from one imported text to another: by the path between their files, by the path on their site, or by an address
 * that a text says it is known by. They become references to the other's policy; a reader gets it in their language.
 */
import type {Link, Nodes, PhrasingContent} from 'mdast';
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import {isParent, lineOf, textOf, type Document, type Flow} from '../../document/document.js';
import {placeDoubts} from '../../document/document.js';
import type {Doubt} from '../../document/guess.js';
import {dirname, join} from '../../files/paths.js';
import {writeReference} from '../../folder/reference-address.js';

/** A text that may be linked to. */
export interface Linkable {
  readonly file: string;
  readonly policy: Id;
  readonly language: LanguageTag;
  /** Addresses that it says it has: with a host, or from the root of its site. */
  readonly addresses: readonly string[];
  /** Of its clauses, those that no other language changes. */
  readonly ids: readonly Id[];
}

/** Where all imported texts are found by what links say. */
export interface AddressBook {
  /** The text that an address of this text leads to. */
  find(address: string, from: Linkable): Linkable | undefined;
}

export function makeAddressBook(texts: readonly Linkable[], baseUrl: string | undefined): AddressBook {
  const byPath = new Map<string, Linkable[]>();
  const byTail = new Map<string, Linkable[]>();
  const byAddress = new Map<string, Linkable[]>();
  const add = (map: Map<string, Linkable[]>, key: string, text: Linkable): void => {
    map.set(key, [...(map.get(key) ?? []), text]);
  };
  const hosts = new Set<string>();
  if (baseUrl !== undefined && URL.canParse(baseUrl)) hosts.add(new URL(baseUrl).host);
  for (const text of texts) {
    const path = plainPath(text.file);
    add(byPath, path, text);
    const parts = path.split('/');
    for (let count = 1; count <= Math.min(parts.length, 4); count++) add(byTail, parts.slice(-count).join('/'), text);
    for (const address of text.addresses) {
      if (URL.canParse(address)) {
        const {host, pathname} = new URL(address);
        hosts.add(host);
        add(byAddress, plainPath(pathname), text);
      } else add(byAddress, plainPath(address), text);
    }
  }
  /** The one policy that all of these are, by its text in the same language where there is one. */
  const oneOf = (found: readonly Linkable[] | undefined, {language}: Linkable): Linkable | undefined => {
    const [first] = found ?? [];
    if (found?.every(({policy}) => policy === first?.policy) === true)
      return found.find((text) => text.language === language) ?? first;
    const own = found?.filter((text) => text.language === language) ?? [];
    return own.length > 0 && own.every(({policy}) => policy === own[0]?.policy) ? own[0] : undefined;
  };
  const onSite = (path: string, from: Linkable): Linkable | undefined => {
    const plain = plainPath(path);
    return plain === '' ? undefined : (oneOf(byAddress.get(plain), from) ?? oneOf(byTail.get(plain), from));
  };
  return {
    find(address, from) {
      const path = address.slice(0, /[?#]/u.exec(address)?.index);
      if (/^https:/i.test(path)) {
        if (!URL.canParse(path)) return undefined;
        const {host, pathname} = new URL(path);
        if (!hosts.has(host)) return undefined;
        const root = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
        const below =
          root !== undefined && root.host === host && pathname.startsWith(root.pathname)
            ? pathname.slice(root.pathname.length)
            : pathname;
        return oneOf(byAddress.get(plainPath(pathname)), from) ?? onSite(below, from);
      }
      if (path.startsWith('/')) return onSite(path, from);
      if (path === '') return undefined;
      // From the file, or from the folder that a site makes of it.
      return (
        oneOf(byPath.get(plainPath(join(dirname(from.file), path))), from) ??
        oneOf(byPath.get(plainPath(join(from.file, path))), from)
      );
    },
  };
}

/** The same for `/terms/`, `terms.html`, `terms/index.md`. */
const plainPath = (path: string): string =>
  decode(path)
    .replaceAll('\\', '/')
    .replace(/^\/+|(?<!\/)\/+$/gu, '')
    .replace(/\.(?:mdx?|markdown|html?|xhtml|txt|docx|php|aspx?)$/iu, '')
    .replace(/(?:^|\/)_?index$/iu, '')
    .normalize('NFC')
    .toLowerCase();

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that escapes nothing stands for itself.
    return path;
  }
}

/** References to other policies by the letters that stand in them; not those whose letters stand in two. */
function referencesIn(markdown: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [, words = '', address = ''] of markdown.matchAll(
    /\[([^[\]]{1,400})\]\((\.\.\/\.\.\/[^()\s]{1,200})\)/gu,
  )) {
    const letters = lettersOf(words);
    if ((found.get(letters) ?? address) !== address) twice.add(letters);
    found.set(letters, address);
  }
  for (const letters of twice) found.delete(letters);
  return found;
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Turns each link of a text that leads to an imported one into a reference to it. What leads nowhere becomes its
 * words.
 */
export function resolveLinks(
  {blocks, document: {places}}: {readonly blocks: readonly Flow[]; readonly document: Pick<Document, 'places'>},
  book: AddressBook,
  from: Linkable,
  previous: string | undefined,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const before = referencesIn(previous ?? '');
  const follow = (node: Link): PhrasingContent[] => {
    const {url} = node;
    if (url.startsWith('#') || /^(?!https:)[a-z][a-z\d+.-]*:/i.test(url)) return [node];
    const found = book.find(url, from);
    if (found !== undefined) {
      const hash = decode(url.includes('#') ? url.slice(url.indexOf('#') + 1) : '').toLowerCase();
      const to = found.ids.includes(hash) ? {to: hash} : {};
      return [{...node, url: writeReference({policy: found.policy, ...to})}];
    }
    // What it leads to may have been imported before, and not again.
    const known = before.get(lettersOf(textOf(node)));
    if (known !== undefined) return [{...node, url: known}];
    if (/^https:/i.test(url)) return [node];
    doubts.push({
      message:
        'A link must be https:, mailto: or tel:, or lead within this text or to another that is imported; ' +
        `“${textOf(node)}” leads to “${url.length > 60 ? `${url.slice(0, 57)}…` : url}”, so only its words ` +
        'were kept.',
      remedy: 'import what it leads to as well, or give the link another address',
      ...(node.position !== undefined && {line: lineOf(node)}),
    });
    return node.children;
  };
  const visit = (node: Nodes): void => {
    if (!isParent(node)) return;
    for (const child of node.children) visit(child);
    if (node.children.some(({type}) => type === 'link'))
      (node as {children: Nodes[]}).children = node.children.flatMap((child): Nodes[] =>
        child.type === 'link' ? follow(child) : [child],
      );
  };
  blocks.forEach(visit);
  return placeDoubts(doubts, places);
}
