// Policies to measure with: invented, neutral, the same at every run. The same text as a bundle and as a plain page.
import {numbersFrom} from './numbers.mjs';

/** Clauses, and among how many products they are divided. */
export const sizes = {
  60: {clauses: 60, products: 1},
  1000: {clauses: 1_000, products: 4},
  10000: {clauses: 10_000, products: 10},
};

/** @typedef {keyof typeof sizes} Size */
/** @typedef {import('../../../src/policy/bundle.js').Bundle} Bundle */
/** @typedef {import('../../../src/policy/bundle.js').Section} Section */

const audiences = ['visitor', 'member', 'mentor', 'supplier'];
const data = ['contact', 'payment', 'calendar', 'access'];

/**
 * @type {Readonly<Record<string, {names: string[], verbs: string[], nouns: string[], joins: string[], title:
 * string}>>}
 */
const languages = {
  en: {
    title: 'Privacy policy',
    names: ['Visitors', 'Members', 'Mentors', 'Suppliers'],
    verbs: 'keep record send store review delete share confirm update collect correct return'.split(' '),
    nouns: (
      'address agreement booking building calendar card claim contract date delivery desk door entry event folder ' +
      'form guest hour invoice key letter list locker map meeting message note notice number office order parcel ' +
      'payment period permit place plan receipt record reply report request room schedule seat service shelf sign ' +
      'site statement summary table ticket visit week window year'
    ).split(' '),
    joins: 'with for before after under and until from'.split(' '),
  },
  sv: {
    title: 'Integritetspolicy',
    names: ['Besökare', 'Medlemmar', 'Mentorer', 'Leverantörer'],
    verbs: 'sparar antecknar skickar lagrar granskar raderar delar bekräftar uppdaterar samlar rättar lämnar'.split(
      ' ',
    ),
    nouns: (
      'adressen avtalet bokningen byggnaden kalendern kortet kravet kontraktet dagen leveransen bordet dörren ' +
      'inträdet mötet mappen blanketten gästen timmen fakturan nyckeln brevet listan skåpet kartan rummet ' +
      'meddelandet noten anslaget numret kontoret ordern paketet betalningen perioden tillståndet platsen planen ' +
      'kvittot registret svaret rapporten begäran salen schemat stolen tjänsten hyllan skylten sajten intyget ' +
      'sammandraget tabellen biljetten besöket veckan fönstret året'
    ).split(' '),
    joins: 'med för före efter under och till från'.split(' '),
  },
};

/** A clause has about 200 letters, a section 20 clauses. */
const perSection = 20;

/** @param {Size} size @returns {Bundle} */
export function bundleOf(size) {
  const {clauses, products} = sizes[size];
  const each = Math.ceil(clauses / products);
  const ids = Array.from({length: products}, (_, n) => `product-${n + 1}`);
  return {
    format: 'policy-bundle/1',
    title: {en: 'Policies to measure with'},
    languages: ['en', 'sv'],
    audiences: audiences.map((id, n) => ({id, names: {en: languages['en']?.names[n] ?? id}})),
    products: ids.map((id, n) => ({id, names: {en: `Product ${n + 1}`}})),
    vocabulary: data.map((id) => ({id, kind: 'data', names: {en: id}})),
    policies: ids.map((id, n) => ({
      id,
      products: [id],
      editions: [
        {
          id: '2026-03-01',
          effective: '2026-03-01',
          texts: Object.fromEntries(
            Object.keys(languages).map((language) => [
              language,
              textOf(language, Math.min(each, clauses - n * each), n + 1),
            ]),
          ),
        },
      ],
    })),
  };
}

/** @param {string} language @param {number} count @param {number} seed */
function textOf(language, count, seed) {
  const words = languages[language];
  if (!words) throw new Error(`No words in ${language}`);
  const number = numbersFrom(seed);
  const one = (/** @type {readonly string[]} */ list) => list[number(list.length)] ?? '';
  const sentence = () => {
    const parts = [words.title.split(' ')[0], one(words.verbs)];
    for (let left = 12; left; left--) parts.push(one(words.nouns), one(words.joins));
    return `${parts.join(' ')} ${one(words.nouns)}.`;
  };
  /** @type {Section[]} */
  const sections = [];
  for (let done = 0; done < count; done += perSection) {
    const n = sections.length;
    const id = `s${seed}-${n}`;
    const own = n % 5;
    const amount = Math.min(perSection, count - done);
    const items = Math.max(0, amount - 4);
    sections.push({
      id,
      heading: [own === 4 ? `${n + 1}. ${one(words.nouns)}` : (words.names[own] ?? '')],
      ...(own < 4 && {audiences: [audiences[own] ?? '']}),
      blocks: [
        ...Array.from({length: amount - items}, (_, k) => ({
          type: /** @type {const} */ ('paragraph'),
          id: `${id}-p${k}`,
          content: [sentence()],
        })),
        ...(items
          ? [
              {
                type: /** @type {const} */ ('list'),
                lead: [sentence()],
                items: Array.from({length: items}, (_, k) => ({
                  id: `${id}-i${k}`,
                  content: [sentence()],
                  ...(k % 4 === 0 && {terms: [data[(k % 16) >> 2] ?? '']}),
                })),
              },
            ]
          : []),
      ],
    });
  }
  return {title: words.title, sections};
}

const look = 'body{font:16px/1.6 system-ui;max-width:44rem;margin:0 auto;padding:1rem}h2{font-size:1.25rem}';
const unseen = 'section{content-visibility:auto;contain-intrinsic-size:auto 30rem}';

/**
 * The limit: all that is said in one language, as plain HTML with the same headings, lists and ids.
 * @param {Bundle} bundle @param {string} language @param {boolean} contentVisibility
 */
export function plainPage(bundle, language, contentVisibility) {
  const body = bundle.policies.map(({editions: [edition]}) => {
    const text = edition?.texts[language];
    if (!text || 'src' in text) return '';
    return `<article lang="${language}"><h1>${text.title}</h1>${text.sections.map(sectionHtml).join('')}</article>`;
  });
  return (
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" ` +
    'content="width=device-width">' +
    `<title>Policies</title><style>${look}${contentVisibility ? unseen : ''}</style><main>${body.join('\n')}</main>`
  );
}

/** @param {Section} section */
const sectionHtml = ({id, heading = [], audiences: own, blocks}) =>
  `<section id="${id}"${own ? ` data-for="${own.join(' ')}"` : ''}><h2>${heading.join('')}</h2>${blocks
    .map((block) => {
      if (block.type === 'paragraph') return `<p id="${block.id}">${block.content.join('')}</p>`;
      if (block.type === 'table') return '';
      const items = block.items.map((item) => `<li id="${item.id}">${item.content.join('')}</li>`);
      return `<p>${(block.lead ?? []).join('')}</p><ul>${items.join('')}</ul>`;
    })
    .join('')}</section>`;
