import {prerenderBundle, type File, type PrerenderOptions} from '../../../src/authoring/prerender/prerender-bundle.js';
import type {Bundle} from '../../../src/policy/bundle.js';

/** Every file that a bundle makes, at once. */
export async function prerender(bundle: Bundle, options?: PrerenderOptions): Promise<File[]> {
  const files: File[] = [];
  for await (const file of prerenderBundle(bundle, options)) files.push(file);
  return files;
}
