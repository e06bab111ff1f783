/** Pages as programs and site makers write them, in words of our own: each comes through as somebody reads it. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {importOne} from './import-one.js';

const nbsp = '&nbsp;&nbsp; ';
const wordItem = (mark: string, text: string, more = ''): string =>
  `<p class=MsoListParagraphCxSpMiddle style='${more}text-indent:-18.0pt'><span ` +
  `lang=EN-GB>${mark}<span style='font:7.0pt "Times New Roman"'>${nbsp}</span></span>${text}</p>`;
const inner = 'margin-left:72.0pt;';

/** The page, the Markdown below its title, and what is said of it. */
const cases: Readonly<Record<string, readonly [string, string, (readonly RegExp[])?]>> = {
  'Word: lists that are paragraphs, a title, notes, contents, numbers before headings': [
    `<p class=MsoTitle>Quay notice</p>
<p class=MsoToc1><a href="#_Toc1">1 Who we are 1</a></p><p class=MsoToc1><a href="#_Toc2">2 What we use 2</a></p>
<h1><a name="_Toc1"></a>1<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span>Who we are</h1>
<p class=MsoNormal>Quay Ltd<a href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span>\
</a>. See <a href="#_Toc2">2</a>.<o:p></o:p></p>
<h1><a name="_Toc2"></a>2 What we use</h1>\
${wordItem('·', 'your name;')}${wordItem('·', 'your boat:')}${wordItem('o', 'its flag.', inner)}
<p class=MsoNormal>Why:</p>${wordItem('3.', 'law')}${wordItem('(a)', 'of ports', inner)}${wordItem('4.', 'contract')}
<div><br clear=all><hr align=left size=1 width="33%"><div id=ftn1><p class=MsoFootnoteText>\
<a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> Of Bergen.</p></div></div>`,
    `## 1 Who we are {#section-1}

Quay Ltd[\\[1\\]](#note-1). See [2](#section-2).

## 2 What we use {#section-2}

- your name; {#section-2-1}
- your boat: {#section-2-2}
  - its flag. {#section-2-3}

Why:

3. law {#section-2-4}
   - (a) of ports {#section-2-5}
4. contract {#section-2-6}

---

1. Of Bergen. {#note-1}`,
    [/^2: The table of contents was left out: “1 Who we are 1 2 What we use 2”/],
  ],
  'LibreOffice: header and footer, glued numbers, notes of two kinds, of several paragraphs': [
    `<title>Quay notice</title><body><div title="header"><p>Draft</p></div><p>Quay
notice</p><div id="Table of Contents1" dir="ltr"><p>Contents</p><p>1. Who</p></div><h1>1.Who we are</h1>
<p>We<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup>\
</a> and you<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a>.</p>\
<h2>1.1Of boats</h2><p>Text.</p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>One.</p>\
<p>More.</p></div>
<div id="sdendnote1"><p><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a>Two.</p></div>\
<div title="footer"><p>Page <sdfield type=PAGE>2</sdfield></p></div>`,
    `## 1. Who we are {#section-1}

We[\\[1\\]](#note-1) and you[\\[2\\]](#note-2).

### 1.1 Of boats {#section-2}

Text.

---

1. One. {#note-1}

   More.
2. Two. {#note-2}`,
    [
      /The pages’ header was left out: “Draft”/,
      /The table of contents was left out/,
      /The pages’ footer was left out: “Page 2”/,
    ],
  ],
  'Google Docs: lists in lists that are lists beside them, links through Google, notes': [
    `<p class="c4 title" id="h.aaaaaaaaaaa1"><span>Quay notice</span></p>
<p><span>See </span><a href="https://www.google.com/url?q=https://quay.example/a%3Fb&amp;sa=D&amp;ust=1">here</a>\
<span> and </span><a href="#h.ccccccccccc3">fees</a><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span>:</span></p>
<ul class="c5 lst-kix_l-0 start"><li><span>one</span></li></ul><ul class="lst-kix_l-1 start"><li>nested</li></ul>\
<ul class="lst-kix_l-0"><li>two</li></ul>
<h2 id="h.ccccccccccc3"><span>Fees</span></h2><ol class="lst-kix_z-0 start" start="1"><li>first</li></ol>\
<p>between</p><ol class="lst-kix_z-0" start="2"><li>second</li></ol><hr><div><p>\
<a href="#ftnt_ref1" id="ftnt1">[1]</a><span> A note.</span></p></div>`,
    `See [here](https://quay.example/a?b) and [fees](#section-1)[\\[1\\]](#note-1):

- one {#preamble-1}
  - nested {#preamble-2}
- two {#preamble-3}

## Fees {#section-1}

1. first {#section-1-1}

between

2. second {#section-1-2}

---

1. A note. {#note-1}`,
    [],
  ],
  'WordPress: a banner, contents, breaks for paragraphs, lettered lists, folded terms': [
    `<div role="dialog"><p>We use cookies.</p><button>OK</button></div><div class="post has-toc"><h1>Quay notice</h1>
<div id="ez-toc-container" class="ez-toc-v2"><p class="ez-toc-title">On this page</p><ul><li>\
<a href="#who">Who we are</a></li><li><a href="#what">What</a></li><li><a href="#how">How long</a></li></ul></div>
<h2 id="who">Who we are</h2>We are Quay.<br><br>We answer.<br />Always.<p>&nbsp;</p>
<ol type="a"><li>name<ol type="i"><li>first</li></ol></li><li>boat</li></ol><ol start="4"><li>four</li></ol><details>\
<summary>Cookies</summary><dl><dt>qid</dt><dd>Knows you.</dd></dl></details></div>`,
    `## Who we are {#who}

We are Quay.

We answer.\\
Always.

- a. name {#who-1}
  - i. first {#who-2}
- b. boat {#who-3}

4. four {#who-4}

**Cookies**

- **qid** {#who-5}

  Knows you.`,
    [
      /A dialog was left out: “We use cookies\. OK”/,
      /The table of contents was left out: “On this page Who we are What How long”/,
      /marked with letters/,
    ],
  ],
  'generators: elements that no browser knows, contents of links alone': [
    `<div><span><h1>Quay notice</h1></span></div><div>This notice of <bdt class="question">Quay Ltd</bdt> says <bdt>\
</bdt>how.</div><div><br></div>
<div id="toc"><strong><h2>TABLE OF CONTENTS</h2></strong></div><div><a href="#a"><span>1. WHAT WE USE</span></a></div>\
<div><a href="#b">2. WHY</a></div><div><a href="#c">3. FOR HOW LONG</a></div><div><br></div>
<div id="a"><strong><h2>1. WHAT WE USE</h2></strong></div><div>All of it, see <a href="#b">below</a>.</div>\
<div id="b"><h2>2. WHY</h2></div><div>To call you.</div>`,
    `This notice of Quay Ltd says how.

## 1. WHAT WE USE {#a}

All of it, see [below](#b).

## 2. WHY {#b}

To call you.`,
    [/The table of contents was left out: “TABLE OF CONTENTS 1\. WHAT WE USE/],
  ],
  'tables for columns of a page, bold lines above breaks': [
    '<h1>Quay notice</h1><table><tr><td>Home</td><td><p><b>Use</b><br>You may.<br><br>You may ' +
      'not.</p><p><u><b>Contact</b></u></p><p>Write.</p></td></tr></table>',
    'Home\n\n## Use {#section-1}\n\nYou may.\n\nYou may not.\n\n## Contact {#section-2}\n\nWrite.',
    [/its bold lines were taken/],
  ],
  'a list of links out of the page, or of two into it, which are no contents': [
    '<h1>Quay notice</h1><ul><li><a href="#a">Part one</a></li><li><a href="#b">Part ' +
      'two</a></li></ul><ul><li><a href="https://a.example/">one</a></li><li><a ' +
      'href="https://b.example/">two</a></li><li><a href="https://c.example/">three</a></li></ul><h2 ' +
      'id=a>A</h2><p>a</p><h2 id=b>B</h2><p>b</p>',
    '- [Part one](#a) {#preamble-1}\n- [Part two](#b) {#preamble-2}\n\n* [one](https://a.example/) ' +
      '{#preamble-3}\n* [two](https://b.example/) {#preamble-4}\n* [three](https://c.example/) ' +
      '{#preamble-5}\n\n## A {#a}\n\na\n\n## B {#b}\n\nb',
  ],
};

describe('pages as programs write them', () => {
  for (const [what, [source, markdown, doubts = []]] of Object.entries(cases)) {
    it(what, () => {
      const found = importOne('a.html', source);
      assert.equal(found.title, 'Quay notice');
      assert.equal(found.markdown, markdown);
      for (const pattern of doubts)
        assert.ok(
          found.doubts.some((doubt) => pattern.test(doubt)),
          `${String(pattern)} is not among\n${found.doubts.join('\n')}`,
        );
      if (doubts.length === 0) assert.deepEqual(found.doubts, []);
    });
  }
});
