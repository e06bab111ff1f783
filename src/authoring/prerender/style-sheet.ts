/**
 * How prerendered pages look: the viewer's own calm, without the viewer. It stands in one
 * file beside the pages, so that they need no inline style and pass any content security
 * policy that allows 'self'. A site that has its own look replaces the file. It is as long as
 * it is because it is a single style sheet.
 */
import {sizes} from './size-sections.js';

export const styleSheet = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fff, #14161a);
  --ink: light-dark(#1b1e24, #e7e9ee);
  --accent: light-dark(#1d58c7, #8ab4ff);
  --note: light-dark(#fff6e0, #2b2315);
  --soft: color-mix(in srgb, var(--ink) 72%, var(--paper));
  --line: color-mix(in srgb, var(--ink) 14%, var(--paper));
  --side: clamp(1rem, 4vw, 2rem);
  --line: 1.6rem;
}
* {
  box-sizing: border-box;
}
html {
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  scroll-padding-block-start: 1rem;
}
body {
  max-inline-size: 68rem;
  margin: 0 auto;
  padding-inline: var(--side);
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif;
  overflow-wrap: break-word;
}
body:is(:lang(ar), :lang(fa), :lang(ja), :lang(ko), :lang(ur), :lang(zh)) {
  line-height: 1.75;
}
/* Scripts without italics: a slanted Chinese or Arabic letter is a distorted one. */
:is(:lang(ar), :lang(fa), :lang(he), :lang(ja), :lang(ko), :lang(ur), :lang(zh)) em {
  font-style: normal;
  font-weight: 600;
}
a {
  color: var(--accent);
  text-underline-offset: 0.15em;
}
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}

.site {
  padding-block: 1.25rem;
  color: var(--soft);
  font-size: 0.9375rem;
}
.site a {
  color: inherit;
  text-decoration-color: var(--line);
}
.site a:hover {
  color: var(--ink);
  text-decoration-color: currentcolor;
}
header.site {
  border-block-end: 1px solid var(--line);
}
footer.site {
  margin-block-start: 3rem;
  border-block-start: 1px solid var(--line);
}
.site p {
  margin: 0;
}

h1, h2, h3, h4, h5, h6 {
  margin: 0;
  line-height: 1.35;
  text-wrap: balance;
}
h1 {
  font-size: clamp(1.5rem, 1.25rem + 1.2vw, 1.875rem);
  line-height: 1.25;
}
.document {
  max-inline-size: 46rem;
  padding-block-start: clamp(1.5rem, 5vw, 2.5rem);
}
.date {
  margin-block: 0.4rem 1rem;
  color: var(--soft);
  font-size: 0.9375rem;
}
.date > span {
  margin-inline-end: 1rem;
}
.language {
  display: inline-block;
  margin-inline-end: 0.75rem;
}
.language a {
  display: inline-block;
  padding-block: 0.15rem;
}
.notice {
  margin-block: 0 1rem;
  padding: 0.7rem 1rem;
  background: var(--note);
  border: 1px solid color-mix(in srgb, var(--ink) 25%, var(--note));
  border-radius: 8px;
  font-size: 0.9375rem;
}

.contents {
  margin-block-end: 1.75rem;
  font-size: 0.9rem;
  line-height: 1.4;
}
.contents summary {
  inline-size: fit-content;
  padding-block: 0.35rem;
  color: var(--soft);
  cursor: pointer;
}
.contents ol, .index ul, .editions ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
.contents a {
  display: block;
  padding: 0.3rem 0.75rem;
  border-inline-start: 2px solid var(--line);
  color: var(--soft);
  text-decoration: none;
}
.contents a:hover {
  color: var(--ink);
  border-color: var(--accent);
}
.contents [data-depth="1"] a {
  padding-inline-start: 1.5rem;
}
.contents li:not([data-depth="0"], [data-depth="1"]) a {
  padding-inline-start: 2.25rem;
}

/* Long texts: what is out of sight is not laid out until it comes near. Once a link leads to a clause, all
   of it is, for a link must land where it leads; so it is where nothing anchors the scrolling, as in WebKit.
   Containment clips what stands out of the box: focus rings need the room at its sides. */
[data-lines] {
  display: flow-root;
  padding-inline: 4px;
  margin-inline: -4px;
}
@supports (overflow-anchor: auto) {
  body:not(:has(:target)) [data-lines] {
    content-visibility: auto;
    contain-intrinsic-size: auto calc(var(--lines) * var(--line));
  }
}
${sizes.map((size) => `[data-lines="${size}"] { --lines: ${size}; }`).join('\n')}
section > :is(h2, h3, h4, h5, h6) {
  padding-block: 1.75em 0.4em;
}
.text h2 {
  font-size: 1.3125rem;
}
.text :is(h3, h4, h5, h6) {
  font-size: 1.0625rem;
}
p, .text :is(ul, ol) {
  margin-block: 0.75em;
}
.text :is(ul, ol) {
  padding-inline-start: 1.4em;
}
.text li {
  margin-block: 0.5em;
}
li::marker {
  color: var(--soft);
}
.term {
  border-block-end: 1px dotted var(--soft);
}
[data-clause]:target {
  background: var(--note);
  box-shadow: 0 0 0 0.4rem var(--note);
}

.text .labelled {
  list-style: none;
  padding: 0;
  border-block-end: 1px solid var(--line);
}
.labelled > li {
  display: grid;
  grid-template: auto 1fr / 11rem minmax(0, 1fr);
  column-gap: 1.5rem;
  padding-block: 0.9rem;
  border-block-start: 1px solid var(--line);
}
.text .labelled > li {
  margin: 0;
}
.labelled > li > div {
  grid-area: 1 / 2 / 3;
}
.labelled > li::before, .labelled > li::after {
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
  color: var(--soft);
}
/* Where no item is about data, as among a reader's rights, a column for it would stand empty. */
.labelled:not(:has(> [data-what])) > li {
  display: block;
}
.labelled:not(:has(> [data-what])) > li::after {
  display: block;
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
th, td {
  min-inline-size: 6.5rem;
  padding: 0.6rem 0.75rem;
  border-block-end: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
}
th {
  font-weight: 600;
}

.editions {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  align-items: baseline;
  margin-block-start: 3rem;
  color: var(--soft);
  font-size: 0.9375rem;
}
.editions p {
  margin: 0;
  font-weight: 600;
}
.editions ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
}
.editions [aria-current] {
  color: var(--ink);
  text-decoration: none;
}

.index {
  max-inline-size: 46rem;
  padding-block-start: clamp(1.5rem, 5vw, 3rem);
}
.index h2 {
  font-size: 1.3125rem;
  padding-block: 2.25rem 0.1rem;
}
.index h3 {
  padding-block: 1rem 0.35rem;
  color: var(--soft);
  font-size: 0.9375rem;
  font-weight: 400;
}
.index .covers {
  margin: 0;
  color: var(--soft);
  font-size: 0.9375rem;
}
.index li {
  display: grid;
  grid-template-columns: 11rem minmax(0, 1fr);
  column-gap: 1.5rem;
  justify-items: start;
  padding-block: 0.5rem;
  border-block-start: 1px solid var(--line);
}
.index ul {
  border-block-end: 1px solid var(--line);
}

@media (max-width: 46rem) {
  :root {
    --line: 3.2rem;
  }
  body {
    hyphens: auto;
  }
  .date > span {
    display: block;
    margin: 0;
  }
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
  .index li {
    grid-template-columns: minmax(0, 1fr);
  }
  .index li > span {
    color: var(--soft);
    font-size: 0.875rem;
  }
}

@media screen and (min-width: 66rem) {
  .document:not(.narrow) {
    display: grid;
    grid-template: auto 1fr auto / 15rem minmax(0, 46rem);
    column-gap: 3rem;
    max-inline-size: none;
  }
  .document:not(.narrow) > * {
    grid-column: 2;
  }
  .document > .contents {
    grid-area: 1 / 1 / 4;
    margin: 0;
    position: sticky;
    inset-block-start: 1rem;
    align-self: start;
    max-block-size: calc(100vh - 2rem);
    overflow-y: auto;
  }
}

@media (forced-colors: active) {
  [data-clause]:target {
    outline: 2px solid Highlight;
  }
}

@media print {
  body:not(:has(:target)) [data-lines] {
    content-visibility: visible;
  }
  @page {
    margin: 2cm;
  }
  :root {
    color-scheme: light;
    font-size: 10.5pt;
  }
  body {
    max-inline-size: none;
    padding: 0;
  }
  .contents, .also, .editions, header.site {
    display: none;
  }
  h1, h2, h3, h4, h5, h6, .lead {
    break-after: avoid;
  }
  .labelled > li, tr, .notice {
    break-inside: avoid;
  }
  a {
    color: inherit;
  }
}
`;
