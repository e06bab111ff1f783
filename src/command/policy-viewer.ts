/** The program `policy-viewer`. The only file that knows the process: its arguments, streams, signals and exit code. */
import {main} from './main.js';

// A closed pipe, as in `policy-viewer check … | head`, is no mistake.
process.stdout.on('error', (cause: Error) => {
  if ('code' in cause && cause.code === 'EPIPE') process.exit();
});

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  // Listened for only once a command asks: the others end at once.
  interrupted() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        controller.abort();
      });
    return controller.signal;
  },
});
