/** How a policy's own words look. Colours and sizes come from the viewer's custom properties. */

import {css} from 'lit';

export const textStyles = css`
  :host {
    display: block;
  }
  section,
  [data-clause],
  [part='heading'] {
    scroll-margin-block-start: var(--_covered, 0px);
  }
  /* Heights that are only estimated make a page jump where nothing anchors its scrolling: in WebKit, which cannot scroll to what it left out, either. */
  @supports (overflow-anchor: auto) {
    section {
      content-visibility: auto;
      contain-intrinsic-size: auto 30rem;
    }
  }
  section {
    /* Containment clips what stands out of the box: focus rings need this room. */
    padding-inline: 4px;
    margin-inline: -4px;
  }
  [part='heading'] {
    margin: 0;
    padding-block: 1.75em 0.4em;
    font-size: 1.3125rem;
    line-height: 1.35;
    text-wrap: balance;
  }
  section section [part='heading'] {
    font-size: 1.0625rem;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  p {
    margin-block: 0.75em;
  }
  p,
  li > div,
  th,
  td {
    white-space: pre-line;
    overflow-wrap: break-word;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  .term {
    border-block-end: 1px dotted var(--_soft);
  }
  ul,
  ol {
    margin-block: 0.75em;
    padding-inline-start: 1.4em;
  }
  li {
    margin-block: 0.5em;
  }

  .labelled {
    list-style: none;
    padding: 0;
    border-block-end: 1px solid var(--_line);
  }
  .labelled > li {
    display: grid;
    grid-template: auto 1fr / 11rem minmax(0, 1fr);
    column-gap: 1.5rem;
    margin: 0;
    padding-block: 0.9rem;
    border-block-start: 1px solid var(--_line);
  }
  .labelled > li > div {
    grid-area: 1 / 2 / 3;
  }
  .labelled > li::before,
  .labelled > li::after {
    grid-column: 1;
    font-size: 0.8125rem;
    line-height: 1.45;
    padding-block-start: 0.15rem;
  }
  .labelled > li::before {
    content: attr(data-what);
    font-weight: 600;
    font-size: 0.875rem;
  }
  .labelled > li::after {
    content: attr(data-why);
    color: var(--_soft);
  }
  @container (max-width: 46rem) {
    .labelled > li {
      display: flex;
      flex-direction: column;
    }
    .labelled > li > div {
      order: 3;
      margin-block-start: 0.25rem;
    }
    .labelled > li::after {
      order: 2;
    }
  }

  .table {
    overflow-x: auto;
    margin-block: 1rem;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.9375rem;
  }
  th,
  td {
    min-inline-size: 6.5rem;
    padding: 0.6rem 0.75rem;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-weight: 600;
  }

  @media print {
    section {
      content-visibility: visible;
    }
    .labelled > li {
      break-inside: avoid;
    }
  }
`;
