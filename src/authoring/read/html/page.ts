/** What an HTML page says of itself beside its text: language, title, dates, and the address it stands at. */
import type {Element, Root} from 'hast';
import type {Doubt} from '../../document/guess.js';
import {asIsoDate} from '../../recognise/written-date.js';
import {asLanguageTag} from '../../recognise/recognise-language.js';
import type {FrontMatter} from '../../document/document.js';
import {attribute, find, findAll, lettersOf} from './tree.js';

export interface PageFacts {
  readonly front: FrontMatter;
  /** What relative links are relative to. */
  readonly base: string | undefined;
  readonly doubts: readonly Doubt[];
}

/** Names under which pages give the day a text took effect, and those of other days. */
const effectiveNames = new Set([
  'effective',
  'effective-date',
  'effective_date',
  'effectivedate',
  'dcterms.valid',
  'dc.date.valid',
  'dcterms.dateaccepted',
]);
const otherNames = [
  'article:modified_time',
  'og:updated_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'revised',
  'datemodified',
  'article:published_time',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'datepublished',
  'date',
];

export function readPage(root: Root): PageFacts {
  const doubts: Doubt[] = [];
  const html = find(root, ({tagName}) => tagName === 'html');
  const main = find(root, ({tagName}) => tagName === 'main' || tagName === 'article');
  const tag = [main, html]
    .flatMap((node) => (node === undefined ? [] : [attribute(node, 'lang') ?? attribute(node, 'xmlLang')]))
    .find((text) => text !== undefined && text !== '');
  const language = tag === undefined ? undefined : asLanguageTag(tag);
  if (tag !== undefined && language === undefined)
    doubts.push({message: `The page says its language is “${tag}”, which is none.`, remedy: 'say it with --language'});
  const metas = new Map(
    findAll(root, ({tagName}) => tagName === 'meta').map(
      (meta) =>
        [
          (
            attribute(meta, 'name') ??
            attribute(meta, 'property') ??
            attribute(meta, 'itemProp') ??
            attribute(meta, 'httpEquiv') ??
            ''
          ).toLowerCase(),
          attribute(meta, 'content') ?? '',
        ] as const,
    ),
  );
  const day = (name: string): string | undefined => asIsoDate((metas.get(name) ?? '').trim().slice(0, 10));
  const effective = [...effectiveNames].map(day).find((found) => found !== undefined);
  const named = otherNames.find((name) => day(name) !== undefined);
  const other = named === undefined ? timeIn(root) : day(named);
  const title = titleOf(root);
  const [canonical] = findAll(
    root,
    (node) => node.tagName === 'link' && attribute(node, 'rel') === 'canonical',
  ).flatMap((node) => attribute(node, 'href') ?? []);
  return {
    front: {
      ...(language !== undefined && {language}),
      ...(effective !== undefined && {effective}),
      ...(other !== undefined && {
        otherDay: {day: other, why: named === undefined ? 'the page’s first <time>' : `the page’s “${named}”`},
      }),
      ...(title !== undefined && {nameless: title}),
      ...(canonical !== undefined && {addresses: [canonical]}),
      origin: 'page',
    },
    base: baseOf(root),
    doubts,
  };
}

/** The day of the first <time> that gives one. */
export function timeIn(root: Root): string | undefined {
  const days = findAll(root, ({tagName}) => tagName === 'time').flatMap(
    (node) => asIsoDate((attribute(node, 'dateTime') ?? '').slice(0, 10)) ?? [],
  );
  return days[0];
}

/** The page's title, without the site's name after it. */
function titleOf(root: Root): string | undefined {
  const node = find(root, ({tagName}) => tagName === 'title');
  const title = node === undefined ? '' : lettersOf(node).replace(/\s+/gu, ' ').trim();
  return title === '' ? undefined : title.replace(/(?<!\s)\s+[|·–—-]\s[^|·–—]{0,200}$/u, '');
}

function baseOf(root: Root): string | undefined {
  const link = (tagName: string, fits: (node: Element) => boolean): string | undefined => {
    const node = find(root, (each) => each.tagName === tagName && fits(each));
    return node === undefined ? undefined : attribute(node, 'href');
  };
  return [link('base', () => true), link('link', (node) => attribute(node, 'rel') === 'canonical')].find(
    (href) => href !== undefined && /^https:/i.test(href) && URL.canParse(href),
  );
}
