/** What policies.yaml must know of all texts that were imported. */
import type {Id} from '../../policy/bundle.js';
import {error, type Finding} from '../findings/finding.js';
import {notions} from '../vocabulary/notions.js';
import type {ImportChoices} from './choices.js';
import type {KnownNames, TextReport} from './import-texts.js';
import {nameAudiences} from './name/name-audiences.js';
import {sharedBrand} from '../recognise/recognise-products.js';
import type {Additions, NamedAddition} from './update/update-settings.js';

/** A heading that was chosen for and stands nowhere is a slip of the fingers. */
export function refuseUnread(reports: readonly TextReport[], choices: ImportChoices): Finding[] {
  const headings = new Set(reports.flatMap(({notes}) => notes.headings));
  return [...choices.headings].flatMap(([key, typed]) =>
    headings.has(key)
      ? []
      : [
          error(
            'no-heading',
            reports[0]?.planned.recognised.file ?? '',
            `No heading of what was imported reads “${typed}”, so --audience "${typed}=…" could do nothing. ` +
              'Write the heading as the text has it.',
          ),
        ],
  );
}

/** `reports` is in the order in which the files were given. */
export function gatherAdditions(reports: readonly TextReport[], known: KnownNames): Additions {
  const languages = [...new Set(reports.map(({planned: {recognised}}) => recognised.language.value))];
  const products = new Map<Id, Record<string, string>>();
  const policies = new Map<Id, Set<Id>>();
  for (const {
    planned: {
      recognised: {
        language: {value: language},
      },
      identity,
    },
  } of reports) {
    const named = [identity.product, ...identity.covers];
    for (const {id, name} of named) {
      const names = products.get(id) ?? {};
      names[language] ??= name;
      products.set(id, names);
    }
    const covered = policies.get(identity.policy) ?? new Set();
    named.forEach(({id}) => covered.add(id));
    policies.set(identity.policy, covered);
  }
  const bases = reports.map(
    ({
      planned: {
        identity: {product},
      },
    }) => product.parts[1] ?? product.name,
  );
  const [base = 'Policies'] = bases;
  return {
    title: sharedBrand(base, bases) || base,
    languages,
    audiences: [
      ...nameAudiences(
        reports.map(({planned: {recognised}, notes}) => ({language: recognised.language.value, ...notes})),
        languages,
      ),
      ...chosenAudiences(reports, known),
    ],
    products: [...products].map(([id, names]) => ({id, names})),
    policies: [...policies].map(([id, covered]) => ({id, products: [...covered]})),
  };
}

/** An audience that the user named for a heading and nobody knows yet gets the heading for a name. */
function chosenAudiences(reports: readonly TextReport[], known: KnownNames): NamedAddition[] {
  const declared = new Set([
    ...notions.audiences.map(({id}) => id),
    ...known.audiences,
    ...reports.flatMap(({notes}) => notes.ofProducts.map(({id}) => id)),
  ]);
  const added = new Map<Id, Record<string, string>>();
  for (const {
    planned: {recognised},
    notes,
  } of reports) {
    for (const {words, audiences} of notes.chosen) {
      for (const id of audiences) {
        if (declared.has(id)) continue;
        const names = added.get(id) ?? {};
        names[recognised.language.value] ??= words;
        added.set(id, names);
      }
    }
  }
  return [...added].map(([id, names]) => ({id, names}));
}
