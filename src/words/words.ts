/**
 * Everything the interface says: the only `msg` calls in the project. A policy's own
 * words never stand here; they come from the bundle.
 *
 * Ids are written out, because a generated id would lose its translation with every
 * change of wording. Numbers and names arrive formatted. Sentences with a number are
 * worded so that no plural form depends on it.
 */

import {msg, str} from '@lit/localize';

export const words = {
  product: () => msg('Product', {id: 'product'}),
  allProducts: () => msg('All products', {id: 'all-products'}),
  language: () => msg('Language', {id: 'language'}),
  notAvailable: () =>
    msg('Not available for all of this', {
      id: 'not-available',
      desc: 'Heads the languages that some or all of the policies shown are missing in.',
    }),
  edition: () => msg('Edition', {id: 'edition'}),
  version: (version: string) =>
    msg(str`Version ${version}`, {id: 'version', desc: 'Of a text whose date is not known.'}),
  undated: () => msg('Without a date', {id: 'undated', desc: 'An entry in the list of editions.'}),
  newestEdition: () => msg('Newest available', {id: 'newest-edition'}),

  reader: () =>
    msg('I am a …', {id: 'reader', desc: 'Stands before choices such as: visitor, mentor. Several may be chosen.'}),

  showingAll: (total: string) => msg(str`Showing all clauses: ${total}`, {id: 'showing-all'}),
  showingSome: (shown: string, total: string, hidden: string) =>
    msg(str`Showing ${shown} of ${total} clauses. Hidden: ${hidden}.`, {id: 'showing-some'}),
  showAll: () => msg('Show the whole policy', {id: 'show-all'}),

  contents: () => msg('Contents', {id: 'contents'}),

  effective: (date: string) =>
    msg(str`Effective ${date}`, {id: 'effective', desc: 'The day this edition takes or took effect.'}),
  alsoIn: () => msg('Also in:', {id: 'also-in', desc: 'Languages follow as buttons.'}),
  missing: (asked: string, shown: string) =>
    msg(str`This policy is not available in ${asked}. You are reading it in ${shown}.`, {
      id: 'missing',
      desc: 'Both are language names as they stand inside a sentence.',
    }),
  missingInEdition: (date: string, asked: string, shown: string) =>
    msg(str`The edition of ${date} is not available in ${asked}. You are reading it in ${shown}.`, {
      id: 'missing-in-edition',
    }),
  missingInThisEdition: (asked: string, shown: string) =>
    msg(str`This edition is not available in ${asked}. You are reading it in ${shown}.`, {
      id: 'missing-in-this-edition',
      desc: 'Both are language names as they stand inside a sentence. The date of the edition is not known.',
    }),
  newer: (date: string, newer: string) =>
    msg(str`This is the edition of ${date}. A newer edition, of ${newer}, is available in:`, {
      id: 'newer',
      desc: 'Languages follow as buttons.',
    }),
  newerThanThis: () =>
    msg('A newer edition is available in:', {
      id: 'newer-than-this',
      desc: 'Languages follow as buttons. The date of one of the editions is not known.',
    }),
  prevails: (language: string) => msg(str`Where the texts differ, the text in ${language} prevails.`, {id: 'prevails'}),
  notAddressed: () =>
    msg('This policy has no section for the readers you chose. It shows what is for everyone.', {id: 'not-addressed'}),

  loading: () => msg('Loading the policy …', {id: 'loading'}),
  loadingFailed: () =>
    msg('The policy could not be loaded. Check your connection and try again.', {id: 'loading-failed'}),
  unreadable: () =>
    msg(
      'The policy cannot be shown because its file has errors. Try again later, or ask the owner of this site for it.',
      {
        id: 'unreadable',
      },
    ),
  retry: () => msg('Try again', {id: 'retry'}),
  empty: () => msg('There is no policy to show here.', {id: 'empty'}),
};

export type Words = typeof words;
