/**
 * What begins once something is shown, and is fetched only then: keeping the reader's place, announcing changes,
 * following links within the texts, and the page's address.
 */

import {nothing, type ReactiveController} from 'lit';
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {currentId} from '../../policy/locate.js';
import type {View} from '../../policy/select.js';
import {sameSelection} from '../../policy/selection.js';
import {describeUnknown, unknownChoices} from '../../policy/unknown-choices.js';
import {localize} from '../../words/localize.js';
import {Address} from './address.js';
import {renderContents} from '../contents.js';
import type {Choose} from '../controls.js';
import {renderFailure} from '../failure.js';
import {audiencesHiding, findTarget, isModified} from '../links.js';
import type {PolicyViewerText} from '../policy-viewer-text.js';
import {renderViewButtons} from '../view-buttons.js';
import {viewLoaders, type ViewContext} from '../views/views.js';
import contents from '../../look/contents.css?inline';
import contrast from '../../look/contrast.css?inline';
import look from '../more.css?inline';
import {restyle} from '../restyle.js';
import {renderPrinted} from '../printed.js';
import {sayChange} from '../say-change.js';
import {Announcing} from './announcing.js';
import {Focus} from './focus.js';
import {Place, type PlaceHost} from './place.js';
import {Printing} from './printing.js';
import {ScrollingTables} from './scrolling-tables.js';
import {Steps} from './steps.js';
import {Views} from './views.js';

/** What is not needed before there is something to read. */
const more = contents + contrast + look;

export class AfterPaint implements ReactiveController {
  readonly place: Place;
  readonly views: Views;
  readonly #host: PlaceHost;
  /** Where its style sheets are. */
  #document = document;
  readonly #texts: () => readonly PolicyViewerText[];
  readonly #choose: Choose;
  readonly #announcing: Announcing;
  readonly #address: Address;
  /** Whether the reader asked for the field to search in. */
  #isSearching = false;
  /** The interface's language. */
  #language: LanguageTag = 'en';
  #view: View | undefined;
  /** Whether something was on its way when this was last rendered. */
  #isBusy = false;
  readonly #steps: Steps;
  readonly #tables = new ScrollingTables();
  readonly #printing: Printing;
  /** What the site's owner was told. */
  readonly #told = new Set<string>();

  constructor(host: PlaceHost, texts: () => readonly PolicyViewerText[], choose: Choose) {
    this.#host = host;
    this.#texts = texts;
    this.#choose = choose;
    this.place = new Place(host, texts);
    this.views = new Views(host, viewLoaders);
    this.#printing = new Printing(host);
    // There is something shown: Lit has made the tree, with the region in it.
    const root = host.shadowRoot as ShadowRoot;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(more);
    root.adoptedStyleSheets.push(sheet);
    this.#announcing = new Announcing(host, root.querySelector('[role=status]') as Element);
    this.#address = new Address(
      host,
      (policy, id) => this.open(policy, id),
      (sentence) => this.#announcing.say(sentence),
    );
    new Focus(host, root);
    this.#steps = new Steps(host);
    root.addEventListener('click', this.#onClick);
    root.addEventListener('pointerover', this.#onPoint);
    root.addEventListener('focusin', this.#onPoint);
    host.addController(this);
  }

  hostUpdated(): void {
    void this.#tables.follow(this.#texts());
    void this.#printing.follow(this.#texts());
    this.#sayWaiting();
  }

  /** Before another view is rendered. `isFocused`: whether the focus is inside. */
  keepPlace(before: View, next: View, isFocused: boolean): void {
    const isSame =
      sameSelection(before.selection, next.selection) &&
      before.documents.every(({text}, index) => text === next.documents[index]?.text);
    if (isSame) return;
    // Choosing who one is happens above the text, and changes nothing above itself; another product is another text.
    const isAbove = isFocused && before.selection.audiences.join() !== next.selection.audiences.join();
    if (before.selection.product === next.selection.product && !isAbove) this.place.capture();
  }

  hostConnected(): void {
    if (this.#host.ownerDocument === this.#document) return;
    this.#document = this.#host.ownerDocument;
    restyle(this.#host, more);
  }

  announce(before: View, next: View, language: LanguageTag): void {
    // What is searched for changes with every letter, and says itself what it finds.
    if (!sameSelection({...before.selection, query: ''}, {...next.selection, query: ''})) this.#say(next, language);
  }

  #say(view: View, language: LanguageTag): void {
    this.#announcing.say(
      ...localize(language, (words) => [
        ...sayChange(view, words, language),
        ...(this.#isBusy ? [words.loading()] : []),
      ]),
    );
  }

  /** That something is on its way, as soon as it is; and what is shown once nothing is. */
  #sayWaiting(): void {
    const isBusy = !!this.#host.shadowRoot?.querySelector('[part=viewer][aria-busy=true],.loading');
    if (isBusy === this.#isBusy) return;
    this.#isBusy = isBusy;
    if (isBusy) this.#announcing.say(localize(this.#language, (words) => words.loading()));
    else if (this.#view) this.#say(this.#view, this.#language);
  }

  /** What readers find when they want it: other ways of looking at the policies. */
  renderMore(context: ViewContext): unknown {
    const {views} = this;
    this.#language = context.speaks;
    this.#view = context.view;
    this.#nameUnknown(context);
    // What changed since a day takes the means to compare texts: they are fetched where a site names one.
    const changes = context.since && !context.view.selection.view ? views.state('changes') : undefined;
    const chosen = views.state(context.view.selection.view);
    const isSearching = this.#isSearching || context.view.selection.query;
    const search = isSearching ? views.state('changes') : undefined;
    return [
      renderPrinted(context),
      chosen?.kind === 'failed' ? renderFailure(undefined, context.words, chosen.retry) : nothing,
      renderViewButtons(
        views.names,
        context,
        () => this.#openSearch(),
        () => void this.#address.link.copy('', '', context.speaks),
      ),
      search?.kind === 'ready' ? search.module.renderSearch?.(context) : nothing,
      this.#address.render(context),
      changes?.kind === 'ready' ? changes.module.renderLine?.(context) : nothing,
    ];
  }

  /** Tells the site's owner, once, of what is asked for that the bundle does not have. */
  #nameUnknown({bundle}: ViewContext): void {
    for (const each of unknownChoices(bundle, this.#host.selection)) {
      const sentence = describeUnknown(each);
      if (!this.#told.has(sentence)) console.warn(`<policy-viewer>: ${sentence}`);
      this.#told.add(sentence);
    }
  }

  /** The list of headings, whose place is there already. */
  renderContents({view, words}: ViewContext): unknown {
    return renderContents(view, words);
  }

  /** Opens the text of a policy at a section or clause, whatever hides it; at its top where it has none such. */
  async open(policy: Id, id: Id): Promise<void> {
    this.#choose({view: ''});
    await this.#host.updateComplete;
    const text = this.#texts().find(({dataset}) => dataset['policy'] === policy);
    const part = text?.find(id) ?? text?.parentElement;
    if (part) await this.#goTo(part);
  }

  #openSearch(): void {
    this.#isSearching = true;
    this.#host.requestUpdate();
    this.#host.shadowRoot?.querySelector<HTMLElement>('[part=search]')?.focus();
  }

  async #goTo(part: HTMLElement): Promise<void> {
    // Who asks for what is for others is shown that as well; the status says so.
    const {audiences} = this.#host.selection;
    if (!part.checkVisibility()) this.#choose({audiences: [...audiences, ...audiencesHiding(part, audiences)]});
    await this.#host.updateComplete;
    const top = part.querySelector<HTMLElement>(':scope > [part=heading]') ?? part;
    top.scrollIntoView({behavior: 'instant'});
    top.tabIndex = -1;
    top.focus({preventScroll: true});
    this.place.bringUp(top);
  }

  /** Follows a link to a part of the text, so that Back returns to the link, where it stood, with what was chosen. */
  #follow(link: HTMLElement, part: HTMLElement): void {
    const {audiences} = this.#host.selection;
    const {top} = link.getBoundingClientRect();
    const go = (): void => void this.#goTo(part);
    const back = async (): Promise<void> => {
      this.#choose({audiences});
      await this.#host.updateComplete;
      link.focus({preventScroll: true});
      this.place.bringTo(link, top);
    };
    // What the address says of the choice leaves an entry by itself.
    if (part.checkVisibility() || !this.#host.hasAttribute('sync-url')) this.#steps.add(() => void back(), go);
    go();
  }

  readonly #onPoint = (event: Event): void => {
    const [target] = event.composedPath();
    // Where a router has the fragment, a clause has no address of its own.
    if (!(target instanceof Element) || /^#[/!]/.test(location.hash)) return;
    // Who tabs from link to link passes by: the button is for a clause that has the focus itself.
    if (event.type === 'focusin' && !target.matches('[part=heading],[part=clause]')) return;
    this.#address.link.showAt(target, this.#language);
  };

  readonly #onClick = (event: Event): void => {
    // In a new tab or window: that is the browser's.
    if (isModified(event as MouseEvent)) return;
    const [link, part] = findTarget(event, this.#texts(), (policy, id) => {
      const document = this.#view?.documents.find((each) => each.policy.id === policy);
      return document ? currentId(document.edition, id) : id;
    });
    if (!link || !part) return;
    event.preventDefault();
    this.#follow(link, part);
  };
}
