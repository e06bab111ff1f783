/* eslint-disable max-lines -- all of it reads one set of pages, made once */
/** The pages of a bundle, read back by a parser of their own: every letter, every address, nothing that is no HTML. */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import fc from 'fast-check';
import type {Element} from 'hast';
import {toHtml} from 'hast-util-to-html';
import {inspectFolder} from '../../../src/authoring/compile/inspect.js';
import {disk} from '../../../src/command/disk/files.js';
import {describeText} from '../../../src/authoring/prerender/describe-text.js';
import {listPages, type Page} from '../../../src/authoring/prerender/pages.js';
import type {File} from '../../../src/authoring/prerender/prerender-bundle.js';
import {sizes} from '../../../src/authoring/prerender/size-sections.js';
import type {Block, Bundle, Section, Text} from '../../../src/policy/bundle.js';
import {isReference, plainText} from '../../../src/policy/clauses.js';
import {bundleArbitrary} from '../../policy/arbitraries.js';
import {attribute, elementsIn, find, piecesOf, readHtml, textOf} from './html.js';
import {prerender} from './prerender-all.js';
import {runs} from '../../harness/runs.js';
import {joined} from '../../harness/joined.js';

const demo = join(import.meta.dirname, '../../../demo/policies');
const base = 'https://example.org/policies/';

/** What a bundle's text says, in the form of `piecesOf`. */
const piecesIn = ({title, sections}: Text): string[] => [`heading: ${title}`, ...sections.flatMap(sectionPieces)];

const sectionPieces = ({heading, blocks, sections = []}: Section): string[] => [
  ...(heading ? [`heading: ${plainText(heading)}`] : []),
  ...blocks.flatMap(blockPieces),
  ...sections.flatMap(sectionPieces),
];

const blockPieces = (block: Block): string[] => {
  switch (block.type) {
    case 'paragraph':
      return [`clause ${block.id}: ${plainText(block.content)}`];
    case 'list':
      return [
        ...(block.lead ? [`lead: ${plainText(block.lead)}`] : []),
        ...block.items.flatMap(({id, content, blocks = []}) => [
          `clause ${id}: ${plainText(content)}`,
          ...blocks.flatMap(blockPieces),
        ]),
      ];
    case 'table':
      return [
        ...block.head.map((cell) => `cell: ${plainText(cell)}`),
        ...block.rows.flatMap(({id, cells}) => [`clause ${id}: `, ...cells.map((cell) => `cell: ${plainText(cell)}`)]),
      ];
  }
};

/** What no HTML file can hold: a zero. */
const asHtml = (piece: string): string => piece.replaceAll('\0', '\ufffd');

const article = (html: string, fragment = false): Element => {
  const [found] = find(readHtml(html, fragment).tree, 'article');
  assert.ok(found);
  return found;
};

const saidIn = (html: string, fragment = false): string[] => piecesOf(article(html, fragment));

const textAt = (files: readonly File[], path: string): string => {
  const file = files.find((each) => each.file === path);
  assert.ok(file, `${path} is not there`);
  return file.text;
};

const resolve = (from: string, to: string): string => new URL(to, new URL(from, base)).href.replace(base, '');

const ids = (html: string): string[] =>
  [...elementsIn(readHtml(html).tree)].flatMap((element) => attribute(element, 'id') || []);

/** What holds of every page of every bundle. */
function examine(bundle: Bundle, files: readonly File[]): void {
  const pages = listPages(bundle);
  const texts = bundle.policies.flatMap(({editions}) =>
    editions.flatMap(({texts}) => Object.values(texts).filter((text) => !isReference(text))),
  );
  assert.equal(pages.length, texts.length, 'a page for each text');
  const html = files.filter(({file}) => file.endsWith('.html'));
  const paths = new Set(files.map(({file}) => file));
  assert.equal(paths.size, files.length);
  for (const {file, text} of html) {
    const isFragment = file.endsWith('.fragment.html');
    const {tree, errors} = readHtml(text, isFragment);
    // Characters that HTML has no way to write without an error, and keeps all the same.
    assert.deepEqual(
      errors.filter((error) => !/character|surrogate/.test(error)),
      [],
      `${file} is HTML`,
    );
    // A parser mends wrong nesting by building another tree.
    assert.ok(nesting(toHtml(tree)) === nesting(text), `${file} nests as it is written`);
    const all = [...elementsIn(tree)].flatMap((element) => attribute(element, 'id') || []);
    assert.equal(new Set(all).size, all.length, `ids are told apart in ${file}`);
    if (isFragment) continue;
    for (const link of [...find(tree, 'a'), ...find(tree, 'link')]) {
      const href = attribute(link, 'href');
      if (href.startsWith('#')) assert.ok(all.includes(href.slice(1)), `${file} has no ${href}`);
      else if (!/^(?:https|mailto|tel):/.test(href) || href.startsWith(base))
        assert.ok(paths.has(resolve(file, href)), `${file} leads to ${href}, which is not there`);
    }
    assert.equal(find(tree, 'style').length, 0);
    assert.ok(
      [...elementsIn(tree)].every(({properties}) => !('style' in properties)),
      'no style is inline',
    );
    assert.deepEqual(
      find(tree, 'script').map((script) => attribute(script, 'type')),
      ['application/ld+json'],
    );
    assert.doesNotThrow(() => {
      JSON.parse(textOf(find(tree, 'script')[0]!));
    });
  }
  for (const page of pages) {
    const expected = piecesIn(page.text).map(asHtml);
    assert.deepEqual(saidIn(textAt(files, page.path)), expected, `${page.path} says what the bundle says`);
    const fragment = page.path.replace('.html', '.fragment.html');
    if (paths.has(fragment))
      assert.deepEqual(saidIn(textAt(files, fragment), true), expected, `${fragment} says what the bundle says`);
  }
}

/**
 * Without white space between tags, some of which a parser leaves out, and with a bare carriage return as it must be
 * written.
 */
const nesting = (html: string): string => html.replaceAll('\r', '&#13;').replace(/>\s+/g, '>').trim();

const alternatesIn = (html: string): Map<string, string> =>
  new Map(
    find(readHtml(html).tree, 'link', (link) => !!attribute(link, 'hrefLang')).map((link) => [
      attribute(link, 'hrefLang'),
      attribute(link, 'href'),
    ]),
  );

describe('prerendered pages', () => {
  let bundle: Bundle;
  let pages: readonly Page[];
  let files: readonly File[];

  before(async () => {
    const inspection = await inspectFolder(disk, demo);
    assert.ok(inspection.bundle);
    bundle = inspection.bundle;
    pages = listPages(bundle);
    files = await prerender(bundle, {base, fragments: true});
  });

  it('hold every letter of the demo, in valid HTML whose links lead somewhere', () => {
    assert.equal(pages.length, 12);
    examine(bundle, files);
  });

  it('hold every letter of any bundle', async () => {
    await fc.assert(
      fc.asyncProperty(bundleArbitrary({references: false}), fc.constantFrom(undefined, base), async (any, base) => {
        examine(any, await prerender(any, {base, fragments: true}));
      }),
      {numRuns: runs(60)},
    );
  });

  it('are the same each time', async () => {
    assert.deepEqual(await prerender(structuredClone(bundle), {base, fragments: true}), files);
  });

  it('name one another in every language', () => {
    for (const page of pages) {
      const own = alternatesIn(textAt(files, page.path));
      assert.equal(own.get(page.language), base + page.path, `${page.path} names itself`);
      assert.ok([...own.values()].includes(own.get('x-default') ?? ''));
      for (const [language, address] of own) {
        assert.ok(address.startsWith(base));
        const other = textAt(files, address.slice(base.length));
        assert.deepEqual([...alternatesIn(other)], [...own], `${address} names what ${page.path} names`);
        if (language !== 'x-default') assert.equal(attribute(find(readHtml(other).tree, 'html')[0], 'lang'), language);
      }
    }
    assert.deepEqual(
      [...alternatesIn(textAt(files, 'spaces/nl.html')).keys()],
      ['en', 'sv', 'nl', 'zh-Hant', 'ar', 'x-default'],
    );
  });

  it('name one another by relative addresses where the base is not known', async () => {
    const html = textAt(await prerender(bundle), 'spaces/2024-05-25/en.html');
    assert.deepEqual(
      [...alternatesIn(html)],
      [
        ['en', '../../spaces/2024-05-25/en.html'],
        ['x-default', '../../spaces/2024-05-25/en.html'],
      ],
    );
  });

  it('say their language and direction', () => {
    for (const [path, lang, dir] of [
      ['spaces/ar.html', 'ar', 'rtl'],
      ['spaces/zh-Hant.html', 'zh-Hant', 'ltr'],
      ['labs/2024-05-25/en.html', 'en', 'ltr'],
    ] as const) {
      const [html] = find(readHtml(textAt(files, path)).tree, 'html');
      assert.deepEqual([attribute(html, 'lang'), attribute(html, 'dir')], [lang, dir]);
      const fragment = article(textAt(files, path.replace('.html', '.fragment.html')), true);
      assert.deepEqual([attribute(fragment, 'lang'), attribute(fragment, 'dir')], [lang, dir]);
    }
  });

  it('are canonical each for itself, and tell what they are', () => {
    for (const page of pages) {
      const {tree} = readHtml(textAt(files, page.path));
      assert.deepEqual(
        find(tree, 'link', (link) => attribute(link, 'rel') === 'canonical').map((link) => attribute(link, 'href')),
        [base + page.path],
      );
      const [title] = find(tree, 'title').map(textOf);
      assert.ok(title?.startsWith(page.text.title));
      assert.equal(title === page.text.title, page.isNewest, 'an older edition’s title has its day');
      const [description] = find(tree, 'meta', (meta) => attribute(meta, 'name') === 'description').map((meta) =>
        attribute(meta, 'content'),
      );
      assert.ok(description && description.length <= 160);
    }
  });

  it('lead from an older edition to the newest', () => {
    const notices = (path: string): string[] =>
      find(readHtml(textAt(files, path)).tree, 'p', (p) => attribute(p, 'className') === 'notice').map(
        (p) =>
          `${textOf(p)} → ${find(p, 'a')
            .map((a) => resolve(path, attribute(a, 'href')))
            .join(' ')}`,
      );
    assert.deepEqual(notices('labs/2024-05-25/en.html'), [
      'Newer version: March 1, 2026. Available in: English Dansk → labs/en.html labs/da.html',
    ]);
    assert.deepEqual(notices('labs/nl.html'), [
      'Nieuwere versie: 1 maart 2026. Beschikbaar in: English Dansk → labs/en.html labs/da.html',
    ]);
    assert.deepEqual(notices('spaces/sv.html'), [
      'Om texterna skiljer sig åt gäller texten på detta språk: engelska. → ',
    ]);
    assert.deepEqual(notices('spaces/en.html'), []);
  });

  it('lead to the newest in the same language where the newest of all has another', async () => {
    const text = (title: string): Text => ({title, sections: []});
    const files = await prerender({
      ...bundle,
      languages: ['en', 'nl'],
      policies: [
        {
          id: 'labs',
          products: ['labs'],
          editions: [
            {id: '2022-01-01', effective: '2022-01-01', texts: {nl: text('Tweede')}},
            {id: '2020-01-01', effective: '2020-01-01', texts: {nl: text('Eerste')}},
            {id: '2024-01-01', effective: '2024-01-01', texts: {en: text('Third')}},
          ],
        },
      ],
    });
    const path = 'labs/2020-01-01/nl.html';
    assert.deepEqual(
      find(readHtml(textAt(files, path)).tree, 'p', (p) => attribute(p, 'className') === 'notice').flatMap((p) =>
        find(p, 'a').map((a) => resolve(path, attribute(a, 'href'))),
      ),
      ['labs/en.html', 'labs/nl.html'],
    );
  });

  it('list themselves, each once', () => {
    const {tree} = readHtml(textAt(files, 'index.html'));
    assert.deepEqual(
      find(tree, 'a')
        .map((a) => attribute(a, 'href'))
        .sort(),
      pages.map(({path}) => path).sort(),
    );
    assert.deepEqual(
      find(tree, 'a').map(textOf),
      pages.map(({text}) => text.title),
    );
  });

  it('describe themselves to machines', () => {
    const data = (path: string): Record<string, unknown> =>
      JSON.parse(textOf(find(readHtml(textAt(files, path)).tree, 'script')[0]!));
    const swedish = data('spaces/sv.html');
    assert.deepEqual(
      {...swedish, description: ''},
      {
        '@context': 'https://schema.org',
        '@type': ['WebPage', 'DigitalDocument'],
        '@id': `${base}spaces/sv.html`,
        name: 'Integritetspolicy för Harbourdesk Spaces',
        inLanguage: 'sv',
        url: `${base}spaces/sv.html`,
        description: '',
        datePublished: '2026-03-01',
        dateModified: '2026-03-01',
        publisher: {'@type': 'Organization', name: 'Harbourdesk A/S'},
        isPartOf: {'@type': 'CollectionPage', '@id': `${base}index.html`, name: 'Integritet hos Harbourdesk'},
        translationOfWork: {
          '@type': ['WebPage', 'DigitalDocument'],
          '@id': `${base}spaces/en.html`,
          name: 'Harbourdesk Spaces privacy policy',
          inLanguage: 'en',
        },
      },
    );
    const names = (work: unknown): unknown =>
      Array.isArray(work) ? work.map((one: {inLanguage?: string}) => one.inLanguage) : work;
    assert.deepEqual(names(data('spaces/en.html')['workTranslation']), ['sv', 'zh-Hant', 'ar']);
    assert.deepEqual(names(data('labs/da.html')['workTranslation']), ['en'], 'none prevails, so each translates each');
  });

  it('take nothing in a policy for markup', async () => {
    const bad = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;\u2028';
    const localized = {en: bad};
    const hostile: Bundle = {
      format: 'policy-bundle/1',
      title: localized,
      publisher: localized,
      languages: ['en'],
      audiences: [],
      vocabulary: [{id: 'v', kind: 'data', names: localized}],
      products: [{id: 'p', names: localized}],
      policies: [
        {
          id: 'p',
          products: ['p'],
          editions: [
            {
              id: '2026-01-01',
              effective: '2026-01-01',
              texts: {
                en: {
                  title: bad,
                  sections: [
                    {
                      id: 's',
                      heading: [bad],
                      blocks: [
                        {
                          type: 'list',
                          lead: [bad],
                          items: [
                            {
                              id: 'i',
                              terms: ['v'],
                              content: [{type: 'link', href: 'https://a.example/?"\'&<', content: [bad]}],
                            },
                          ],
                        },
                      ],
                    },
                  ],
                },
              },
            },
          ],
        },
      ],
    };
    const files = await prerender(hostile, {fragments: true});
    examine(hostile, files);
    for (const {file, text} of files) {
      if (!file.endsWith('.html')) continue;
      const {tree} = readHtml(text, file.includes('fragment'));
      assert.equal(find(tree, 'img').length, 0);
      assert.ok(find(tree, 'script').every((script) => attribute(script, 'type') === 'application/ld+json'));
      assert.ok(
        !/<\/script>[^\n]*alert|\u2028[^\n]*@context/.test(
          text.split('\n').find((line) => line.includes('ld+json')) ?? '',
        ),
      );
    }
    const data: {name?: unknown} = JSON.parse(textOf(find(readHtml(textAt(files, 'p/en.html')).tree, 'script')[0]!));
    assert.equal(data.name, bad);
  });

  it('keep line breaks without a style sheet, and no link in a link', async () => {
    const files = await prerender({
      ...bundle,
      policies: [
        {
          id: 'labs',
          products: ['labs'],
          editions: [
            {
              id: '2026-01-01',
              effective: '2026-01-01',
              texts: {
                en: {
                  title: 'T',
                  sections: [
                    {
                      id: 's',
                      blocks: [
                        {
                          type: 'paragraph',
                          id: 'p',
                          content: [
                            'Quay 4\nNordhavn ',
                            {
                              type: 'link',
                              href: 'https://a.example',
                              content: ['a ', {type: 'reference', to: 's', content: ['b']}],
                            },
                          ],
                        },
                      ],
                    },
                  ],
                },
              },
            },
          ],
        },
      ],
    });
    assert.match(
      textAt(files, 'labs/en.html'),
      /<p id="p" data-clause="p">Quay 4<br>Nordhavn <a href="https:\/\/a\.example">a b<\/a><\/p>/,
    );
  });

  it('say how long the sections of a long text are: the style sheet leaves alone what is out of sight', async () => {
    const textWith = (sections: number, sentence: string): Bundle => ({
      ...bundle,
      policies: [
        {
          id: 'labs',
          products: ['labs'],
          editions: [
            {
              id: '2026-01-01',
              effective: '2026-01-01',
              texts: {
                en: {
                  title: 'T',
                  sections: Array.from({length: sections}, (_, s) => ({
                    id: `s${s}`,
                    heading: ['S'],
                    blocks: Array.from({length: s === 0 ? 100 : 5}, (_, p): Block => ({
                      type: 'paragraph',
                      id: `s${s}.p${p}`,
                      content: [sentence],
                    })),
                  })),
                },
              },
            },
          ],
        },
      ],
    });
    const sizesOf = async (built: Bundle): Promise<string[]> => {
      const files = await prerender(built, {base, fragments: true});
      examine(built, files);
      assert.doesNotMatch(textAt(files, 'labs/en.fragment.html'), /data-lines/);
      return [...textAt(files, 'labs/en.html').matchAll(/data-lines="(\d+)"/g)].map(([, size = '']) => size);
    };
    assert.deepEqual(await sizesOf(textWith(40, 'A word.')), [], 'a short text has none: 295 clauses');
    assert.deepEqual(await sizesOf(textWith(42, 'A word.')), ['144', ...Array.from({length: 41}, () => '12')]);
    const [, chinese] = await sizesOf(textWith(42, '我們使用您的資料。'.repeat(20)));
    assert.equal(chinese, '30');
    const styles = textAt(files, 'policy.css');
    for (const size of sizes) assert.ok(styles.includes(`[data-lines="${size}"] { --_lines: ${size}; }`));
    assert.match(
      styles,
      /@media print \{\n {2}body:not\(:has\(:target\)\) \[data-lines\] \{\n {4}content-visibility: visible;/,
    );
  });

  it('lead past their lists of links, which nest as the headings do', () => {
    const page = textAt(files, 'spaces/en.html');
    const {tree} = readHtml(page);
    const [skip] = find(tree, 'a');
    assert.equal(textOf(skip!), 'Skip to the text');
    const target = [...elementsIn(tree)].find(
      ({properties}) => `#${String(properties['id'])}` === attribute(skip, 'href'),
    );
    assert.equal(attribute(target, 'className'), 'text');
    assert.match(page, /<li><a href="#how-we-use">[^<]*<\/a><ol role="list">\n<li><a href="#members-clients">/);
  });

  it('have the ids of sections and clauses, whom they are for, and their labels', () => {
    const html = textAt(files, 'spaces/en.html');
    assert.ok(['visitors', 'vi-payment', 'preamble.p1'].every((id) => ids(html).includes(id)));
    assert.match(
      html,
      /<section id="visitors" data-for="daypass-client visitor guest end-user">\n<h3>Day Pass customers/,
    );
    assert.match(
      html,
      joined(
        /<li id="vi-payment" data-clause="vi-payment"><div class="label"><p>Data: Payment details<\/p>/,
        /<p>Why we may: perform our contract<\/p><\/div><div>Payment details, to take/,
      ),
    );
  });
});

describe('the description of a text', () => {
  const text = (...paragraphs: readonly string[]): Text => ({
    title: 'T',
    sections: [
      {id: 's', blocks: paragraphs.map((content, i) => ({type: 'paragraph', id: `p${i}`, content: [content]}))},
    ],
  });
  const long = 'Harbourdesk turns disused harbour buildings into places to work. '.repeat(4).trim();
  const cases: readonly [text: Text, language: string, expected: string][] = [
    [text('We keep little.', 'And more.'), 'en', 'We keep little.'],
    [text('Effective date: 1 March 2026', 'We keep\n little.'), 'en', 'We keep little.'],
    [text('Effective date: 1 March 2026'), 'en', 'Effective date: 1 March 2026'],
    [text(), 'en', ''],
    [text(long), 'en', `${long.slice(0, 155)}…`],
    [text('x'.repeat(200)), 'x-unknown', `${'x'.repeat(159)}…`],
  ];
  for (const [given, language, expected] of cases) {
    const words = given.sections[0]?.blocks.flatMap((block) => ('content' in block ? block.content : []));
    it(
      `of ${JSON.stringify(words).slice(0, 60)} ` +
        `is “${expected.slice(0, 40)}” (${expected.length} characters, ${language})`,
      () => {
        assert.equal(describeText(given, language), expected);
        assert.ok(expected.length <= 160);
      },
    );
  }

  it('is cut between words of a language without spaces', () => {
    const chinese = '我們會記錄您抵達與離開的時間以便在發生火災時知道誰在建築物內並讓接待您的人到門口迎接您'.repeat(5);
    const description = describeText(text(`${chinese}。`), 'zh-Hant');
    assert.ok(description.endsWith('…') && description.length <= 160 && description.length > 150);
    const ends = [...new Intl.Segmenter('zh-Hant', {granularity: 'word'}).segment(chinese)].map(({index}) => index);
    assert.ok(ends.includes(description.length - 1));
  });
});
