/** All files that a bundle makes, policy by policy. The same bundle always makes the same files. */
import type {Bundle, Policy} from '../../policy/bundle.js';
import {loadWords} from '../../words/localize.js';
import type {Progress} from '../work/progress.js';
import {atomPath, feedLanguages, jsonFeedPath, renderAtom, renderJsonFeed} from './feeds.js';
import {fragmentPath, indexPath, listPages, listTexts, stylesPath, type Site} from './pages.js';
import {speaksOn} from './render-article.js';
import {renderFragment, renderIndex, renderPage} from './render-page.js';
import {styleSheet} from './style-sheet.js';

export interface PrerenderOptions {
  /** The address of the folder that the files go to, ending in a slash. */
  readonly base?: string | undefined;
  readonly fragments?: boolean;
  readonly progress?: Progress;
}

export interface File {
  /** From the folder of all pages, with `/` between its parts. */
  readonly file: string;
  readonly text: string;
}

/**
 * The index and the style sheet come first, then the pages of each policy in turn. `policies` are those of the bundle,
 * with every text in them; in the bundle itself references will do.
 */
export async function* prerenderBundle(
  bundle: Bundle,
  {base, fragments = false, progress}: PrerenderOptions = {},
  policies: Iterable<Policy> | AsyncIterable<Policy> = bundle.policies,
): AsyncGenerator<File> {
  await Promise.all(bundle.languages.map(async (language) => loadWords(speaksOn(language))));
  const all = listTexts(bundle);
  const feeds = base === undefined ? [] : feedLanguages(all);
  yield {file: indexPath, text: renderIndex({bundle, pages: all, base, feeds})};
  yield {file: stylesPath, text: styleSheet};
  if (base !== undefined)
    for (const language of feeds) {
      yield {file: atomPath(language), text: renderAtom({bundle, pages: all, base}, language)};
      yield {file: jsonFeedPath(language), text: renderJsonFeed({bundle, pages: all, base}, language)};
    }
  let done = 0;
  for await (const policy of policies) {
    // Of other policies a page knows where they stand, and not what they say.
    const own = {...bundle, policies: [policy]};
    const site: Site = {bundle: own, pages: listPages(own), listed: all, base, feeds};
    for (const page of site.pages) {
      yield {file: page.path, text: renderPage(site, page)};
      if (fragments) yield {file: fragmentPath(page), text: renderFragment(site, page)};
      progress?.show('Rendered', ++done, all.length, 'pages');
    }
  }
}

/** The names of all those files. Without an address there are no feeds: theirs hold for everybody. */
export const filesOf = (
  bundle: Bundle,
  {base, fragments}: Pick<PrerenderOptions, 'base' | 'fragments'>,
): readonly string[] => [
  indexPath,
  stylesPath,
  ...(base === undefined
    ? []
    : feedLanguages(listTexts(bundle)).flatMap((language) => [atomPath(language), jsonFeedPath(language)])),
  ...listTexts(bundle).flatMap((page) => [page.path, ...(fragments ? [fragmentPath(page)] : [])]),
];
