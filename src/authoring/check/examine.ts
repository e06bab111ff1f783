/**
 * What a careful reader of all the texts would find, beyond what reading them reports.
 *
 * Rules of one text, of one edition's languages and of one policy are kept apart: each
 * looks at its own part only, once, so that the work grows with the texts.
 */
import type {Bundle, Id} from '../../policy/bundle.js';
import {isError, type Finding, type Source} from '../findings/finding.js';
import type {Folder} from '../folder/folder.js';
import {noTerminology, type Terminology} from '../folder/terminology.js';
import {groupBy} from '../collections/group.js';
import {mergeAudiences, type DeclaredTerm} from '../vocabulary/vocabulary.js';
import {checkedFromBundle, checkedFromFolder, ownerOf, type CheckedText} from './texts/checked-text.js';
import {audienceRule, type AudienceSettings} from './rules/audiences.js';
import {findCharacters} from './rules/characters.js';
import {findContentDifferences} from './rules/contents.js';
import {findGaps, type Promised} from './rules/coverage.js';
import {findDates} from './rules/dates.js';
import {findDifferences} from './rules/differences.js';
import {findLanguages} from './rules/language.js';
import {findLetters} from './rules/letters.js';
import {findMarks} from './rules/marks.js';
import {findOtherPolicies} from './rules/other-policy.js';
import {findOutdated} from './rules/outdated.js';
import {findPlaceholders} from './rules/placeholders.js';
import {findReferences} from './rules/references.js';
import {findForbidden} from './rules/terminology.js';

/** `draft` is the bundle made of the folder. */
export function examineFolder(folder: Folder, draft: Bundle): Finding[] {
  const {settings} = folder;
  const made = new Map(
    draft.policies.flatMap(({id, editions}) =>
      editions.flatMap(({id: edition, texts}) =>
        Object.entries(texts).map(([language, text]) => [`${id}/${edition}/${language}`, text] as const),
      ),
    ),
  );
  const texts = folder.texts.map((text) => {
    const annotated = made.get(`${text.policy}/${text.edition}/${text.language}`);
    return checkedFromFolder(text, annotated !== undefined && 'sections' in annotated ? annotated : text.reading.text);
  });
  const entries = new Map(settings.policies.map((entry) => [entry.id, entry]));
  return [
    ...findDifferences(folder.texts, settings, draft.languages),
    ...examine(
      texts,
      draft,
      mergeAudiences(settings.audiences, draft.languages),
      (id) => ({
        promised: entries.get(id)?.languages ?? [],
        prevails: entries.get(id)?.prevails,
      }),
      settings.vocabulary,
      settings.terminology,
    ),
    ...findOutdated(folder),
  ];
}

export const examineBundle = (bundle: Bundle, source: Source): Finding[] =>
  examine(checkedFromBundle(bundle, source), bundle, bundle.audiences, () => ({promised: [], prevails: undefined}));

interface Promises {
  readonly promised: readonly Promised[];
  readonly prevails: Promised | undefined;
}

function examine(
  texts: readonly CheckedText[],
  bundle: Bundle,
  audiences: AudienceSettings['audiences'],
  promisesOf: (policy: Id) => Promises,
  declared: readonly DeclaredTerm[] = [],
  terminology: Terminology = noTerminology,
): Finding[] {
  const terms = {terms: bundle.vocabulary, declared, terminology};
  const findAudiences = audienceRule({
    audiences,
    products: bundle.products,
    productsOf: new Map(bundle.policies.map(({id, products}) => [id, products])),
  });
  const rank = new Map(bundle.languages.map((language, index) => [language, index]));
  const prevailing = new Map(
    bundle.policies.flatMap(({id, editions}) =>
      editions.map(({id: edition, prevails}) => [`${id}/${edition}`, prevails]),
    ),
  );
  const ofText = texts.flatMap((text) => [
    ...findCharacters(text),
    ...findMarks(text),
    ...findPlaceholders(text),
    ...findDates(text),
    ...findForbidden(text, terminology),
    ...findAudiences(text),
  ]);
  const ofEdition = [...groupBy(texts, ({policy, edition}) => `${policy}/${edition}`)].flatMap(([key, edition]) => {
    const place = ({language}: CheckedText): number =>
      language === prevailing.get(key) ? -1 : (rank.get(language) ?? rank.size);
    const inOrder = [...edition].sort((a, b) => place(a) - place(b));
    const ofLanguages = findLanguages(inOrder);
    // What is not the text that it should be differs in everything.
    const strangers = new Set(ofLanguages.filter(isError).map(({place: at}) => ownerOf(at)));
    const rest = inOrder.filter((text) => !strangers.has(text.owner));
    const [model, ...translations] = rest;
    const another = model === undefined ? undefined : findOtherPolicies(model, translations);
    const compared = rest.filter((text) => another?.texts.has(text) !== true);
    return [
      ...ofLanguages,
      ...(another?.findings ?? []),
      ...findLetters(rest),
      ...findReferences(rest),
      ...findContentDifferences(compared, terms, compared[0]?.language === prevailing.get(key)),
    ];
  });
  const ofPolicy = [...groupBy(texts, ({policy}) => policy)].flatMap(([policy, own]) => {
    const {promised, prevails} = promisesOf(policy);
    return findGaps(policy, own, promised, prevails);
  });
  return [...ofText, ...ofEdition, ...ofPolicy];
}
