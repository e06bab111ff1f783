/** Follows a folder of policies, or a file, however it is changed, replaced or brought back. */
import {dirname, resolve, sep} from 'node:path';
import {watch} from 'chokidar';

/** Editors write in bursts; milliseconds. */
const calm = 80;
/** Texts stand at <policy>/<edition>/<language>.md: folders deeper than that hold none. */
const deepest = 3;

/** Calls `refresh` after each burst of changes and once at the beginning, one at a time, until it is stopped. `tell` hears what cannot be followed. */
export function follow(path: string, refresh: () => Promise<void>, tell: (line: string) => void): () => Promise<void> {
  const place = resolve(path);
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  let isTold = false;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(refresh);
    }, calm);
  };
  // The folder around it tells when it is deleted, and when it comes back.
  const around = dirname(place);
  const watcher = watch(around, {
    depth: deepest,
    ignoreInitial: true,
    atomic: false,
    // Hidden files are somebody else's, but for the record of translations.
    ignored: (name) => {
      const full = resolve(name);
      const isOurs = full.startsWith(place + sep) && !/[\\/]\.(?!sources\.yaml$)[^\\/]*$/.test(full);
      return full !== around && full !== place && !isOurs;
    },
  });
  watcher.on('all', later);
  // What changed between the first reading and now.
  watcher.on('ready', later);
  watcher.on('error', (cause) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    // It may be gone again, which the folder around it tells of; or the system has no more to give.
    if (code !== 'ENOENT' && !isTold)
      tell(`Not every folder can be followed (${code}); restart the preview to see all that changes in ${path}.`);
    isTold ||= code !== 'ENOENT';
    later();
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await last;
    clearTimeout(timer);
  };
}
