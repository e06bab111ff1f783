/**
 * The interface's languages. Each element is in a language of its own: @lit/localize runs in
 * reentrant mode with the language set around each rendering, because its ordinary
 * mode knows one language per page and collides with a host that uses it too.
 */

import {configureReentrantLocalization} from '@lit/localize/init/reentrant.js';
import type {LocaleModule} from '@lit/localize';
import {lookup} from '../policy/language.js';
import {words, type Words} from './words.js';

/** A literal map, so that bundlers see every import. */
const loaders: Readonly<Record<string, () => Promise<LocaleModule>>> = {
  ar: () => import('./generated/ar.js'),
  da: () => import('./generated/da.js'),
  nb: () => import('./generated/nb.js'),
  nl: () => import('./generated/nl.js'),
  sv: () => import('./generated/sv.js'),
  'zh-Hant': () => import('./generated/zh-Hant.js'),
};

/** The languages the interface is in; the first needs no loading. */
export const interfaceLanguages: readonly string[] = ['en', ...Object.keys(loaders)];

/** English stands in the code. */
const loaded = new Map<string, LocaleModule | undefined>([['en', undefined]]);
let current = 'en';

configureReentrantLocalization({
  sourceLocale: 'en',
  targetLocales: Object.keys(loaders),
  getLocale: () => current,
  // Nothing where it is not loaded: then `msg` gives the English that stands in `words.ts`.
  loadLocaleSync: (language) => loaded.get(language),
});

/** Which of the interface's languages has the words for a reader of `language`, whatever its region. */
const answer = (language: string): string => lookup(language, interfaceLanguages) ?? 'en';

/** Whether `localize` has this language's words without waiting. English is always there. */
export const isLoaded = (language: string): boolean => loaded.has(answer(language));

/** Fetches a language's words. A failure rejects, and the next call tries again. */
export const loadWords = async (language: string): Promise<void> => {
  const own = answer(language);
  const load = loaded.has(own) ? undefined : loaders[own];
  if (load) loaded.set(own, await load());
};

/** Runs `say` with the interface's words in a language that is loaded; English stands in for one that is not. */
export const localize = <T>(language: string, say: (words: Words) => T): T => {
  const before = current;
  current = answer(language);
  try {
    return say(words);
  } finally {
    current = before;
  }
};
