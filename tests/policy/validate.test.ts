/* eslint-disable max-lines -- each rule of the format with what breaks it, in the order of the format */
/** What a bundle's author is told, and what no bundle gets past. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe as group, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import type {Bundle} from '../../src/policy/bundle.js';
import {describe, type Issue} from '../../src/policy/issue.js';
import {deepest, mostIssues} from '../../src/policy/read.js';
import {patterns, validate, validateText} from '../../src/policy/validate.js';
import {bundleArbitrary} from './arbitraries.js';
import {runs} from '../harness/runs.js';

const names = {en: 'Name'};

const fixture = () => ({
  format: 'policy-bundle/1',
  title: {en: 'Policies', da: 'Politikker'},
  languages: ['en', 'da', 'nb'],
  audiences: [
    {id: 'visitor', names},
    {id: 'guest', names},
    {id: 'crew', names},
  ],
  products: [{id: 'labs', names}],
  vocabulary: [{id: 'payment', kind: 'data', names}],
  policies: [
    {
      id: 'labs',
      products: ['labs'],
      editions: [
        {
          id: '2019-07-12',
          effective: '2019-07-12',
          texts: {
            en: {
              title: 'Labs',
              sections: [
                {
                  id: 's1',
                  audiences: ['visitor'],
                  heading: ['Visits'],
                  blocks: [
                    {type: 'paragraph', id: 'p1', content: ['See ', {type: 'reference', to: 'i1', content: ['below']}]},
                    {type: 'list', items: [{id: 'i1', content: ['one']}]},
                    {type: 'table', head: [['A']], rows: [{id: 'r1', cells: [['a']]}]},
                    {
                      type: 'paragraph',
                      id: 'p2',
                      content: [{type: 'link', href: 'https://example.org', content: ['x']}],
                    },
                    {
                      type: 'paragraph',
                      id: 'p3',
                      content: [{type: 'annotation', terms: ['payment'], content: ['card']}],
                    },
                  ],
                  sections: [{id: 's2', audiences: ['visitor'], blocks: []}],
                },
              ],
            },
          },
        },
        {
          id: '2021-01-01',
          effective: '2021-01-01',
          texts: {
            da: {
              src: 'texts/labs.da.json',
              integrity: `sha256-${'A'.repeat(43)}=`,
              title: 'Labs',
              audiences: ['guest'],
            },
          },
        },
      ],
    },
  ],
});

const edition = 'policies[0].editions[0]';
const section = `${edition}.texts.en.sections[0]`;

/** `a.b[0]` as a path. */
const steps = (place: string): (string | number)[] =>
  place
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

const NOTHING = Symbol('delete the field');

const broken = (place: string, value: unknown): unknown => {
  const input: unknown = fixture();
  const path = steps(place);
  const last = path.pop() ?? '';
  const holder = path.reduce((part, step) => Reflect.get(Object(part), step) as unknown, input);
  if (value === NOTHING) Reflect.deleteProperty(Object(holder), last);
  else Object.defineProperty(holder, last, {value, writable: true, enumerable: true, configurable: true});
  return input;
};

const issuesOf = (input: unknown): readonly Issue[] => {
  const result = validate(input);
  return result.ok ? [] : result.issues;
};

/** [place, value put there, kind, the sentence] */
const table: readonly (readonly [string, unknown, Issue['kind'], string])[] = [
  // Form
  ['title', NOTHING, 'shape', 'title: expected an object by language, as in {"en": …}, found nothing'],
  ['title', {}, 'shape', 'title: expected an object by language, as in {"en": …}, found {}'],
  ['title', 'Policies', 'shape', 'title: expected an object by language, as in {"en": …}, found "Policies"'],
  ['title.en', 7, 'shape', 'title.en: expected text, found 7'],
  ['title.en_US', 'x', 'shape', 'title.en_US: expected a language tag like nb or zh-Hant, found "en_US"'],
  [
    'title.x-private',
    'x',
    'shape',
    'title["x-private"]: expected a language tag like nb or zh-Hant, found "x-private"',
  ],
  [
    'title.__proto__',
    'x',
    'shape',
    'title["__proto__"]: expected a language tag like nb or zh-Hant, found "__proto__"',
  ],
  ['format', NOTHING, 'shape', 'format: expected "policy-bundle/1", found nothing'],
  ['format', 'policy-bundle/1.', 'shape', 'format: expected "policy-bundle/1", found "policy-bundle/1."'],
  ['languages', [], 'shape', 'languages: expected at least one entry, found []'],
  ['languages[2]', 'i-klingon', 'shape', 'languages[2]: expected a language tag like nb or zh-Hant, found "i-klingon"'],
  ['products', [], 'shape', 'products: expected at least one entry, found []'],
  ['policies', {}, 'shape', 'policies: expected a list, found {}'],
  ['audiences[2]', 'guest', 'shape', 'audiences[2]: expected an object, found "guest"'],
  [
    'audiences[2].id',
    'Guest!',
    'shape',
    'audiences[2].id: expected an id: a to z, 0 to 9, and . _ - between them, found "Guest!"',
  ],
  [
    'vocabulary[0].kind',
    'secret',
    'shape',
    'vocabulary[0].kind: expected one of data, legal-basis, purpose, defined-term, found "secret"',
  ],
  [
    'vocabulary[0].iri',
    'javascript:0',
    'shape',
    'vocabulary[0].iri: expected a link like https://example.org, mailto:me@example.org or ' +
      'tel:+4522334455, found "javascript:0"',
  ],
  ['policies[0].editions', [], 'shape', 'policies[0].editions: expected at least one entry, found []'],
  [`${edition}.effective`, '1 mars', 'shape', `${edition}.effective: expected a date like 2026-03-01, found "1 mars"`],
  [
    `${edition}.effective`,
    '2019-13-01',
    'shape',
    `${edition}.effective: expected a date like 2026-03-01, found "2019-13-01"`,
  ],
  [`${edition}.texts`, {}, 'shape', `${edition}.texts: expected an object by language, as in {"en": …}, found {}`],
  [`${edition}.texts.en`, [1], 'shape', `${edition}.texts.en: expected an object, found […]`],
  [
    'policies[0].editions[1].texts.da.src',
    'https://evil.example/x',
    'shape',
    'policies[0].editions[1].texts.da.src: expected a relative address like texts/labs.en.json, found ' +
      '"https://evil.example/x"',
  ],
  [
    'policies[0].editions[1].texts.da.integrity',
    'sha1-AAAA',
    'shape',
    'policies[0].editions[1].texts.da.integrity: expected sha256-, sha384- or sha512- and a hash in ' +
      'Base64, found "sha1-AAAA"',
  ],
  [
    `${section}.audiences`,
    [],
    'shape',
    `${section}.audiences: expected at least one audience, or no such field for everyone, found []`,
  ],
  [
    `${section}.heading[0]`,
    {_$litType$: 1},
    'shape',
    `${section}.heading[0].type: expected one of strong, emphasis, link, reference, annotation, found nothing`,
  ],
  [`${section}.heading[0]`, null, 'shape', `${section}.heading[0]: expected text, found null`],
  [`${section}.blocks[0]`, 'words', 'shape', `${section}.blocks[0]: expected an object with a type, found "words"`],
  [
    `${section}.blocks[0].type`,
    'constructor',
    'shape',
    `${section}.blocks[0].type: expected one of paragraph, list, table, found "constructor"`,
  ],
  [
    `${section}.blocks[0].id`,
    {nodeType: 1},
    'shape',
    `${section}.blocks[0].id: expected an id: a to z, 0 to 9, and . _ - between them, found {…}`,
  ],
  [`${section}.blocks[1].start`, '1', 'shape', `${section}.blocks[1].start: expected a whole number, found "1"`],
  [
    `${section}.blocks[3].content[0].href`,
    'http://example.org',
    'shape',
    `${section}.blocks[3].content[0].href: expected a link like https://example.org, ` +
      'mailto:me@example.org or tel:+4522334455, found "http://example.org"',
  ],
  [
    `${section}.blocks[4].content[0].terms`,
    [],
    'shape',
    `${section}.blocks[4].content[0].terms: expected at least one entry, found []`,
  ],
  // What is named but not there, or there twice
  ['languages[2]', 'en', 'reference', 'languages[2]: expected a value not yet in languages, found "en"'],
  [
    'audiences[2].id',
    'visitor',
    'reference',
    'audiences[2].id: expected a value not yet in audiences, found "visitor"',
  ],
  [
    'policies[0].products[0]',
    'lab',
    'reference',
    'policies[0].products[0]: expected a value from products, found "lab"',
  ],
  [
    'policies[0].editions[1].id',
    '2019-07-12',
    'reference',
    'policies[0].editions[1].id: expected a value not yet in editions, found "2019-07-12"',
  ],
  [
    'policies[0].editions[1]',
    {effective: '2019-07-12', texts: {en: {title: 'Labs', sections: []}}},
    'reference',
    'policies[0].editions[1].effective: expected a value not yet in editions, found "2019-07-12"',
  ],
  [
    'policies[0].editions[1]',
    {texts: {en: {title: 'Labs', sections: []}}},
    'shape',
    'policies[0].editions[1].id: expected an id: a to z, 0 to 9, and . _ - between them, found nothing',
  ],
  [
    `${edition}.aliases`,
    ['p1'],
    'shape',
    `${edition}.aliases: expected an object by id, as in {"old-id": "new-id"}, found […]`,
  ],
  [
    `${section}.blocks[1].style`,
    'armenian',
    'shape',
    `${section}.blocks[1].style: expected one of decimal, lower-alpha, upper-alpha, lower-roman, ` +
      'upper-roman, found "armenian"',
  ],
  [
    `${section}.blocks[0].content[1]`,
    {type: 'reference', policy: 'spaces', content: ['x']},
    'reference',
    `${section}.blocks[0].content[1].policy: expected a value from the policies of this bundle, found "spaces"`,
  ],
  [
    `${section}.blocks[0].content[1]`,
    {type: 'reference', content: ['x']},
    'shape',
    `${section}.blocks[0].content[1].to: expected an id: a to z, 0 to 9, and . _ - between them, found nothing`,
  ],
  [
    `${edition}.effective`,
    '2019-02-30',
    'reference',
    `${edition}.effective: expected a day in the calendar, found "2019-02-30"`,
  ],
  [
    `${edition}.effective`,
    '2100-02-29',
    'reference',
    `${edition}.effective: expected a day in the calendar, found "2100-02-29"`,
  ],
  [`${edition}.prevails`, 'da', 'reference', `${edition}.prevails: expected a value from texts, found "da"`],
  [
    `${edition}.texts.fr`,
    {title: '', sections: []},
    'reference',
    `${edition}.texts.fr: expected a value from languages, found "fr"`,
  ],
  [
    'policies[0].editions[1].texts.da.audiences[0]',
    'staff',
    'reference',
    'policies[0].editions[1].texts.da.audiences[0]: expected a value from audiences, found "staff"',
  ],
  [
    `${section}.audiences[0]`,
    'staff',
    'reference',
    `${section}.audiences[0]: expected a value from audiences, found "staff"`,
  ],
  [
    `${section}.sections[0].audiences[0]`,
    'guest',
    'reference',
    `${section}.sections[0].audiences[0]: expected an audience that the part around it is for too, found "guest"`,
  ],
  [
    `${section}.blocks[1].items[0].audiences`,
    ['visitor', 'guest'],
    'reference',
    `${section}.blocks[1].items[0].audiences[1]: expected an audience that the part around it is for ` +
      'too, found "guest"',
  ],
  [
    `${section}.blocks[0].terms`,
    ['health'],
    'reference',
    `${section}.blocks[0].terms[0]: expected a value from vocabulary, found "health"`,
  ],
  [
    `${section}.sections[0].id`,
    'r1',
    'reference',
    `${section}.sections[0].id: expected a value not yet in the ids of this text, found "r1"`,
  ],
  [
    `${section}.blocks[0].content[1].to`,
    'i2',
    'reference',
    `${section}.blocks[0].content[1].to: expected a value from the ids of this text, found "i2"`,
  ],
  // Format
  [
    'format',
    'policy-bundle/2',
    'version',
    'This bundle is policy-bundle/2; this viewer reads policy-bundle/1. Update policy-viewer.',
  ],
  [
    'format',
    'policy-bundle/17.3',
    'version',
    'This bundle is policy-bundle/17.3; this viewer reads policy-bundle/1. Update policy-viewer.',
  ],
];

test('the fixture is valid', () => assert.deepEqual(issuesOf(fixture()).map(describe), []));

group('says in one sentence', () => {
  for (const [place, value, kind, sentence] of table)
    test(sentence, () => {
      const issues = issuesOf(broken(place, value));
      assert.deepEqual(
        issues.map((issue) => [issue.kind, describe(issue)]),
        [[kind, sentence]],
      );
    });
});

test('an issue has a path, what was expected and what was found', () => {
  assert.deepEqual(issuesOf(broken(`${edition}.effective`, '1 mars')), [
    {
      kind: 'shape',
      path: ['policies', 0, 'editions', 0, 'effective'],
      expected: 'a date like 2026-03-01',
      found: '"1 mars"',
    },
  ]);
});

test('what a broken list would have named is not complained of once more', () => {
  assert.deepEqual(issuesOf(broken('audiences', 'visitor')).map(describe), [
    'audiences: expected a list, found "visitor"',
  ]);
});

test('all issues come at once', () => {
  const input = {...fixture(), title: {}, languages: ['en', 'da', 'en'], policies: []};
  assert.deepEqual(
    issuesOf(input).map(({path}) => path.join('.')),
    ['title', 'languages.2', 'policies'],
  );
});

test('of very many issues a hundred are listed, and the last says that there are more', () => {
  const issues = issuesOf({...fixture(), policies: Array.from({length: 1_000_000}, () => null)});
  assert.equal(issues.length, mostIssues);
  assert.equal(describe(issues[99]!), 'top level: expected fewer than 100 issues, found more: the rest is not listed');
  assert.equal(describe(issues[98]!), 'policies[98]: expected an object, found null');
  assert.equal(issuesOf({...fixture(), policies: Array.from({length: 99}, () => null)}).at(-1)?.path.length, 2);
});

group('what is no bundle at all is one issue', () => {
  for (const [input, found] of [
    ['…', '"…"'],
    [null, 'null'],
    [undefined, 'nothing'],
    [[], '[]'],
    [[1], '[…]'],
    [7, '7'],
    ['<html>', '"<html>"'],
  ] as const)
    test(`validate(${JSON.stringify(input)})`, () => {
      assert.deepEqual(issuesOf(input).map(describe), [
        `top level: expected a policy bundle: an object, found ${found}`,
      ]);
    });
});

group('values are shown short and safe', () => {
  const found = (value: unknown) => issuesOf(broken('title.en', value))[0]?.found;
  test('an object and a list', () =>
    assert.deepEqual([found({a: 1}), found([1]), found({}), found([])], ['{…}', '[…]', '{}', '[]']));
  test('long text', () =>
    assert.equal(issuesOf(broken('languages[2]', 'x'.repeat(1e6)))[0]?.found, `"${'x'.repeat(58)}…`));
  test('bidirectional control', () =>
    assert.equal(issuesOf(broken('languages[2]', 'a\u202Eb\u0085'))[0]?.found, '"a\uFFFDb\uFFFD"'));
  test('a symbol and a function', () => {
    assert.equal(found(Symbol('s')), 'Symbol(s)');
    assert.match(found(() => 1) ?? '', /=>/);
  });
  test('whatever it is, in at most 60 characters', () => {
    fc.assert(
      fc.property(fc.anything(), (value) =>
        issuesOf(broken('policies', value)).every(
          ({found}) => found.length <= 60 && describe({kind: 'shape', path: [], expected: '', found}) !== '',
        ),
      ),
    );
  });
});

group('depth', () => {
  const nest = (levels: number, wrap: (inner: unknown) => unknown, core: unknown): unknown => {
    let value = core;
    for (let level = 0; level < levels; level++) value = wrap(value);
    return value;
  };
  const strong = (inner: unknown) => ({type: 'strong', content: [inner]});
  let made = 0;
  const forms: readonly (readonly [string, string, (inner: unknown) => unknown, unknown, number])[] = [
    // Sections, blocks and content around it already make three levels, the heading two.
    ['inline pieces', `${section}.blocks[0].content[0]`, strong, 'x', deepest - 3],
    ['headings', `${section}.heading[0]`, strong, 'x', deepest - 2],
    [
      'sections',
      `${section}.sections[0]`,
      (inner) => ({id: `n${made++}`, blocks: [], sections: [inner]}),
      {id: 'last', blocks: []},
      deepest - 2,
    ],
    [
      'lists',
      `${section}.blocks[0]`,
      (inner) => ({type: 'list', items: [{id: `n${made++}`, content: [], blocks: [inner]}]}),
      {type: 'list', items: []},
      deepest - 2,
    ],
  ];
  for (const [what, place, wrap, core, most] of forms) {
    const input = (levels: number) => broken(place, nest(levels, wrap, core));
    const depthIssues = (levels: number) => issuesOf(input(levels)).filter(({expected}) => /levels/.test(expected));
    test(`${what}: ${most} more levels pass`, () => assert.deepEqual(issuesOf(input(most)).map(describe), []));
    test(`${what}: one more does not`, () => assert.equal(depthIssues(most + 1).length, 1));
    test(`${what}: a million levels are one issue`, () => {
      assert.deepEqual(
        depthIssues(1_000_000).map(({expected, found}) => [expected, found]),
        [['at most 32 levels of nesting', 'more: nested too deep']],
      );
    });
  }
  test('a million nested arrays, anywhere', () => {
    const deep: unknown = JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000));
    for (const place of [
      'title',
      'languages[2]',
      'policies',
      'policies[0]',
      `${edition}.texts.en`,
      `${section}.blocks[0].content`,
      `${section}.heading[0]`,
    ])
      assert.equal(issuesOf(broken(place, deep)).length, 1, place);
    assert.equal(issuesOf(deep).length, 1);
    assert.equal(issuesOf({...fixture(), unknown: deep}).length, 0);
  });
});

test('a polluting key neither pollutes nor is kept', () => {
  const input: unknown = JSON.parse(
    JSON.stringify(fixture()).replace(
      '{"format"',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"format"',
    ),
  );
  const result = validate(input);
  assert.ok(result.ok);
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  assert.equal(Reflect.get(result.value, 'polluted'), undefined);
  assert.equal(Object.getPrototypeOf(result.value), Object.prototype);
});

test('the input is neither changed nor shared', () => {
  const deepFreeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
    return value;
  };
  const input = fixture();
  deepFreeze(input);
  const result = validate(input);
  assert.ok(result.ok);
  assert.deepEqual(result.value, input);
  const objects = new Set<unknown>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    objects.add(value);
    Object.values(value).forEach(collect);
  };
  collect(input);
  const shares = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && (objects.has(value) || Object.values(value).some(shares));
  assert.ok(!shares(result.value));
});

group('a newer minor version', () => {
  const newer = (place: string, value: unknown) =>
    validate({...Object(broken(place, value)), format: 'policy-bundle/1.3'});
  const blocksOf = (place: string, value: unknown) => {
    const result = newer(place, value);
    assert.ok(result.ok, result.ok ? '' : result.issues.map(describe).join('\n'));
    const text = result.value.policies[0]?.editions[0]?.texts['en'];
    assert.ok(text && 'sections' in text);
    return text.sections[0]?.blocks;
  };
  const paragraph = `${section}.blocks[3].content`;
  test('is accepted', () => assert.ok(newer('future', {}).ok));
  test('an unknown inline piece reads as its content', () => {
    assert.deepEqual(
      blocksOf(paragraph, [
        'a ',
        {type: 'abbreviation', content: ['b', {type: 'strong', content: ['c']}]},
        ' d',
        {type: 'icon'},
      ])?.[3],
      {
        type: 'paragraph',
        id: 'p2',
        content: ['a ', 'b', {type: 'strong', content: ['c']}, ' d'],
      },
    );
  });
  test('an unknown block reads as a paragraph of its content', () => {
    assert.deepEqual(blocksOf(`${section}.blocks[3]`, {type: 'notice', id: 'n1', level: 3, content: ['mind']})?.[3], {
      type: 'paragraph',
      id: 'n1',
      content: ['mind'],
    });
  });
  test('where it has no id, it gets one', () => {
    assert.deepEqual(blocksOf(`${section}.blocks[3]`, {type: 'notice', content: ['mind']})?.[3], {
      type: 'paragraph',
      id: 'unnamed.4',
      content: ['mind'],
    });
  });
  test('an unknown block with blocks reads as those', () => {
    assert.deepEqual(
      blocksOf(`${section}.blocks[3]`, {
        type: 'quote',
        blocks: [{type: 'list', items: []}, {type: 'rule'}, {type: 'list', items: []}],
      })?.slice(3, 5),
      [
        {type: 'list', items: []},
        {type: 'list', items: []},
      ],
    );
  });
  test('an unknown block without words is left out', () =>
    assert.equal(blocksOf(`${section}.blocks[3]`, {type: 'rule'})?.length, 4));
  test('a term of an unknown kind is a defined term', () => {
    const result = newer('vocabulary[0].kind', 'retention');
    assert.equal(result.ok && result.value.vocabulary[0]?.kind, 'defined-term');
  });
  test('links stay as strict', () => assert.ok(!newer(`${section}.blocks[3].content[0].href`, 'sms:1').ok));
  test('known types stay as strict', () => assert.ok(!newer(`${section}.blocks[3].content`, 'x').ok));
  test('what an unknown piece holds is checked', () =>
    assert.ok(!newer(paragraph, [{type: 'x', content: [{type: 'link', href: 'javascript:0', content: []}]}]).ok));
});

group('a text in a file of its own', () => {
  const bundle = validate(fixture());
  assert.ok(bundle.ok);
  const text = () => fixture().policies[0]!.editions[0]!.texts.en!;
  test('is read by the same rules', () =>
    assert.deepEqual(validateText(text(), bundle.value), {ok: true, value: text()}));
  const issues = (input: unknown, of: Bundle = bundle.value) => {
    const result = validateText(input, of);
    return result.ok ? [] : result.issues.map(describe);
  };
  test('an audience the bundle lacks', () =>
    assert.deepEqual(issues(text(), {...bundle.value, audiences: []}), [
      'sections[0].audiences[0]: expected a value from audiences, found "visitor"',
      'sections[0].sections[0].audiences[0]: expected a value from audiences, found "visitor"',
    ]));
  test('a term the bundle lacks', () =>
    assert.deepEqual(issues(text(), {...bundle.value, vocabulary: []}), [
      'sections[0].blocks[4].content[0].terms[0]: expected a value from vocabulary, found "payment"',
    ]));
  test('null', () => assert.deepEqual(issues(null), ['top level: expected an object, found null']));
  test('is degraded like its bundle', () => {
    const input = {title: 'T', sections: [{id: 's', blocks: [{type: 'rule'}]}]};
    assert.equal(issues(input).length, 1);
    assert.equal(issues(input, {...bundle.value, format: 'policy-bundle/1.1'}).length, 0);
  });
  test('every text of a generated bundle', () => {
    fc.assert(
      fc.property(bundleArbitrary({references: false}), (bundle) => {
        for (const text of bundle.policies.flatMap(({editions}) => editions.flatMap(({texts}) => Object.values(texts))))
          assert.deepEqual(validateText(text, bundle), {ok: true, value: text});
      }),
      {numRuns: 30},
    );
  });
});

group('links', () => {
  const accepts = (href: string) => validate(broken(`${section}.blocks[3].content[0].href`, href)).ok;
  const safe = (href: string) =>
    URL.canParse(href, 'https://base.example/') &&
    ['https:', 'mailto:', 'tel:'].includes(new URL(href, 'https://base.example/').protocol);
  const good = [
    'https://example.org',
    'https://example.org/',
    'https://EXAMPLE.org:8443/a?b=c#d',
    'https://localhost',
    'https://a.b.c.example.org./x',
    'https://blåbær.example/sti/æ',
    'https://例え.example/例',
    'https://हिन्दी.example',
    'https://xn--blbr-roah.example',
    "https://example.org/(it's)~!$&*+,;=:@%20[x]",
    'mailto:dpo@example.org',
    'mailto:dpo@example.org?subject=A%20question',
    'tel:+4522334455',
    'tel:+45-22-33',
    'tel:112',
    'tel:+1.800.555;ext=12',
  ];
  const bad = [
    '',
    ' ',
    '#',
    '/',
    'x',
    'http://example.org',
    'https:',
    'https:/',
    'https://',
    'https:///',
    'https:example.org',
    'https:/example.org',
    'https:///example.org',
    'HTTPS://example.org',
    'hTtps://example.org',
    ' https://example.org',
    'https://example.org ',
    'https://exa mple.org',
    'https://example.org/a b',
    'https://example.org/\u00A0',
    'https://example.org/\n',
    'ht\ntps://example.org',
    'https://exam\tple.org',
    'https://example.org/\u0000',
    'https://example.org/\u202Efdp',
    '\u0001javascript:0',
    'https://user@example.org',
    'https://bank.example:pw@evil.example',
    'https://good.example\\@evil.example',
    'https:\\\\example.org',
    '//example.org',
    '\\\\example.org',
    'https://1.2.3.4',
    'https://0x7f.1',
    'https://[::1]/',
    'https://example.org:99999',
    'https://?x',
    'https://#',
    'https://.',
    'https://%00',
    'https://example.org/<script>',
    'https://example.org/"onclick="',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'javascript://https://example.org/%0Aalert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://example.org/x',
    'view-source:https://example.org',
    'file:///etc/passwd',
    'ftp://example.org',
    'sms:+1',
    'intent://x',
    'mailto:',
    'mailto://a@b',
    'mailto:dpo',
    'mailto:@',
    'mailto: dpo@example.org',
    'mailto:a@b c',
    'MAILTO:a@b.c',
    'tel:',
    'tel:abc',
    'tel: 1',
    'tel:+45 22',
    'tel:1\n',
    'https://example.org/\u2028',
  ];
  for (const href of good) test(`accepts ${href}`, () => assert.ok(accepts(href) && safe(href)));
  for (const href of bad) test(`refuses ${JSON.stringify(href)}`, () => assert.ok(!accepts(href)));
  test('no other value', () => {
    for (const href of [
      null,
      1,
      ['https://example.org'],
      {toString: () => 'https://example.org'},
      new String('https://example.org'),
    ])
      assert.ok(!validate(broken(`${section}.blocks[3].content[0].href`, href)).ok);
  });
  test(
    'whatever is accepted either does not parse or leads to https:, mailto: or tel:, at a host that is ' +
      'written in it',
    () => {
      const piece = fc.oneof(
        fc.constantFrom(
          'https',
          'HTTPS',
          'mailto',
          'tel',
          'javascript',
          ':',
          '/',
          '//',
          '\\',
          '@',
          '.',
          '#',
          '?',
          ' ',
          '\t',
          '\n',
          '\0',
          '%',
          '[',
          '0',
          'a',
          'example.org',
          '\u3002',
          '\u00AD',
          '℀',
          ';',
          '+',
        ),
        fc.string({unit: 'binary', maxLength: 2}),
      );
      const likely = fc
        .tuple(fc.constantFrom('', 'https://', 'mailto:', 'tel:'), fc.array(piece, {maxLength: 8}))
        .map(([start, rest]) => start + rest.join(''));
      fc.assert(
        fc.property(
          likely,
          (href) => !patterns.link.test(href) || !URL.canParse(href) || (safe(href) && new URL(href).username === ''),
        ),
        {numRuns: runs(20_000)},
      );
    },
  );
  // A pattern that tries every split of 50,000 letters would not end before the file's time limit.
  test('long text is read to its end', () => {
    for (const href of ['a.', 'a', '-', '@', ';a', '(', 'a@'].flatMap((part) =>
      ['https://', 'mailto:', 'tel:', ''].map((start) => `${start}${part.repeat(50_000)} `),
    ))
      for (const pattern of Object.values(patterns)) assert.equal(pattern.test(href), false);
    for (const tag of [
      'en' + '-abcde'.repeat(50_000) + ' ',
      'en-x' + '-a'.repeat(50_000) + ' ',
      'a' + '-a'.repeat(50_000) + ' ',
    ])
      for (const pattern of Object.values(patterns)) assert.equal(pattern.test(tag), false);
  });

  const corpora = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));
  const there = existsSync(corpora);
  test(
    'payloads of public collections',
    {skip: there ? false : 'the collections are not beside the project'},
    (context) => {
      const payloads = readdirSync(corpora)
        .filter((file) => file.endsWith('.txt'))
        .flatMap((file) => readFileSync(corpora + file, 'utf8').split(/\r?\n/))
        .filter(Boolean);
      assert.ok(payloads.length > 1000);
      const hrefs = payloads.flatMap((payload) => [
        payload,
        payload.trim(),
        `https://${payload}`,
        `mailto:${payload}`,
        `tel:${payload}`,
        `https://example.org/${payload}`,
      ]);
      const accepted = hrefs.filter(accepts);
      assert.deepEqual(
        accepted.filter((href) => !safe(href)),
        [],
      );
      context.diagnostic(
        `${payloads.length} payloads in ${hrefs.length} forms: ${accepted.length} accepted, all https:, ` +
          `mailto: or tel:; as they stand ${payloads.filter(accepts).length}`,
      );
    },
  );
});

group('language tags', () => {
  const good = [
    'en',
    'nb',
    'zh-Hant',
    'zh-Hant-TW',
    'pt-BR',
    'es-419',
    'de-CH-1901',
    'sl-rozaj-biske',
    'hy-Latn-IT-arevela',
    'de-CH-x-phonebk',
    'en-x-plain',
    'yue',
    'EN-us',
  ];
  const bad = [
    '',
    'e',
    'en_US',
    'en-',
    '-en',
    'en--US',
    'i-klingon',
    'x-private',
    'root',
    'en-x',
    'en-US-GB',
    'constructor',
    'valueOf',
    '__proto__',
    'en US',
    'en\n',
    'eng-latinscript',
    'zh-yue',
  ];
  for (const tag of good) test(`accepts ${tag}`, () => assert.ok(patterns.language.test(tag) && new Intl.Locale(tag)));
  for (const tag of bad) test(`refuses ${JSON.stringify(tag)}`, () => assert.ok(!patterns.language.test(tag)));
  test('whatever is accepted names a locale, unless it repeats a variant', () => {
    fc.assert(
      fc.property(fc.stringMatching(patterns.language), (tag) => {
        const subtags =
          tag
            .toLowerCase()
            .split('-x-')[0]
            ?.split('-')
            .filter((subtag) => subtag.length > 3) ?? [];
        return new Set(subtags).size < subtags.length || Boolean(new Intl.Locale(tag));
      }),
    );
  });
});

test('every day of a century is a date, and no other', () => {
  const accepts = (effective: string) => !issuesOf(broken(`${edition}.effective`, effective)).length;
  for (let month = 0; month <= 13; month++)
    for (const year of [1999, 2000, 2023, 2024, 2100])
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const real = new Date(Date.UTC(year, month - 1, day));
        assert.equal(
          accepts(text),
          real.getUTCMonth() === month - 1 && real.getUTCDate() === day && month > 0 && month < 13,
          text,
        );
      }
});

group('reads bundles of before editions had ids', () => {
  test('the day is the id', () => {
    const result = validate(broken(`${edition}.id`, NOTHING));
    assert.deepEqual(result, {ok: true, value: fixture()});
  });
  test('an edition may have no day', () => {
    const result = validate(broken(`${edition}.effective`, NOTHING));
    assert.ok(result.ok);
    assert.deepEqual(Object.keys(result.value.policies[0]!.editions[0]!).sort(), ['id', 'texts']);
  });
});

test('a reference may lead to another policy of the bundle, whose texts may not be there', () => {
  const elsewhere = {type: 'reference', to: 'anything', policy: 'labs', content: ['x']};
  assert.deepEqual(issuesOf(broken(`${section}.blocks[0].content[1]`, elsewhere)), []);
});
