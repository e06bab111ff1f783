// A server for the pages that are measured: everything compressed beforehand, nothing kept by the browser.
import {createServer} from 'node:http';
import {readFileSync} from 'node:fs';
import {extname, resolve, sep} from 'node:path';
import {gzipSync} from 'node:zlib';

const types = {'.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html', '.css': 'text/css'};

/**
 * @param {ReadonlyMap<string, string>} pages  content by path, as '/60/plain.html'
 * @param {string} files  a folder whose files are served under /files/
 */
export async function serve(pages, files) {
  /** @type {Map<string, {body: Buffer, type: string}>} */
  const kept = new Map();
  /** @param {string} path */
  const find = (path) => {
    const known = kept.get(path);
    if (known) return known;
    let content = pages.get(path);
    if (content === undefined && path.startsWith('/files/')) {
      const file = resolve(files, `.${path.slice('/files'.length)}`);
      if (file.startsWith(files + sep)) content = readFileSync(file, 'utf8');
    }
    if (content === undefined) return undefined;
    const type = Object.entries(types).find(([end]) => end === extname(path))?.[1] ?? 'text/plain';
    const made = {body: gzipSync(content, {level: 9}), type};
    kept.set(path, made);
    return made;
  };
  const server = createServer((request, response) => {
    let found;
    try {
      found = find(new URL(request.url ?? '/', 'http://localhost').pathname);
    } catch {
      found = undefined; // there is no such file
    }
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, {
        'content-type': `${found.type}; charset=utf-8`,
        'content-encoding': 'gzip',
        'cache-control': 'no-store',
      })
      .end(found.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {origin: `http://localhost:${port}`, close: () => new Promise((done) => server.close(done))};
}
