/**
 * What the interface says from the start. What is asked for later has its words in the files beside this one; there
 * are no other `msg` calls in the project. A policy's own words never stand here; they come from the bundle.
 *
 * What translators should know of a message stands in notes.json, by its id: here every reader would load it.
 *
 * A name, a number or a date stands for itself, after a colon: no other word has to agree with it, in any grammar.
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
  edition: () => msg('Version', {id: 'edition'}),
  version: (version: string) => msg(str`Version ${version}`, {id: 'version'}),
  undated: () => msg('Without a date', {id: 'undated'}),
  newestEdition: () => msg('Newest available', {id: 'newest-edition'}),

  reader: () => msg('Which describes you?', {id: 'reader'}),

  showingAll: (total: string) => msg(str`Showing all points: ${total}`, {id: 'showing-all'}),
  showingSome: (shown: string, total: string, hidden: string) =>
    msg(str`Showing ${shown} of ${total} points. Hidden: ${hidden}.`, {id: 'showing-some'}),
  showAll: () => msg('Show the whole policy', {id: 'show-all'}),

  contents: () => msg('Contents', {id: 'contents'}),

  effective: (date: string) => msg(str`Effective: ${date}`, {id: 'effective'}),
  alsoIn: () => msg('Also in:', {id: 'also-in'}),
  missing: (asked: string, shown: string) => msg(str`Not available in: ${asked}. Shown in: ${shown}.`, {id: 'missing'}),
  newer: (edition: string) => msg(str`Newer version: ${edition}. Available in:`, {id: 'newer'}),
  prevails: (language: string) =>
    msg(str`Where the texts differ, this language prevails: ${language}.`, {id: 'prevails'}),
  notAddressed: () =>
    msg('This policy has no section for the readers you chose. It shows what is for everyone.', {id: 'not-addressed'}),

  labels: {
    data: () => msg('Data:', {id: 'label-data'}),
    'legal-basis': () => msg('Why we may:', {id: 'label-bases'}),
    purpose: () => msg('Purpose:', {id: 'label-purposes'}),
  },

  loading: () => msg('Loading the policy …', {id: 'loading'}),
  loadingFailed: () =>
    msg('The policy could not be loaded. Check your connection and try again.', {id: 'loading-failed'}),
  retry: () => msg('Try again', {id: 'retry'}),
  empty: () => msg('There is no policy to show here.', {id: 'empty'}),
};

export type Words = typeof words;
