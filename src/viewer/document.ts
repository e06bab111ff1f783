/** One policy: its title and dates, what the reader must know about this text, and the text. */

import {html, nothing, type TemplateResult} from 'lit';
import type {Edition, Id, LanguageTag, Term, TextReference} from '../policy/bundle.js';
import {isReference} from '../policy/clauses.js';
import {versionOf} from '../policy/editions.js';
import {direction, formatDate, languageName, ownName} from '../policy/language.js';
import type {PolicyView, View} from '../policy/select.js';
import type {Words} from '../words/words.js';
import type {Choose} from './controls.js';
import {renderHeading} from './heading.js';
import {renderFailure, renderLoading} from './failure.js';
import type {Texts} from './load.js';
import {nameEdition} from './name-edition.js';

export interface Setting {
  readonly vocabulary: ReadonlyMap<Id, Term>;
  readonly filter: CSSStyleSheet;
  readonly words: Words;
  /** The interface's language. */
  readonly speaks: LanguageTag;
  readonly level: number;
  readonly choose: Choose;
  readonly texts: Texts | undefined;
  readonly view: View;
}

export const renderDocument = (view: PolicyView, setting: Setting): TemplateResult => {
  const {policy, language, text} = view;
  const {level, vocabulary, filter, speaks} = setting;
  return html`<article part="document" class="document" data-policy=${policy.id}
    lang=${language} dir=${direction(language)}>${renderHeading(level, text.title)}
    <div class="about" lang=${speaks} dir=${direction(speaks)}>${renderDates(view, setting)}${renderNotices(
      view,
      setting,
    )}${isReference(text) ? renderPlaceholder(text, setting) : nothing}</div>${
      isReference(text)
        ? nothing
        : html`<policy-viewer-text exportparts="section, heading, clause, link" data-policy=${policy.id}
          .filter=${filter} .text=${text} .language=${language} .speaks=${speaks} .vocabulary=${vocabulary}
          .level=${level + 1}></policy-viewer-text>`
    }</article>`;
};

/** What stands in place of a text that is not there. */
const renderPlaceholder = (text: TextReference, {texts, words, speaks}: Setting): TemplateResult => {
  const failure = texts?.failureOf(text);
  return failure ? renderFailure(failure.say?.(speaks), words, () => texts?.retry(text)) : renderLoading(words);
};

/** A button in the words of the language it leads to. */
const renderLanguage = (language: LanguageTag, {choose, view}: Setting, date = ''): TemplateResult =>
  html`<button type="button" @click=${() => choose({language, edition: ''})}
    ><span lang=${language}>${ownName(language, view.languageNames)}</span>${date}</button>`;

/** The day of effect, else the version; nothing where nothing is known. */
const sayEdition = (edition: Edition, words: Words, speaks: LanguageTag): string => {
  const name = nameEdition(edition, words, speaks);
  return edition.effective ? words.effective(name) : versionOf(edition) ? name : '';
};

const renderDates = ({edition, others}: PolicyView, setting: Setting): TemplateResult => {
  const {words, speaks} = setting;
  const other = ({language, effective}: PolicyView['others'][number]): TemplateResult => {
    const date = !effective || effective === edition.effective ? '' : ` (${formatDate(effective, speaks)})`;
    return renderLanguage(language, setting, date);
  };
  return html`<p class="date"><span>${sayEdition(edition, words, speaks)}</span>${
    others.length ? html`<span class="also">${words.alsoIn()} ${others.map(other)}</span>` : nothing
  }</p>`;
};

/** Why this is the text the reader sees, where it is not the one they would expect. */
export const sayMissing = ({missing, language}: PolicyView, words: Words, speaks: LanguageTag): string =>
  missing ? words.missing(languageName(missing, speaks), languageName(language, speaks)) : '';

const renderNotices = (view: PolicyView, setting: Setting): unknown => {
  const {newer, prevails, addressed} = view;
  const {words, speaks} = setting;
  const notice = (content: unknown): TemplateResult => html`<p part="notice" class="notice">${content}</p>`;
  return [
    view.missing ? notice(sayMissing(view, words, speaks)) : nothing,
    newer
      ? notice([
          words.newer(nameEdition(newer, words, speaks)),
          ' ',
          newer.languages.map((language) => renderLanguage(language, setting)),
        ])
      : nothing,
    prevails ? notice(words.prevails(languageName(prevails, speaks))) : nothing,
    addressed ? nothing : notice(words.notAddressed()),
  ];
};
