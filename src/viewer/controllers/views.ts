/** The views beside reading: each is fetched when it is first asked for. */

import type {ReactiveControllerHost} from 'lit';
import {importAgain} from '../import-again.js';
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
    const load = this.names.includes(name) && this.#loaders[name];
    if (load && !this.#states.has(name)) this.#follow(name, load, load());
    return this.#states.get(name);
  }

  #follow(name: string, load: () => Promise<ViewModule>, module: Promise<ViewModule>): void {
    const enter = (state: ViewState): void => {
      this.#states.set(name, state);
      this.#host.requestUpdate();
    };
    this.#states.set(name, {kind: 'loading'});
    module.then(
      (module) => enter({kind: 'ready', module}),
      (error: unknown) => {
        console.error(`<policy-viewer>: ${String(error)}`);
        const retry = (): void => {
          this.#follow(name, load, importAgain(error, load));
          this.#host.requestUpdate();
        };
        enter({kind: 'failed', retry});
      },
    );
  }
}
