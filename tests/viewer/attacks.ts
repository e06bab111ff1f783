/** Attacks, a bundle that has them wherever it has words, and a page that notes whether one of them ran. */
import type {Bundle, Section} from '../../src/policy/bundle.js';
import {bundle as own} from './fixtures.js';

/** A few of our own, for where no collection is at hand. */
export const few = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>',
  '"><details open ontoggle=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<style onload=alert(1)></style>',
  '${alert(1)}',
  '<input autofocus onfocus=alert(1)>',
];

/** Every attack in every place where a bundle has words. */
export const infested = (attacks: readonly string[]): Bundle => ({
  ...own,
  title: {en: attacks[0]!},
  publisher: {en: attacks[0]!},
  languages: ['en'],
  audiences: own.audiences.map(({id}, i) => ({id, names: {en: attacks[i % attacks.length]!}})),
  products: own.products.map(({id}, i) => ({id, names: {en: attacks[(7 * i) % attacks.length]!}})),
  vocabulary: own.vocabulary.map((term, i) => ({...term, names: {en: attacks[i % attacks.length]!}})),
  policies: [
    {
      id: 'pier',
      products: ['pier'],
      editions: [
        {
          id: '2019-07-12',
          effective: '2019-07-12',
          texts: {
            en: {
              title: attacks.slice(0, 50).join(' '),
              sections: attacks.map((attack, i): Section => ({
                id: `s${i}`,
                heading: [attack],
                blocks: [
                  {
                    type: 'paragraph',
                    id: `p${i}`,
                    content: [
                      attack,
                      {type: 'link', href: 'https://example.org', content: [attack]},
                      {type: 'annotation', terms: ['controller'], content: [attack]},
                    ],
                  },
                  ...(i % 10
                    ? []
                    : [
                        {
                          type: 'list',
                          lead: [attack],
                          items: [
                            {id: `i${i}`, content: [{type: 'annotation', terms: ['contact'], content: [attack]}]},
                          ],
                        } as const,
                      ]),
                  ...(i % 10
                    ? []
                    : [{type: 'table', head: [[attack]], rows: [{id: `t${i}`, cells: [[attack]]}]} as const]),
                ],
              })),
            },
          },
        },
      ],
    },
  ],
});

/** A page that counts how often something of an attack ran in it. */
export const trap = `<script>
  window.ran = 0;
  const count = () => { window.ran++; };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval']) window[name] = count;
</script>`;
export const ran = (page: Window): number => (page as unknown as {ran: number}).ran;
