/**
 * What is the same of an address in every language: a site keeps a page for each, `/de/privacy`, `privacy.sv.html`,
 * `fr.example.org`, `privacy?lang=sv`.
 */
import type {LanguageTag} from '../../../policy/bundle.js';

export interface PlainAddress {
  /** Without a name of a language or region, query and fragment. */
  readonly plain: string;
  /** Whether it names a language or region: what stands after that may be named in that language. */
  readonly isLocal: boolean;
}

const known = new Map<string, boolean>();
const languages = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'});
const regions = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'});

/** `de`, `en-US`, `zh_hant_tw`, `uk`: a language of two letters, its script or region, or a region by itself. */
function isLocale(part: string): boolean {
  const tag = part.replaceAll('_', '-').toLowerCase();
  if (!/^[a-z]{2}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/.test(tag)) return false;
  const kept = known.get(tag);
  if (kept !== undefined) return kept;
  const [base = ''] = tag.split('-');
  const is = languages.of(base) !== undefined || regions.of(base.toUpperCase()) !== undefined || base === 'uk';
  known.set(tag, is);
  return is;
}

const named = (part: string, language: LanguageTag): boolean => {
  const tag = part.replaceAll('_', '-').toLowerCase();
  const own = language.toLowerCase();
  return isLocale(part) || tag === own || tag === own.split('-')[0];
};

/** A file's name may begin or end with its language: `privacy.de`, `terms_en-GB`, `fr-cookies`. */
function plainSegment(segment: string, language: LanguageTag): PlainAddress {
  if (named(segment, language)) return {plain: '', isLocal: true};
  const [, name = segment, ending = ''] = /^(.+?)(\.(?:html?|php|aspx?|pdf|md|txt|docx?))$/iu.exec(segment) ?? [];
  const parts = name.split(/[-_.]/u).filter((part) => part !== '');
  const all = parts.length;
  for (const from of [-2, -1])
    if (parts.length + from > 0 && named(parts.slice(from).join('-'), language)) parts.splice(from);
  if (parts.length > 1 && named(parts[0] ?? '', language)) parts.shift();
  return {plain: parts.join('-') + ending, isLocal: parts.length < all};
}

/** An address of the web; any other is itself. Case matters in its path only. */
export function plainAddress(href: string, language: LanguageTag): PlainAddress {
  if (!/^https?:/iu.test(href)) return {plain: href.replace(/^(mailto:[^?]*)\?.*$/isu, '$1'), isLocal: false};
  let url;
  try {
    url = new URL(href);
  } catch {
    return {plain: href, isLocal: false};
  }
  const [first = '', ...labels] = url.host.replace(/^www\./u, '').split('.');
  const isLocalHost = labels.length > 1 && named(first, language);
  const host = isLocalHost ? labels.join('.') : [first, ...labels].join('.');
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const path = segments.map((segment) => plainSegment(segment, language));
  return {
    plain: [`${url.protocol}//${host}`, ...path.map(({plain}) => plain).filter((plain) => plain !== '')].join('/'),
    isLocal: isLocalHost || path.some(({isLocal}) => isLocal),
  };
}
