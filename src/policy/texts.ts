/**
 * Bundles that keep their texts in files of their own, and the way back. It imports nothing, so that
 * the viewer can fetch it for such bundles alone.
 */

import type {Bundle, Edition, LanguageTag, Policy, Text, TextReference} from './bundle.js';

type Replace = (
  text: Text | TextReference,
  policy: Policy,
  edition: Edition,
  language: LanguageTag,
) => Text | TextReference;

/** The bundle with other texts in place of its own. */
export const replaceTexts = (bundle: Bundle, replace: Replace): Bundle => {
  const inEdition = (policy: Policy, edition: Edition): Edition => ({
    ...edition,
    texts: Object.fromEntries(
      Object.entries(edition.texts).map(([language, text]) => [language, replace(text, policy, edition, language)]),
    ),
  });
  return {
    ...bundle,
    policies: bundle.policies.map((policy) => ({
      ...policy,
      editions: policy.editions.map((edition) => inEdition(policy, edition)),
    })),
  };
};

/** The bundle with the texts that are there, by `src`, in place of what refers to them. */
export const withTexts = (bundle: Bundle, texts: ReadonlyMap<string, Text>): Bundle =>
  replaceTexts(bundle, (text) => ('src' in text && texts.get(text.src)) || text);

/** Every reference of a bundle, in its order. */
export const referencesIn = ({policies}: Bundle): TextReference[] =>
  policies.flatMap(({editions}) => editions.flatMap(({texts}) => Object.values(texts).filter((text) => 'src' in text)));
