/** `check --url` and `--against` an address: a server of their own, asked as readers' tools ask. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {createServer, type OutgoingHttpHeaders} from 'node:http';
import type {AddressInfo} from 'node:net';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {gzipSync} from 'node:zlib';
import {get} from '../../../src/command/web/get.js';
import {folderWith, run} from '../command.js';

interface Sent {
  readonly body: string | Buffer;
  readonly headers?: OutgoingHttpHeaders;
  readonly status?: number;
}

/** A server with these files; the addresses of two of them are two origins. */
async function serve(test: TestContext, files: Readonly<Record<string, Sent>>): Promise<string> {
  const server = createServer((request, response) => {
    const sent = files[request.url ?? ''];
    response.writeHead(sent?.status ?? (sent === undefined ? 404 : 200), sent?.headers);
    response.end(sent?.body ?? 'not found');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  test.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const text = '# Berths\n\nWe rent out berths.\n\n- You pay in May. {#pay}\n- You keep the berth clean. {#clean}\n';
const script = 'export {};\n';
const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
const fallback = '<p>We rent out berths.</p><ul><li>You pay in May.<li>You keep the berth clean.</ul>';

const html = 'text/html; charset=utf-8';
const js = {'content-type': 'text/javascript'};
const json = {'content-type': 'application/json', 'cache-control': 'no-cache'};

/** A bundle of that text, and the folder it came from. */
async function build(test: TestContext): Promise<{folder: string; bundle: string}> {
  const folder = await folderWith(test, {'policies/quay/2024-03-01/en.md': text});
  assert.equal((await run(folder, 'build', 'policies', '--out', 'bundle.json')).code, 0);
  return {folder, bundle: await readFile(join(folder, 'bundle.json'), 'utf8')};
}

const page = (inside = fallback, tag = `<script type="module" src="/viewer.js" integrity="${integrity}"></script>`) =>
  `<!doctype html><html lang="en"><head>${tag}</head><body><policy-viewer src="/bundle.json">${inside}` +
  '</policy-viewer></body></html>';

/** What check says of a page: `code path`, from the page's own origin. */
async function looked(test: TestContext, change: Readonly<Record<string, Sent>>): Promise<string[]> {
  const {folder, bundle} = await build(test);
  const files = {
    '/': {body: page(), headers: {'content-type': html}},
    '/viewer.js': {body: script, headers: js},
    '/bundle.json': {body: bundle, headers: json},
    ...change,
  };
  const origin = await serve(test, files);
  const {stdout} = await run(folder, 'check', '--url', `${origin}/`, '--format', 'json');
  const {findings}: {findings: readonly {code: string; file: string; message: string}[]} = JSON.parse(stdout);
  return findings.map(({code, file}) => `${code} ${file.replace(origin, '')}`);
}

const withPolicy = (policy: string): Readonly<Record<string, Sent>> => ({
  '/': {body: page(), headers: {'content-type': html, 'content-security-policy': policy}},
});
const withPage = (body: string, type = html): Readonly<Record<string, Sent>> => ({
  '/': {body, headers: {'content-type': type}},
});

const cases: Readonly<Record<string, [change: Readonly<Record<string, Sent>>, found: string[]]>> = {
  'nothing wrong': [{}, []],
  'no words without scripts': [withPage(page('')), ['no-words /']],
  'some words without scripts': [withPage(page('<p>We rent out berths.</p>')), ['no-words /']],
  'no viewer': [withPage('<!doctype html><html lang="en"><title>Us</title>'), ['no-policy /']],
  'no language': [withPage(page().replace(' lang="en"', '')), ['no-lang /']],
  'no encoding': [withPage(page(), 'text/html'), ['content-type /']],
  'no HTML': [withPage(page(), 'text/plain; charset=utf-8'), ['content-type /']],
  'a page that is not there': [{'/': {body: 'gone', status: 410}}, ['unreachable /']],
  'a script that is not there': [{'/viewer.js': {body: '', status: 404}}, ['unreachable /viewer.js']],
  'a script that is sent as text': [
    {'/viewer.js': {body: script, headers: {'content-type': 'text/plain'}}},
    ['content-type /viewer.js'],
  ],
  'another script than the page means': [
    {'/viewer.js': {body: 'export const a = 1;\n', headers: js}},
    ['integrity /viewer.js'],
  ],
  'a hashed file that is not kept': [
    {
      ...withPage(page(fallback, '<link rel="modulepreload" href="/part-B7xK2p9q.js">')),
      '/part-B7xK2p9q.js': {body: script, headers: js},
    },
    ['caching /part-B7xK2p9q.js'],
  ],
  'a hashed file that is kept': [
    {
      ...withPage(page(fallback, '<link rel="modulepreload" href="/part-B7xK2p9q.js">')),
      '/part-B7xK2p9q.js': {body: script, headers: {...js, 'cache-control': 'public, max-age=31536000, immutable'}},
    },
    [],
  ],
  'a script that is kept too long': [
    {'/viewer.js': {body: script, headers: {...js, 'cache-control': 'max-age=31536000'}}},
    ['caching /viewer.js'],
  ],
  'a page that is sent unpacked': [withPage(page() + ' '.repeat(20_000)), ['uncompressed /']],
  'a page that is sent packed': [
    {
      '/': {
        body: gzipSync(page() + ' '.repeat(20_000)),
        headers: {'content-type': html, 'content-encoding': 'gzip'},
      },
    },
    [],
  ],
  'a security policy that lets all through': [
    withPolicy("default-src 'self'; require-trusted-types-for 'script'; trusted-types policy-viewer"),
    [],
  ],
  'Trusted Types without the viewer’s': [
    withPolicy("default-src 'self'; require-trusted-types-for 'script'; trusted-types app"),
    ['security-policy /'],
  ],
  'a security policy without connections': [withPolicy("default-src 'none'; script-src 'self'"), ['security-policy /']],
  'a bundle that is not there': [{'/bundle.json': {body: '', status: 500}}, ['unreachable /bundle.json']],
  'a bundle that is none': [
    {'/bundle.json': {body: '{}', headers: json}},
    Array(7).fill('invalid-bundle /bundle.json'),
  ],
};

describe('check --url', () => {
  for (const [what, [change, found]] of Object.entries(cases)) {
    it(`${what}: ${[...new Set(found)].join(', ') || 'nothing'}`, async (test) => {
      const said = await looked(test, change);
      assert.deepEqual([...new Set(said)], [...new Set(found)]);
    });
  }

  it('says when another site keeps its bundle or its script to itself, or changes it', async (test) => {
    const {folder, bundle} = await build(test);
    const other = await serve(test, {
      '/bundle.json': {body: bundle, headers: json},
      '/viewer.js': {body: script, headers: {...js, 'access-control-allow-origin': '*'}},
    });
    const own = await serve(
      test,
      withPage(
        page(fallback, `<script type="module" src="${other}/viewer.js"></script>`).replace(
          '/bundle',
          `${other}/bundle`,
        ),
      ),
    );
    const {code, stderr} = await run(folder, 'check', '--url', `${own}/`);
    assert.equal(code, 1);
    assert.match(stderr, /The bundle is on another site, which does not let the page read it/);
    assert.ok(stderr.includes(`Add integrity="${integrity}" and crossorigin="anonymous"`), stderr);
  });

  it('says that nothing answers, and asks nothing but http', async (test) => {
    const folder = await folderWith(test, {});
    const free = await serve(test, {});
    assert.match(
      (await run(folder, 'check', '--url', 'http://127.0.0.1:9/')).stderr,
      /Nothing answers at this address/,
    );
    assert.match((await run(folder, 'check', '--url', 'file:///etc/hosts')).stderr, /Only http: and https: are asked/);
    assert.match((await run(folder, 'check', '--url', `${free}/`)).stderr, /answers with status 404/);
  });

  it('gives up what is too large or never ends', async (test) => {
    const origin = await serve(test, {'/': {body: 'x'.repeat(2_000_000)}});
    const large = await get(origin, {limits: {time: 5000, size: 1024 * 1024}});
    assert.match(large.ok ? '' : (large.issues[0]?.message ?? ''), /There are more than 1 MB/);
    const server = createServer((_, response) => response.write('a'));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    test.after(() => {
      server.closeAllConnections();
      server.close();
    });
    const slow = await get(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      limits: {time: 200, size: 1024},
    });
    assert.match(slow.ok ? '' : (slow.issues[0]?.message ?? ''), /did not answer in 0\.2 seconds/);
  });
});

describe('check --against an address', () => {
  it('compares with what is published there, its texts in files of their own too', async (test) => {
    const {folder} = await build(test);
    assert.equal((await run(folder, 'build', 'policies', '--split', 'public')).code, 0);
    const index = await readFile(join(folder, 'public/bundle.json'), 'utf8');
    const [, name = ''] = /"src":"([^"]+)"/.exec(index) ?? [];
    const origin = await serve(test, {
      '/p/bundle.json': {body: index, headers: json},
      [`/p/${name}`]: {body: await readFile(join(folder, 'public', name)), headers: json},
    });
    const same = await run(folder, 'check', 'policies', '--against', `${origin}/p/bundle.json`);
    assert.equal(same.code, 0, same.stderr);
    assert.doesNotMatch(same.stderr + same.stdout, /warning /);
    const changed = await folderWith(test, {'policies/quay/2024-03-01/en.md': text.replace('{#pay}', '{#fee}')});
    const {stderr} = await run(changed, 'check', 'policies', '--against', `${origin}/p/bundle.json`);
    assert.match(stderr, /“pay” is published and not here any more: .*\{#new-id aliases="pay"\}/);
    const gone = await run(changed, 'check', 'policies', '--against', `${origin}/none.json`);
    assert.match(gone.stderr, /There is no such file/);
  });
});
