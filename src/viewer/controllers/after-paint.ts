/** What begins once something is shown, and is fetched only then: keeping the reader's place, and announcing changes. */

import type {LanguageTag} from '../../policy/bundle.js';
import type {View} from '../../policy/select.js';
import {localize} from '../../words/localize.js';
import type {PolicyViewerText} from '../policy-viewer-text.js';
import {sayChange} from '../say-change.js';
import {Announcing} from './announcing.js';
import {Place, type PlaceHost} from './place.js';

export class AfterPaint {
  readonly place: Place;
  readonly #announcing: Announcing;

  constructor(host: PlaceHost, texts: () => readonly PolicyViewerText[]) {
    this.place = new Place(host, texts);
    this.#announcing = new Announcing(host, host.shadowRoot!.querySelector('[role=status]')!);
  }

  announce(view: View, language: LanguageTag): void {
    this.#announcing.say(localize(language, (words) => sayChange(view, words, language)));
  }
}
