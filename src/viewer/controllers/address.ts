/**
 * The page's address: what it says of this viewer is shown, a fragment leads to its clause, and with `sync-url` it says
 * what is shown.
 */

import {html, type ReactiveController} from 'lit';
import {isOwn, prefixFor, readAddress, writeAddress, type Replaced} from '../../policy/addresses.js';
import type {Id} from '../../policy/bundle.js';
import {isReference} from '../../policy/clauses.js';
import {editionNamed} from '../../policy/editions.js';
import {locate} from '../../policy/locate.js';
import {everything, sameSelection, type Selection} from '../../policy/selection.js';
import {addressWords} from '../../words/address-words.js';
import type {PlaceHost} from './place.js';
import {nameEdition} from '../name-edition.js';
import type {ViewContext} from '../views/views.js';
import {CopyLink} from './copy-link.js';

/** The fragment that some viewer of the page has led to, and the act of the reader's that asks for another. */
let opened = '';
let lastMove: Event | undefined;

/** What a fragment names, if it can be an id of ours: a router's own, such as `#/a`, is left alone. */
const fragment = (): Id => /^#([a-z\d._-]+)$/.exec(location.hash)?.[1] ?? '';

/** Whether the page itself has something of this id: that the browser leads to. */
const isOfPage = (id: Id): boolean => {
  const element = document.getElementById(id);
  return !!element && !element.closest('policy-viewer');
};

export class Address implements ReactiveController {
  readonly link: CopyLink;
  readonly #host: PlaceHost;
  readonly #open: (policy: Id, id: Id) => Promise<void>;
  /** What is shown where the address says nothing. */
  readonly #initial: Selection;
  /** What the address says, or needs not say because the page shows it by itself. */
  #said: Selection;
  /** This viewer's parameters as they were last read. */
  #read = '';
  #context: ViewContext | undefined;
  #replaced: readonly Replaced[] = [];
  /** A fragment that is in no text. */
  #absent = '';
  /** Whether the reader chose what is shown now: then they can go back. */
  #isChosen = false;

  /** `open` leads to a section or clause. */
  constructor(host: PlaceHost, open: (policy: Id, id: Id) => Promise<void>, say: (sentence: string) => void) {
    this.#host = host;
    this.#initial = this.#said = host.selection;
    this.#open = open;
    this.link = new CopyLink((policy, id) => this.linkTo(policy, id), say);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onMove);
    addEventListener('hashchange', this.#onMove);
    this.#host.addEventListener('policy-change', this.#onChange);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onMove);
    removeEventListener('hashchange', this.#onMove);
    this.#host.removeEventListener('policy-change', this.#onChange);
  }

  hostUpdate(): void {
    this.link.hide();
  }

  hostUpdated(): void {
    const context = this.#context;
    if (!context) return;
    this.#follow(context);
    this.#lead(context);
    // Once a change has told of itself, whether it was the reader's is known.
    void this.#host.updateComplete.then(() => this.#write());
  }

  /** What stands above the text: which things the address asks for are not there. */
  render(context: ViewContext): unknown {
    this.#context = context;
    return [
      ...this.#replaced.map((each) => {
        const name = nameShown(each, context);
        return name ? addressWords.replaced(each.asked, name) : addressWords.absent(each.asked);
      }),
      ...(this.#absent && this.#read ? [addressWords.absent(this.#absent)] : []),
    ].map((sentence) => html`<p part="notice" class="notice">${sentence}</p>`);
  }

  /**
   * The address of a clause in the edition that is read, for readers of any language; without one, of all that is
   * chosen.
   */
  linkTo(policy: Id, id: Id): string {
    const {selection} = this.#host;
    const edition = this.#context?.view.documents.find((document) => document.policy.id === policy)?.edition.id;
    const {product} = selection;
    const pairs = edition
      ? writeAddress([], this.#prefix, {...everything, product, edition})
      : writeAddress([], this.#prefix, selection, this.#initial);
    return location.href.replace(/[?#].*/s, '') + this.#search(pairs) + (id ? `#${id}` : location.hash);
  }

  /** Shows what the address says, where it says something else than before. */
  #follow({bundle}: ViewContext): void {
    const own = this.#parameters(true).join('&');
    if (own === this.#read || !this.#isFirst) return;
    this.#read = own;
    const {changes, replaced} = readAddress(bundle, [...new URLSearchParams(own)], this.#prefix);
    // What is read instead of a language is said with the text.
    this.#replaced = replaced.filter(({field}) => field !== 'language');
    this.#show({...(this.#isSynchronized ? this.#initial : this.#host.selection), ...changes});
  }

  /** Leads to the clause that the fragment names, once. */
  #lead({bundle, view}: ViewContext): void {
    const id = fragment();
    if (!id || id === opened || id === this.#absent || isOfPage(id)) return;
    const {selection} = this.#host;
    const found = locate(bundle, selection, id);
    if (found) {
      opened = id;
      this.#absent = '';
      const {edition} = found.changes;
      if (edition) this.#replaced = [...this.#replaced, {field: 'edition', asked: id, shown: edition}];
      this.#show({...selection, ...found.changes});
      void this.#open(found.policy, found.id);
    } else if (!view.documents.some(({text}) => isReference(text))) {
      this.#absent = id;
      this.#host.requestUpdate();
    }
  }

  #show(selection: Selection): void {
    this.#said = selection;
    this.#host.selection = selection;
    this.#host.requestUpdate();
  }

  #write(): void {
    const {selection} = this.#host;
    if (!this.#isSynchronized || !this.#isFirst || sameSelection(selection, this.#said)) return;
    const isSearch = sameSelection({...selection, query: ''}, {...this.#said, query: ''});
    const isStep = this.#isChosen && !isSearch;
    this.#said = selection;
    this.#isChosen = false;
    const search = this.#search(writeAddress([], this.#prefix, selection, this.#initial));
    const address = location.pathname + search + location.hash;
    try {
      if (isStep) history.pushState(history.state, '', address);
      else history.replaceState(history.state, '', address);
      this.#read = this.#parameters(true).join('&');
    } catch (error) {
      // In a frame without an address of its own, or when there are too many in a short time.
      console.warn('<policy-viewer>: the address could not be changed.', error);
    }
  }

  get #isSynchronized(): boolean {
    return this.#host.hasAttribute('sync-url');
  }

  get #prefix(): string {
    return prefixFor(this.#host.id);
  }

  /** Of viewers without an id of their own, the first in the page follows its address. */
  get #isFirst(): boolean {
    const all = [...document.querySelectorAll('policy-viewer')];
    return (all.find(({id}) => prefixFor(id) === this.#prefix) ?? this.#host) === this.#host;
  }

  /** The parameters in the address that are this viewer's, or those that are not, letter for letter. */
  #parameters(isOurs: boolean): string[] {
    const isPairOwn = (pair: string): boolean => {
      const [name = ''] = new URLSearchParams(pair).keys();
      return isOwn(name, this.#prefix);
    };
    const pairs = location.search.slice(1).split('&');
    return pairs.filter((pair) => pair && isPairOwn(pair) === isOurs);
  }

  #search(own: ReturnType<typeof writeAddress>): string {
    const letters = [...this.#parameters(false), `${new URLSearchParams(own.map((pair) => [...pair]))}`];
    const search = letters.filter(Boolean).join('&');
    return search && `?${search}`;
  }

  readonly #onMove = (event: Event): void => {
    // Each viewer of the page hears of it; the first that has the clause leads to it.
    if (event.type === 'hashchange' && event !== lastMove) {
      lastMove = event;
      opened = '';
    }
    this.#absent = '';
    this.#host.requestUpdate();
  };

  readonly #onChange = (): void => {
    this.#isChosen = true;
    if (!this.#replaced.length && !this.#absent) return;
    this.#replaced = [];
    opened = fragment();
    this.#host.requestUpdate();
  };
}

const nameShown = ({field, shown}: Replaced, {view, words, speaks}: ViewContext): string | undefined => {
  if (!shown) return undefined;
  switch (field) {
    case 'product':
      return view.products.find(({id}) => id === shown)?.name.text;
    case 'audience':
      return view.audiences.find(({id}) => id === shown)?.name.text;
    case 'edition':
      return nameEdition(view.editions.find(({id}) => id === shown) ?? editionNamed(shown), words, speaks);
    default:
      return undefined;
  }
};
