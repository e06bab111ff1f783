/** Where a link of a page leads: an address that a policy may hold, or a name within the page. */
import {patterns} from '../../../policy/validate.js';

/** Undefined for what a policy cannot link to. `base` is where the page says it stands. */
export function addressOf(href: string, base: string | undefined): string | undefined {
  // Google Docs leads every link through Google.
  const through =
    /^https:\/\/www\.google\.com\/url\?/.test(href) && URL.canParse(href) ? new URL(href).searchParams.get('q') : null;
  if (through !== null) return addressOf(through, base);
  if (href.startsWith('#') || patterns.link.test(href)) return href;
  // A page that says where it stands gives its relative links an address; a Markdown file or a letter has none.
  if (base === undefined || /^[a-z][a-z\d+.-]*:/i.test(href) || !URL.canParse(href, base)) return undefined;
  const absolute = new URL(href, base).href;
  return patterns.link.test(absolute) ? absolute : undefined;
}
