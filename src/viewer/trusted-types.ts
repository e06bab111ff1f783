/**
 * The Trusted Types policy of the files that have Lit inside (dist/cdn): Lit's own call comes here, see vite.config.ts.
 * A page's own Lit may have taken the name that Lit gives it, and where a page does not allow a name, making it throws.
 */

interface TrustedTypes {
  createPolicy(name: string, rules: object): unknown;
}

/** Whether the page's Content Security Policy does not allow the policy: Lit can make no markup then. */
export let isRefused = false;

/** What Lit gets: the policy, or nothing where the page knows no such thing. */
export const createPolicy = (rules: object): unknown => {
  // Of two copies the second does nothing, and needs no name, which the first has.
  if (customElements.get('policy-viewer')) return undefined;
  try {
    return (globalThis as {trustedTypes?: TrustedTypes}).trustedTypes?.createPolicy('policy-viewer', rules);
  } catch {
    isRefused = true;
    return undefined;
  }
};
