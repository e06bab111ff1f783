/** A page that is published: what a server answers, and what of the page a reader's tools go by. */
import type {Element, ElementContent, Root} from 'hast';
import {fromHtml} from 'hast-util-from-html';
import {attribute, isElement, spokenIn} from '../read/html/tree.js';

/** What a server answered. */
export interface Answer {
  /** What was asked for. */
  readonly address: string;
  /** Where redirects led. */
  readonly finalAddress: string;
  readonly status: number;
  /** By names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

/** A file that the page says the hash of, or a script of its. */
export interface Part {
  readonly address: string;
  readonly integrity: string | undefined;
  readonly isScript: boolean;
}

export interface LivePage {
  readonly answer: Answer;
  readonly language: string | undefined;
  /** All that can be read without scripts. */
  readonly words: string;
  /** The Content Security Policies of the header and of the page itself. */
  readonly policies: readonly string[];
  readonly viewers: number;
  /** Prerendered texts. */
  readonly articles: number;
  /** The addresses of the viewers' bundles. */
  readonly bundles: readonly string[];
  readonly parts: readonly Part[];
  readonly hasCharset: boolean;
}

const elementsOf = (tree: Root): Element[] => {
  const found: Element[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children)
      if (isElement(child)) {
        found.push(child);
        visit(child);
      }
  };
  visit(tree);
  return found;
};

/** Without what is never read. */
const unspoken = new Set(['script', 'style', 'template', 'head']);

function withoutUnspoken<Node extends Root | Element>(node: Node): Node {
  const children = (node.children as readonly ElementContent[]).flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    return unspoken.has(child.tagName) ? [] : [withoutUnspoken(child)];
  });
  return {...node, children};
}

export function readPage(answer: Answer): LivePage {
  const html = new TextDecoder().decode(answer.bytes);
  const tree = fromHtml(html);
  const elements = elementsOf(tree);
  const named = (name: string): Element[] => elements.filter(({tagName}) => tagName === name);
  const base = resolve(named('base').map((each) => attribute(each, 'href'))[0] ?? '', answer.finalAddress);
  const from = base ?? answer.finalAddress;
  const metas = named('meta');
  const viewers = named('policy-viewer');
  const header = answer.headers.get('content-security-policy');
  return {
    answer,
    language: named('html').map((each) => attribute(each, 'lang'))[0],
    words: spokenIn(withoutUnspoken(tree)),
    policies: [
      ...(header === undefined ? [] : header.split(',')),
      ...metas
        .filter((each) => attribute(each, 'httpEquiv')?.toLowerCase() === 'content-security-policy')
        .flatMap((each) => attribute(each, 'content') ?? []),
    ],
    viewers: viewers.length,
    articles: elements.filter((each) => attribute(each, 'dataPolicy') !== undefined && each.tagName === 'article')
      .length,
    bundles: [...new Set(viewers.flatMap((each) => resolve(attribute(each, 'src'), from) ?? []))],
    parts: partsOf(elements, from),
    hasCharset: metas.some((each) => attribute(each, 'charSet') !== undefined),
  };
}

function partsOf(elements: readonly Element[], from: string): readonly Part[] {
  const found = new Map<string, Part>();
  const add = (address: string | undefined, integrity: string | undefined, isScript: boolean): void => {
    if (address === undefined) return;
    const known = found.get(address);
    found.set(address, {
      address,
      integrity: integrity || known?.integrity,
      isScript: isScript || known?.isScript === true,
    });
  };
  for (const each of elements) {
    const integrity = attribute(each, 'integrity');
    const isModuleLink = each.tagName === 'link' && /\bmodulepreload\b/u.test(attribute(each, 'rel') ?? '');
    if (each.tagName === 'script') add(resolve(attribute(each, 'src'), from), integrity, true);
    else if (isModuleLink || integrity !== undefined)
      add(resolve(attribute(each, 'href'), from), integrity, isModuleLink);
    if (each.tagName === 'script' && attribute(each, 'type') === 'importmap')
      for (const [name, hash] of integrityIn(each)) add(resolve(name, from), hash, true);
  }
  return [...found.values()];
}

/** The hashes in an import map. */
function integrityIn({children}: Element): [name: string, hash: string][] {
  try {
    const map: unknown = JSON.parse(children.map((child) => (child.type === 'text' ? child.value : '')).join(''));
    const hashes = typeof map === 'object' && map !== null && 'integrity' in map ? map.integrity : {};
    return Object.entries(hashes ?? {}).flatMap(([name, hash]) => (typeof hash === 'string' ? [[name, hash]] : []));
  } catch {
    return [];
  }
}

const resolve = (address: string | undefined, from: string): string | undefined =>
  address !== undefined && address !== '' && URL.canParse(address, from) ? new URL(address, from).href : undefined;
