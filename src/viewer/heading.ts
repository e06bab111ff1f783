/** Headings of a level that is known only when the page is: HTML has one element for each. */

import {html, nothing, type TemplateResult} from 'lit';

/** A heading of level 2 or deeper: the page has its own first. Beyond the sixth a heading says its level itself. */
export const renderHeading = (level: number, content: unknown): TemplateResult => {
  switch (level) {
    case 2:
      return html`<h2 part="heading">${content}</h2>`;
    case 3:
      return html`<h3 part="heading">${content}</h3>`;
    case 4:
      return html`<h4 part="heading">${content}</h4>`;
    case 5:
      return html`<h5 part="heading">${content}</h5>`;
    default:
      return html`<h6 part="heading" aria-level=${level > 6 ? level : nothing}>${content}</h6>`;
  }
};
