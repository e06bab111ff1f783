/**
 * What must not happen to a policy that is published: its words changed in an edition that is in force, ids that links
 * lead to gone, an edition or a text gone.
 */
import type {Edition, Id, IsoDate, LanguageTag, Policy, Text} from '../../policy/bundle.js';
import {isReference, plainText} from '../../policy/clauses.js';
import {clauseText, isClause, walk} from '../../policy/walk.js';
import {warning, type Finding} from '../findings/finding.js';
import {listAnd} from '../findings/nearest.js';

/** More than this many are counted, not named. */
const mostNamed = 5;

export interface Against {
  readonly published: Policy;
  /** The same policy as it is now; absent where it is gone. */
  readonly own: Policy | undefined;
  readonly today: IsoDate;
  /** What a finding's place is called: of a text, an edition or the whole policy. */
  fileOf(edition?: Id, language?: LanguageTag): string;
}

/** Both with every text in them. */
export function findAgainst({published, own, today, fileOf}: Against): Finding[] {
  if (own === undefined)
    return [
      warning(
        'vanished-policy',
        fileOf(),
        `“${published.id}” is published and is not here any more: every link to it would die. Bring it back, or ` +
          'publish it under its old id.',
      ),
    ];
  const editions = new Map(own.editions.map((edition) => [edition.id, edition]));
  return published.editions.flatMap((before) => {
    const now = editions.get(before.id);
    if (now === undefined)
      return [
        warning(
          'vanished-edition',
          fileOf(),
          `The edition of ${before.id} is published and is not here any more. Bring it back: readers are entitled to ` +
            'what was in force.',
        ),
      ];
    return Object.entries(before.texts).flatMap(([language, text]) => {
      const ownText = now.texts[language];
      if (isReference(text)) return [];
      if (ownText === undefined || isReference(ownText))
        return [
          warning(
            'vanished-text',
            fileOf(before.id),
            `The text in “${language}” is published in the edition of ${before.id} and is not here any more. ` +
              'Bring it back.',
          ),
        ];
      return compareTexts(text, ownText, before, now, today, fileOf(before.id, language));
    });
  });
}

function compareTexts(
  before: Text,
  after: Text,
  edition: Edition,
  {aliases = {}}: Edition,
  today: IsoDate,
  file: string,
): Finding[] {
  const [then, now] = [wordsById(before), wordsById(after)];
  const gone = [...then.keys()].filter((id) => !now.has(id) && !Object.hasOwn(aliases, id));
  const changed = [...then].flatMap(([id, words]) => {
    const other = now.get(Object.hasOwn(aliases, id) ? (aliases[id] ?? id) : id);
    return other === undefined || other === words ? [] : [id];
  });
  const added = [...now.keys()].filter((id) => !then.has(id) && !Object.values(aliases).includes(id));
  // What has no day is in force as soon as it is published.
  const isInForce = edition.effective === undefined || edition.effective <= today;
  // Where ids are gone, what is new may be theirs under another.
  const touched = gone.length > 0 ? changed : [...changed, ...added];
  return [
    ...(gone.length === 0
      ? []
      : [
          warning(
            'vanished-id',
            file,
            gone.length === 1
              ? `${named(gone)} is published and not here any more: links there would die. Give it its id back, or ` +
                  `say what it is now: {#new-id aliases="${gone[0]}"}.`
              : `${named(gone)} are published and not here any more: links there would die. Give them their ids ` +
                  'back, or say of each what it is now: {#new-id aliases="old-id"}.',
          ),
        ]),
    ...(!isInForce || touched.length === 0
      ? []
      : [
          warning(
            'changed-edition',
            file,
            `This edition is in force, and ${named(touched)} ${touched.length === 1 ? 'says' : 'say'} something else ` +
              'than what is published. Put the change into a new edition.',
          ),
        ]),
  ];
}

/** The title's is empty. A section's words are its heading. */
function wordsById(text: Text): ReadonlyMap<Id, string> {
  const found = new Map<Id, string>([['', text.title]]);
  for (const part of walk(text)) {
    if (isClause(part)) found.set(part.value.id, clauseText(part));
    else if (part.kind === 'section') found.set(part.value.id, plainText(part.value.heading ?? []));
  }
  return found;
}

const named = (ids: readonly Id[]): string => {
  const shown = ids.slice(0, mostNamed).map((id) => (id === '' ? 'the title' : `“${id}”`));
  return listAnd(ids.length > mostNamed ? [...shown, `${ids.length - mostNamed} more`] : shown);
};
