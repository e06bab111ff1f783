/**
 * A link that is followed within a text leaves an entry in the page's history, so that Back returns to where the reader
 * was. The address stays as it is: that is the site's to give.
 */

import type {ReactiveController, ReactiveControllerHost} from 'lit';

interface Step {
  /** The marks of the entries it leads from and to. */
  readonly from: string;
  readonly to: string;
  readonly back: () => void;
  readonly forward: () => void;
}

/** What marks an entry as ours, beside the state that the site keeps in it. */
const key = 'policy-viewer';

const markOf = (state: unknown): string =>
  state instanceof Object && key in state && typeof state[key] === 'string' ? state[key] : '';

export class Steps implements ReactiveController {
  readonly #steps: Step[] = [];
  #mark = markOf(history.state);

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onMove);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onMove);
  }

  /** Notes a step that is about to be made. A site whose router has the fragment keeps its history to itself. */
  add(back: () => void, forward: () => void): void {
    const {state} = history as {state: unknown};
    // A state that has no room for a mark is the site's alone.
    if (/^#[/!]/.test(location.hash) || (state !== null && typeof state !== 'object')) return;
    const from = markOf(state);
    const to = `${performance.timeOrigin + performance.now()}`;
    try {
      history.pushState({...state, [key]: to}, '');
    } catch {
      // In a frame without an address of its own, or when there are too many in a short time.
      return;
    }
    this.#mark = to;
    this.#steps.push({from, to, back, forward});
  }

  readonly #onMove = ({state}: PopStateEvent): void => {
    const before = this.#mark;
    const now = (this.#mark = markOf(state));
    this.#steps.find(({from, to}) => from === now && to === before)?.back();
    this.#steps.find(({from, to}) => from === before && to === now)?.forward();
  };
}
