/** What `init` writes: an invented company's policy in four languages, and a policies.yaml that teaches. */
import type {LanguageTag} from '../../policy/bundle.js';
import en from './texts/en.md?raw';
import sv from './texts/sv.md?raw';
import da from './texts/da.md?raw';
import nl from './texts/nl.md?raw';

interface Words {
  readonly title: string;
  readonly publisher: string;
  readonly product: string;
  readonly markdown: string;
}

const words: Readonly<Record<LanguageTag, Words>> = {
  en: {
    title: 'Privacy at Lantern Bikes',
    publisher: 'Lantern Bikes',
    product: 'Lantern Bikes',
    markdown: en,
  },
  sv: {
    title: 'Integritet hos Lantern Bikes',
    publisher: 'Lantern Bikes',
    product: 'Lantern Bikes',
    markdown: sv,
  },
  da: {
    title: 'Databeskyttelse hos Lantern Bikes',
    publisher: 'Lantern Bikes',
    product: 'Lantern Bikes',
    markdown: da,
  },
  nl: {
    title: 'Privacy bij Lantern Bikes',
    publisher: 'Lantern Bikes',
    product: 'Lantern Bikes',
    markdown: nl,
  },
};

export const firstLanguages: readonly LanguageTag[] = Object.keys(words);

export const firstPolicy = (language: LanguageTag): string => words[language]?.markdown ?? '';

/** The comments stand before what they speak of, so that each part can be changed or deleted with its own. */
export function firstSettings(languages: readonly LanguageTag[]): string {
  const each = (name: keyof Words, indent = '  '): string =>
    languages.map((tag) => `${indent}${tag}: ${words[tag]?.[name] ?? ''}`).join('\n');
  return `# What the texts in the folders beside this file have in common.
#
# A text says what it is by where it stands: <policy>/<day of effect>/<language>.md
# A translation is one file more beside the others. A new edition is one folder more,
# named after the day it takes effect; the older one stays, so that readers can look back.
# In a text, {#id} gives a section or clause a name that is the same in every language,
# and {audience="visitor"} after a heading says whom the section is for.

# The name of the whole collection, and who answers for it, once per language.
title:
${each('title')}
publisher:
${each('publisher')}

# In the order in which readers are offered them. The first is the default.
languages: [${languages.join(', ')}]

# Whom sections are for. Most are known with their names: client, member, visitor,
# employee, guest … Declare your own with names that answer "Which describes you?".
audiences:
  - id: client
  - id: visitor
  # - id: night-owl
  #   names: {en: night owl}

# What a reader may look for by name.
products:
  - id: lantern-bikes
    names:
${each('product', '      ')}

# A policy is a folder; it may cover several products.
policies:
  - id: privacy
    products: [lantern-bikes]
    # Where texts differ, this language is binding. Say so only if your policy does.
    # prevails: ${languages[0] ?? 'en'}
    # Languages that you promise for this policy: check tells when one has no text.
    # languages: [${languages.join(', ')}]

# Words that mean a kind of data, a legal ground or a purpose are found by themselves.
# Where yours are not, add them; “policy-viewer check” tells where languages differ.
# vocabulary:
#   - id: payment
#     phrases: {en: [deposit]}

# What check finds and may stay is said once, with its code and the reason.
# ignore:
#   - code: older-edition
#     file: privacy/2026-03-01/${languages.at(-1) ?? 'en'}.md
#     reason: The new edition is with the translators
`;
}
