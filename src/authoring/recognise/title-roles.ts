/**
 * Whom a title names beside whose text it is: "Tidebook Employee Privacy Notice", "Tidebook privacy notice for job
 * applicants". A text that is given to the wrong people is hidden from all others, and products are called after
 * people too ("Tidebook Student"), so only a few roles are believed where they stand bare.
 */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {isUnspaced} from '../document/guess.js';
import {wordsIn} from '../vocabulary/language-words.js';
import {audienceEntries} from '../vocabulary/vocabulary.js';
import {isUnderstood, readRoles, type RoleReader} from './recognise-audiences.js';

/** Whom hardly any product is called after. */
const believed: ReadonlySet<Id> = new Set([
  ...['employee', 'former-employee', 'job-applicant', 'trainee', 'contractor', 'supplier', 'volunteer', 'donor'],
  ...['patient', 'tenant', 'alumnus', 'prospective-student', 'whistle-blower', 'pensioner', 'visitor'],
]);

/** Whom everybody is at some time: a text "for users" is for everyone. */
export const anybody: ReadonlySet<Id> = new Set([
  ...['end-user', 'website-visitor', 'app-user', 'account-holder', 'consumer'],
]);

const mostWords = 6;
const separator = /^[\s:：|·,–—-]$/u;

/** Without what stands between a name and the words beside it. */
function bare(text: string): string {
  const letters = [...text];
  const from = letters.findIndex((letter) => !separator.test(letter));
  return from === -1
    ? ''
    : letters.slice(from, letters.findLastIndex((letter) => !separator.test(letter)) + 1).join('');
}

export interface RolesBesideName {
  readonly ids: readonly Id[];
  /** Whose text it is. */
  readonly name: string;
}

/** Whom a title names around the words for its kind, where what else it has is a name. */
export function rolesBesideName(before: string, after: string, language: LanguageTag): RolesBesideName | undefined {
  const reader: RoleReader = {language, audiences: audienceEntries([language]), own: [], products: []};
  const [one, other] = [bare(before), bare(after)];
  if (one !== '' && other !== '') return pair(one, other, reader) ?? pair(other, one, reader);
  const gap = isUnspaced(language) ? '' : ' ';
  const links = wordsIn(language).flatMap(({titles, belonging}) => [...titles.links, ...belonging]);
  const all = withoutLink((one || other).replaceAll('’', "'"), links);
  const words = gap === '' ? [...all] : all.split(/\s+/u);
  const counts = [...Array(Math.max(0, Math.min(mostWords, words.length - 1))).keys()]
    .map((index) => index + 1)
    .reverse();
  for (const count of counts) {
    const found = pair(bare(words.slice(0, -count).join(gap)), words.slice(-count).join(gap), reader);
    if (found !== undefined) return found;
  }
  for (const count of counts) {
    const said = words.slice(0, count).join(gap);
    const [next = '', ...rest] = words.slice(count);
    const isApart = /[:：|·,–—-]$/u.test(said) || /^[:：|·,–—-]/u.test(next);
    const name = links.includes(next.toLowerCase()) ? rest.join(gap) : isApart ? [next, ...rest].join(gap) : '';
    const found = pair(bare(name), bare(said), reader);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name and the words for those whom the text is for, where they are that. */
function pair(name: string, words: string, reader: RoleReader): RolesBesideName | undefined {
  const ids = isName(name) ? idsOf(words, reader) : [];
  return ids.length === 0 ? undefined : {ids, name};
}

/** Without the small word that leads from the title's kind to what follows it: "of", "d'". */
function withoutLink(text: string, links: readonly string[]): string {
  const folded = text.toLowerCase();
  const leading = links
    .map((link) => (link.endsWith("'") ? link : `${link} `))
    .filter((link) => folded.startsWith(link))
    .sort((a, b) => b.length - a.length)[0];
  return text.slice(leading?.length ?? 0);
}

function idsOf(words: string, reader: RoleReader): readonly Id[] {
  const roles = readRoles(words, reader);
  if (!isUnderstood(roles) || roles.everyone || roles.ids.length === 0 || roles.ofProducts.length > 0) return [];
  const isSure = (id: Id): boolean => (roles.naming === 'turned-to' ? !anybody.has(id) : believed.has(id));
  return roles.ids.every(isSure) ? roles.ids : [];
}

/** A name is short, and each of its words has a capital where there are capitals. */
const isName = (text: string): boolean =>
  text !== '' && text.split(/\s+/u).length <= 4 && text.split(/\s+/u).every((word) => !/^\P{L}*\p{Ll}/u.test(word));
