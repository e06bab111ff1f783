/** The preview's page: the viewer, and below it everything that `check` would say, in ordinary HTML. */
import {countFindings, describe, type Finding} from '../../authoring/findings/finding.js';

export interface PageContent {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly hasBundle: boolean;
  /** Whether the bundle is of the files as they are now. */
  readonly isCurrent: boolean;
}

export function renderPage({name, findings, hasBundle, isCurrent}: PageContent): string {
  const count = countFindings(findings);
  const note = !hasBundle
    ? 'There is no bundle to show yet: correct what stands below, and this page shows it.'
    : isCurrent
      ? undefined
      : 'The viewer shows the last bundle that could be built. Correct what stands below, and it follows.';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview of ${escape(name)}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-inline-size: 68rem; padding: 1.5rem; }
.findings { border-block-start: 1px solid; margin-block-start: 3rem; padding-block-start: 1rem; }
.findings pre {
  font: 0.8125rem/1.5 ui-monospace, monospace;
  margin: 0 0 1rem;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}
.note { border-inline-start: 0.25rem solid; padding-inline-start: 0.75rem; }
</style>
<script type="module" src="/policy-viewer.js"></script>
<script type="module" src="/reload.js"></script>
</head>
<body>
${note === undefined ? '' : `<p class="note" role="status">${escape(note)}</p>\n`}${
    hasBundle ? '<policy-viewer src="/bundle.json"></policy-viewer>\n' : ''
  }<section class="findings" aria-labelledby="findings">
<h2 id="findings">${escape(count.charAt(0).toUpperCase() + count.slice(1))}</h2>
${findings.map((finding) => `<pre dir="auto">${escape(describe(finding))}</pre>`).join('\n')}
</section>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** Also reloads when the preview was started anew while the page stood open. */
export const reloadScript = `const events = new EventSource('/events');
let lost = false;
events.addEventListener('change', () => { location.reload(); });
events.addEventListener('error', () => { lost = true; });
events.addEventListener('open', () => { if (lost) location.reload(); });
`;
