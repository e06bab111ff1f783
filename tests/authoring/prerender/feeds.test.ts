/** Feeds of editions, read back by parsers: only those whose day is known, each under an id that stays. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DOMParser} from '@xmldom/xmldom';
import type {Bundle, Edition} from '../../../src/policy/bundle.js';
import {prerender} from './prerender-all.js';

const base = 'https://example.org/policies/';
const text = (title: string) => ({
  title,
  sections: [{id: 's1', blocks: [{type: 'paragraph', id: 'p1', content: ['We keep little.']} as const]}],
});
const bundleWith = (...editions: Edition[]): Bundle => ({
  format: 'policy-bundle/1',
  title: {en: 'Harbour & <quay>', sv: 'Hamnen'},
  languages: ['en', 'sv', 'ar'],
  audiences: [],
  products: [{id: 'quay', names: {en: 'Quay'}}],
  vocabulary: [],
  policies: [{id: 'quay', products: ['quay'], editions}],
});
const bundle = bundleWith(
  {id: '2024-03-01', effective: '2024-03-01', texts: {en: text('Berths & boats'), sv: text('Platser')}},
  {id: '2026-03-01', effective: '2026-03-01', texts: {en: text('Berths \u0001')}},
  {id: 'undated', texts: {en: text('Long ago'), ar: text('قديم')}},
);

const filesFrom = async (made: Bundle, address: string | undefined = base): Promise<ReadonlyMap<string, string>> =>
  new Map((await prerender(made, {base: address})).map((file) => [file.file, file.text]));

const readAtom = (xml = ''): {feed: Map<string, string>; entries: Map<string, string>[]} => {
  const document = new DOMParser({
    onError(level: string, message: string) {
      throw new Error(`${level}: ${message}`);
    },
  } as never).parseFromString(xml, 'text/xml');
  const fields = (element: Element): Map<string, string> =>
    new Map(
      Array.from(element.childNodes)
        .filter((node): node is Element => node.nodeType === 1)
        .map((node) => [
          node.tagName === 'link' ? `link ${node.getAttribute('rel')}` : node.tagName,
          node.getAttribute('href') || (node.textContent ?? ''),
        ]),
    );
  const root = document.documentElement as unknown as Element;
  assert.equal(root.getAttribute('xmlns'), 'http://www.w3.org/2005/Atom');
  return {
    feed: fields(root),
    entries: Array.from(root.getElementsByTagName('entry')).map(fields),
  };
};

describe('feeds', () => {
  it('are there for each language with an edition whose day is known, with an address alone', async () => {
    const names = [...(await filesFrom(bundle)).keys()].filter((name) => name.startsWith('feeds/'));
    assert.deepEqual(names, ['feeds/en.xml', 'feeds/en.json', 'feeds/sv.xml', 'feeds/sv.json']);
    const without = (await prerender(bundle)).filter(({file, text}) => /^feeds|application\/atom/.test(file + text));
    assert.deepEqual(without, []);
  });

  it('name as Atom each edition with its day, the newest first, and what a feed must have', async () => {
    const {feed, entries} = readAtom((await filesFrom(bundle)).get('feeds/en.xml'));
    assert.equal(feed.get('id'), `${base}feeds/en.xml`);
    assert.equal(feed.get('title'), 'Harbour & <quay>');
    assert.equal(feed.get('updated'), '2026-03-01T00:00:00Z');
    assert.equal(feed.get('link self'), `${base}feeds/en.xml`);
    assert.deepEqual(
      entries.map((entry) => ['id', 'link alternate', 'title', 'updated'].map((name) => entry.get(name))),
      [
        [
          `${base}quay/2026-03-01/en.html`,
          `${base}quay/en.html`,
          'Berths \ufffd · March 1, 2026',
          '2026-03-01T00:00:00Z',
        ],
        [
          `${base}quay/2024-03-01/en.html`,
          `${base}quay/2024-03-01/en.html`,
          'Berths & boats · March 1, 2024',
          '2024-03-01T00:00:00Z',
        ],
      ],
    );
  });

  it('say the same as JSON Feed', async () => {
    const feed = JSON.parse((await filesFrom(bundle)).get('feeds/sv.json') ?? '') as {items: {id: string}[]};
    assert.deepEqual(feed, {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Hamnen',
      home_page_url: `${base}index.html`,
      feed_url: `${base}feeds/sv.json`,
      language: 'sv',
      items: [
        {
          id: `${base}quay/2024-03-01/sv.html`,
          url: `${base}quay/sv.html`,
          title: 'Platser · 1 mars 2024',
          content_text: feed.items[0] && (feed.items[0] as {content_text?: string}).content_text,
          date_published: '2024-03-01T00:00:00Z',
        },
      ],
    });
    assert.match((feed.items[0] as {content_text?: string}).content_text ?? '', /1 mars 2024/);
  });

  it('keep an entry’s id when a newer edition comes, and lead to where it then stands', async () => {
    const [first] = bundle.policies[0]?.editions ?? [];
    assert.ok(first);
    const before = readAtom((await filesFrom(bundleWith(first))).get('feeds/en.xml')).entries[0];
    const after = readAtom((await filesFrom(bundle)).get('feeds/en.xml')).entries[1];
    assert.equal(before?.get('id'), after?.get('id'));
    assert.notEqual(before?.get('link alternate'), after?.get('link alternate'));
  });

  it('are named in the head of the pages of their language, and of no other', async () => {
    const files = await filesFrom(bundle);
    const found = (name: string): string[] =>
      [...(files.get(name) ?? '').matchAll(/<link rel="alternate" type="([^"]+)".*? href="([^"]+)"/g)].map(
        ([, type, href]) => `${type} ${href}`,
      );
    assert.deepEqual(found('quay/sv.html'), [
      'application/atom+xml ../feeds/sv.xml',
      'application/feed+json ../feeds/sv.json',
    ]);
    assert.deepEqual(found('quay/ar.html'), []);
    assert.equal(found('index.html').length, 2);
  });
});
