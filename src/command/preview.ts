/** `policy-viewer preview`: the viewer on a folder or bundle, in a page that follows the files as they change. */
import {inMemory} from '../authoring/compile/policy-cache.js';
import {inspect} from './inspect/inspect.js';
import {misuse, valueOf, type Command, type Outcome} from './terminal/command.js';
import {readText} from '../authoring/files/files.js';
import {disk} from './disk/files.js';
import {countFindings, error} from '../authoring/findings/finding.js';
import {follow} from './preview/follow.js';
import {findViewer, serve} from './preview/server.js';

export const preview: Command = {
  name: 'preview',
  summary: 'Open a page with the viewer that reloads as files change',
  usage: 'FOLDER|BUNDLE [--port N]',
  options: {port: {type: 'string', value: 'N', description: 'Listen on this port instead of any that is free'}},
  async run(args, session): Promise<Outcome> {
    const [path, ...others] = args.operands;
    if (path === undefined)
      return misuse('Say what to preview: policy-viewer preview policies/, or policy-viewer preview bundle.json.');
    if (others.length > 0)
      return misuse(`Only one folder or bundle can be previewed at a time; “${others[0]}” is one too many.`);
    const port = readPort(valueOf(args, 'port'));
    if (port === undefined) return misuse('A port is a whole number from 0 to 65535: --port 8080.');
    // Only what changed since the last time is read anew.
    const options = {thorough: true, cache: inMemory()};
    let inspection = await inspect(path, {...options, progress: session.progress});
    if (inspection.kind === 'nothing')
      return {status: 'findings', findings: inspection.findings, summary: 'There is nothing to preview.'};
    const viewer = await readText(disk, findViewer());
    if (!viewer.ok) {
      return {
        status: 'findings',
        findings: [
          error(
            'no-viewer',
            findViewer(),
            'The viewer’s own file is missing. Install policy-viewer again, or in its repository run “npm run build”.',
          ),
        ],
        summary: 'There is nothing to preview with.',
      };
    }
    const started = await serve({viewer: viewer.value.text, port, name: path, inspection});
    if (!started.ok) return {status: 'findings', findings: started.issues, summary: 'The preview did not start.'};
    const {address, update, close} = started.value;
    let shown = JSON.stringify(inspection);
    const refresh = async (): Promise<void> => {
      const next = await inspect(path, options);
      const found = JSON.stringify(next);
      if (found === shown) return;
      [inspection, shown] = [next, found];
      update(inspection);
      session.tell(`Built again: ${countFindings(inspection.findings)}.`);
    };
    const stop = follow(path, inspection.kind === 'folder', refresh, session.tell);
    session.tell(`Preview of ${path} at ${address}. It follows the files; Ctrl-C ends it.`);
    session.tell(sentence(countFindings(inspection.findings)));
    await ended(session.interrupted);
    await stop();
    await close();
    return {status: 'fine', findings: [], summary: 'The preview has ended.'};
  },
};

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function readPort(value: string | undefined): number | undefined {
  if (value === undefined) return 0;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  return port <= 65535 ? port : undefined;
}

async function ended(interrupted: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (interrupted.aborted) resolve();
    else
      interrupted.addEventListener(
        'abort',
        () => {
          resolve();
        },
        {once: true},
      );
  });
}
