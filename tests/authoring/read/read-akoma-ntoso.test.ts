/** Akoma Ntoso: numbers, eIds, language and days are what the file says. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readDocument} from '../../../src/authoring/read/read-document.js';
import {lookAt} from '../../../src/authoring/recognise/recognise-text.js';
import {importLook} from '../import/import-one.js';

const meta = `<meta><identification source="#quay">
  <FRBRWork><FRBRthis value="/akn/xx/act/2024/quay/!main"/><FRBRalias value="Quay rules"/></FRBRWork>
  <FRBRExpression><FRBRdate date="2024-03-01" name="entry-into-force"/><FRBRlanguage language="nob"/></FRBRExpression>
</identification></meta>`;
const preface = '<preface><longTitle><p>Regler for <docTitle>Tidebook brygge</docTitle></p></longTitle></preface>';
const body = `<body><chapter eId="chp_1"><num>Kapittel 1</num><heading>Båter</heading>
  <article eId="art_1"><num>§ 1</num><heading>Fortøyning</heading>
    <paragraph eId="art_1__para_1"><num>(1)</num><content><p>Alle båter skal ha fire tau.</p></content></paragraph>
    <paragraph eId="art_1__para_2"><num>(2)</num><list><intro><p>Et tau er</p></intro>
      <point eId="p_a"><num>a)</num><content><p>langt, og</p></content></point>
      <point eId="p_b"><num>b)</num><content><p>tykt, som <ref href="#art_2">§ 2</ref> sier.</p></content></point>
    </list></paragraph>
  </article>
  <article eId="art_2"><num>§ 2</num><heading>Tau</heading>
    <paragraph><content><p>Kjøpes i <b>butikken</b><del>, ikke på kaia</del>.</p>
      <table><tr><th><p>Tau</p></th><th><p>Pris</p></th></tr><tr><td><p>Langt</p></td><td><p>12</p></td></tr></table>
    </content></paragraph>
  </article>
</chapter></body>`;

const law = (inner: string, prefix = ''): string =>
  `<?xml version="1.0"?>\n<${prefix}akomaNtoso xmlns${prefix === '' ? '' : ':akn'}=` +
  `"http://docs.oasis-open.org/legaldocml/ns/akn/3.0">${inner}</${prefix}akomaNtoso>`;

async function importLaw(xml: string): Promise<{markdown: string; language: string; day: string; doubts: string}> {
  const document = await readDocument('quay.akn', Buffer.from(xml));
  assert.ok(document.ok, document.ok ? '' : document.issues[0]?.message);
  const look = lookAt('quay.akn', document.value, {});
  assert.ok(look.ok);
  const imported = importLook(look.value);
  if (!imported.ok) assert.fail(imported.issues.map(({message}) => message).join('\n'));
  const {markdown, planned, notes} = imported.value;
  return {
    markdown,
    language: planned.recognised.language.value,
    day: planned.recognised.edition.value,
    doubts: notes.doubts.map(({message}) => message).join('\n'),
  };
}

describe('Akoma Ntoso', () => {
  it('keeps numbers, eIds, references, tables, language and the day of effect', async () => {
    const {markdown, language, day, doubts} = await importLaw(law(`<act name="rules">${meta}${preface}${body}</act>`));
    assert.equal(
      markdown,
      `# Regler for Tidebook brygge

## Kapittel 1 Båter {#chp_1}

### § 1 Fortøyning {#art_1}

- (1) Alle båter skal ha fire tau. {#art_1_para_1}
- (2) Et tau er {#art_1_para_2}
  - a) langt, og {#p_a}
  - b) tykt, som [§ 2](#art_2) sier. {#p_b}

### § 2 Tau {#art_2}

Kjøpes i **butikken**.

| Tau   | Pris |
| ----- | ---- |
| Langt | 12   |
`,
    );
    assert.deepEqual([language, day], ['nb', '2024-03-01']);
    assert.match(doubts, /deleted was left out, in one place/u);
  });

  it('is the same with a prefix before its names', async () => {
    const prefixed = `<act>${meta}${preface}${body}</act>`.replace(/<(\/?)(?=[A-Za-z])/gu, '<$1akn:');
    const plain = await importLaw(law(`<act>${meta}${preface}${body}</act>`));
    assert.deepEqual(await importLaw(law(prefixed, 'akn:')), plain);
  });

  it('has the title of its metadata where the text says none', async () => {
    const {markdown} = await importLaw(law(`<act>${meta}${body}</act>`));
    assert.match(markdown, /^# Quay rules\n/u);
  });

  for (const [what, xml, sentence] of [
    ['other XML', '<rss><p>Tidebook</p></rss>', /this is another kind/u],
    ['broken XML', '<akomaNtoso><act>', /no XML that can be read/u],
    ['one without words', law(`<act>${meta}</act>`.replace('Quay rules', '')), /no text/u],
  ] as const) {
    it(`says what it is of ${what}`, async () => {
      const document = await readDocument('quay.xml', Buffer.from(xml));
      assert.ok(!document.ok);
      assert.match(document.issues[0]?.message ?? '', sentence);
    });
  }
});
