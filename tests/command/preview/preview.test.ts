import assert from 'node:assert/strict';
import {rm, writeFile} from 'node:fs/promises';
import {request} from 'node:http';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {folderWith, run, start} from '../command.js';

const good = '# Privacy\n\nText.\n';
const bad = '# Privacy\n\n- <b>a</b> {audience="<script>alert(1)</script>"}\n';

interface Running {
  readonly address: string;
  /** The next line that begins so. */
  readonly line: (beginning: string) => Promise<string>;
  readonly end: () => Promise<number | null>;
}

async function preview(test: TestContext, folder: string, ...args: string[]): Promise<Running> {
  const child = start(folder, 'preview', ...args);
  test.after(() => child.kill('SIGKILL'));
  const closed = new Promise<number | null>((done) => child.on('close', done));
  let [text, wake] = ['', () => {}];
  child.stdout?.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    wake();
  });
  void closed.then(() => {
    wake();
  });
  const line = async (beginning: string): Promise<string> => {
    for (;;) {
      const lines = text.split('\n').slice(0, -1);
      const index = lines.findIndex((each) => each.startsWith(beginning));
      if (index >= 0) {
        text = text
          .split('\n')
          .slice(index + 1)
          .join('\n');
        return lines[index] ?? '';
      }
      assert.equal(child.exitCode, null, `ended before it said “${beginning}”`);
      await new Promise<void>((done) => {
        wake = done;
      });
    }
  };
  const address = /http:\S+\//.exec(await line('Preview of'))?.[0] ?? '';
  return {
    address,
    line,
    end: async () => {
      child.kill('SIGINT');
      return await closed;
    },
  };
}

const get = async (address: string): Promise<string> => (await fetch(address)).text();

/** A page once it says so. A change on a slow disk may be built more than once on the way. */
async function until({address, line}: Running, says: RegExp, path = ''): Promise<string> {
  for (;;) {
    const page = await get(address + path);
    if (says.test(page)) return page;
    await line('Built again');
  }
}

describe('preview', () => {
  it('shows a folder, follows it, and ends on Ctrl-C', async (test) => {
    const folder = await folderWith(test, {'p/privacy/2020-01-01/en.md': good});
    const running = await preview(test, folder, 'p');
    const {address, end} = running;
    const page = await get(address);
    assert.match(page, /<policy-viewer src="\/bundle\.json"/);
    assert.match(page, /No findings/);
    assert.match(await get(`${address}bundle.json`), /"Text\."/);
    assert.match(await get(`${address}policy-viewer.js`), /policy-viewer/);
    const events = (await fetch(`${address}events`)).body?.getReader();
    await events?.read();
    await writeFile(join(folder, 'p/privacy/2020-01-01/en.md'), good.replace('Text', 'Other'));
    await until(running, /"Other\."/, 'bundle.json');
    assert.match(new TextDecoder().decode((await events?.read())?.value), /event: change/);
    assert.equal(await end(), 0);
    await assert.rejects(fetch(address));
  });

  it('shows findings as text, and goes on with the last good bundle', async (test) => {
    const folder = await folderWith(test, {'p/privacy/2020-01-01/en.md': good});
    const running = await preview(test, folder, 'p');
    const {address, end} = running;
    await writeFile(join(folder, 'p/privacy/2020-01-01/en.md'), bad);
    const page = await until(running, /There is no audience “&lt;script&gt;/);
    assert.doesNotMatch(page, /<script>alert/);
    assert.match(page, /the last bundle that could be built/);
    assert.match(await get(`${address}bundle.json`), /"Text\."/);
    await rm(join(folder, 'p/privacy'), {recursive: true});
    await until(running, /There is no policy in this folder/);
    assert.equal(await end(), 0);
  });

  it('starts on what cannot be built yet, and says so', async (test) => {
    const folder = await folderWith(test, {'b.json': '<html>'});
    const {address, end} = await preview(test, folder, 'b.json');
    const page = await get(address);
    assert.match(page, /There is no bundle to show yet/);
    assert.match(page, /This is HTML, not a bundle/);
    assert.doesNotMatch(page, /<policy-viewer/);
    assert.equal((await fetch(`${address}bundle.json`)).status, 404);
    assert.equal(await end(), 0);
  });

  it('answers nobody who asks under another name', async (test) => {
    const folder = await folderWith(test, {'p/privacy/2020-01-01/en.md': good});
    const {address, end} = await preview(test, folder, 'p');
    const status = await new Promise((done) => {
      request(address, {headers: {host: 'elsewhere.example'}}, (response) => {
        response.resume();
        done(response.statusCode);
      }).end();
    });
    assert.equal(status, 403);
    assert.equal(await end(), 0);
  });

  it('says that a port is taken', async (test) => {
    const folder = await folderWith(test, {'p/privacy/2020-01-01/en.md': good});
    const {address, end} = await preview(test, folder, 'p');
    const {port} = new URL(address);
    assert.deepEqual(await run(folder, 'preview', 'p', '--port', port), {
      code: 1,
      stdout: '',
      stderr:
        `127.0.0.1:${port}  error    Port ${port} is taken by another program. ` +
        `Give another, or none to get any that is free.\n\nThe preview did not start.\n`,
    });
    assert.equal(await end(), 0);
  });
});
