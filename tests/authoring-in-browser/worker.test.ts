// policy-viewer/authoring.js in a page's worker: a file goes in, and what a reader sees comes out.
import {assert} from '@open-wc/testing';
import type {Answer} from './worker.js';

const fixtures = new URL('../fixtures/', import.meta.url);

/** Sends one file to a new worker, and gives its answer. */
async function answerTo(path: string, bytes: Uint8Array): Promise<Answer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {type: 'module'});
  try {
    const next = async (): Promise<unknown> =>
      new Promise((done, fail) => {
        worker.onmessage = ({data}) => done(data);
        worker.onerror = ({message}) => fail(new Error(message || 'the worker did not start'));
      });
    assert.equal(await next(), 'ready');
    worker.postMessage({path, bytes});
    const answer = (await next()) as Answer | {readonly failed: readonly string[]};
    if ('failed' in answer) throw new Error(answer.failed.join('\n'));
    return answer;
  } finally {
    worker.terminate();
  }
}

const fixture = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(new URL(path, fixtures))).arrayBuffer());

const page = `<!doctype html><html lang="en"><head><title>Quay privacy notice</title></head><body><main>
<h1>Quay privacy notice</h1><p>In force from 31 May 2024.</p><h2>Visitors</h2><p>If you are a visitor, we use:</p>
<ul><li>your name, to greet you;</li><li>your email address, to answer you.</li></ul></main></body></html>`;

const files: readonly [name: string, read: () => Promise<Uint8Array>, words: string, path: string][] = [
  [
    'pass.md',
    async () => fixture('import/kystlys-pass-en.md'),
    'We count how many people walk through the gate.',
    'kystlys-pass/2023-01-15/en.md',
  ],
  ['quay.html', async () => new TextEncoder().encode(page), 'your name, to greet you;', 'quay/2024-05-31/en.md'],
  [
    'berths.docx',
    async () => fixture('import-formats/kystlys-berths.docx'),
    'We answer within 30 days',
    'kystlys-berth-terms/2024-03-01/en.md',
  ],
];

describe('authoring in a worker', () => {
  for (const [name, read, words, path] of files) {
    it(`imports, checks, compiles and selects ${name}`, async function () {
      // Tables of what tells languages apart, more than a megabyte, are loaded anew in each worker.
      this.timeout(60_000);
      const answer = await answerTo(name, await read());
      assert.include(answer.words, words);
      assert.include(answer.paths, path);
      assert.include(answer.paths, 'policies.yaml');
      assert.equal(answer.language, 'en');
      assert.notInclude(answer.problems, 'invalid-bundle');
      assert.include(answer.shown, words.slice(-10));
    });
  }

  it('says what is wrong with a file that it cannot read', async function () {
    this.timeout(60_000);
    let message = '';
    await answerTo('quay.pdf', new TextEncoder().encode('%PDF-1.7')).catch((cause: unknown) => {
      message = String(cause);
    });
    assert.include(message, 'This is a PDF file');
  });
});
