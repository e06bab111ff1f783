// A real web server, on a port of its own, that does what goes wrong on the way of a file: one behaviour an address.
// The page's side is in ./commands.ts. What each behaviour should come to stands in tests/viewer/faults.test.ts.
import {createServer} from 'node:http';
import {gzipSync} from 'node:zlib';

/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {(response: Response, good: string, request: Request) => void} Behaviour */

const json = {'content-type': 'application/json'};

/** @type {(status: number, headers?: Record<string, string>) => Behaviour} */
const status =
  (status, headers = {}) =>
  (response) =>
    response.writeHead(status, {'content-type': 'text/plain', ...headers}).end(status === 204 ? '' : 'Sorry');
/** @type {(content: string | Buffer, headers?: Record<string, string>) => Behaviour} */
const body =
  (content, headers = json) =>
  (response) =>
    response.writeHead(200, headers).end(content);
/** @type {(make: (good: string) => string | Buffer, headers?: Record<string, string>) => Behaviour} */
const changed =
  (make, headers = {}) =>
  (response, good) =>
    response.writeHead(200, {...json, ...headers}).end(make(good));

/** @type {Buffer | undefined} */
let made;
/** 200 MB of white space in 200 kB. */
const bomb = () => (made ??= gzipSync(Buffer.alloc(200_000_000, ' ')));
const page = '<!doctype html><html><title>Our site</title><h1>Welcome</h1></html>';

/** @type {Record<string, Behaviour>} */
const behaviours = {
  good: changed((good) => good),
  'a byte order mark before it': changed((good) => `\uFEFF${good}`),
  'no content type': changed((good) => good, {'content-type': ''}),
  'sent as plain text': changed((good) => good, {'content-type': 'text/plain'}),
  'in pieces of a hundred bytes': (response, good) => {
    response.writeHead(200, json);
    for (let at = 0; at < good.length; at += 100) response.write(good.slice(at, at + 100));
    response.end();
  },
  'a redirect on the same origin': (response, good, {url}) =>
    url?.includes('?') ? response.writeHead(200, json).end(good) : response.writeHead(302, {location: '?2'}).end(),

  204: status(204),
  400: status(400),
  401: status(401, {'www-authenticate': 'Bearer'}),
  403: status(403),
  404: status(404),
  405: status(405),
  406: status(406),
  408: status(408, {connection: 'close'}),
  410: status(410),
  418: status(418),
  425: status(425),
  429: status(429),
  '429, to come back later': status(429, {'retry-after': '3600', 'access-control-expose-headers': 'retry-after'}),
  '429, to come back in five seconds': status(429, {
    'retry-after': '5',
    'access-control-expose-headers': 'retry-after',
  }),
  '503, to come back at a time': (response) =>
    status(503, {
      'retry-after': new Date(Date.now() + 3_600_000).toUTCString(),
      'access-control-expose-headers': 'retry-after',
    })(response, '', /** @type {any} */ (undefined)),
  451: status(451),
  500: status(500),
  '500 with a page': (response) => response.writeHead(500, {'content-type': 'text/html'}).end(page),
  502: status(502),
  503: status(503),
  504: status(504),
  511: status(511),
  'a redirect to nowhere': status(302, {location: 'http://localhost:1/'}),
  'redirects without end': status(302, {location: '?again'}),
  // The same server by another name is another origin.
  'a redirect to another origin': (response, good, {url, headers: {host = ''}}) =>
    host.startsWith('localhost')
      ? response.writeHead(302, {location: `http://${host.replace('localhost', '127.0.0.1')}${url}`}).end()
      : response.writeHead(200, json).end(good),

  'a connection that is closed at once': (response) => response.destroy(),
  'a connection that is reset': (response) => void response.socket?.resetAndDestroy(),
  'headers, then the end of the connection': (response) => {
    response.writeHead(200, {...json, 'content-length': '1000'});
    response.flushHeaders();
    setTimeout(() => response.destroy(), 20);
  },
  'half of it, then the end of the connection': (response, good) => {
    response.writeHead(200, {...json, 'content-length': String(Buffer.byteLength(good))});
    response.write(good.slice(0, good.length / 2));
    setTimeout(() => response.destroy(), 20);
  },
  'no answer': () => undefined,
  'headers, then silence': (response) => response.writeHead(200, json).flushHeaders(),
  'half of it, then silence': (response, good) => {
    response.writeHead(200, json);
    response.write(good.slice(0, good.length / 2));
  },
  'two bytes at a time': (response, good) => {
    response.writeHead(200, json);
    let at = 0;
    const timer = setInterval(() => {
      response.write(good.slice(at, (at += 2)));
    }, 50);
    response.on('close', () => clearInterval(timer));
  },
  'broken gzip': body('this is not gzip', {...json, 'content-encoding': 'gzip'}),
  'half of its gzip': changed((good) => gzipSync(good).subarray(0, 200), {'content-encoding': 'gzip'}),
  '200 MB out of 200 kB of gzip': (response) =>
    response.writeHead(200, {...json, 'content-encoding': 'gzip'}).end(bomb()),

  nothing: body(''),
  'white space': body(' \n'),
  'a page with 200': body(page, {'content-type': 'text/html'}),
  'a page sent as JSON': body(page),
  'half of it': changed((good) => good.slice(0, good.length / 2)),
  'something after it': changed((good) => `${good} and more`),
  'it twice': changed((good) => `${good}\n${good}`),
  'JSON in a call': changed((good) => `callback(${good})`),
  'UTF-16': changed((good) => Buffer.from(good, 'utf16le')),
  null: body('null'),
  'a number': body('1e999'),
  'a list': body('[]'),
  'an empty object': body('{}'),
  'a newer format': changed((good) => good.replace('policy-bundle/1', 'policy-bundle/2')),
  'a million brackets': body('['.repeat(1_000_000)),
  'a hundred thousand brackets': body('['.repeat(100_000) + ']'.repeat(100_000)),
  'a million values': body(`[${'0,'.repeat(1_000_000)}0]`),
  'a Lit template for a title': changed((good) => JSON.stringify({...JSON.parse(good), title: {_$litType$: 1}})),
  'a key __proto__': changed((good) => good.replace('{', '{"__proto__":{"title":1},')),
};

/** `good`: one request after the other gets these, the last stays. */
/** @type {Map<string, {behaviour: Behaviour, good: string[], requests: Record<string, string | undefined>[]}>} */
const files = new Map();
/** @type {import('node:http').Server | undefined} */
let server;

/** @returns {Promise<string>} its origin */
async function listen() {
  bomb();
  server ??= createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '', 'http://localhost').pathname);
    // Other origins are the tests' own page.
    if (file?.behaviour !== withoutCors) response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'no-store');
    const {cookie, referer, authorization} = request.headers;
    file?.requests.push({cookie, referer, authorization});
    const good = (file && file.good.length > 1 ? file.good.shift() : file?.good[0]) ?? '';
    if (file) file.behaviour(response, good, request);
    else response.writeHead(404).end();
  });
  if (!server.listening) await new Promise((done) => server?.listen(0, () => done(true)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port');
  return `http://localhost:${address.port}`;
}

const withoutCors = changed((good) => good);
behaviours['an origin that does not let the page read it'] = withoutCors;

const find = (/** @type {string} */ name) => {
  const behaviour = behaviours[name];
  if (!behaviour) throw new Error(`The faulty server does not know "${name}"`);
  return behaviour;
};

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export const faultyServer = () => ({
  name: 'faulty-server',
  async executeCommand({command, payload}) {
    if (command !== 'faulty-server') return undefined; // another plugin's
    const {address, behaviour, good} = /** @type {{address?: string, behaviour?: string, good?: string | string[]}} */ (
      payload
    );
    if (!address) {
      const path = `/${files.size + 1}.json`;
      files.set(path, {behaviour: find(behaviour ?? 'good'), good: [good ?? ''].flat(), requests: []});
      return (await listen()) + path;
    }
    const file = files.get(new URL(address).pathname);
    if (!file) throw new Error(`Nothing is served at ${address}`);
    if (behaviour) file.behaviour = find(behaviour);
    return file.requests;
  },
  serverStop() {
    server?.closeAllConnections();
    server?.close();
  },
});
