/** The views beside reading: each is fetched when it is first asked for. */

import type {ReactiveControllerHost} from 'lit';
import type {ViewLoaders, ViewModule} from '../views/views.js';

export type ViewState =
  | {readonly kind: 'loading'}
  | {readonly kind: 'ready'; readonly module: ViewModule}
  | {readonly kind: 'failed'; readonly retry: () => void};

export class Views {
  /** The names of the views that can be asked for. */
  readonly names: readonly string[];
  readonly #host: ReactiveControllerHost;
  readonly #loaders: ViewLoaders;
  readonly #states = new Map<string, ViewState>();

  constructor(host: ReactiveControllerHost, loaders: ViewLoaders) {
    this.#host = host;
    this.#loaders = loaders;
    this.names = Object.keys(loaders);
  }

  /** How far a view has come, which it now begins to; nothing for reading, and for a name that is none. */
  state(name: string): ViewState | undefined {
    if (this.names.includes(name) && !this.#states.has(name)) this.#follow(name, this.#loaders[name]!());
    return this.#states.get(name);
  }

  #follow(name: string, module: Promise<ViewModule>, failed = ''): void {
    const enter = (state: ViewState): void => {
      this.#states.set(name, state);
      this.#host.requestUpdate();
    };
    this.#states.set(name, {kind: 'loading'});
    module.then(
      (module) => enter({kind: 'ready', module}),
      (error: unknown) => {
        console.error(`<policy-viewer>: ${String(error)}`);
        // In some engines a failed import stays failed for its address, which Chromium and Firefox name: then another.
        const address = failed || /https?:\S+/.exec(String(error))?.[0] || '';
        const again = (): Promise<ViewModule> =>
          address ? import(/* @vite-ignore */ `${address}?retry=${Date.now()}`) : this.#loaders[name]!();
        const retry = (): void => {
          this.#follow(name, again(), address);
          this.#host.requestUpdate();
        };
        enter({kind: 'failed', retry});
      },
    );
  }
}
