/** Pages that an earlier run wrote of texts that are gone since: nobody should go on reading what no longer holds. */
import {readdir, readFile, rm, rmdir} from 'node:fs/promises';
import {dirname, join, sep} from 'node:path';
import {codeOf} from '../disk/files.js';
import {mapSome} from '../../authoring/collections/map-some.js';
import {compare, error, type Finding} from '../../authoring/findings/finding.js';

/** As `listTexts` names them: policy, perhaps a day, language. */
const pageName = /^(?<policy>[a-z0-9][a-z0-9._-]*)\/(?:\d{4}-\d\d-\d\d\/)?[A-Za-z\d-]+(?:\.fragment)?\.html$/;

/**
 * By their names from `out`. A page is known by what stands in it; a page of somebody else's is none, whatever its
 * name.
 */
export async function findOldPages(out: string, current: readonly string[]): Promise<readonly string[]> {
  const names = new Set(current);
  const others = (await readdir(out, {recursive: true}).catch(() => []))
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => pageName.test(name) && !names.has(name));
  const ours = await mapSome(others.sort(compare), async (name) => {
    const policy = pageName.exec(name)?.groups?.['policy'];
    const html = await readFile(join(out, name), 'utf8').catch(() => '');
    return /<article\b[^>]*\sdata-policy="([^"]*)" data-edition="/.exec(html)?.[1] === policy ? [name] : [];
  });
  return ours.flat();
}

/** Deletes them, and the folders that then are empty; says which could not be. */
export async function deletePages(out: string, pages: readonly string[]): Promise<readonly Finding[]> {
  const findings = await mapSome(pages, async (name): Promise<Finding[]> => {
    const file = join(out, name);
    try {
      await rm(file);
      return [];
    } catch (cause) {
      return [
        error(
          'undeletable',
          file,
          `The text of this page is gone, and the page could not be deleted (${codeOf(cause)}). ` +
            'Check the folder’s permissions and run again with --prune, or delete it yourself.',
        ),
      ];
    }
  });
  const folders = new Set(
    pages.flatMap((name) => [dirname(name), dirname(dirname(name))]).filter((name) => name !== '.'),
  );
  // The deepest first. One that still has something in it stays.
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) await rmdir(join(out, folder)).catch(() => {});
  return findings.flat();
}
