/**
 * What the interface says from the start. What is asked for later has its words in the files beside this one; there
 * are no other `msg` calls in the project. A policy's own words never stand here; they come from the bundle.
 *
 * What translators should know of a message stands in notes.json, by its id: here every reader would load it.
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
    }),
  edition: () => msg('Edition', {id: 'edition'}),
  version: (version: string) => msg(str`Version ${version}`, {id: 'version'}),
  undated: () => msg('Without a date', {id: 'undated'}),
  newestEdition: () => msg('Newest available', {id: 'newest-edition'}),

  reader: () => msg('I am a …', {id: 'reader'}),

  showingAll: (total: string) => msg(str`Showing all clauses: ${total}`, {id: 'showing-all'}),
  showingSome: (shown: string, total: string, hidden: string) =>
    msg(str`Showing ${shown} of ${total} clauses. Hidden: ${hidden}.`, {id: 'showing-some'}),
  showAll: () => msg('Show the whole policy', {id: 'show-all'}),

  contents: () => msg('Contents', {id: 'contents'}),

  effective: (date: string) => msg(str`Effective ${date}`, {id: 'effective'}),
  alsoIn: () => msg('Also in:', {id: 'also-in'}),
  missing: (asked: string, shown: string) =>
    msg(str`This policy is not available in ${asked}. You are reading it in ${shown}.`, {
      id: 'missing',
    }),
  missingInEdition: (date: string, asked: string, shown: string) =>
    msg(str`The edition of ${date} is not available in ${asked}. You are reading it in ${shown}.`, {
      id: 'missing-in-edition',
    }),
  missingInThisEdition: (asked: string, shown: string) =>
    msg(str`This edition is not available in ${asked}. You are reading it in ${shown}.`, {
      id: 'missing-in-this-edition',
    }),
  newer: (date: string, newer: string) =>
    msg(str`This is the edition of ${date}. A newer edition, of ${newer}, is available in:`, {
      id: 'newer',
    }),
  newerThanThis: () =>
    msg('A newer edition is available in:', {
      id: 'newer-than-this',
    }),
  prevails: (language: string) => msg(str`Where the texts differ, the text in ${language} prevails.`, {id: 'prevails'}),
  notAddressed: () =>
    msg('This policy has no section for the readers you chose. It shows what is for everyone.', {id: 'not-addressed'}),

  loading: () => msg('Loading the policy …', {id: 'loading'}),
  loadingFailed: () =>
    msg('The policy could not be loaded. Check your connection and try again.', {id: 'loading-failed'}),
  retry: () => msg('Try again', {id: 'retry'}),
  empty: () => msg('There is no policy to show here.', {id: 'empty'}),
};

export type Words = typeof words;
