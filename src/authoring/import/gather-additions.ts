/** What policies.yaml must know of all texts that were imported. */
import type {Id} from '../../policy/bundle.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, type Finding} from '../findings/finding.js';
import {defaultAudiences} from '../vocabulary/audiences.js';
import type {ImportChoices} from './choices.js';
import type {Head, Known, Told} from './import-texts.js';
import {nameAudiences} from './name/name-audiences.js';
import {sharedBrand} from '../recognise/recognise-products.js';
import type {Additions, NamedAddition} from './update/update-settings.js';

/** `told` is in the order in which the files were given. */
export function gatherAdditions(
  heads: readonly Head[],
  told: readonly Told[],
  known: Known,
  choices: ImportChoices,
): Result<Additions, Finding> {
  const unread = refuseUnread(heads, told, choices);
  return unread.length > 0 ? failed(unread) : ok(gather(told, known));
}

/** A heading that was chosen for and stands nowhere is a slip of the fingers. */
function refuseUnread([first]: readonly Head[], told: readonly Told[], choices: ImportChoices): Finding[] {
  const headings = new Set(told.flatMap(({remains}) => remains.headings));
  return [...choices.headings].flatMap(([key, typed]) =>
    headings.has(key)
      ? []
      : [
          error(
            'no-heading',
            first?.file ?? '',
            `No heading reads “${typed}”, so --audience "${typed}=…" could do nothing. Write the heading as the text has it.`,
          ),
        ],
  );
}

function gather(told: readonly Told[], known: Known): Additions {
  const languages = [...new Set(told.map(({planned: {head}}) => head.language.value))];
  const products = new Map<Id, Record<string, string>>();
  const policies = new Map<Id, Set<Id>>();
  for (const {
    planned: {
      head: {
        language: {value: language},
      },
      identity,
    },
  } of told) {
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
  const bases = told.map(
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
        told.map(({planned: {head}, remains}) => ({language: head.language.value, ...remains})),
        languages,
      ),
      ...chosenAudiences(told, known),
    ],
    products: [...products].map(([id, names]) => ({id, names})),
    policies: [...policies].map(([id, covered]) => ({id, products: [...covered]})),
  };
}

/** An audience that the user named for a heading and nobody knows yet gets the heading for a name. */
function chosenAudiences(told: readonly Told[], known: Known): NamedAddition[] {
  const declared = new Set([
    ...defaultAudiences.map(({id}) => id),
    ...known.audiences,
    ...told.flatMap(({remains}) => remains.ofProducts.map(({id}) => id)),
  ]);
  const added = new Map<Id, Record<string, string>>();
  for (const {
    planned: {head},
    remains,
  } of told) {
    for (const {words, audiences} of remains.chosen) {
      for (const id of audiences) {
        if (declared.has(id)) continue;
        const names = added.get(id) ?? {};
        names[head.language.value] ??= words;
        added.set(id, names);
      }
    }
  }
  return [...added].map(([id, names]) => ({id, names}));
}
