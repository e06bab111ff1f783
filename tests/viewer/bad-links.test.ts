// Addresses made to look like links and to run a program: none becomes one, whatever is done to its letters.
import {expect} from '@open-wc/testing';
import {isSound} from '../../src/policy/sound.js';
import {validate} from '../../src/policy/validate.js';
import {bundle} from './fixtures.js';
import {all, show} from './reader.js';

/** How many are tried. */
const many = 10_000;

const bad = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://example.org',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'http://example.org/',
  '//example.org/',
  'https:example.org',
  'https:/\\example.org',
  'filesystem:https://example.org/x',
  'view-source:https://example.org',
  'intent://scan/#Intent;scheme=x;end',
  'ms-msdt:/id',
  'mailto',
  'tel',
];
const good = ['https://example.org/a?b=c#d', 'mailto:me@example.org', 'tel:+4522334455'];
/** What browsers drop, fold or take for something else. */
const letters = [
  ...Array.from(
    '\t\n\r\0\x01\x1F\x7F \u00A0\u1680\u2028\u2029\u200B\u200E\u202E\u3000\uFEFF\uFFFD:/\\?#@%&;<>"\'`^|{}[]',
  ),
  '&#58;',
  '&colon;',
  '&Tab;',
  '%0a',
  '%3a',
  '\\u003a',
  'ſ',
  'K',
  'ı',
  '：',
  '／',
  'https://',
  'javascript:',
];

/** The same numbers each time. */
const random = (seed: number) => (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};
const next = random(11);
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;

const mutate = (address: string): string => {
  const at = Math.floor(next() * (address.length + 1));
  const to = Math.min(address.length, at + Math.floor(next() * 3));
  switch (Math.floor(next() * 5)) {
    case 0:
      return address.slice(0, at) + oneOf(letters) + address.slice(at);
    case 1:
      return address.slice(0, at) + address.slice(to);
    case 2:
      return oneOf(letters) + address;
    case 3:
      return address.slice(0, at) + address.slice(at).toUpperCase();
    default:
      return address.slice(0, at) + oneOf([...bad, ...good]).slice(at);
  }
};

const addresses = Array.from({length: many}, () => {
  let address = oneOf([...bad, ...bad, ...good]);
  for (let left = 1 + Math.floor(next() * 4); left; left--) address = mutate(address);
  return address;
});

const withLinks = (hrefs: readonly string[]): unknown => ({
  ...bundle,
  languages: ['en'],
  policies: [
    {
      id: 'pier',
      products: ['pier'],
      editions: [
        {
          id: '2019-07-12',
          texts: {
            en: {
              title: 'Links',
              sections: hrefs.map((href, i) => ({
                id: `s${i}`,
                blocks: [{type: 'paragraph', id: `p${i}`, content: [{type: 'link', href, content: ['A link']}]}],
              })),
            },
          },
        },
      ],
    },
  ],
});

/** A browser's protocol of an address that it cannot read, such as `https://a<b`: a click on it does nothing. */
const nowhere = ':';

describe(`${many} mutants of bad addresses`, () => {
  it('either do not validate, or lead to https, mailto, tel or nowhere', async function () {
    this.timeout(60_000);
    const accepted = addresses.filter((href) => isSound(withLinks([href])));
    // What is not sound, the slow and complete validation refuses too: there is no second way in.
    const refused = addresses.filter((href) => !accepted.includes(href));
    expect(refused.filter((href) => validate(withLinks([href])).ok)).to.deep.equal([]);
    expect(accepted.length).to.be.greaterThan(100);
    expect(refused.length).to.be.greaterThan(5000);
    const viewer = await show({bundle: withLinks(accepted) as typeof bundle});
    const anchors = all(viewer, 'p a') as HTMLAnchorElement[];
    expect(anchors).to.have.length(accepted.length);
    expect(
      anchors.filter(({protocol}) => !['https:', 'mailto:', 'tel:', nowhere].includes(protocol)).map(({href}) => href),
    ).to.deep.equal([]);
    console.log(`trust: mutants of bad addresses: ${many}, refused ${refused.length}, links to elsewhere 0`);
  });

  it('are bad: without the check some of them run', () => {
    const programs = addresses.filter((href) => {
      const anchor = document.createElement('a');
      anchor.href = href;
      return anchor.protocol === 'javascript:';
    });
    expect(programs.length).to.be.greaterThan(500);
  });
});
