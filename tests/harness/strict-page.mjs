// Gives the tests' own page a strict Content Security Policy: `--strict` of tests/harness/run.mjs. What the viewer does
// is held to it by tests/viewer/viewer.ts, which then loads the file with Lit inside and asks after each test for what
// the page refused.

/** Tests that open pages of their own, which have the policy that the test gives them, strict or none. */
const names = 'hosts|hostile-text|long-words|look|media|page|payloads|prerender|requests|themes|trusted-types';
export const inOwnPages = new RegExp(`viewer/(?:${names})\\.test|authoring-in-browser`);

/** That of a strict site, with what tests need besides: their Lit, their markup, their servers. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self' blob: http://localhost:* http://127.0.0.1:* data: ws:",
  "frame-src 'self'",
  // Browsers ask for a favicon.
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types policy-viewer lit-html tests',
].join('; ');

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export const strictPage = () => ({
  name: 'strict-page',
  transform({path, response, body}) {
    if (path !== '/' || !response.is('html')) return undefined;
    // The runner's own scripts stand in the head before it.
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    return String(body).replace('</head>', `<script src="/tests/viewer/violations.js"></script>${meta}</head>`);
  },
});
