import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {splitPolicy} from '../../../src/command/build/split.js';
import type {Bundle} from '../../../src/policy/bundle.js';
import {referencesIn, replaceTexts, withTexts} from '../../../src/policy/texts.js';
import {validate, validateText} from '../../../src/policy/validate.js';
import {folderWith, run} from '../command.js';

const text = (words: string): string =>
  `# Privacy\n\n## Visitors {audience="visitor"}\n\n- ${words} {#v-contact}\n\n***\n\nFor everyone.\n`;
const policies = {
  'p/policies.yaml': 'title: {en: Privacy here, sv: Integritet här}\nlanguages: [sv, en]\n',
  'p/privacy/2026-03-01/en.md': text('Contact details.'),
  'p/privacy/2026-03-01/sv.md': text('Kontaktuppgifter.'),
  'p/privacy/2024-01-01/en.md': text('Your name.'),
};
const built =
  'Built web/bundle.json: 3 texts in 2 languages, each in a file of its own; the index is 2 kB, 1 kB compressed.';

const bundleIn = (json: string): Bundle => {
  const bundle = validate(JSON.parse(json));
  assert.ok(bundle.ok);
  return bundle.value;
};

/** Every file under a folder, by its name from there. */
async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name.slice(folder.length + 1), await readFile(name)] as const)),
  );
}

const ended = (stdout: string, code = 0): {code: number; stdout: string; stderr: string} => ({
  code,
  stdout: `${stdout}\n`,
  stderr: '',
});

describe('build --split', () => {
  it('writes an index and a file for each text, by what is in it, and compressed copies', async (test) => {
    const folder = await folderWith(test, policies);
    assert.deepEqual(await run(folder, 'build', 'p', '--split', 'web'), ended(built));
    const files = await filesIn(join(folder, 'web'));
    const index = bundleIn(files.get('bundle.json')!.toString());
    const whole = bundleIn((await run(folder, 'build', 'p')).stdout);
    const references = referencesIn(index);
    assert.equal(references.length, 3);
    const texts = new Map(
      references.map(({src, integrity, title, audiences}) => {
        const bytes = files.get(src);
        assert.ok(bytes, src);
        const digest = createHash('sha256').update(bytes).digest();
        assert.equal(integrity, `sha256-${digest.toString('base64')}`);
        assert.match(
          src,
          new RegExp(
            `^texts/privacy\\.20\\d\\d-\\d\\d-01\\.(?:en|sv)\\.${digest.toString('hex').slice(0, 16)}\\.json$`,
          ),
        );
        assert.deepEqual([title, audiences], ['Privacy', ['visitor']]);
        const value = validateText(JSON.parse(bytes.toString()), index);
        assert.ok(value.ok);
        return [src, value.value] as const;
      }),
    );
    assert.deepEqual(withTexts(index, texts), whole);
    const served = ['bundle.json', ...texts.keys()];
    assert.deepEqual(
      [...files.keys()].sort(),
      ['Caddyfile', '_headers', 'nginx.conf', ...served.flatMap((name) => [name, `${name}.br`, `${name}.gz`])].sort(),
    );
    for (const name of served) {
      assert.deepEqual(brotliDecompressSync(files.get(`${name}.br`)!), files.get(name));
      const gzip = files.get(`${name}.gz`)!;
      assert.deepEqual(gunzipSync(gzip), files.get(name));
      assert.deepEqual([...gzip.subarray(4, 8), gzip[9]], [0, 0, 0, 0, 255], 'neither when nor where it was made');
    }
  });

  it('writes the same bytes each time, whatever the order of the files', async (test) => {
    const folder = await folderWith(test, policies);
    await run(folder, 'build', 'p', '--split', 'web');
    const backwards = await folderWith(test, Object.fromEntries(Object.entries(policies).reverse()));
    await run(backwards, 'build', 'p', '--split', 'elsewhere');
    assert.deepEqual(await filesIn(join(backwards, 'elsewhere')), await filesIn(join(folder, 'web')));
  });

  it('names a text the same whatever stands around it', () => {
    const clause = (words: string): Bundle['policies'][number]['editions'][number]['texts'][string] => ({
      title: words,
      sections: [{id: 's', audiences: ['b', 'a'], blocks: [{type: 'paragraph', id: 'c', content: [words]}]}],
    });
    const bundle: Bundle = {
      format: 'policy-bundle/1',
      title: {},
      languages: ['en', 'da'],
      products: [],
      vocabulary: [],
      audiences: [
        {id: 'a', names: {}},
        {id: 'b', names: {}},
      ],
      policies: [
        {
          id: 'p',
          products: [],
          editions: [
            {id: '2020-01-01', effective: '2020-01-01', texts: {en: clause('x'), da: clause('y')}},
            {id: '2021-01-01', effective: '2021-01-01', texts: {en: clause('x')}},
          ],
        },
      ],
    };
    const other: Bundle = {
      ...bundle,
      languages: ['da', 'en'],
      policies: bundle.policies.map((policy) => ({
        ...policy,
        editions: policy.editions
          .map((edition) => ({...edition, texts: Object.fromEntries(Object.entries(edition.texts).reverse())}))
          .reverse(),
      })),
    };
    const [one, another] = [bundle, other].map(({policies, audiences}) => splitPolicy(policies[0]!, audiences));
    assert.deepEqual([...another!.texts].sort(), [...one!.texts].sort());
    const index = {...bundle, policies: [one!.policy]};
    assert.deepEqual(
      referencesIn(index).map(({audiences}) => audiences),
      [
        ['a', 'b'],
        ['a', 'b'],
        ['a', 'b'],
      ],
    );
    assert.deepEqual(
      splitPolicy(one!.policy, bundle.audiences),
      {policy: one!.policy, texts: new Map()},
      'what is split already stays as it is',
    );
  });

  it('keeps the files of earlier builds until --prune, and then deletes only its own', async (test) => {
    const folder = await folderWith(test, {
      ...policies,
      'web/texts/privacy.2020-01-01.en.json': 'mine',
      'web/texts/notes.txt': 'mine',
      'web/_headers': 'mine',
    });
    await run(folder, 'build', 'p', '--split', 'web');
    const first = await filesIn(join(folder, 'web'));
    await writeFile(join(folder, 'p/privacy/2026-03-01/en.md'), text('Other contact details.'));
    const refused = await run(folder, 'build', 'p', '--split', 'web');
    assert.equal(refused.code, 1);
    assert.match(
      refused.stderr,
      /^web\/bundle\.json\.br {2}error .+ add --force to overwrite it\.[\s\S]+Nothing was written\.\n$/,
    );
    assert.deepEqual(await filesIn(join(folder, 'web')), first);

    assert.deepEqual(await run(folder, 'build', 'p', '--split', 'web', '--force'), ended(built));
    const second = await filesIn(join(folder, 'web'));
    assert.equal(second.size, first.size + 3);
    assert.deepEqual(
      [...first].filter(([name, bytes]) => second.get(name)?.equals(bytes) !== true).map(([name]) => name),
      ['bundle.json', 'bundle.json.br', 'bundle.json.gz'],
    );

    assert.deepEqual(
      await run(folder, 'build', 'p', '--split', 'web', '--prune'),
      ended(`${built} Deleted 3 old files.`),
    );
    const third = await filesIn(join(folder, 'web'));
    assert.equal(third.size, first.size);
    for (const name of ['texts/privacy.2020-01-01.en.json', 'texts/notes.txt', '_headers'])
      assert.equal(third.get(name)?.toString(), 'mine');
    assert.match((await run(folder, 'check', 'web/bundle.json')).stdout, /\nNo findings in 3 texts\.\n$/);
  });

  for (const [typed, message] of [
    ['--prune', '“--prune” deletes texts that “--split” wrote earlier. Give both: --split DIR --prune.'],
    ['--split web --out b.json', '“--out” writes one file and “--split” a folder of them. Keep one of the two.'],
    ['--split web --pretty', '“--pretty” goes with “--out”. What “--split” writes is as small as it can be.'],
  ] as const) {
    it(`says of ${typed} what to type instead`, async (test) => {
      const folder = await folderWith(test, policies);
      assert.deepEqual(await run(folder, 'build', 'p', ...typed.split(' ')), {
        code: 2,
        stdout: '',
        stderr: `${message}\n`,
      });
    });
  }

  it('writes nothing of a folder with errors', async (test) => {
    const folder = await folderWith(test, {
      ...policies,
      'p/privacy/2026-03-01/da.md': '# Privatliv\n\n## Gæster {audience="gæst"}\n\nTekst.',
    });
    const {code} = await run(folder, 'build', 'p', '--split', 'web');
    assert.equal(code, 1);
    await assert.rejects(readdir(join(folder, 'web')));
  });
});

describe('a split bundle', () => {
  const split = async (test: Parameters<typeof folderWith>[0]): Promise<{folder: string; file: string}> => {
    const folder = await folderWith(test, policies);
    await run(folder, 'build', 'p', '--split', 'web');
    const index = bundleIn(await readFile(join(folder, 'web/bundle.json'), 'utf8'));
    return {
      folder,
      file: referencesIn(index)
        .map(({src}) => `web/${src}`)
        .find((src) => src.includes('.sv.'))!,
    };
  };

  it('is prerendered as the whole one is', async (test) => {
    const {folder} = await split(test);
    await run(folder, 'prerender', 'web/bundle.json', '--out', 'of-split');
    await run(folder, 'prerender', 'p', '--out', 'of-folder');
    const pages = await filesIn(join(folder, 'of-split'));
    assert.ok(pages.size > 3);
    assert.deepEqual(pages, await filesIn(join(folder, 'of-folder')));
  });

  for (const [what, harm, message] of [
    ['is missing', async (file: string) => rm(file), /keeps a text in this file\. There is no such file/],
    [
      'was changed',
      async (file: string) => writeFile(file, '{"title": "Other", "sections": []}'),
      /it was changed since/,
    ],
  ] as const) {
    it(`is not checked as fine where a text ${what}`, async (test) => {
      const {folder, file} = await split(test);
      await harm(join(folder, file));
      const {code, stderr} = await run(folder, 'check', 'web/bundle.json');
      assert.equal(code, 1);
      assert.ok(stderr.startsWith(`${file}  error  `), stderr);
      assert.match(stderr, message);
      assert.equal((await run(folder, 'prerender', 'web/bundle.json', '--out', 'pages')).code, 1);
    });
  }
});

describe('replaceTexts', () => {
  it('leaves a bundle without references as it is', () => {
    const bundle: Bundle = {
      format: 'policy-bundle/1',
      title: {},
      languages: ['en'],
      audiences: [],
      products: [],
      vocabulary: [],
      policies: [
        {
          id: 'p',
          products: [],
          editions: [{id: '2020-01-01', effective: '2020-01-01', texts: {en: {title: 'x', sections: []}}}],
        },
      ],
    };
    assert.deepEqual(
      replaceTexts(bundle, (each) => each),
      bundle,
    );
    assert.deepEqual(withTexts(bundle, new Map()), bundle);
  });
});
