/**
 * The preview's web server: a page, the viewer's script, the bundle, and a stream that says when to reload. On this
 * machine only.
 */
import {existsSync} from 'node:fs';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {fileURLToPath} from 'node:url';
import type {Bundle} from '../../policy/bundle.js';
import {failed, ok, type Result} from '../../policy/result.js';
import type {Inspection} from '../../authoring/compile/inspect.js';
import {error, type Finding} from '../../authoring/findings/finding.js';
import {renderPage, reloadScript} from './page.js';

const host = '127.0.0.1';

export interface Preview {
  readonly address: string;
  readonly update: (inspection: Inspection) => void;
  readonly close: () => Promise<void>;
}

export interface PreviewOptions {
  readonly viewer: string;
  readonly port: number;
  readonly name: string;
  readonly inspection: Inspection;
}

/**
 * The viewer's file stands beside the command in the package, and under dist/ when the command runs from its source.
 */
export function findViewer(): string {
  const places = ['../cdn/policy-viewer.all.min.js', '../../../dist/cdn/policy-viewer.all.min.js'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find((place) => existsSync(place)) ?? places[0] ?? '';
}

export async function serve({viewer, port, name, inspection}: PreviewOptions): Promise<Result<Preview, Finding>> {
  let current = inspection;
  // While the files have an error, the last bundle that could be built stays.
  let bundle: Bundle | undefined = inspection.draft;
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (!isOurs(request, server)) {
      answer(response, 403, 'text/plain', 'This preview answers to this machine only.');
      return;
    }
    switch (request.url?.split('?', 1)[0]) {
      case '/': {
        answer(
          response,
          200,
          'text/html',
          renderPage({
            name,
            findings: current.findings,
            hasBundle: bundle !== undefined,
            isCurrent: current.draft !== undefined,
          }),
        );
        return;
      }
      case '/policy-viewer.js': {
        answer(response, 200, 'text/javascript', viewer);
        return;
      }
      case '/reload.js': {
        answer(response, 200, 'text/javascript', reloadScript);
        return;
      }
      case '/bundle.json': {
        if (bundle === undefined) answer(response, 404, 'text/plain', 'There is no bundle yet: the findings say why.');
        else answer(response, 200, 'application/json', JSON.stringify(bundle));
        return;
      }
      case '/events': {
        listen(response, listeners);
        return;
      }
      default: {
        answer(response, 404, 'text/plain', 'There is no such page in the preview.');
        return;
      }
    }
  });
  const problem = await start(server, port);
  if (problem !== undefined) return failed([problem]);
  return ok({
    address: `http://${host}:${portOf(server)}/`,
    update(next) {
      current = next;
      bundle = next.draft ?? bundle;
      for (const listener of listeners) listener.write('event: change\ndata: \n\n');
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        // Streams never end by themselves.
        server.closeAllConnections();
      });
    },
  });
}

/** A page elsewhere whose name was made to lead here (DNS rebinding) must not read unpublished policies. */
function isOurs(request: IncomingMessage, server: Server): boolean {
  const port = portOf(server);
  return [`${host}:${port}`, `localhost:${port}`].includes(request.headers.host ?? '');
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function start(server: Server, port: number): Promise<Finding | undefined> {
  return await new Promise((resolve) => {
    server.once('error', (cause) => {
      const code = 'code' in cause ? String(cause.code) : cause.message;
      const why =
        code === 'EADDRINUSE'
          ? 'is taken by another program'
          : code === 'EACCES'
            ? 'is for administrators only'
            : `cannot be used (${code})`;
      resolve(error('port', `${host}:${port}`, `Port ${port} ${why}. Give another, or none to get any that is free.`));
    });
    server.listen(port, host, () => {
      resolve(undefined);
    });
  });
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; base-uri " +
  "'none'; form-action 'none'";

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
  response.write('\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}
