// Narrow, enlarged, printed, in forced colours.
import {expect} from '@open-wc/testing';
import {emulate, skip} from '../harness/commands.js';
import {bundle, said} from './fixtures.js';
import type {Paragraph, Text} from '../../src/policy/bundle.js';
import {data, open, viewerOf} from './page.js';
import {all, box, drawn, isSeen, seen, show, use, within, words} from './reader.js';

const page = async (lang: string, width: number, height: number): Promise<Window & typeof globalThis> => {
  const opened = await open(
    `<html lang=${lang}><style>body { margin: 0 }</style>\
<script type="module" src="/dist/cdn/policy-viewer.all.min.js"></script>
    <body><policy-viewer audience="visitor" lang=${lang}>${data(bundle)}</policy-viewer>`,
    width,
    height,
  );
  await viewerOf(opened);
  return opened;
};

describe('320 pixels wide', () => {
  for (const lang of Object.keys(said))
    it(`the page does not scroll sideways in ${lang}, nothing is cut off`, async () => {
      const opened = await page(lang, 320, 600);
      const viewer = await viewerOf(opened);
      all(viewer, '[part=contents] button')[0]!.click();
      await drawn();
      const {scrollWidth, clientWidth} = opened.document.documentElement;
      expect(scrollWidth).to.equal(clientWidth);
      for (const element of seen(viewer, 'select, button, label, a, [part=heading], [part=notice], p, li')) {
        if (element.closest('[role=group]')) continue; // it scrolls by itself
        const {left, right} = element.getBoundingClientRect();
        expect(left, element.outerHTML).to.be.at.least(0);
        expect(right, element.outerHTML).to.be.at.most(clientWidth);
      }
    });

  it('and 256 high, as a window enlarged four times: nothing stays in the way of the text', async () => {
    const opened = await page('en', 320, 256);
    const viewer = await viewerOf(opened);
    const clause = all(viewer, '[data-clause=v3]')[0]!;
    clause.scrollIntoView({behavior: 'instant', block: 'center'});
    await drawn();
    const {left, top, width, height} = clause.getBoundingClientRect();
    const hit = viewer.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
    expect(hit?.localName).to.equal('policy-viewer-text');
    for (const bar of seen(viewer, '[part=toolbar], [part=contents]'))
      expect(opened.getComputedStyle(bar).position).not.to.match(/sticky|fixed/);
  });

  it('a wide table scrolls by itself', async () => {
    const opened = await page('en', 240, 600);
    const [table] = all(await viewerOf(opened), 'table');
    expect(opened.getComputedStyle(table!.parentElement!).overflowX).to.equal('auto');
    const {scrollWidth, clientWidth} = opened.document.documentElement;
    expect(scrollWidth).to.equal(clientWidth);
  });
});

describe('text enlarged to twice its size', () => {
  it('is not cut off', async () => {
    const viewer = await show({product: 'pier', audience: 'visitor'});
    const size = document.documentElement.style.fontSize;
    document.documentElement.style.fontSize = '200%';
    try {
      await drawn();
      for (const control of seen(viewer, 'select, button, label')) {
        expect(control.scrollWidth, control.outerHTML).to.be.at.most(control.clientWidth + 1);
        expect(control.scrollHeight, control.outerHTML).to.be.at.most(control.clientHeight + 1);
      }
      expect(parseFloat(getComputedStyle(all(viewer, '[data-clause]')[0]!).fontSize)).to.equal(32);
    } finally {
      document.documentElement.style.fontSize = size;
    }
  });
});

describe('another medium', () => {
  afterEach(() => emulate());

  it('on paper is the text alone, every clause of it that was chosen', async function () {
    const viewer = await show({product: 'pier', audience: 'visitor'});
    const others = (): HTMLElement[] => seen(viewer, 'span').filter((span) => words(span).startsWith('Also in:'));
    expect(others()).to.have.length(1);
    if (!(await emulate({media: 'print'}))) await skip(this, 'this engine cannot be told to print');
    await drawn();
    expect(others(), 'without its buttons').to.deep.equal([]);
    expect(seen(viewer, 'select, button, input, [part=contents], [part=toolbar]')).to.deep.equal([]);
    expect(seen(viewer, '[data-clause]')).to.have.length(14);
    for (const section of all(viewer, 'section'))
      expect(getComputedStyle(section).contentVisibility).to.equal('visible');
    expect(seen(viewer, '[role=status]')).to.have.length(1);
    for (const heading of all(viewer, '[part=section] > [part=heading]'))
      expect(getComputedStyle(heading).breakAfter).to.equal('avoid');
  });

  it('on paper has the addresses of links behind them', async function () {
    const linked = structuredClone(bundle);
    const [first] = linked.policies.flatMap(({editions}) => editions.flatMap(({texts}) => Object.values(texts)));
    const block = (first as Text).sections[0]!.blocks[0] as Paragraph;
    const href = 'https://harbourdesk.example/rights';
    Object.assign(block, {content: ['See ', {type: 'link', href, content: ['your rights']}, '.']});
    const viewer = await show({
      bundle: linked,
      product: 'pier',
      lang: Object.keys(linked.policies[0]!.editions[0]!.texts)[0]!,
    });
    const [link] = all(viewer, `a[href="${href}"]`);
    const after = (): string => getComputedStyle(link!, '::after').content;
    expect(after(), 'on the screen').to.match(/^(?:none|normal)$/);
    if (!(await emulate({media: 'print'}))) await skip(this, 'this engine cannot be told to print');
    await drawn();
    expect(after())
      .to.contain('(')
      .and.match(/rights|attr\(href\)/);
    expect(words(link), 'no letter of the text is another').to.equal('your rights');
  });

  const onPaper = async (chosen: Parameters<typeof show>[0]): Promise<string[]> => {
    const viewer = await show(chosen);
    const sentences = (): string[] => seen(viewer, '[part=views] > *').map(words);
    expect(sentences().join(), 'on the screen').not.to.match(/Printed|列印|الطباعة/);
    if (!(await emulate({media: 'print'}))) return [];
    await drawn();
    return sentences();
  };
  const today = (lang: string): string => new Date().toLocaleDateString(lang, {dateStyle: 'long', calendar: 'gregory'});
  const excerpt = 'Excerpt with the points for: visitor.';
  const excerptInChinese = '節錄，所列條款適用於：訪客。';
  const excerptInArabic = 'مقتطف يضم البنود الموجّهة إلى: زائر.';
  const printed: readonly [string, Parameters<typeof show>[0], string][] = [
    [
      'the whole, in English',
      {product: 'pier'},
      `The whole policy: Northpier · English · Effective: July 12, 2019. Printed: ${today('en')}.`,
    ],
    [
      'an excerpt, in English',
      {product: 'pier', audience: 'visitor'},
      `${excerpt} Northpier · English · Effective: July 12, 2019. Printed: ${today('en')}.`,
    ],
    [
      'an excerpt, in Chinese',
      {product: 'pier', audience: 'visitor', lang: 'zh-Hant'},
      `${excerptInChinese}Northpier · 繁體中文 · 生效日期：2019年7月12日。列印日期：${today('zh-Hant')}。`,
    ],
    [
      'an excerpt, in Arabic',
      {product: 'pier', audience: 'visitor', lang: 'ar'},
      `${excerptInArabic} Northpier · العربية · تاريخ السريان: 12 يوليو 2019. تاريخ الطباعة: ${today('ar')}.`,
    ],
  ];
  for (const [title, chosen, sentence] of printed)
    it(`on paper says in one sentence what was printed: ${title}`, async function () {
      const found = await onPaper(chosen);
      if (!found.length) await skip(this, 'this engine cannot be told to print');
      expect(found).to.deep.equal([sentence]);
    });

  it('in forced colours shows which boxes are ticked, and where the focus is', async function () {
    const viewer = await show({product: 'pier', audience: 'visitor'});
    if (!(await emulate({features: [{name: 'forced-colors', value: 'active'}]})))
      await skip(this, 'this engine cannot be told to force colours');
    await drawn();
    const [ticked, other] = ['visitor', 'guest'].map(
      (name) => getComputedStyle(box(viewer, name).closest('label')!).backgroundColor,
    );
    expect(ticked).not.to.equal(other);
    box(viewer, 'visitor').focus({focusVisible: true});
    expect(getComputedStyle(box(viewer, 'visitor').closest('label')!).outlineStyle).to.equal('solid');
    expect(isSeen(box(viewer, 'visitor'))).to.equal(true);
  });

  it('that asks for less motion gets none: nothing moves, whatever is pressed', async function () {
    if (!(await emulate({features: [{name: 'prefers-reduced-motion', value: 'reduce'}]})))
      await skip(this, 'this engine cannot be told to ask for less motion');
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
    const viewer = await show({product: 'pier'});
    await use(viewer, box(viewer, 'visitor'));
    all(viewer, '[part=contents] a').at(-1)!.click();
    await drawn();
    const moving = [...within(viewer.shadowRoot!)].flatMap((element) => element.getAnimations());
    expect(moving).to.deep.equal([]);
    for (const element of all(viewer, '*')) {
      const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element);
      expect(`${transitionDuration} ${animationName} ${scrollBehavior}`).to.match(/^0s none auto$/);
    }
  });
});
