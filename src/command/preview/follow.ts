/**
 * Follows a folder of policies, or a file, however it is changed. Each folder is watched by
 * itself: `fs.watch` with `recursive` follows a file no longer once an editor has replaced it
 * (Node 20 and 22 on Linux), as most do when they save. chokidar 4 was tried in its place, and
 * now and then missed a file that is deleted and written anew at once.
 */
import {watch, type FSWatcher} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';

/** Editors write in bursts; milliseconds. */
const calm = 80;
/** Texts stand at <policy>/<edition>/<language>.md: folders deeper than that hold none. */
const deepest = 2;

/**
 * Calls `refresh` after each burst of changes and once at the beginning, one at a time, until it is stopped. `tell`
 * hears what cannot be followed.
 */
export function follow(
  path: string,
  isFolder: boolean,
  refresh: () => Promise<void>,
  tell: (line: string) => void,
): () => Promise<void> {
  let watchers: readonly FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  // What there is may be watched by a new name, or be another folder by the same.
  let isMoved = true;
  let isTold = false;

  const watchOne = (folder: string, only?: string): FSWatcher[] => {
    try {
      const watcher = watch(folder, (event, name) => {
        if (only !== undefined && name !== null && name !== only) return;
        isMoved ||= event === 'rename';
        later();
      });
      // A folder that is deleted while it is watched.
      watcher.on('error', () => {
        isMoved = true;
        later();
      });
      return [watcher];
    } catch (cause) {
      // It may be gone again, which the folder around it tells of; or the system has no more to give.
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
      if (code !== 'ENOENT' && !isTold)
        tell(`Not every folder can be followed (${code}); restart the preview to see what changes in ${folder}.`);
      isTold ||= code !== 'ENOENT';
      return [];
    }
  };

  const watchAll = async (): Promise<void> => {
    const old = watchers;
    // A folder is watched even for one file; for a folder the one around it tells when it comes back.
    const around = watchOne(dirname(resolve(path)), isFolder ? basename(resolve(path)) : undefined);
    watchers = [...around, ...(isFolder ? await watchWithin(path, deepest, watchOne) : [])];
    for (const watcher of old) watcher.close();
  };

  const catchUp = async (): Promise<void> => {
    if (isMoved) {
      isMoved = false;
      await watchAll();
    }
    await refresh();
  };

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(catchUp);
    }, calm);
  }

  // What changed between the first reading and now.
  last = last.then(catchUp);
  return async () => {
    clearTimeout(timer);
    await last;
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Watches before it looks inside, so that nothing comes in between. */
async function watchWithin(
  folder: string,
  depth: number,
  watchOne: (folder: string) => FSWatcher[],
): Promise<FSWatcher[]> {
  const own = watchOne(folder);
  if (depth === 0) return own;
  const names = await readdir(folder).catch(() => []);
  const inner = await Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .map(async (name) => {
        const path = join(folder, name);
        const isFolder = await stat(path).then(
          (found) => found.isDirectory(),
          () => false,
        );
        return isFolder ? watchWithin(path, depth - 1, watchOne) : [];
      }),
  );
  return [...own, ...inner.flat()];
}
