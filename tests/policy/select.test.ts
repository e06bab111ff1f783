/* eslint-disable max-lines -- one function, and each rule of it in a table */
// What a reader with a selection sees of a bundle, and what they could choose instead.
import assert from 'node:assert/strict';
import {otherSide} from '../../src/policy/compare.js';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {isReference} from '../../src/policy/clauses.js';
import {listHeadings} from '../../src/policy/headings.js';
import type {Bundle, Id, Text, TextReference} from '../../src/policy/bundle.js';
import {select, type PolicyView} from '../../src/policy/select.js';
import {
  change,
  everything,
  parseAgainst,
  printAgainst,
  type Against,
  type Selection,
} from '../../src/policy/selection.js';
import {validate} from '../../src/policy/validate.js';
import {bundleArbitrary} from './arbitraries.js';
import {clausesShown, item, list, paragraph, section, table, text} from './pieces.js';

const forEveryone = text(section('about', {blocks: [paragraph('about.1')]}));

/** Two sections for somebody within one for everyone, and a list whose items differ. */
const forSome = text(
  section('preface', {blocks: [paragraph('p')]}),
  section('use', {
    blocks: [paragraph('use.1')],
    sections: [
      section('visitors', {audiences: ['visitor', 'guest'], blocks: [list(item('v1'), item('v2', ['guest']))]}),
      section('members', {
        audiences: ['member'],
        blocks: [table('m1', 'm2', 'm3')],
        sections: [section('member-fees', {blocks: [paragraph('m4')]})],
      }),
    ],
  }),
);

const apart: TextReference = {
  src: 'labs.da.json',
  integrity: `sha256-${'A'.repeat(43)}=`,
  title: 'Labs',
  audiences: ['mentor'],
};

/**
 * One policy in two editions, one whose languages are years apart, one in a single language, and a product without
 * any.
 */
const bundle: Bundle = {
  format: 'policy-bundle/1',
  title: {en: 'Policies'},
  languages: ['en', 'sv', 'nb', 'da', 'nl'],
  audiences: ['member', 'visitor', 'guest', 'mentor', 'nobody'].map((id) => ({id, names: {en: id, da: `${id} (da)`}})),
  products: [
    {id: 'spaces', names: {en: 'Harbour Spaces', sv: 'Hamnplatser'}},
    {id: 'daypass', names: {en: 'Day Pass'}},
    {id: 'labs', names: {da: 'Laboratoriet', en: 'Labs'}},
    {id: 'finder', names: {nb: 'Kontorsøk'}},
    {id: 'bare', names: {en: 'Bare'}},
  ],
  vocabulary: [],
  policies: [
    {
      id: 'spaces',
      products: ['spaces', 'daypass'],
      editions: [
        {id: '2024-05-25', effective: '2024-05-25', texts: {nl: forEveryone, en: forEveryone}},
        {id: '2026-03-01', effective: '2026-03-01', prevails: 'en', texts: {sv: forSome, en: forSome}},
      ],
    },
    {
      id: 'labs',
      products: ['labs'],
      editions: [
        {id: '2026-03-01', effective: '2026-03-01', texts: {da: apart}},
        {id: '2024-05-25', effective: '2024-05-25', texts: {nl: forEveryone}},
      ],
    },
    {
      id: 'finder',
      products: ['finder'],
      editions: [{id: '2025-09-15', effective: '2025-09-15', prevails: 'nb', texts: {da: forEveryone, nb: forSome}}],
    },
  ],
};

const view = (selection: Partial<Selection> = {}) => select(bundle, {...everything, ...selection});

const only = (selection: Partial<Selection>): PolicyView => {
  const {documents} = view(selection);
  assert.equal(documents.length, 1);
  return documents[0]!;
};

/** A selection as a title says it. */
const told = (selection: Partial<Selection>): string =>
  Object.entries(selection)
    .map(
      ([field, value]) =>
        `${field} ` +
        ((typeof value === 'object' && !Array.isArray(value) ? printAgainst(value as Against) : String(value)) ||
          '(empty)'),
    )
    .join(', ') || 'nothing chosen';

it('the bundle of these tests is a valid one', () => assert.deepEqual(validate(bundle), {ok: true, value: bundle}));

describe('the text that answers a reader', () => {
  interface Answer {
    readonly in: string;
    readonly of: string;
    readonly missing?: string;
    readonly newer?: readonly [effective: string, ...languages: string[]];
    readonly others: readonly string[];
    readonly prevails?: string;
  }
  const cases: readonly [selection: Partial<Selection>, answer: Answer][] = [
    // The language asked for, in the newest edition that has it.
    [
      {product: 'spaces', language: 'sv'},
      {in: 'sv', of: '2026-03-01', others: ['en 2026-03-01', 'nl 2024-05-25'], prevails: 'en'},
    ],
    [
      {product: 'spaces', language: 'sv-FI'},
      {in: 'sv', of: '2026-03-01', others: ['en 2026-03-01', 'nl 2024-05-25'], prevails: 'en'},
    ],
    [
      {product: 'spaces', language: 'en-GB'},
      {in: 'en', of: '2026-03-01', others: ['sv 2026-03-01', 'nl 2024-05-25']},
    ],
    [
      {product: 'spaces', language: 'nl'},
      {in: 'nl', of: '2024-05-25', newer: ['2026-03-01', 'sv', 'en'], others: ['en 2026-03-01', 'sv 2026-03-01']},
    ],
    [
      {product: 'labs', language: 'nl-BE'},
      {in: 'nl', of: '2024-05-25', newer: ['2026-03-01', 'da'], others: ['da 2026-03-01']},
    ],
    [
      {product: 'finder', language: 'no'},
      {in: 'nb', of: '2025-09-15', others: ['da 2025-09-15']},
    ],
    // Else the newest edition, in the first language of the bundle that it has; not the first that the edition names.
    [
      {product: 'spaces', language: 'da'},
      {in: 'en', of: '2026-03-01', missing: 'da', others: ['sv 2026-03-01', 'nl 2024-05-25']},
    ],
    [
      {product: 'labs', language: 'en'},
      {in: 'da', of: '2026-03-01', missing: 'en', others: ['nl 2024-05-25']},
    ],
    [
      {product: 'finder', language: 'en'},
      {in: 'nb', of: '2025-09-15', missing: 'en', others: ['da 2025-09-15']},
    ],
    [
      {product: 'finder', language: 'zh-TW'},
      {in: 'nb', of: '2025-09-15', missing: 'zh-TW', others: ['da 2025-09-15']},
    ],
    [
      {product: 'finder', language: 'x-private'},
      {in: 'nb', of: '2025-09-15', missing: 'x-private', others: ['da 2025-09-15']},
    ],
    // Who asks for no language misses none.
    [
      {product: 'spaces', language: ''},
      {in: 'en', of: '2026-03-01', others: ['sv 2026-03-01', 'nl 2024-05-25']},
    ],
    [
      {product: 'labs', language: ''},
      {in: 'da', of: '2026-03-01', others: ['nl 2024-05-25']},
    ],
    // An edition that is asked for stays, whatever language it lacks.
    [
      {product: 'spaces', edition: '2026-03-01', language: 'en'},
      {in: 'en', of: '2026-03-01', others: ['sv 2026-03-01', 'nl 2024-05-25']},
    ],
    [
      {product: 'spaces', edition: '2024-05-25', language: 'en'},
      {in: 'en', of: '2024-05-25', newer: ['2026-03-01', 'sv', 'en'], others: ['sv 2026-03-01', 'nl 2024-05-25']},
    ],
    [
      {product: 'spaces', edition: '2024-05-25', language: 'sv'},
      {
        in: 'en',
        of: '2024-05-25',
        missing: 'sv',
        newer: ['2026-03-01', 'sv', 'en'],
        others: ['sv 2026-03-01', 'nl 2024-05-25'],
      },
    ],
    [
      {product: 'labs', edition: '2026-03-01', language: 'nl'},
      {in: 'da', of: '2026-03-01', missing: 'nl', others: ['nl 2024-05-25']},
    ],
    // A day between editions asks for the one in force; a day before the first, for the first.
    [
      {product: 'labs', edition: '2026-02-28'},
      {in: 'nl', of: '2024-05-25', newer: ['2026-03-01', 'da'], others: ['da 2026-03-01']},
    ],
    [
      {product: 'labs', edition: '2099-01-01'},
      {in: 'da', of: '2026-03-01', others: ['nl 2024-05-25']},
    ],
    [
      {product: 'labs', edition: '1999-12-31'},
      {in: 'nl', of: '2024-05-25', newer: ['2026-03-01', 'da'], others: ['da 2026-03-01']},
    ],
    [
      {product: 'finder', edition: '2024-05-25', language: 'nb'},
      {in: 'nb', of: '2025-09-15', others: ['da 2025-09-15']},
    ],
    [
      {product: 'finder', language: 'da'},
      {in: 'da', of: '2025-09-15', others: ['nb 2025-09-15'], prevails: 'nb'},
    ],
  ];
  for (const [selection, answer] of cases)
    it(`${told(selection)}: ${answer.in} of ${answer.of}${answer.missing ? `, ${answer.missing} missing` : ''}`, () => {
      const {language, edition, missing, newer, others, prevails, text} = only(selection);
      assert.deepEqual(
        {
          in: language,
          of: edition.effective,
          ...(missing !== undefined && {missing}),
          ...(newer && {newer: [newer.effective, ...newer.languages]}),
          others: others.map(({language, effective}) => `${language} ${effective}`),
          ...(prevails !== undefined && {prevails}),
        },
        answer,
      );
      assert.equal(text, edition.texts[language]);
    });
});

describe('a language that is offered beside one near it', () => {
  const near: Bundle = {
    ...bundle,
    languages: ['nb', 'nn'],
    policies: [
      {
        id: 'p',
        products: ['bare'],
        editions: [
          {id: '2026-03-01', effective: '2026-03-01', texts: {nb: forEveryone}},
          {id: '2024-05-25', effective: '2024-05-25', texts: {nb: forEveryone, nn: forEveryone}},
        ],
      },
    ],
  };
  const cases: readonly [asked: string, answer: string][] = [
    ['nn', 'nn 2024-05-25'],
    ['nb', 'nb 2026-03-01'],
    ['no', 'nb 2026-03-01'],
    ['nn-NO', 'nn 2024-05-25'],
  ];
  for (const [asked, answer] of cases)
    it(`${asked}: ${answer}`, () => {
      const {documents} = select(near, {...everything, language: asked});
      assert.deepEqual(
        documents.map(({language, edition, missing}) => [`${language} ${edition.effective}`, missing]),
        [[answer, undefined]],
      );
    });
});

describe('the policies of a product', () => {
  const cases: readonly [product: string, chosen: Id, policies: readonly Id[]][] = [
    ['', '', ['spaces', 'labs', 'finder']],
    ['spaces', 'spaces', ['spaces']],
    ['daypass', 'daypass', ['spaces']],
    // By any of its names, as somebody may write it into a page.
    ['Day Pass', 'daypass', ['spaces']],
    ['HAMNPLATSER', 'spaces', ['spaces']],
    ['laboratoriet', 'labs', ['labs']],
    ['Labs', 'labs', ['labs']],
    ['bare', 'bare', []],
    // What there is not leaves the whole bundle.
    ['nothing-like-it', '', ['spaces', 'labs', 'finder']],
    ['constructor', '', ['spaces', 'labs', 'finder']],
  ];
  for (const [product, chosen, policies] of cases)
    it(`"${product}" shows ${policies.join(', ') || 'none'}`, () => {
      const {documents, selection} = view({product});
      assert.deepEqual(
        documents.map(({policy}) => policy.id),
        policies,
      );
      assert.equal(selection.product, chosen);
    });

  it('an id goes before a name', () => {
    const twice = {...bundle, products: [{id: 'other', names: {en: 'labs'}}, ...bundle.products]};
    assert.equal(select(twice, {...everything, product: 'labs'}).selection.product, 'labs');
  });

  it('a product without a name in some language is not what an empty choice means', () => {
    const nameless = {...bundle, products: [{id: 'spaces', names: {en: ''}}, ...bundle.products.slice(1)]};
    assert.equal(select(nameless, everything).selection.product, '');
  });

  it('offers every product by its name for the reader, else in the first language of the bundle that has one', () => {
    assert.deepEqual(
      view({language: 'da'}).products.map(({name}) => `${name.text} (${name.language})`),
      ['Harbour Spaces (en)', 'Day Pass (en)', 'Laboratoriet (da)', 'Kontorsøk (nb)', 'Bare (en)'],
    );
    assert.deepEqual(view({language: 'sv'}).products[2]?.name, {text: 'Labs', language: 'en'});
  });
});

describe('the audiences offered', () => {
  const cases: readonly [selection: Partial<Selection>, offered: readonly Id[]][] = [
    // In the bundle's order, from every edition and language, and from texts that are not loaded yet.
    [{}, ['member', 'visitor', 'guest', 'mentor']],
    [{product: 'spaces'}, ['member', 'visitor', 'guest']],
    [{product: 'spaces', language: 'nl'}, ['member', 'visitor', 'guest']],
    [{product: 'labs'}, ['mentor']],
    [{product: 'labs', language: 'nl'}, ['mentor']],
    [{product: 'bare'}, []],
    // What is chosen stays on offer, else it could not be unchosen.
    [{product: 'labs', audiences: ['visitor']}, ['visitor', 'mentor']],
    [{product: 'bare', audiences: ['nobody', 'member']}, ['member', 'nobody']],
    [{product: 'labs', audiences: ['unheard-of', 'constructor']}, ['mentor']],
  ];
  for (const [selection, offered] of cases)
    it(`${told(selection)}: ${offered.join(', ') || 'none'}`, () => {
      assert.deepEqual(
        view(selection).audiences.map(({id}) => id),
        offered,
      );
    });

  it('leaves out of what was chosen those that the bundle does not have', () => {
    assert.deepEqual(view({product: 'spaces', audiences: ['guest', 'unheard-of', 'visitor']}).selection.audiences, [
      'guest',
      'visitor',
    ]);
  });

  it('names them for the reader', () => {
    assert.deepEqual(view({product: 'labs', language: 'da-DK'}).audiences[0]?.name, {
      text: 'mentor (da)',
      language: 'da',
    });
    assert.deepEqual(view({product: 'labs', language: 'sv'}).audiences[0]?.name, {text: 'mentor', language: 'en'});
  });
});

describe('what is shown of a text', () => {
  const all = ['preface', 'use', '  visitors', '  members', '    member-fees'];
  const cases: readonly [
    audiences: readonly Id[],
    shown: number,
    hidden: number,
    addressed: boolean,
    contents: readonly string[],
  ][] = [
    [[], 8, 0, true, all],
    [['visitor'], 3, 5, true, ['preface', 'use', '  visitors']],
    [['guest'], 4, 4, true, ['preface', 'use', '  visitors']],
    [['member'], 6, 2, true, ['preface', 'use', '  members', '    member-fees']],
    [['member', 'guest'], 8, 0, true, all],
    [['mentor'], 2, 6, false, ['preface', 'use']],
    [['mentor', 'visitor'], 3, 5, true, ['preface', 'use', '  visitors']],
    [['unheard-of'], 8, 0, true, all],
  ];
  for (const [audiences, shown, hidden, addressed, contents] of cases)
    it(
      `to ${audiences.join(' and ') || 'everyone'}: ${shown} clauses, ` +
        `${addressed ? '' : 'none of them for these readers, '}${hidden} hidden`,
      () => {
        const found = only({product: 'spaces', audiences});
        assert.deepEqual(
          {shown: found.shown, hidden: found.hidden, addressed: found.addressed},
          {shown, hidden, addressed},
        );
        const headings = listHeadings(found.text, view({product: 'spaces', audiences}).selection.audiences);
        assert.deepEqual(
          headings.map(({text, depth}) => '  '.repeat(depth) + text),
          contents,
        );
        assert.deepEqual(
          headings.map(({id}) => id),
          contents.map((line) => line.trim()),
        );
      },
    );

  it('puts what stands in a section without a heading where that section stands', () => {
    const quiet = text({
      id: 'quiet',
      blocks: [],
      sections: [section('loud', {heading: ['Loud ', {type: 'strong', content: ['and']}, ' clear']})],
    });
    const found = select(
      {
        ...bundle,
        policies: [
          {id: 'p', products: ['bare'], editions: [{id: '2026-01-01', effective: '2026-01-01', texts: {en: quiet}}]},
        ],
      },
      everything,
    );
    assert.deepEqual(listHeadings(found.documents[0]!.text, []), [{id: 'loud', text: 'Loud and clear', depth: 0}]);
  });

  it('sums what is shown and hidden over all policies', () => {
    const {shown, hidden} = view({audiences: ['visitor'], language: 'nb'});
    assert.deepEqual({shown, hidden}, {shown: 3 + 3, hidden: 5 + 5});
  });

  describe('where the text is in a file of its own', () => {
    it('says where that is, and counts nothing before it is loaded', () => {
      const {text, shown, hidden} = only({product: 'labs', language: 'da'});
      assert.deepEqual({text, shown, hidden}, {text: apart, shown: 0, hidden: 0});
      assert.deepEqual(listHeadings(text, []), []);
    });
    for (const [audiences, addressed] of [
      [[], true],
      [['mentor'], true],
      [['visitor'], false],
      [['visitor', 'mentor'], true],
    ] as const)
      it(
        `knows ${addressed ? 'that' : 'that nothing in it'} is for ` +
          (audiences.join(' or ') || 'a reader who chose nobody'),
        () => {
          assert.equal(only({product: 'labs', language: 'da', audiences}).addressed, addressed);
        },
      );
  });
});

describe('the languages offered', () => {
  const cases: readonly [selection: Partial<Selection>, language: string, offered: string][] = [
    // - where some chosen policy is not in it.
    [{}, 'en', 'en- sv- nb- da- nl-'],
    [{product: 'spaces'}, 'en', 'en sv nb- da- nl'],
    [{product: 'spaces', language: 'nl-BE'}, 'nl', 'en sv nb- da- nl'],
    [{product: 'daypass', language: 'no'}, 'nb', 'en sv nb- da- nl'],
    // What no text is in is offered all the same where the reader asked for it: it is what the sentence is about.
    [{product: 'labs', language: 'fr'}, 'fr', 'en- sv- nb- da nl fr-'],
    [{product: 'labs', language: 'zh-CN'}, 'zh-CN', 'en- sv- nb- da nl zh-CN-'],
    [{product: 'finder', language: ''}, 'en', 'en- sv- nb da nl-'],
  ];
  for (const [selection, language, offered] of cases)
    it(`${told(selection)}: ${offered}, and ${language} chosen`, () => {
      const found = view(selection);
      assert.equal(found.language, language);
      assert.equal(found.languages.map(({language, complete}) => language + (complete ? '' : '-')).join(' '), offered);
    });
});

describe('the editions offered', () => {
  const cases: readonly [selection: Partial<Selection>, offered: readonly string[]][] = [
    [{}, ['2026-03-01', '2025-09-15', '2024-05-25']],
    [{product: 'labs'}, ['2026-03-01', '2024-05-25']],
    [{product: 'labs', edition: '2024-05-25'}, ['2026-03-01', '2024-05-25']],
    [{product: 'labs', language: 'nl'}, ['2026-03-01', '2024-05-25']],
    [{product: 'finder'}, ['2025-09-15']],
    [{product: 'bare'}, []],
  ];
  for (const [selection, offered] of cases)
    it(`${told(selection)}: ${offered.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        view(selection).editions,
        offered.map((day) => ({id: day, effective: day})),
      ));
});

describe('change', () => {
  const before: Selection = {
    ...everything,
    product: 'labs',
    audiences: ['visitor', 'guest'],
    language: 'da',
    edition: '',
  };
  const same: readonly Partial<Selection>[] = [
    {},
    {product: 'labs'},
    {audiences: ['visitor', 'guest']},
    {audiences: ['guest', 'visitor']},
    {edition: ''},
  ];
  for (const changes of same)
    it(`${told(changes)} gives the same object`, () => assert.equal(change(before, changes), before));

  const other: readonly Partial<Selection>[] = [
    {product: ''},
    {audiences: []},
    {audiences: ['visitor']},
    {audiences: ['visitor', 'mentor']},
    {language: 'nb'},
    {edition: '2026-03-01'},
  ];
  for (const changes of other)
    it(`${told(changes)} gives another, with the rest as it was`, () =>
      assert.deepEqual(change(before, changes), {...before, ...changes}));

  it('an audience written twice does not stand for another', () => {
    const twice = {...before, audiences: ['visitor', 'visitor']};
    assert.deepEqual(change(twice, {audiences: ['visitor', 'guest']}).audiences, ['visitor', 'guest']);
  });
});

describe('against', () => {
  const cases: readonly [letters: string, against: Against, printed?: string][] = [
    ['', {}],
    ['language:zh-Hant', {language: 'zh-Hant'}],
    ['audience:visitor edition:2024-05-25', {audience: 'visitor', edition: '2024-05-25'}],
    [' edition:2.1  product:labs ', {product: 'labs', edition: '2.1'}, 'product:labs edition:2.1'],
    ['language: nonsense colour:red', {}, ''],
    ['constructor:a __proto__:b', {}, ''],
  ];
  for (const [letters, against, printed = letters] of cases)
    it(`"${letters}" reads, and prints as "${printed}"`, () => {
      assert.deepEqual(parseAgainst(letters), against);
      assert.equal(printAgainst(against), printed);
    });

  it('the other side is what is chosen with what differs', () =>
    assert.deepEqual(
      otherSide({...everything, product: 'labs', audiences: ['guest'], against: {audience: 'visitor', language: 'da'}}),
      {...everything, product: 'labs', audiences: ['visitor'], language: 'da'},
    ));

  it('change sees it', () => {
    const before = {...everything, against: {language: 'da'}};
    assert.equal(change(before, {against: {language: 'da'}}), before);
    assert.notEqual(change(before, {against: {edition: 'da'}}), before);
  });
});

describe('for any bundle and any selection', () => {
  const selections = ({products, audiences, languages, policies}: Bundle): fc.Arbitrary<Selection> => {
    const junk = fc.oneof(
      fc.string({maxLength: 8}),
      fc.constantFrom('', '*', 'x-private', 'constructor', '__proto__', 'zh-TW', 'no', '2019-07-12'),
    );
    const oneOf = (known: readonly string[]) => fc.oneof({weight: 3, arbitrary: fc.constantFrom('', ...known)}, junk);
    return fc.record({
      product: oneOf(products.flatMap(({id, names}) => [id, ...Object.values(names)])),
      audiences: fc.array(
        fc.oneof({weight: 4, arbitrary: fc.constantFrom('nobody', ...audiences.map(({id}) => id))}, junk),
        {maxLength: 3},
      ),
      language: oneOf(languages),
      edition: oneOf(policies.flatMap(({editions}) => editions.map(({id}) => id))),
      query: junk,
      view: junk,
      against: junk.map(parseAgainst),
    });
  };
  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  const anything = bundleArbitrary().chain((bundle) =>
    fc.record({bundle: fc.constant(bundle), selection: selections(bundle)}).map(freeze),
  );
  const holds = (property: (bundle: Bundle, selection: Selection) => void): void => {
    fc.assert(fc.property(anything, ({bundle, selection}) => property(bundle, selection)));
  };
  const loaded = ({documents}: {readonly documents: readonly PolicyView[]}): Text[] =>
    documents.flatMap(({text}) => (isReference(text) ? [] : [text]));
  const shownOf = (bundle: Bundle, selection: Selection): string[] => {
    const found = select(bundle, selection);
    return loaded(found).flatMap((text, index) =>
      clausesShown(text, found.selection.audiences).map((id) => `${index} ${id}`),
    );
  };

  it('changes nothing it is given, and says the same when asked again', () =>
    holds((bundle, selection) => assert.deepEqual(select(bundle, selection), select(bundle, selection))));

  it('understands its own selection as it understood the reader', () =>
    holds((bundle, selection) => {
      const {selection: understood, ...rest} = select(bundle, selection);
      assert.deepEqual(select(bundle, understood), {selection: understood, ...rest});
    }));

  it('shown and hidden are all clauses of the texts shown', () =>
    holds((bundle, selection) => {
      const found = select(bundle, selection);
      assert.equal(found.shown + found.hidden, loaded(found).flatMap((text) => clausesShown(text)).length);
      assert.equal(found.shown, shownOf(bundle, selection).length);
    }));

  it('nothing is hidden where no audience is chosen', () =>
    holds((bundle, selection) => {
      const found = select(bundle, {...selection, audiences: []});
      assert.equal(found.hidden, 0);
      assert.deepEqual(
        found.documents.filter(({addressed}) => !addressed),
        [],
      );
    }));

  it('what single audiences see is together everything', () =>
    holds((bundle, selection) => {
      const singles = bundle.audiences.map(({id}) => ({...selection, audiences: [id]}));
      const whole = {...selection, audiences: []};
      const seen = new Set((singles.length ? singles : [whole]).flatMap((single) => shownOf(bundle, single)));
      assert.deepEqual(seen, new Set(shownOf(bundle, whole)));
    }));

  it('one more audience hides nothing', () =>
    holds((bundle, selection) => {
      const before = select(bundle, selection);
      if (before.selection.audiences.length === 0) return;
      for (const {id} of bundle.audiences) {
        const after = select(bundle, {...selection, audiences: [...selection.audiences, id]});
        after.documents.forEach((document, index) =>
          assert.ok(document.shown >= before.documents[index]!.shown, `${id} hides something`),
        );
      }
    }));

  it('every policy of the product is shown, in a language and an edition that it has', () =>
    holds((bundle, selection) => {
      const {
        documents,
        selection: {product},
      } = select(bundle, selection);
      assert.deepEqual(
        documents.map(({policy}) => policy),
        bundle.policies.filter(({products}) => !product || products.includes(product)),
      );
      for (const {policy, edition, language, text, missing, prevails} of documents) {
        assert.equal(
          policy.editions.find(({id}) => id === edition.id),
          edition,
        );
        assert.equal(edition.texts[language], text);
        assert.notEqual(missing, language);
        assert.notEqual(prevails, language);
      }
    }));

  it('what is offered instead leads there', () =>
    holds((bundle, selection) => {
      for (const {policy, others} of select(bundle, selection).documents)
        for (const {language, effective} of others) {
          const there = select(bundle, {...selection, language, edition: ''}).documents.find(
            (document) => document.policy === policy,
          );
          assert.equal(there?.language, language);
          assert.equal(there?.edition.effective, effective);
          assert.equal(there?.missing, undefined);
        }
    }));

  it('what is chosen is among what is offered', () =>
    holds((bundle, selection) => {
      const {
        selection: chosen,
        audiences,
        products,
        languages,
        language,
        documents,
        editions,
      } = select(bundle, selection);
      const offered = (choices: readonly {readonly id: Id}[]) => choices.map(({id}) => id);
      assert.deepEqual(
        chosen.audiences.filter((id) => !offered(audiences).includes(id)),
        [],
      );
      assert.deepEqual(
        [chosen.product].filter((id) => id && !offered(products).includes(id)),
        [],
      );
      assert.equal(languages.filter((choice) => choice.language === language).length, 1);
      assert.deepEqual(
        documents.filter(({edition}) => !editions.some(({id}) => id === edition.id)),
        [],
      );
    }));
});
