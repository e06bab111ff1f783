import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {folderWith, run} from '../command.js';

const text = '# P\n\nText.\n';
const bundle = {
  format: 'policy-bundle/1',
  title: {en: 'P'},
  languages: ['en'],
  audiences: [{id: 'visitor', names: {en: 'visitor'}}],
  products: [{id: 'p', names: {en: 'P'}}],
  vocabulary: [],
  policies: [
    {
      id: 'p',
      products: ['p'],
      editions: [
        {
          id: '2020-01-01',
          effective: '2020-01-01',
          texts: {en: {title: 'P', sections: [{id: 's', audiences: ['vistor'], blocks: []}]}},
        },
      ],
    },
  ],
};

/** Files, and what is found in them: `file:line:column severity code`. */
const folders: Record<string, [Record<string, string | Uint8Array>, string[]]> = {
  'nothing wrong': [{'p/2020-01-01/en.md': text, 'README.md': 'x', '.DS_Store': 'x'}, []],
  'an empty folder': [{'.keep': ''}, ['.:: error no-texts']],
  'a text without a date': [{'p/en.md': text, 'p/2020-01-01/sv.md': text}, ['p/en.md:: error no-date']],
  'a text without a policy': [{'en.md': text, 'p/2020-01-01/sv.md': text}, ['en.md:: error misplaced']],
  'a day that is none': [{'p/2020-02-30/en.md': text, 'p/2020-01-01/sv.md': text}, ['p/2020-02-30:: error bad-date']],
  'a file name that is no language': [
    {'p/2020-01-01/zh_Hant.md': text},
    ['p/2020-01-01/zh_Hant.md:: error bad-language'],
  ],
  'a folder name that is no id': [{'My Policy/2020-01-01/en.md': text}, ['My Policy:: error bad-id']],
  'two files for one text': [
    {'p/2020-01-01/zh-Hant.md': text, 'p/2020-01-01/zh-hant.md': text},
    ['p/2020-01-01/zh-hant.md:: error same-claim'],
  ],
  'a text that was not imported': [
    {'p/2020-01-01/en.txt': text, 'p/2020-01-01/sv.md': text},
    ['p/2020-01-01/en.txt:: error misplaced'],
  ],
  'an empty text': [
    {'p/2020-01-01/en.md': ' \n', 'p/2020-01-01/sv.md': text},
    ['p/2020-01-01/en.md:: error empty-text'],
  ],
  'a text in another encoding': [
    {'p/2020-01-01/en.md': Uint8Array.from([0x23, 0x20, 0xe5]), 'p/2020-01-01/sv.md': text},
    ['p/2020-01-01/en.md:1:3 error not-utf-8'],
  ],
  'an unknown data category': [
    {'p/2020-01-01/en.md': '# P\n\n- a {data="paiment"}'},
    ['p/2020-01-01/en.md:3:12 error unknown-term'],
  ],
  'a clause that one language lacks': [
    {'p/2020-01-01/en.md': '# P\n\n- a {#a}\n- b {#b}', 'p/2020-01-01/sv.md': '# P\n\n- a {#a}'},
    ['p/2020-01-01/en.md:4:6 warning missing-clause'],
  ],
  'fewer clauses in one language': [
    {'p/2020-01-01/en.md': '# P\n\n## A\n\na\n\nb', 'p/2020-01-01/sv.md': '# P\n\n## A\n\na'},
    ['p/2020-01-01/sv.md:3:1 warning clauses-differ'],
  ],
  'another audience in one language': [
    {'p/2020-01-01/en.md': '# P\n\n## A {audience="guest"}\n\na', 'p/2020-01-01/sv.md': '# P\n\n## A\n\na'},
    ['p/2020-01-01/sv.md:3:1 warning audiences-differ'],
  ],
};

const yaml: Record<string, [string, string[]]> = {
  'an unknown key': ['titel: x', ['policies.yaml:1:1 warning unknown-key']],
  'a key twice': ['title: x\ntitle: y', ['policies.yaml:2:1 error bad-yaml']],
  'a tag': ['title: !!js/function x', ['policies.yaml:1:8 error bad-yaml']],
  'an unknown product': [
    'products: [{id: app, names: App}, {id: p, names: P}]\npolicies: [{id: p, products: [p, app, ap]}]',
    ['policies.yaml:2:39 error unknown-product'],
  ],
  'a product that no policy covers': [
    'products: [{id: app, names: App}]',
    ['policies.yaml:1:17 warning uncovered-product'],
  ],
  'a policy without a folder': ['policies: [{id: q}]', ['policies.yaml:1:17 warning unused-policy']],
  'a language without a text': ['languages: [en, sv]', ['policies.yaml:1:17 warning unused-language']],
  'a language not listed': [
    'languages: [sv]',
    ['p/2020-01-01/en.md:: warning unlisted-language', 'policies.yaml:1:13 warning unused-language'],
  ],
  'a prevailing language without a text': [
    'policies: [{id: p, prevails: sv}]',
    ['policies.yaml:1:30 warning unused-language'],
  ],
  'an id twice': ['audiences: [{id: a, names: a}, {id: a, names: b}]', ['policies.yaml:1:37 error duplicate-id']],
  'no id': ['audiences: [{names: a}]', ['policies.yaml:1:13 error no-id']],
  'a new audience without a name': ['audiences: [{id: pilot}]', ['policies.yaml:1:18 error no-name']],
  'a number for a name': ['title: 1.10', []],
};

const table = (sign: string): string =>
  `policy  edition     en\np       2020-01-01  ${sign}\n✓ there  ! with warnings  ✗ with errors  - not there\n\n`;

interface JsonFinding {
  readonly severity: string;
  readonly code: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

describe('check a folder', () => {
  const cases = {
    ...folders,
    ...Object.fromEntries(
      Object.entries(yaml).map(([title, [settings, expected]]) => [
        `policies.yaml: ${title}`,
        [{'p/2020-01-01/en.md': text, 'policies.yaml': settings}, expected] as const,
      ]),
    ),
  };
  for (const [title, [files, expected]] of Object.entries(cases)) {
    it(title, async (test) => {
      const {code, stdout, stderr} = await run(await folderWith(test, files), 'check', '.', '--json');
      const {findings}: {findings: JsonFinding[]} = JSON.parse(stdout);
      assert.deepEqual(
        findings.map(
          ({severity, code: kind, file, line = '', column = ''}) => `${file}:${line}:${column} ${severity} ${kind}`,
        ),
        expected,
      );
      assert.deepEqual([code, stderr], [expected.some((line) => line.includes(' error ')) ? 1 : 0, '']);
    });
  }

  it('keeps a name that looks like a number as it is written', async (test) => {
    const folder = await folderWith(test, {'p/2020-01-01/en.md': text, 'policies.yaml': 'title: 1.10'});
    assert.match((await run(folder, 'build', '.')).stdout, /"title":\{"en":"1\.10"\}/);
  });

  it('shows where, and counts', async (test) => {
    const folder = await folderWith(test, {'p/2020-01-01/en.md': '# P\n\nSee [x](#y) and ![z](z.png)\n'});
    assert.deepEqual(await run(folder, 'check', '.'), {
      code: 1,
      stdout: table('✗'),
      stderr: `p/2020-01-01/en.md:3:5  error    Nothing in this text has the id “y”. Write {#y} where it should lead, \
or change the link. [dead-reference]
  3 | See [x](#y) and ![z](z.png)
    |     ^^^^^^^

p/2020-01-01/en.md:3:17  warning  A policy holds no pictures: only the picture’s description was kept. Say in words \
what it shows. [image]
  3 | See [x](#y) and ![z](z.png)
    |                 ^^^^^^^^^^^

1 error and 1 warning in 1 text.
`,
    });
  });

  it('says when all is well', async (test) => {
    const folder = await folderWith(test, {'p/2020-01-01/en.md': text});
    assert.deepEqual(await run(folder, 'check', '.'), {
      code: 0,
      stdout: `${table('✓')}No findings in 1 text.\n`,
      stderr: '',
    });
  });
});

describe('check a bundle', () => {
  const json = JSON.stringify(bundle);
  const cases: Record<string, [string, string]> = {
    HTML: [
      '\n<!doctype html><title>404</title>',
      'b.json:2:1  error    This is HTML, not a bundle: probably a page that says “not found”. ' +
        'Give the file that “policy-viewer build” wrote, or its right address. [html-bundle]',
    ],
    'truncated JSON': [
      json.slice(0, 40),
      'b.json:1:40  error    The bundle ends here in the middle: the file was cut off. ' +
        'Build it again, or fetch it again. [truncated-bundle]',
    ],
    'no JSON': [
      '{"a": b}',
      'b.json:1:7  error    This is no JSON from here on. Build the bundle again, or correct it here. [bad-json]',
    ],
    nothing: [
      '',
      'b.json  error    This file is empty. Build the bundle again, or give the right file. [empty-bundle]',
    ],
    'a wrong version': [
      json.replace('bundle/1', 'bundle/2'),
      'b.json:1:11  error    This bundle is policy-bundle/2; this viewer reads policy-bundle/1. ' +
        'Update policy-viewer. [wrong-version]',
    ],
    'an unknown audience': [
      json,
      'b.json:1:339  error    The bundle’s audiences have no “vistor”. ' +
        'Did you mean “visitor”? Correct it here, or build the bundle again. [invalid-bundle]',
    ],
  };
  for (const [title, [content, expected]] of Object.entries(cases)) {
    it(title, async (test) => {
      const {code, stdout, stderr} = await run(await folderWith(test, {'b.json': content}), 'check', 'b.json');
      assert.deepEqual([code, stdout, stderr.split('\n')[0]], [1, '', expected]);
      assert.match(stderr, /\n1 error\.\n$/);
    });
  }

  it('a good one', async (test) => {
    const {code, stdout} = await run(
      await folderWith(test, {'b.json': json.replace('vistor', 'visitor')}),
      'check',
      'b.json',
    );
    assert.deepEqual([code, stdout], [0, `${table('✓')}No findings in 1 text.\n`]);
  });

  it('one that is not there', async (test) => {
    assert.deepEqual(await run(await folderWith(test, {}), 'check', 'b.json'), {
      code: 1,
      stdout: '',
      stderr: 'b.json  error    There is no such file or folder. Check the name. [unreadable]\n\n1 error.\n',
    });
  });
});
