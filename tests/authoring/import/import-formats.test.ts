/* eslint-disable max-lines -- each quirk is a few lines of the text that has it */
/** Markdown and HTML as found in the wild: each quirk comes through, or is said with its place. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readHtml} from '../../../src/authoring/read/read-html.js';
import {importOne} from './import-one.js';

describe('Markdown in the wild', () => {
  const cases: Readonly<Record<string, readonly [string, string, (readonly RegExp[])?]>> = {
    'setext headings': ['Quay\n====\n\nThe text.\n\nPart\n----\n\nMore.', 'The text.\n\n## Part {#section-1}\n\nMore.'],
    'a raw HTML table': [
      '# Quay\n\n<table>\n<tr><th>Data</th><th>Kept</th></tr>\n<tr><td>Name</td><td><b>a year</b></td></tr>\n</table>',
      '| Data | Kept       |\n| ---- | ---------- |\n| Name | **a year** |',
    ],
    'raw HTML within lines': [
      '# Quay\n\nWe <em>really</em> mean<br>it, <b>you</b> see.',
      'We _really_ mean\\\nit, **you** see.',
    ],
    'raw HTML blocks with Markdown in them': ['# Quay\n\n<div class="note">\n\nA *note*.\n\n</div>', 'A _note_.'],
    '<a id> before a heading, and a link to it': [
      '# Quay\n\nSee [there](#cookies).\n\n<a id="cookies"></a>\n\n## What we bake\n\nText.',
      'See [there](#cookies).\n\n## What we bake {#cookies}\n\nText.',
    ],
    'a link to a heading’s own name': [
      '# Quay\n\nSee [below](#what-we-bake).\n\n## What we bake!\n\nText.',
      'See [below](#what-we-bake).\n\n## What we bake! {#what-we-bake}\n\nText.',
    ],
    'a link that leads nowhere': [
      '# Quay\n\nSee [below](#gone).',
      'See below.',
      [/^3: The link “below” leads to “#gone”/],
    ],
    'reference links': [
      '# Quay\n\nSee [our terms][t] and [t].\n\n[t]: https://quay.example/terms',
      'See [our terms](https://quay.example/terms) and [t](https://quay.example/terms).',
    ],
    'an address that no link uses': [
      '# Quay\n\nText.\n\n[t]: https://quay.example/terms',
      'Text.',
      [/^5: No link uses the address “\[t\]: https:\/\/quay\.example\/terms”/],
    ],
    'nested and ordered lists': [
      '# Quay\n\n4. four\n   * inner\n     1. deep\n5. five\n\n   and more',
      '4. four {#preamble-1}\n   - inner {#preamble-2}\n     1. deep {#preamble-3}\n5. ' +
        'five {#preamble-4}\n\n   and more',
    ],
    notes: [
      '# Quay\n\nText[^a] and more[^b].\n\n[^a]: The *first*.\n[^b]: The second.\n\n## Last\n\nEnd.',
      'Text[\\[1\\]](#fn-a) and more[\\[2\\]](#fn-b).\n\n## Last {#section-1}\n\nEnd.\n\n---\n\n1. ' +
        'The _first_. {#fn-a}\n2. The second. {#fn-b}',
    ],
    'a note that nobody calls': [
      '# Quay\n\nText.\n\n[^a]: The note.',
      'Text.\n\n\\[^a]: The note.',
      [/^5: This note stands there twice, is called nowhere/],
    ],
    'task lists': ['# Quay\n\n- [x] done\n- [ ] open', '- \\[x] done {#preamble-1}\n- \\[ ] open {#preamble-2}'],
    'quotations, code and breaks': [
      '# Quay\n\n> said *so*\n\n`a_b` one  \ntwo\n\n    let x;',
      '> said _so_\n\n`a_b` one\\\ntwo\n\n```\nlet x;\n```',
    ],
    'struck-out words': [
      '# Quay\n\nWe ~~never~~ sell.',
      'We never sell.',
      [/^3: Struck-out words were kept like any others: “never”/],
    ],
    pictures: [
      '# Quay\n\n![a map](map.png)',
      'a map',
      [/^3: A policy holds no pictures: only the picture’s description was kept, “a map”/],
    ],
    'a comment': ['# Quay\n\n<!-- for us only -->\n\nText.', 'Text.', [/^3: A comment was left out: “for us only”/]],
    'a script': [
      '# Quay\n\n<script>alert("no")</script>\n\nText.',
      'Text.',
      [/^3: A script was left out; none was run/],
    ],
    'HTML that nobody closed': ['# Quay\n\nText <!-- and\n\nmore.', 'Text \\<!-- and\n\nmore.'],
    'an unclosed tag that would swallow the rest': [
      '# Quay\n\nText <textarea> and\n\nmore.',
      'Text \\<textarea> and\n\nmore.',
      [/^3: “<textarea” is not closed in its place/],
    ],
    'words of another address': [
      '# Quay\n\n[a](javascript:alert(1)) [b](data:text/html,x) [c](http://q.example) [d](terms.html)',
      'a b c d',
      [/javascript:alert\(1\)/, /data:/, /http:\/\/q\.example/, /terms\.html/],
    ],
  };
  for (const [what, [source, markdown, doubts = []]] of Object.entries(cases)) {
    it(`has ${what}`, () => {
      const found = importOne('a.md', source);
      assert.equal(found.markdown, markdown);
      for (const pattern of doubts)
        assert.ok(
          found.doubts.some((doubt) => pattern.test(doubt)),
          `${String(pattern)} is not among\n${found.doubts.join('\n')}`,
        );
      if (doubts.length === 0) assert.deepEqual(found.doubts, []);
    });
  }

  it('takes from front matter what it knows, and says what it does not', () => {
    const {title, language, effective, doubts} = importOne(
      'a.md',
      '---\ntitle: Quay terms\nlang: nb\ndate: 2023-02-01\nlayout: page\ntags: [a, b]\n---\nTeksten.',
      {},
    );
    assert.deepEqual([title, language, effective], ['Quay terms', 'nb', '2023-02-01']);
    assert.match(doubts.join('\n'), /1: A policy has no place for what the front matter says under “layout”, “tags”/);
  });

  for (const [opening, closing] of [
    ['---js', '---'],
    ['+++', '+++'],
    ['---json', '---'],
  ] as const) {
    it(`never reads or runs front matter in ${opening}`, () => {
      const {markdown, doubts} = importOne('a.md', `${opening}\n{title: process.exit(7)}\n${closing}\n# Quay\n\nText.`);
      assert.equal(markdown, 'Text.');
      assert.match(
        doubts.join('\n'),
        /^1: The lines between .* are not YAML, so they were left out; nothing in them was run/,
      );
    });
  }

  it('keeps a text that begins with a line across', () => {
    assert.equal(importOne('a.md', '---\n\nOne.\n\n---\n\nTwo.\n\n# Quay').markdown.includes('One.'), true);
  });
});

const page = (main: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Quay terms | Quay Ltd</title>${head}</head><body>${main}</body></html>`;

describe('HTML pages', () => {
  const cases: Readonly<Record<string, readonly [string, string, (readonly RegExp[])?]>> = {
    'only the main part': [
      '<header>Home</header><nav>Menu</nav><main><h1>Quay</h1><p>Text.</p></main><footer>© Quay</footer>',
      'Text.',
      [
        /^1: The page’s header was left out: “Home”/,
        /^1: Navigation was left out: “Menu”/,
        /^1: The page’s footer was left out: “© Quay”/,
      ],
    ],
    'no scripts, and no handlers': [
      '<h1>Quay</h1><script>alert(1)</script><p ' +
        'onclick="alert(2)">Text.</p><style>p{}</style><template><p>x</p></template>',
      'Text.',
      [/^1: A script was left out; none was run/, /event handler was left out/],
    ],
    'what it hides, said': [
      '<h1>Quay</h1><p>Text<span hidden>one</span><span style="display: none">two</span>.</p>',
      'Text.',
      [/What the page hides was left out: “one”/, /“two”/],
    ],
    'spans of cells, said': [
      '<h1>Quay</h1><table><tr><th>A<th colspan=2>B<tr><td rowspan=2>1<td>2<td>3<tr><td>4<td>5</table>',
      '| A | B |   |\n| - | - | - |\n| 1 | 2 | 3 |\n|   | 4 | 5 |',
      [/A cell of this table \(“B”\) spans several/, /A cell of this table \(“1”\) spans several/],
    ],
    'a table that is a frame': [
      '<h1>Quay</h1><table><tr><td><p>One.</p><ul><li>two</ul></table>',
      'One.\n\n- two {#preamble-1}',
    ],
    'a caption, lists in cells': [
      '<h1>Quay</h1><table><caption>What we keep</caption><tr><th>A<th>B<tr><td><ul><li>x<li>y</ul><td>z</table>',
      'What we keep\n\n| A          | B |\n| ---------- | - |\n| • x<br>• y | z |',
      [/^1: A list stands in a cell of this table/],
    ],
    'lines in cells': [
      '<h1>Quay</h1><table><tr><th>A<th>B<tr><td><p>One</p><p>two.</p><td>three<br><b>four<br>five</b><tr><td><ol ' +
        'start=3><li>x<ol type=a><li>y</ol></ol><td><table><tr><td>p<td>q<tr><td>r<td>s</table></table>',
      '| A            | B                         |\n| ------------ | ------------------------- |\n| ' +
        'One<br>two.  | three<br>**four<br>five** |\n| 3. x<br>a. y | p q<br>r s                |',
      [/^1: A list stands in a cell/, /^1: A table stands in a cell/],
    ],
    'lists of terms': [
      '<h1>Quay</h1><dl><dt>Berth<dd>A place.<dt>Boat<dd>A <i>thing</i>.</dl>',
      '- **Berth** {#preamble-1}\n\n  A place.\n- **Boat** {#preamble-2}\n\n  A _thing_.',
    ],
    'letters and Roman numerals before items': [
      '<h1>Quay</h1><ol type=a><li>one<li>two</ol><ol style="list-style-type: lower-roman" start=4><li>four</ol>',
      '- a. one {#preamble-1}\n- b. two {#preamble-2}\n\n* iv. four {#preamble-3}',
      [/marked with letters or Roman numerals/],
    ],
    'numbers that go on': [
      '<h1>Quay</h1><ol start=3><li>three<li value=7>seven</ol>',
      '3. three {#preamble-1}\n\n7) seven {#preamble-2}',
    ],
    'lists beside items, as browsers allow': [
      '<h1>Quay</h1><ul><li>one<ul><li>two</ul><ul><li>three</ul></ul>',
      '- one {#preamble-1}\n  - two {#preamble-2}\n  * three {#preamble-3}',
    ],
    'anchors as ids': [
      '<h1>Quay</h1><p><a href="#B2">there</a> <a href="#n">note</a></p><a ' +
        'name="B2"></a><h2>Bees</h2><ul><li id="n">one</ul>',
      '[there](#b2) [note](#n)\n\n## Bees {#b2}\n\n- one {#n}',
    ],
    'breaks, and two that part paragraphs': ['<h1>Quay</h1><div>one<br>two<br><br>three</div>', 'one\\\ntwo\n\nthree'],
    'space as a browser shows it': [
      '<h1>Quay</h1><p>  <b>one </b>two\n   three&nbsp;four <i> five</i>six</p>',
      '**one** two three\u00a0four _fiv&#x65;_&#x73;ix',
    ],
    'raised numbers, which it says, and calls of notes': [
      '<h1>Quay</h1><p>10<sup>6</sup> m<sup>2</sup>, the 1<sup>st</sup>, a call<sup><a ' +
        'href="#fn1">1</a></sup>.</p><ol><li id="fn1">A note.</ol>',
      '106 m2, the 1st, a call[\\[1\\]](#fn1).\n\n1. A note. {#fn1}',
      [/^1: “6” is raised in the file/, /^1: “2” is raised/, /^1: Raised and lowered letters/],
    ],
    'entities and quotes': [
      '<h1>Quay</h1><p>&lt;b&gt; &amp; <q>said</q> &copy; 1 &lt; 2</p>',
      '\\<b> & “said” © 1 < 2',
    ],
    'addresses relative to the page': [
      '<h1>Quay</h1><p><a href="/terms">terms</a> <a href="javascript:x()">no</a></p>',
      '[terms](https://quay.example/terms) no',
      [/“javascript:x\(\)” is neither/],
    ],
    'bare addresses as links': [
      '<h1>Quay</h1><p>Write to a_b@quay.example or <b>https://quay.example/a_b</b>, not <a ' +
        'href="https://quay.example/">c@quay.example</a>.</p>',
      'Write to <a_b@quay.example> or **<https://quay.example/a_b>**, not [c@quay.example](https://quay.example/).',
    ],
    'folded parts': [
      '<h1>Quay</h1><details><summary>More</summary><p>Text.</p></details>',
      '## More {#section-1}\n\nText.',
      [/its bold lines were taken/],
    ],
    'bold lines for headings, where there are no others': [
      '<h1>Quay</h1><p><b>What we know</b></p><p>Text.</p>',
      '## What we know {#section-1}\n\nText.',
      [/its bold lines were taken for those: “What we know”/],
    ],
    'pictures by their words': [
      '<h1>Quay</h1><p>One <img src=x alt="a boat" onerror="alert(1)"> two</p>',
      'One a boat two',
      [/description was kept, “a boat”/],
    ],
  };
  for (const [what, [source, markdown, doubts = []]] of Object.entries(cases)) {
    it(`has ${what}`, () => {
      const found = importOne('a.html', page(source, '<link rel="canonical" href="https://quay.example/legal/">'));
      assert.equal(found.markdown, markdown);
      for (const pattern of doubts)
        assert.ok(
          found.doubts.some((doubt) => pattern.test(doubt)),
          `${String(pattern)} is not among\n${found.doubts.join('\n')}`,
        );
      if (doubts.length === 0) assert.deepEqual(found.doubts, []);
    });
  }

  it('says its language, day and title itself', () => {
    const {title, language, effective} = importOne(
      'a.html',
      '<html lang="nb"><title>Kai – Vilkår | Kai AS</title><meta name="effective" ' +
        'content="2021-04-05"><p>Teksten står her.',
      {},
    );
    assert.deepEqual([title, language, effective], ['Kai – Vilkår', 'nb', '2021-04-05']);
  });

  it('says another day only with a doubt', () => {
    const {effective, doubts} = importOne(
      'a.html',
      '<html lang=en><title>Quay</title><meta property="article:modified_time" ' +
        'content="2021-04-05T10:00:00Z"><p>The text.',
      {},
    );
    assert.equal(effective, '2021-04-05');
    assert.match(
      doubts.join('\n'),
      /The text names no day of effect; 2021-04-05 is the page’s “article:modified_time”/,
    );
  });

  const letters = '<h1>Vilkår</h1><p>Blåbær på kaia.</p>';
  for (const [encoding, bytes] of [
    ['UTF-8 that says nothing', Buffer.from(letters)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${letters}`)],
    ['UTF-16', Buffer.from(`\ufeff${letters}`, 'utf16le')],
    ['Latin-1 that says so', Buffer.from(`<meta charset="iso-8859-1">${letters}`, 'latin1')],
    [
      'Latin-1 that says so as it was done before',
      Buffer.from(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">${letters}`, 'latin1'),
    ],
    ['Latin-1 that says nothing', Buffer.from(letters, 'latin1')],
  ] as const) {
    it(`is read in ${encoding}`, () => {
      const {title, markdown} = importOne('a.html', bytes, {language: 'nb', effective: '2024-05-31'});
      assert.deepEqual([title, markdown], ['Vilkår', 'Blåbær på kaia.']);
    });
  }

  it('without text is refused', () => {
    const found = readHtml('a.html', Buffer.from('<body><div id="root"></div><script>render()</script>'));
    assert.match(
      found.ok ? '' : (found.issues[0]?.message ?? ''),
      /^There is no text in this page without its scripts\./,
    );
  });
});
