/**
 * How the viewer looks. Every colour and size that a site may want to change is a
 * `--policy-*` property; names with an underscore are ours alone. Layout answers to
 * the element's own width.
 */

import {css} from 'lit';

export const viewerStyles = css`
  :host {
    display: block !important;
  }
  :host([hidden]) {
    display: none !important;
  }

  .viewer {
    /* A page's own rules reach us by inheritance; only its colour scheme is welcome. */
    all: initial;
    color-scheme: inherit;
    --_paper: var(--policy-paper, light-dark(#fff, #14161a));
    --_ink: var(--policy-ink, light-dark(#1b1e24, #e7e9ee));
    --_accent: var(--policy-accent, light-dark(#1d58c7, #8ab4ff));
    --_soft: color-mix(in srgb, var(--_ink) 72%, var(--_paper));
    --_edge: color-mix(in srgb, var(--_ink) 55%, var(--_paper));
    --_line: color-mix(in srgb, var(--_ink) 14%, var(--_paper));
    --_note: var(--policy-note, light-dark(#fff6e0, #2b2315));
    display: block;
    container-type: inline-size;
    position: relative;
    overflow: clip;
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--policy-radius, 12px);
    color: var(--_ink);
    font: var(--policy-size, 1rem)/1.6 var(--policy-font, system-ui, sans-serif);
  }
  * {
    box-sizing: border-box;
  }
  :focus-visible,
  .chip:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  button {
    padding: 0.25rem 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  .toolbar,
  .audiences,
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin: 0;
    padding: 1rem var(--_side) 0;
    border: 0;
    --_side: 1.5rem;
  }
  .toolbar {
    gap: 0.75rem 1rem;
    padding-block-end: 1rem;
    background: var(--_paper);
    border-block-end: 1px solid var(--_line);
  }
  .field {
    display: grid;
    gap: 0.2rem;
    min-inline-size: 0;
    color: var(--_soft);
    font-size: 0.8125rem;
  }
  .field:first-child {
    flex: 1 1 14rem;
  }
  select {
    inline-size: 100%;
    max-inline-size: 26rem;
    min-block-size: 2.5rem;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_paper);
    color: var(--_ink);
    font: inherit;
    font-size: 0.9375rem;
    text-overflow: ellipsis;
  }

  legend {
    float: inline-start;
    padding: 0;
    margin-inline-end: 0.5rem;
    font-weight: 600;
  }
  .chip {
    position: relative;
    min-block-size: 2.25rem;
    padding: 0.35rem 0.9rem;
    border: 1px solid var(--_edge);
    border-radius: 1.2rem;
    font-size: 0.9375rem;
    line-height: 1.4;
    cursor: pointer;
  }
  .chip input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .chip:has(:checked) {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_paper);
    font-weight: 600;
  }
  .chip:has(:checked)::before {
    content: '✓ ' / '';
  }

  .status {
    gap: 0.25rem 1.25rem;
    padding-block: 0.6rem;
    color: var(--_soft);
    font-size: 0.9375rem;
  }

  .page {
    display: grid;
    grid-template-columns: 14rem minmax(0, var(--policy-measure, 46rem));
    gap: 2.5rem;
    padding: 1.5rem 1.5rem 2.5rem;
    border-block-start: 1px solid var(--_line);
  }
  .contents {
    position: sticky;
    inset-block-start: calc(var(--_covered, 0px) + 1rem);
    align-self: start;
    max-block-size: calc(100vh - var(--_covered, 0px) - 2rem);
    overflow-y: auto;
    font-size: 0.9rem;
    line-height: 1.4;
  }
  .contents button {
    display: none;
  }
  .contents ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .contents > ol > li + li {
    margin-block-start: 0.75rem;
  }
  .contents a {
    display: block;
    padding: 0.3rem 0.75rem;
    border-inline-start: 2px solid var(--_line);
    color: var(--_soft);
    text-decoration: none;
  }
  .contents a:hover {
    color: var(--_ink);
  }
  .contents [data-depth='1'] a {
    padding-inline-start: 1.5rem;
  }
  .contents [data-depth='2'] a {
    padding-inline-start: 2.25rem;
  }

  .document + .document {
    margin-block-start: 3rem;
    padding-block-start: 2.5rem;
    border-block-start: 1px solid var(--_line);
  }
  .document > [part='heading'] {
    margin: 0;
    font-size: 1.75rem;
    line-height: 1.25;
    text-wrap: balance;
    overflow-wrap: break-word;
    scroll-margin-block-start: calc(var(--_covered, 0px) + 1rem);
  }
  .date {
    margin-block: 0.4rem 1rem;
    color: var(--_soft);
    font-size: 0.9375rem;
  }
  .date > span,
  :is(.date, .notice) button {
    margin-inline-end: 1rem;
  }
  .notice {
    margin-block: 0 1rem;
    padding: 0.7rem 1rem;
    background: var(--_note);
    border: 1px solid color-mix(in srgb, var(--_ink) 25%, var(--_note));
    border-radius: 8px;
    font-size: 0.9375rem;
  }
  .viewer > .notice {
    margin: 1rem;
  }
  .notice p {
    margin: 0;
  }
  .loading {
    padding: 1rem;
    color: var(--_soft);
  }

  @container (max-width: 46rem) {
    .toolbar,
    .audiences,
    .status {
      --_side: 1rem;
    }
    .field {
      flex: 1 1 9rem;
    }
    .field:first-child {
      flex-basis: 100%;
    }
    .page {
      display: block;
      padding: 1rem 1rem 2rem;
    }
    .contents {
      position: static;
      max-block-size: none;
      margin-block-end: 1.25rem;
    }
    .contents button {
      display: block;
    }
    .contents [aria-expanded='false'] + ol {
      display: none;
    }
    .document > [part='heading'] {
      font-size: 1.5rem;
    }
  }

  /* The pickers stay in reach while reading, where they leave room enough to read. */
  @media (min-height: 40rem) {
    @container (min-width: 46rem) {
      .toolbar {
        position: sticky;
        inset-block-start: var(--policy-sticky, 0px);
        z-index: 1;
      }
      .page {
        --_covered: calc(var(--policy-sticky, 0px) + 6.5rem);
      }
    }
  }

  @media (forced-colors: active) {
    .chip:has(:checked) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    .toolbar,
    .audiences,
    button,
    .contents {
      display: none;
    }
    .viewer,
    .page {
      border: 0;
      display: block;
    }
  }
`;
