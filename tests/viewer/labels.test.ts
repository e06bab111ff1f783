// What stands in the margin of a clause is real text: found, copied, read aloud in the order in which it is seen.
import {expect} from '@open-wc/testing';
import type {Bundle, Inline, Text} from '../../src/policy/bundle.js';
import {all, seen, show, words} from './reader.js';

const marked = (id: string, ...content: Inline[]): Inline => ({type: 'annotation', terms: [id], content});
const text = (title: string, ...content: Inline[]): Text => ({
  title,
  sections: [
    {
      id: 's',
      blocks: [
        {
          type: 'list',
          items: [
            {id: 'a', content: [...content, '.']},
            {id: 'b', content: ['x']},
          ],
        },
      ],
    },
  ],
});
const bundle: Bundle = {
  format: 'policy-bundle/1',
  title: {nl: 'Beleid'},
  languages: ['nl', 'fi'],
  audiences: [],
  products: [{id: 'quay', names: {nl: 'Kade'}}],
  vocabulary: [
    {id: 'payment', kind: 'data', names: {nl: 'Betalingsgegevens'}},
    {id: 'interests', kind: 'legal-basis', names: {nl: 'Gerechtvaardigde belangen'}},
  ],
  policies: [
    {
      id: 'privacy',
      products: ['quay'],
      editions: [
        {
          id: 'undated',
          texts: {
            nl: text('Privacy', marked('payment', 'Uw kaart'), ', om ', marked('interests', 'onze legitieme belangen')),
            fi: text('Tietosuoja', marked('payment', 'Korttisi')),
          },
        },
      ],
    },
  ],
};

const label = (viewer: Element): HTMLElement => seen(viewer, '[data-clause=a] .label')[0]!;
const lines = (viewer: Element): string[] => [...label(viewer).children].map(words);

describe('a label', () => {
  it('says what it is, and the legal basis in the text’s own words', async () => {
    expect(lines(await show({bundle, lang: 'nl'}))).to.deep.equal([
      'Gegevens: Betalingsgegevens',
      'Waarom wij dit mogen: onze legitieme belangen',
    ]);
  });

  it('stands before the clause it is about, as it is seen', async () => {
    for (const width of ['1000px', '320px']) {
      const viewer = await show({bundle, lang: 'nl', around: `inline-size: ${width}`});
      const [own, clause] = [label(viewer), label(viewer).nextElementSibling!];
      expect(words(clause), width).to.equal('Uw kaart, om onze legitieme belangen.');
      const [first, second] = [own, clause].map((element) => element.getBoundingClientRect());
      expect(
        first!.top <= second!.top && (first!.bottom <= second!.top || first!.right <= second!.left),
        width,
      ).to.equal(true);
    }
  });

  it('is in the language of its words: a name that the text’s language lacks, and what introduces it', async () => {
    const viewer = await show({bundle, lang: 'fi'});
    expect(lines(viewer)).to.deep.equal(['Data: Betalingsgegevens']);
    expect(all(viewer, '.label span').map((span) => `${span.lang} ${span.dir} ${span.textContent}`)).to.deep.equal([
      'en ltr Data:',
      'nl ltr Betalingsgegevens',
    ]);
  });

  it('is none where no data is named', async () => {
    expect(all(await show({bundle, lang: 'nl'}), '[data-clause=b] .label')).to.deep.equal([]);
  });
});
