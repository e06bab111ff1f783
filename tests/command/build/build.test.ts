import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import type {Bundle} from '../../../src/policy/bundle.js';
import {validate} from '../../../src/policy/validate.js';
import {folderWith, run} from '../command.js';

const text =
  '# Privacy\n\n## Visitors {audience="visitor"}\n\n- Contact and professional details, with your ' +
  'consent. {#v-contact data="payment"}\n';
const settings = `title: {en: Privacy here, sv: Integritet här}
publisher: Us
languages: [sv, en]
products:
  - {id: app, names: App}
  - {id: site, names: {en: Site, sv: Sajten}}
policies:
  - {id: privacy, products: [site, app], prevails: en}
`;

const bundleOf = (json: string): Bundle => {
  const bundle = validate(JSON.parse(json));
  assert.ok(bundle.ok);
  return bundle.value;
};

describe('build', () => {
  it('makes a bundle of a folder, the same each time', async (test) => {
    const folder = await folderWith(test, {
      'policies/policies.yaml': settings,
      'policies/privacy/2026-03-01/en.md': text,
      'policies/privacy/2026-03-01/sv.md': text
        .replace('Privacy', 'Integritet')
        .replace('Contact and professional details, with your consent.', 'Kontakt- och yrkesuppgifter.'),
      'policies/privacy/2024-01-01/en.md': text,
    });
    assert.deepEqual(await run(folder, 'build', 'policies', '--out', 'bundle.json'), {
      code: 0,
      stdout: 'Built bundle.json: 3 texts in 2 languages, 3 kB.\n',
      stderr: '',
    });
    const written = await readFile(join(folder, 'bundle.json'), 'utf8');
    assert.equal((await run(folder, 'build', 'policies')).stdout, written);
    const {title, publisher, languages, audiences, products, vocabulary, policies} = bundleOf(written);
    assert.deepEqual(
      {title, publisher, languages},
      {
        title: {en: 'Privacy here', sv: 'Integritet här'},
        publisher: {sv: 'Us', en: 'Us'},
        languages: ['sv', 'en'],
      },
    );
    assert.deepEqual(
      audiences.map(({id}) => id),
      ['visitor'],
    );
    assert.deepEqual(products, [
      {id: 'app', names: {sv: 'App', en: 'App'}},
      {id: 'site', names: {en: 'Site', sv: 'Sajten'}},
    ]);
    assert.deepEqual(
      vocabulary.map(({id}) => id),
      ['contact', 'professional', 'payment', 'consent'],
    );
    assert.deepEqual(
      policies.map(({products: covered, editions}) => [
        covered,
        editions.map(({effective, prevails, texts}) => [effective, prevails, Object.keys(texts)]),
      ]),
      [
        [
          ['site', 'app'],
          [
            ['2026-03-01', 'en', ['sv', 'en']],
            ['2024-01-01', 'en', ['en']],
          ],
        ],
      ],
    );
    const swedish = policies[0]?.editions[0]?.texts['sv'];
    assert.deepEqual(swedish, {
      title: 'Integritet',
      sections: [
        {
          id: 's1',
          heading: ['Visitors'],
          audiences: ['visitor'],
          blocks: [
            {
              type: 'list',
              items: [
                {
                  id: 'v-contact',
                  terms: ['payment'],
                  content: [
                    {type: 'annotation', terms: ['contact'], content: ['Kontakt-']},
                    ' och ',
                    {type: 'annotation', terms: ['professional'], content: ['yrkesuppgifter']},
                    '.',
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('needs no policies.yaml', async (test) => {
    const folder = await folderWith(test, {
      'p/terms/2020-01-01/nl.md': '# Voorwaarden\n\nTekst.',
      'p/privacy/2020-01-01/nl.md': '# Privacybeleid\n\nTekst.',
    });
    const {title, languages, products} = bundleOf((await run(folder, 'build', 'p')).stdout);
    assert.deepEqual(
      {title, languages, products},
      {
        title: {nl: 'Privacybeleid · Voorwaarden'},
        languages: ['nl'],
        products: [
          {id: 'privacy', names: {nl: 'Privacybeleid'}},
          {id: 'terms', names: {nl: 'Voorwaarden'}},
        ],
      },
    );
  });

  it('knows audiences and terms that policies.yaml adds', async (test) => {
    const folder = await folderWith(test, {
      'p/policies.yaml':
        'audiences: [{id: pilot, names: {en: pilot}}]\nvocabulary:\n  - {id: flight, kind: data, names: ' +
        '{en: Flight}, phrases: {en: ["flight log*"]}}\n  - {id: contact, names: {en: How to reach you}}\n',
      'p/privacy/2020-01-01/en.md': '# P\n\n## A {audience="visitor pilot"}\n\nFlight logs and contact details.',
    });
    const {audiences, vocabulary} = bundleOf((await run(folder, 'build', 'p')).stdout);
    assert.deepEqual(
      audiences.map(({id}) => id),
      ['pilot', 'visitor'],
    );
    assert.deepEqual(
      vocabulary.map(({id, kind, names}) => [id, kind, names['en']]),
      [
        ['contact', 'data', 'How to reach you'],
        ['flight', 'data', 'Flight'],
      ],
    );
  });

  it('overwrites nothing without --force', async (test) => {
    const folder = await folderWith(test, {'p/privacy/2020-01-01/en.md': text, 'bundle.json': 'mine'});
    const refused = await run(folder, 'build', 'p', '--out', 'bundle.json');
    assert.deepEqual(refused, {
      code: 1,
      stdout: '',
      stderr:
        'bundle.json  error    This file is there already and was left as it is. ' +
        'Give another name, or add --force to overwrite it.\n\nNothing was written.\n',
    });
    assert.equal(await readFile(join(folder, 'bundle.json'), 'utf8'), 'mine');
    assert.equal((await run(folder, 'build', 'p', '--out', 'bundle.json', '--force')).code, 0);
    bundleOf(await readFile(join(folder, 'bundle.json'), 'utf8'));
  });

  it('writes nothing when something is wrong', async (test) => {
    const folder = await folderWith(test, {'p/privacy/2020-01-01/en.md': '# P\n\n- a {audience="vistor"}\n'});
    assert.deepEqual(await run(folder, 'build', 'p', '--out', 'bundle.json'), {
      code: 1,
      stdout: '',
      stderr: `p/privacy/2020-01-01/en.md:3:16  error    There is no audience “vistor”. Did you mean “visitor”? \
Correct the name, or declare it under “audiences” in policies.yaml.
  3 | - a {audience="vistor"}
    |                ^^^^^^

Nothing was built: 1 error.
`,
    });
    assert.deepEqual(await readdir(folder), ['p']);
  });
});

describe('misuse', () => {
  const cases: Record<string, string> = {
    '': 'Say what to do: policy-viewer import, check, build or preview. “policy-viewer --help” tells more.',
    'biuld p': 'There is no command “biuld”. Did you mean “build”? “policy-viewer --help” lists them all.',
    build: 'Say which folder to build: policy-viewer build policies/ --out bundle.json.',
    'build a b': 'Only one folder can be built at a time; “b” is one too many.',
    'build p --outt x':
      '“build” has no option “--outt”. Did you mean “--out”? “policy-viewer build --help” tells more.',
    'build p --out': '“--out” needs a value: --out FILE. “policy-viewer build --help” tells more.',
    'build p --out --force': '“--out” needs a value: --out FILE. “policy-viewer build --help” tells more.',
    'build p --force=yes': '“--force” takes no value. Write it alone. “policy-viewer build --help” tells more.',
    'preview p --port x': 'A port is a whole number from 0 to 65535: --port 8080.',
  };
  for (const [typed, message] of Object.entries(cases)) {
    it(`policy-viewer ${typed}`, async (test) => {
      const folder = await folderWith(test, {});
      assert.deepEqual(await run(folder, ...typed.split(' ').filter(Boolean)), {
        code: 2,
        stdout: '',
        stderr: `${message}\n`,
      });
    });
  }

  it('is told to machines as JSON', async (test) => {
    const {code, stdout} = await run(await folderWith(test, {}), 'biuld', '--json');
    assert.deepEqual(
      [code, JSON.parse(stdout)],
      [
        2,
        {
          status: 'misuse',
          message: 'There is no command “biuld”. Did you mean “build”? “policy-viewer --help” lists them all.',
          findings: [],
        },
      ],
    );
  });

  it('--help tells of every command and option', async (test) => {
    const folder = await folderWith(test, {});
    const {code, stdout} = await run(folder, '--help');
    assert.equal(code, 0);
    for (const command of ['import', 'check', 'build', 'preview']) {
      assert.match(stdout, new RegExp(`^  ${command} `, 'm'));
      assert.match((await run(folder, command, '--help')).stdout, /^ {2}policy-viewer .*\n\nOptions:\n[\s\S]*--help/m);
    }
  });
});
