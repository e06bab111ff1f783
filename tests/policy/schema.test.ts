/** The JSON Schema and the guards say the same: what one passes in form, the other does. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import schema from '../../src/policy/bundle.schema.json' with {type: 'json'};
import {termKinds} from '../../src/policy/bundle.js';
import {describe, type Issue} from '../../src/policy/issue.js';
import {patterns, validate} from '../../src/policy/validate.js';
import {bundleArbitrary} from './arbitraries.js';
import {runs} from '../harness/runs.js';

const ajv = new Ajv2020({strict: true, allowUnionTypes: true, allErrors: false});
const passesSchema = ajv.compile(schema);

const ofForm = ({kind}: Issue) => kind !== 'reference';
const passesGuards = (input: unknown): boolean => {
  const result = validate(input);
  return result.ok || !result.issues.some(ofForm);
};

const explain = (input: unknown): string => {
  const result = validate(input);
  const issues = result.ok ? 'none' : result.issues.map(describe).join('\n  ');
  return `schema: ${ajv.errorsText(passesSchema.errors)}\nguards: ${issues}\n${JSON.stringify(input)}`;
};

const agree = (input: unknown): boolean => {
  const [bySchema, byGuards] = [passesSchema(input), passesGuards(input)];
  if (bySchema !== byGuards) assert.fail(explain(input));
  return bySchema;
};

test('the patterns are the same, letter for letter', () => {
  const {id, language, date, link, textReference} = schema.$defs;
  assert.deepEqual(
    Object.fromEntries(Object.entries(patterns).map(([name, {source, flags}]) => [name, [source, flags]])),
    {
      id: [id.pattern, 'u'],
      language: [language.pattern, 'u'],
      date: [date.pattern, 'u'],
      link: [link.pattern, 'u'],
      src: [textReference.properties.src.pattern, 'u'],
      integrity: [textReference.properties.integrity.pattern, 'u'],
    },
  );
});

test('the kinds of terms are the same', () => {
  assert.deepEqual(schema.$defs.term.properties.kind.enum, termKinds);
});

test('every definition has a title and a description for editors, and is used', () => {
  const whole = JSON.stringify(schema);
  for (const [name, definition] of Object.entries(schema.$defs)) {
    assert.ok(whole.includes(`"#/$defs/${name}"`), name);
    if (!('anyOf' in definition)) assert.ok(definition.title && definition.description, name);
  }
});

test('generated bundles pass both, and read as themselves', () => {
  fc.assert(
    fc.property(bundleArbitrary(), (bundle) => {
      const input = structuredClone(bundle);
      const result = validate(input);
      assert.ok(result.ok && passesSchema(bundle), explain(bundle));
      assert.deepEqual(result.value, bundle);
      assert.deepEqual(input, bundle);
    }),
    {numRuns: 100},
  );
});

type Place = readonly [holder: Record<string, unknown> | unknown[], key: string];

/** Every place in a JSON value. */
const places = (value: unknown): Place[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value).flatMap((key) => [
        [value as Record<string, unknown>, key] as const,
        ...places((value as Record<string, unknown>)[key]),
      ]);

const read = ([holder, key]: Place): unknown => (holder as Record<string, unknown>)[key];
const write = ([holder, key]: Place, value: unknown): void => {
  Object.defineProperty(holder, key, {value, writable: true, enumerable: true, configurable: true});
};

const hostile = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    '',
    ' ',
    'x',
    'A',
    '__proto__',
    'constructor',
    '1 mars',
    '2019-02-30',
    '2019-13-01',
    '2020-02-29',
  ],
  ...[
    'javascript:alert(1)',
    'https:example.org',
    'https://',
    'HTTPS://example.org',
    'https://a b',
    'data:,',
    '//x',
    'tel:',
    'mailto:a',
    'http://a',
  ],
  ...[
    'en_US',
    'x-private',
    'EN',
    'policy-bundle/2',
    'policy-bundle/1.0',
    'sha256-',
    'sha1-AAAA',
    'strong',
    'table',
    'video',
    'data',
  ],
  ...[[], {}, [[]], [''], [null], ['a'], {en: 'x'}, {en: 1}, {en_US: 'x'}, JSON.parse('{"__proto__": "x"}')],
  ...[
    {_$litType$: 1, strings: ['<b>']},
    {nodeType: 1},
    {type: 'strong'},
    {type: 'strong', content: []},
    {type: 'x', content: []},
  ],
  ...[{type: 'link', href: 'javascript:0', content: []}, {type: 'paragraph', id: 'x', content: ['y']}, {src: 'x'}],
  ...[{title: 'x', sections: []}, {id: 's', blocks: []}, {id: 's', blocks: [], audiences: []}, {toString: null}],
];

/** A small bundle with every field and every type in it. */
const complete = (): unknown => {
  const names = {en: 'x'};
  const paragraph = {
    type: 'paragraph',
    id: 'p',
    terms: ['t'],
    content: ['x', {type: 'strong', content: ['x']}, {type: 'emphasis', content: ['x']}],
  };
  const pieces = [
    {type: 'link', href: 'tel:1', content: ['x']},
    {type: 'reference', to: 'p', content: ['x']},
    {type: 'reference', to: 'p', policy: 'p', content: ['x']},
    {type: 'annotation', terms: ['t'], content: ['x']},
  ];
  const item = {
    id: 'i',
    mark: '(a)',
    terms: ['t'],
    audiences: ['a'],
    content: ['x'],
    blocks: [{type: 'list', items: []}],
  };
  const table = {type: 'table', head: [['x']], rows: [{id: 'r', terms: ['t'], cells: [['x']]}]};
  const section = {
    id: 's',
    audiences: ['a'],
    heading: pieces,
    blocks: [paragraph, {type: 'list', lead: ['x'], start: 2, style: 'lower-roman', items: [item]}, table],
    sections: [{id: 'n', blocks: []}],
  };
  const apart = {src: 'x.json', integrity: `sha256-${'A'.repeat(43)}=`, title: 'x', audiences: ['a']};
  return {
    format: 'policy-bundle/1',
    title: names,
    publisher: names,
    languages: ['en', 'da'],
    languageNames: names,
    audiences: [{id: 'a', names}],
    products: [{id: 'p', names}],
    vocabulary: [{id: 't', kind: 'data', names, definition: names, iri: 'https://w3id.org/dpv#Consent'}],
    policies: [
      {
        id: 'p',
        products: ['p'],
        editions: [
          {
            id: '2020-01-01',
            effective: '2020-01-01',
            prevails: 'en',
            aliases: {old: 'p'},
            texts: {en: {title: 'x', sections: [section]}, da: apart},
          },
        ],
      },
    ],
  };
};

const known = [...new Set(JSON.stringify(schema).match(/(?<="properties":\{|,)"[a-z]+"(?=:\{)/g))].map((name) =>
  name.slice(1, -1),
);

const mutation = fc.oneof(
  fc.record({act: fc.constant('delete' as const)}),
  fc.record({act: fc.constant('replace' as const), value: fc.constantFrom(...hostile)}),
  fc.record({
    act: fc.constant('insert' as const),
    key: fc.constantFrom(...known, '0', '__proto__', 'en', 'EN-x'),
    value: fc.constantFrom(...hostile),
  }),
  fc.record({act: fc.constant('transplant' as const), from: fc.nat()}),
);

test('each value put at each place of a bundle, and each place left out: both say the same', () => {
  assert.ok(validate(complete()).ok, explain(complete()));
  let passed = 0;
  const count = places(complete()).length;
  for (let place = 0; place < count; place++)
    for (const value of [undefined, ...hostile]) {
      const input = structuredClone(complete());
      const [holder, key] = places(input)[place]!;
      if (value !== undefined) write([holder, key], value);
      else if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      if (agree(input)) passed++;
    }
  assert.ok(passed > count, 'none passes');
});

test('mutated bundles pass the schema exactly where the guards find nothing wrong with their form', () => {
  const tally = {passed: 0, refused: 0};
  fc.assert(
    fc.property(
      bundleArbitrary(),
      fc.array(fc.tuple(fc.nat(), mutation), {minLength: 1, maxLength: 2}),
      (bundle, mutations) => {
        const input: unknown = structuredClone(bundle);
        for (const [where, mutation] of mutations) {
          const all = places(input);
          const place = all[where % all.length];
          if (!place) continue;
          switch (mutation.act) {
            case 'delete':
              if (Array.isArray(place[0])) place[0].splice(Number(place[1]), 1);
              else delete place[0][place[1]];
              break;
            case 'replace':
              write(place, mutation.value);
              break;
            case 'insert':
              if (Array.isArray(place[0])) place[0].splice(Number(place[1]), 0, structuredClone(mutation.value));
              else write([place[0], mutation.key], structuredClone(mutation.value));
              break;
            case 'transplant':
              write(place, structuredClone(read(all[mutation.from % all.length] ?? place)));
          }
        }
        tally[agree(input) ? 'passed' : 'refused']++;
      },
    ),
    {numRuns: runs(400)},
  );
  // Else the property would hold of nothing.
  assert.ok(tally.passed > 20 && tally.refused > 20, JSON.stringify(tally));
});

test('unknown fields pass both, and are not kept', () => {
  fc.assert(
    fc.property(bundleArbitrary(), fc.constantFrom(...hostile), (bundle, value) => {
      const withMore = (part: unknown): unknown =>
        Array.isArray(part)
          ? part.map(withMore)
          : typeof part === 'object' && part !== null
            ? Object.fromEntries([
                // By id or by language, each key in it is data.
                ...Object.entries(part).map(([key, entry]) => [key, key === 'aliases' ? entry : withMore(entry)]),
                ...(isMap(part) ? [] : [['x-note', value]]),
              ])
            : part;
      // A map by language has no fields: each key in it is data.
      const isMap = (part: object): boolean => Object.keys(part).every((key) => bundle.languages.includes(key));
      const input = withMore(bundle);
      assert.ok(agree(input));
      const result = validate(input);
      assert.deepEqual(result.ok && result.value, bundle);
    }),
  );
});
