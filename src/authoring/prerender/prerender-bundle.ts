/** All files that a bundle makes. The same bundle always makes the same files. */
import type {Bundle} from '../../policy/bundle.js';
import {loadWords} from '../../words/speak.js';
import type {Progress} from '../progress.js';
import {fragmentPath, indexPath, listPages, stylesPath, type Site} from './pages.js';
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

/** The index and the style sheet come first. Texts that are not in the bundle make no page: load them before. */
export async function prerenderBundle(bundle: Bundle, {base, fragments = false, progress}: PrerenderOptions = {}): Promise<File[]> {
  await Promise.all(bundle.languages.map(async (language) => loadWords(speaksOn(language))));
  const site: Site = {bundle, pages: listPages(bundle), base};
  return [
    {file: indexPath, text: renderIndex(site)},
    {file: stylesPath, text: styleSheet},
    ...site.pages.flatMap((page, index) => {
      progress?.show('Rendered', index + 1, site.pages.length, 'pages');
      return [
        {file: page.path, text: renderPage(site, page)},
        ...fragments ? [{file: fragmentPath(page), text: renderFragment(site, page)}] : [],
      ];
    }),
  ];
}
