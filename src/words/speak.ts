/**
 * The interface's languages. Each element speaks its own: @lit/localize runs in
 * reentrant mode with the language set around each rendering, because its ordinary
 * mode knows one language per page and collides with a host that uses it too.
 */

import {configureReentrantLocalization} from '@lit/localize/init/reentrant.js';
import type {LocaleModule} from '@lit/localize';
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

/** The languages the interface speaks; the first needs no loading. */
export const interfaceLanguages: readonly string[] = ['en', ...Object.keys(loaders)];

/** English is what `words.ts` itself says. */
const loaded = new Map<string, LocaleModule>([['en', {templates: {}}]]);
let current = 'en';

configureReentrantLocalization({
  sourceLocale: 'en',
  targetLocales: interfaceLanguages as string[],
  getLocale: () => current,
  loadLocaleSync: (language) => loaded.get(language),
});

/** Whether `speak` knows this language without waiting. */
export const isLoaded = (language: string): boolean => loaded.has(language);

/** Fetches a language's words. A failure rejects, and the next call tries again. */
export const loadWords = async (language: string): Promise<void> => {
  const load = loaders[language];
  if (load && !loaded.has(language)) loaded.set(language, await load());
};

/** Runs `say` with the interface's words in a language that is loaded; English stands in for one that is not. */
export const speak = <T>(language: string, say: (words: Words) => T): T => {
  const before = current;
  current = language;
  const said = say(words);
  current = before;
  return said;
};
