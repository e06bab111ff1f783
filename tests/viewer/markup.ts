/** Markup of the tests' own, also in a page that wants Trusted Types (`--strict`). */

interface TrustedTypes {
  createPolicy(name: string, rules: object): {createHTML(html: string): string};
}

const policy = (window as unknown as {trustedTypes?: TrustedTypes}).trustedTypes?.createPolicy('tests', {
  createHTML: (html: string) => html,
});

export const markup = (html: string): string => policy?.createHTML(html) ?? html;
