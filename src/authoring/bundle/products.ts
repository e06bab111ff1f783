/** A bundle's products and its title, each named by policies.yaml or after its texts. */
import type {Id, LanguageTag, Localized, Policy, Product} from '../../policy/bundle.js';
import {compareEditionIds} from '../../policy/editions.js';
import {error, warning, type Finding} from '../findings/finding.js';
import {unknownName, type Settings} from '../folder/settings.js';
import {localize} from '../vocabulary/vocabulary.js';
import type {Summary} from './assemble.js';

/** The products that some policy covers: as policies.yaml lists them, then one for each policy that names none. */
export function toProducts(
  policies: readonly Policy[],
  settings: Settings,
  texts: ReadonlyMap<Id, readonly Summary[]>,
  languages: readonly LanguageTag[],
  findings: Finding[],
): readonly Product[] {
  const covered = new Set(policies.flatMap(({products}) => products));
  const declared = new Map(settings.products.map((entry) => [entry.id, entry]));
  const namedAfter = new Map(policies.map(({id, products: [first = id]}) => [first, id]));
  for (const {id, at} of settings.products) {
    if (!covered.has(id))
      findings.push(
        warning(
          'uncovered-product',
          at,
          `No policy covers the product “${id}”, so it was left out. Add it to a policy’s “products”.`,
        ),
      );
  }
  for (const {id: policy, products = []} of settings.policies) {
    for (const {id, at} of products) {
      if (declared.has(id) || id === policy || !covered.has(id)) continue;
      findings.push(
        error(
          'unknown-product',
          at,
          `${unknownName('product', id, declared.keys())} Correct the name, or declare it under “products” ` +
            'with its names.',
        ),
      );
    }
  }
  const ids = [...declared.keys()].filter((id) => covered.has(id));
  return [...ids, ...[...covered].filter((id) => !declared.has(id))].map((id) => {
    const names = declared.get(id)?.names;
    return {
      id,
      names:
        names === undefined
          ? titlesOf(texts.get(namedAfter.get(id) ?? '') ?? [], id, languages)
          : localize(names, languages),
    };
  });
}

/** A product without a name is called what its policy's newest text in each language is called. */
function titlesOf(own: readonly Summary[], id: Id, languages: readonly LanguageTag[]): Localized {
  const titles = new Map(
    [...own].sort((a, b) => compareEditionIds(b.edition, a.edition)).map(({language, title}) => [language, title]),
  );
  const names = languages.flatMap((tag): [LanguageTag, string][] => {
    const title = titles.get(tag);
    return title === undefined ? [] : [[tag, title]];
  });
  return names.length === 0 ? localize(id, languages) : Object.fromEntries(names);
}

/** A collection without a title is called after what is in it. */
export function titleFor(
  path: string,
  policies: readonly Policy[],
  products: readonly Product[],
  languages: readonly LanguageTag[],
): Localized {
  const byId = new Map(products.map((product) => [product.id, product]));
  const first = policies.map((policy) => byId.get(policy.products[0] ?? ''));
  const title = (tag: LanguageTag): string =>
    first.map((product) => product?.names[tag] ?? Object.values(product?.names ?? {})[0] ?? path).join(' · ');
  return Object.fromEntries(languages.map((tag) => [tag, title(tag)]));
}
