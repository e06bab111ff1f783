/** Links from one policy to another that lead nowhere: they are seen only when all policies of a folder are. */
import type {Id} from '../../policy/bundle.js';
import {error, type Finding} from '../findings/finding.js';
import {suggest} from '../findings/nearest.js';
import type {PolicySummary} from './policy-cache.js';

export function findDeadReferences(policies: ReadonlyMap<Id, PolicySummary>): Finding[] {
  const idsOf = new Map<Id, ReadonlySet<Id>>();
  return [...policies.values()].flatMap(({elsewhere = []}) =>
    elsewhere.flatMap(({policy, to, at}) => {
      const target = policies.get(policy);
      if (target === undefined)
        return [
          error(
            'dead-reference',
            at,
            `There is no policy “${policy}” in this folder.${suggest(policy, policies.keys())} Let the link ` +
              'lead to one that there is, or take it out.',
          ),
        ];
      if (to === undefined) return [];
      const ids = idsOf.get(policy) ?? new Set(target.ids);
      idsOf.set(policy, ids);
      return ids.has(to)
        ? []
        : [
            error(
              'dead-reference',
              at,
              `Nothing in the policy “${policy}” has the id “${to}”.${suggest(to, ids)} Write {#${to}} where it ` +
                'should lead, or change the link.',
            ),
          ];
    }),
  );
}
