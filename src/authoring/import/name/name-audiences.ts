/** Names for audiences that the vocabulary does not have, so that policies.yaml can declare them. */
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import {wordsOf} from '../../vocabulary/language-words.js';
import {wordsFor, type WordsByLanguage} from '../../document/guess.js';
import type {RoleOfProduct} from '../../recognise/recognise-audiences.js';
import type {NamedAddition} from '../update/update-settings.js';

/** How a language puts a product's name and a role together. */
const compounds: WordsByLanguage<(product: string, role: string) => string> = {
  sv: (product, role) => `${product}-${role}`,
  nb: (product, role) => `${product}-${role}`,
  da: (product, role) => `${product}-${role}`,
  nl: (product, role) => `${product}-${role}`,
  ar: (product, role) => `${role} ${product}`,
};

export interface NamedText {
  readonly language: LanguageTag;
  readonly ofProducts: readonly RoleOfProduct[];
  readonly unknown: Iterable<readonly [Id, string]>;
}

export function nameAudiences(texts: readonly NamedText[], languages: readonly LanguageTag[]): NamedAddition[] {
  const names = new Map<Id, Record<LanguageTag, string>>();
  const entry = (id: Id): Record<LanguageTag, string> => {
    const found = names.get(id) ?? {};
    names.set(id, found);
    return found;
  };
  for (const {language, ofProducts, unknown} of texts) {
    for (const {id, role, product} of ofProducts) {
      const own = entry(id);
      for (const tag of [language, ...languages]) {
        const roleName = wordsOf(tag)?.audiences[role]?.name;
        if (roleName !== undefined)
          own[tag] ??= (wordsFor(compounds, tag) ?? ((one, other) => `${one} ${other}`))(product, roleName);
      }
    }
    for (const [id, words] of unknown) entry(id)[language] ??= words;
  }
  return [...names].map(([id, byLanguage]) => ({id, names: byLanguage}));
}
