/** Links of one edition's languages that lead elsewhere in one than in the others. */
import type {Id, Inline} from '../../../policy/bundle.js';
import {plainText} from '../../../policy/clauses.js';
import {groupBy} from '../../collections/group.js';
import {warning, type Finding} from '../../findings/finding.js';
import {listAnd} from '../../findings/nearest.js';
import {writeReference} from '../../folder/reference-address.js';
import type {CheckedText, CheckedWording} from '../texts/checked-text.js';
import {plainAddress, type PlainAddress} from './address.js';
import {differToo, findOutliers, nameAll} from './outliers.js';

interface Link extends PlainAddress {
  /** As it is written. */
  readonly href: string;
}

/** Each text is held against the model, and that against the others where more of them agree. */
export function findLinkDifferences(model: CheckedText, others: readonly CheckedText[], prevails: boolean): Finding[] {
  const texts = [model, ...others];
  const wordings = new Map(texts.map((text) => [text, new Map(text.wordings.map((each) => [each.key, each]))]));
  const links = new Map(texts.map((text) => [text, linksOf(text)]));
  const ids = new Map(texts.map((text) => [text, new Set<Id>(text.wordings.map(({id}) => id))]));
  const everywhere = new Map(
    texts.map((text) => [text, new Set([...(links.get(text)?.values() ?? [])].flat().map(({plain}) => plain))]),
  );
  // A page may be named in its language, `/de/datenschutz` for `/en/privacy`: it is another one only where the other
  // texts link to it too, elsewhere or here.
  const isNamedInItsLanguage = ({isLocal, plain}: Link, own: CheckedText): boolean =>
    isLocal && texts.some((text) => text !== own && !everywhere.get(text)?.has(plain));
  return model.wordings.flatMap(({key}) => {
    const linksIn = (text: CheckedText): readonly Link[] | undefined => links.get(text)?.get(key);
    // A reference that leads nowhere is a finding already.
    const isDead = texts.some((text) =>
      linksIn(text)?.some(({plain}) => plain.startsWith('#') && !ids.get(text)?.has(plain.slice(1))),
    );
    const local = texts.flatMap((text) =>
      (linksIn(text) ?? [])
        .filter(({isLocal}) => isLocal)
        .map((link) => ({site: siteOf(link.plain), isOwn: isNamedInItsLanguage(link, text), plain: link.plain})),
    );
    const isEverywhere = (plain: string): boolean =>
      texts.every((text) => linksIn(text)?.some((link) => link.plain === plain) ?? true);
    const translated = new Set(
      [
        ...groupBy(
          local.filter(({plain}) => !isEverywhere(plain)),
          ({site}) => site,
        ),
      ]
        .filter(([, links]) => links.every(({isOwn}) => isOwn))
        .map(([site]) => site),
    );
    const compared = (text: CheckedText): readonly Link[] | undefined =>
      linksIn(text)
        ?.filter(({plain}) => !isDead || !plain.startsWith('#'))
        .map((link) =>
          link.isLocal && translated.has(siteOf(link.plain)) ? {...link, plain: siteOf(link.plain)} : link,
        );
    return findOutliers(model, others, prevails, compared, (found) =>
      found
        .map(({plain}) => plain)
        .sort()
        .join(' '),
    ).map(({text, value, expected, rivals, more}) => {
      const [extra, missing] = [minus(value, expected), minus(expected, value)];
      const [names, one] = [nameAll(rivals.map(({name}) => name)), rivals.length === 1];
      const what =
        extra.length === 0
          ? `has no link to ${quote(missing)}, which ${names} ${one ? 'has' : 'have'}`
          : missing.length === 0
            ? `links to ${quote(extra)}, which ${names} ${one ? 'does' : 'do'} not`
            : `links to ${quote(extra)}, and ${names} to ${quote(missing)}`;
      const wording = wordings.get(text)?.get(key);
      const [from, to] = wording === undefined || extra[0] === undefined ? [] : spanOf(extra[0], wording.content);
      return warning(
        'links-differ',
        wording?.at(from, to) ?? text.at,
        `This ${what}. ${differToo(more)}Make them alike.`,
      );
    });
  });
}

/** Protocol and host. */
const siteOf = (plain: string): string => plain.split('/', 3).join('/');

/** By the wordings' keys. */
const linksOf = ({wordings, language}: CheckedText): ReadonlyMap<string, readonly Link[]> =>
  new Map(wordings.map(({key, content}: CheckedWording) => [key, linksIn(content, language)]));

const linksIn = (content: readonly Inline[], language: string): readonly Link[] =>
  content.flatMap((piece): readonly Link[] => {
    if (typeof piece === 'string') return [];
    const inner = linksIn(piece.content, language);
    if (piece.type === 'link') return [{...plainAddress(piece.href, language), href: piece.href}, ...inner];
    const href = piece.type === 'reference' ? writeReference(piece) : '';
    return href === '' ? inner : [{plain: href, href, isLocal: false}, ...inner];
  });

const quote = (hrefs: readonly string[]): string => listAnd(hrefs.map((href) => `“${href}”`));

/** Where in a wording the letters of a link stand; nothing where it has none. */
function spanOf(href: string, content: readonly Inline[], start = 0): readonly [from?: number, to?: number] {
  let at = start;
  for (const piece of content) {
    const {length} = plainText([piece]);
    if (typeof piece !== 'string') {
      if (
        length > 0 &&
        ((piece.type === 'link' && piece.href === href) ||
          (piece.type === 'reference' && writeReference(piece) === href))
      )
        return [at, at + length];
      const inner = spanOf(href, piece.content, at);
      if (inner.length > 0) return inner;
    }
    at += length;
  }
  return [];
}

/** Each link of one that has no partner in the other. */
function minus(these: readonly Link[], those: readonly Link[]): string[] {
  const left = those.map(({plain}) => plain);
  return these.flatMap(({plain, href}) => {
    const at = left.indexOf(plain);
    if (at === -1) return [href];
    left.splice(at, 1);
    return [];
  });
}
