/**
 * `policy-viewer/authoring.js`: what a build tool or a page calls. The same in a worker: tests/authoring-in-browser.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {check, compile, describeFinding, importTexts, readDocument} from '../../src/authoring/index.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const notice = `Quay Privacy Policy

Effective date: 1 March 2026

Visitors: If you are a visitor, we use:

- your name, to greet you;
- your email address, to answer you.
`;
const inFolder = (files: readonly {path: string; text: string}[]): {path: string; bytes: Uint8Array}[] =>
  files.map(({path, text}) => ({path, bytes: bytes(text)}));

async function imported(text: string, options?: Parameters<typeof importTexts>[1]) {
  const result = await importTexts([{path: 'texts/quay.txt', bytes: bytes(text)}], options);
  assert.ok(result.ok, result.ok ? '' : result.issues.map(describeFinding).join('\n'));
  return result.value;
}

describe('authoring without files', () => {
  it('reads what stands in a document', async () => {
    const read = await readDocument({path: 'quay.html', bytes: bytes('<p>Quay &amp; <b>Pier</b></p>')});
    assert.ok(read.ok);
    assert.equal(read.value.words, 'Quay & Pier');
  });

  it('imports, checks and compiles', async () => {
    const {files, texts} = await imported(notice);
    assert.deepEqual(files.map(({path}) => path).sort(), [
      'policies.yaml',
      'quay/2026-03-01/.imports.yaml',
      'quay/2026-03-01/en.md',
    ]);
    assert.deepEqual(
      texts.map(({file, target, language, policy}) => [file, target, language.tag, policy]),
      [['texts/quay.txt', 'quay/2026-03-01/en.md', 'en', 'quay']],
    );
    assert.deepEqual(await check(inFolder(files)), []);
    const {bundle, findings} = await compile(inFolder(files));
    assert.deepEqual(findings, []);
    assert.deepEqual(
      bundle?.policies.map(({id}) => id),
      ['quay'],
    );
  });

  it('takes what it is told instead of recognising it', async () => {
    const {texts} = await imported(notice, {
      choices: (path) => (path === 'texts/quay.txt' ? {policy: 'pier', language: 'en'} : {}),
      audiences: {Visitors: ['guest']},
    });
    assert.equal(texts[0]?.policy, 'pier');
    assert.deepEqual(
      texts[0].sections.flatMap(({audiences}) => audiences),
      ['everyone', 'guest'],
    );
  });

  describe('imports a changed file over an edited text', () => {
    const changed = notice.replace('greet you', 'welcome you');
    const edit = (files: readonly {path: string; text: string}[]) =>
      inFolder(files.map(({path, text}) => ({path, text: text.replace('greet you', 'know you')})));
    const cases: readonly ['file' | 'edit', RegExp][] = [
      ['file', /welcome you/],
      ['edit', /know you/],
    ];
    for (const [prefer, words] of cases) {
      it(`and prefers the ${prefer}`, async () => {
        const folder = edit((await imported(notice)).files);
        const {files} = await imported(changed, {folder, prefer});
        const now = new Map([...folder, ...inFolder(files)].map((file) => [file.path, file.bytes]));
        assert.match(new TextDecoder().decode(now.get('quay/2026-03-01/en.md')), words);
      });
    }

    it('and asks where nothing is preferred', async () => {
      const folder = edit((await imported(notice)).files);
      const result = await importTexts([{path: 'texts/quay.txt', bytes: bytes(changed)}], {folder});
      assert.deepEqual(result.ok ? [] : result.issues.map(({code}) => code), ['conflict']);
    });
  });

  it('says what is wrong with a folder, and gives no bundle', async () => {
    const {bundle, findings} = await compile([{path: 'quay/2026-03-01/en.md', bytes: bytes('')}]);
    assert.equal(bundle, undefined);
    assert.deepEqual(
      findings.map(({code, place}) => [code, place.file]),
      [['empty-text', 'quay/2026-03-01/en.md']],
    );
  });
});
