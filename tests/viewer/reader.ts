/** What a reader does with a viewer, and what they notice of it. */
import {fixture, html} from '@open-wc/testing';
import {nothing} from 'lit';
import './viewer.js';
import type {Bundle} from '../../src/policy/bundle.js';
import type {PolicyViewer} from './viewer.js';
import {press} from '../harness/commands.js';
import {bundle as own} from './fixtures.js';

export interface Shown {
  readonly product?: string;
  readonly audience?: string;
  readonly lang?: string;
  readonly edition?: string;
  readonly bundle?: Bundle;
  /** CSS of the element around, which may scroll. */
  readonly around?: string;
}

/** A viewer in the page, with a bundle shown: the small one where none is said. English where no language is said. */
export const show = async ({
  product,
  audience,
  lang = 'en',
  edition,
  bundle = own,
  around,
}: Shown = {}): Promise<PolicyViewer> => {
  const box = document.createElement('div');
  if (around) box.style.cssText = around;
  const viewer = await fixture<PolicyViewer>(
    html`<policy-viewer
      .bundle=${bundle}
      product=${product ?? nothing}
      audience=${audience ?? nothing}
      lang=${lang || nothing}
      edition=${edition ?? nothing}
    ></policy-viewer>`,
    {parentNode: box},
  );
  await settled(viewer);
  return viewer;
};

/** When nothing is left to render. */
export const settled = async (viewer: PolicyViewer): Promise<void> => {
  while (!(await viewer.updateComplete));
};

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/**
 * Until the browser has laid out and drawn what was just changed, and told of what scrolled: in the frame after the
 * next.
 */
export const drawn = async (): Promise<void> => {
  await frame();
  await frame();
};

/**
 * As long as what must not happen would take to happen: a third of a second. What shall happen is waited for by
 * `until`.
 */
export const aMoment = async (): Promise<void> => {
  for (let left = 20; left; left--) await frame();
};

export const once = <T extends Event>(target: EventTarget, name: string): Promise<T> =>
  new Promise((heard) => target.addEventListener(name, (event) => heard(event as T), {once: true}));

/** Every element in a tree, shadow trees included, in reading order. */
export function* within(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.children) {
    yield element as HTMLElement;
    if (element.shadowRoot) yield* within(element.shadowRoot);
    yield* within(element);
  }
}

export const all = (viewer: Element, selector: string): HTMLElement[] =>
  [...within(viewer.shadowRoot!)].filter((element) => element.matches(selector));

/** Whether it is rendered: not hidden by a rule of ours, on or off screen. */
export const isSeen = (element: Element): boolean => element.checkVisibility({visibilityProperty: true});

export const seen = (viewer: Element, selector: string): HTMLElement[] => all(viewer, selector).filter(isSeen);

/** What an element says, white space as it looks. */
export const words = (element: Element | undefined | null): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`There is no ${what} to be seen`);
  return value;
};

/** A control by the words that a reader finds it by. */
export const picker = (viewer: Element, name: string): HTMLSelectElement =>
  found(
    seen(viewer, 'select').find(
      (select) => words((select as HTMLSelectElement).labels?.[0]?.querySelector('span')) === name,
    ),
    `picker ${name}`,
  ) as HTMLSelectElement;

export const box = (viewer: Element, name: string): HTMLInputElement =>
  found(
    all(viewer, 'input').find((input) => words((input as HTMLInputElement).labels?.[0]) === name),
    `box ${name}`,
  ) as HTMLInputElement;

export const button = (viewer: Element, name: string | RegExp): HTMLElement =>
  found(
    seen(viewer, 'button').find((each) => (typeof name === 'string' ? words(each) === name : name.test(words(each)))),
    `button ${name}`,
  );

export const buttons = (viewer: Element): string[] => seen(viewer, 'button').map(words);

export const options = (select: HTMLSelectElement): string[] => [...select.options].map(words);

/** The ids of the clauses shown, policy after policy. */
export const clauses = (viewer: Element, selector = '[data-clause]'): string[] =>
  seen(viewer, selector).map(({dataset}) => dataset['clause'] ?? '');

/** Those for visitors, whose ids begin so in the small bundle. */
export const visitorClauses = (viewer: Element): HTMLElement[] => seen(viewer, '[data-clause^="v"]');

/** The sentence that says how many clauses are shown. */
export const status = (viewer: Element): HTMLElement => found(seen(viewer, '[part=status] > span')[0], 'status');

/** The live region, which a screen reader says aloud. */
export const liveRegion = (viewer: Element): HTMLElement => found(all(viewer, '[role=status]')[0], 'live region');

/** Until something is so; the test's own time limit ends it. */
export const until = async (is: () => unknown): Promise<void> => {
  while (!(await is())) await frame();
};

/**
 * Until the elements that match have not moved from one frame to the next for a while: what came into sight may push.
 */
export const still = async (viewer: Element, selector = '[data-clause]'): Promise<void> => {
  const places = (): string =>
    all(viewer, selector)
      .map((each) => each.getBoundingClientRect().top)
      .join();
  for (let before = '', times = 0; times < 6;) {
    await frame();
    const now = places();
    times = now === before ? times + 1 : 0;
    before = now;
  }
};

export const notices = (viewer: Element): string[] => seen(viewer, '[part=notice]').map(words);

export const headings = (viewer: Element): string[] => seen(viewer, '[part=heading]').map(words);

/** Where the focus is, down through shadow trees. */
export const focused = (root: Document | ShadowRoot = document): Element | null => {
  const active = root.activeElement;
  return active?.shadowRoot ? (focused(active.shadowRoot) ?? active) : active;
};

/** Picks by keyboard: arrows until the option stands there. */
export const pick = async (viewer: PolicyViewer, name: string, option: string): Promise<void> => {
  let select = picker(viewer, name);
  select.focus();
  const wanted = options(select).indexOf(option);
  if (wanted < 0) throw new Error(`${name} has no option ${option}, only ${options(select).join(', ')}`);
  for (let left = select.options.length; select.selectedIndex !== wanted && left; left--) {
    const before = select.selectedIndex;
    await press(before < wanted ? 'ArrowDown' : 'ArrowUp');
    await settled(viewer);
    select = focused() as HTMLSelectElement;
    if (select.selectedIndex === before) throw new Error(`An arrow does not move ${name} on from ${select.value}`);
  }
};

/** Presses a button, or ticks a box, by keyboard. */
export const use = async (viewer: PolicyViewer, control: HTMLElement): Promise<void> => {
  control.focus();
  await press(control.matches('input') ? 'Space' : 'Enter');
  await settled(viewer);
};
