/**
 * Files that somebody has → a policies folder on disk. What is to be written waits beside its place, and at the
 * end all of it is put there, or nothing.
 */
import {realpath} from 'node:fs/promises';
import {basename, dirname, join, resolve, sep} from 'node:path';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, type Finding} from '../../authoring/findings/finding.js';
import {importFiles, type ImportReport, type ImportRequest} from '../../authoring/import/import-files.js';
import {noCache} from '../../authoring/work/cache.js';
import {isWorthwhile, openDiskCache, type CacheChoice} from '../disk/disk-cache.js';
import {disk, kindOf, stageFiles} from '../disk/files.js';

export interface DiskImportRequest extends Omit<ImportRequest, 'inputs' | 'place' | 'cache' | 'write'> {
  readonly dryRun: boolean;
  readonly cacheChoice: CacheChoice;
}

/** All that was imported, or why nothing was. */
export async function importOntoDisk({
  dryRun,
  cacheChoice,
  ...request
}: DiskImportRequest): Promise<Result<ImportReport, Finding>> {
  const {files, out, isStopped} = request;
  const kind = await kindOf(out);
  if (kind.ok && kind.value === 'file')
    return failed([
      error('unwritable', out, 'This is a file, so no policies can be put in it. Give the name of a folder.'),
    ]);
  const cache =
    isWorthwhile(files.length, cacheChoice) && !cacheChoice.isOff
      ? openDiskCache(['import', resolve(out)], cacheChoice, false)
      : noCache;
  const staging = stageFiles();
  const root = await realPlace(resolve(out));
  try {
    const imported = await importFiles({
      ...request,
      inputs: disk,
      place: disk,
      cache,
      async write(file, text) {
        const escape = await findEscape(root, file, out);
        if (escape !== undefined) return failed([escape]);
        return dryRun ? ok(undefined) : staging.add({file, text});
      },
    });
    if (isStopped())
      return failed([error('stopped', out, 'The import was stopped, so nothing was written. Run it again.')]);
    const placed = imported.ok && !dryRun ? await staging.commit() : ok(undefined);
    return placed.ok ? imported : placed;
  } finally {
    await staging.discard();
    await cache.close();
  }
}

/** A link in the folder must not lead a text out of it. `root` is where the folder really is. */
async function findEscape(root: string, file: string, out: string): Promise<Finding | undefined> {
  const place = await realPlace(resolve(file));
  const isInside = place.startsWith(root.endsWith(sep) ? root : root + sep);
  return isInside
    ? undefined
    : error(
        'outside',
        file,
        `This would be written outside of “${out}”, to ${place}. ` +
          'Give another --policy, or remove the link that leads there.',
      );
}

/** Where a path leads, whatever of it is there yet. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return dirname(path) === path ? path : join(await realPlace(dirname(path)), basename(path));
  }
}
