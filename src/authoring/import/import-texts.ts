/* eslint-disable max-lines -- both steps of an import share the plan */
/**
 * All texts that were looked at → the Markdown to write. First they are seen together:
 * which are one policy and edition. Then edition by edition, so that not all of them need
 * be in memory: which have the same clauses.
 */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {isDay} from '../../policy/day.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, isError, spot, type Finding} from '../findings/finding.js';
import {readMarkdown} from '../folder/markdown.js';
import {makeAddressBook, resolveLinks, type AddressBook, type Linkable} from './links/resolve-links.js';
import {groupBy} from '../collections/group.js';
import {audienceEntries} from '../vocabulary/vocabulary.js';
import type {ImportChoices} from './choices.js';
import {compareLetters, textPieces, type Comparison} from './lossless.js';
import {carryNames} from './name/carry-names.js';
import {findCategories} from './name/find-categories.js';
import {copyNames, nameClauses, type ClauseNames} from './name/name-clauses.js';
import {nameProducts, type Identity, type KnownName, type KnownPolicy} from './name/name-products.js';
import {outlineSections, type Outline} from './outline-sections.js';
import {textOf} from '../document/document.js';
import type {Doubt} from '../document/guess.js';
import type {RoleReader} from '../recognise/recognise-audiences.js';
import {headingKey, recogniseStructure, type Structure} from '../recognise/recognise-structure.js';
import {readTitle} from '../recognise/recognise-products.js';
import type {FirstLook} from '../recognise/recognise-text.js';
import {writeMarkdown} from './write-markdown.js';

/** What a policies folder knows before the import. */
export interface KnownNames {
  readonly products: readonly KnownName[];
  readonly audiences: readonly Id[];
  readonly policies?: readonly KnownPolicy[];
}

/** What stays of a text when it is not at work: all but its tree, which takes a hundred times as much memory. */
export type RecognisedText = Omit<FirstLook, 'document' | 'blocks'>;

/** A text, and where it is to stand. */
export interface Planned {
  readonly recognised: RecognisedText;
  readonly identity: Identity;
  /** Among all texts that are imported. */
  readonly index: number;
  /** Below the folder: `labs/2019-07-12/da.md`. */
  readonly path: string;
  /** What others that are imported can link to it by. */
  readonly linkable: Linkable;
}

export interface Plan {
  /** Every product there is a name for, with all its names. */
  readonly products: readonly KnownName[];
  readonly editions: readonly (readonly Planned[])[];
  /** Where links between texts lead. */
  readonly book: AddressBook;
  /** Why some texts have no place: of two that would stand in the same one, neither does. */
  readonly refused: readonly Finding[];
}

/**
 * What stays of a text when it has been made: what there is to say of it, and what policies.yaml must know. Nothing
 * in it but JSON.
 */
export interface ImportNotes {
  readonly sections: readonly Outline[];
  readonly letters: Comparison & {readonly same: true};
  readonly doubts: readonly Doubt[];
  readonly ofProducts: Structure['ofProducts'];
  /** Audiences that nobody declared, with the words they were named by. */
  readonly unknown: readonly (readonly [Id, string])[];
  /** Of the headings that the user spoke of, those that it has. */
  readonly headings: Structure['headings'];
  /** Headings that the user or the text itself gives audiences. */
  readonly chosen: readonly {readonly words: string; readonly audiences: readonly Id[]}[];
}

export interface TextReport {
  readonly planned: Planned;
  readonly notes: ImportNotes;
}

export interface ImportedText extends TextReport {
  readonly markdown: string;
}

interface Draft {
  readonly planned: Planned;
  readonly look: FirstLook;
  readonly structure: Structure;
  names: ClauseNames;
  readonly doubts: Doubt[];
}

/** Which texts are one edition, and where each is to stand. */
export function planImport(recognisedTexts: readonly RecognisedText[], known: KnownNames, baseUrl?: string): Plan {
  const inLanguages = new Set(recognisedTexts.flatMap(({place}) => (place.isInLanguage ? [place.rest] : [])));
  const identities = nameProducts(
    recognisedTexts.map(({title, language, covers, place: {rest, isFolder, fitsPath}, choices: chosen}) => ({
      fitsPath,
      rest,
      isInFolder: isFolder,
      // The default language often has no name in the path: `privacy.md` beside `privacy.de.md`.
      isOfPath: inLanguages.has(rest),
      title,
      language: language.value,
      covers,
      product: chosen.product,
      policy: chosen.policy,
    })),
    known.products,
    known.policies,
  );
  const leaders = leadersIn(recognisedTexts, identities);
  const planned = recognisedTexts.flatMap((recognised, index): Planned[] => {
    const identity = identities[index];
    return identity === undefined
      ? []
      : [
          {
            recognised,
            identity,
            index,
            path: `${identity.policy}/${recognised.edition.value}/${recognised.language.value}.md`,
            linkable: linkableFrom(recognised, identity, leaders),
          },
        ];
  });
  const settled = [...groupBy(planned, ({path}) => path).values()].map(settleRivals);
  const editions = groupBy(
    settled.flatMap(({kept}) => kept).sort((one, other) => one.index - other.index),
    ({recognised, identity}) => `${identity.policy}/${recognised.edition.value}`,
  );
  return {
    products: gatherProducts(identities, known.products),
    editions: [...editions.values()],
    book: makeAddressBook(
      [...editions.values()].flatMap((texts) => texts.map(({linkable}) => linkable)),
      baseUrl,
    ),
    refused: settled.flatMap(({refused}) => refused),
  };
}

/** The language whose page's ids hold for all of a policy, as `alignNames` has it. */
function leadersIn(texts: readonly RecognisedText[], identities: readonly Identity[]): ReadonlyMap<Id, LanguageTag> {
  const leaders = new Map<Id, LanguageTag>();
  for (const [index, {language}] of texts.entries()) {
    const policy = identities[index]?.policy ?? '';
    if (!leaders.has(policy) || /^en\b/.test(language.value)) leaders.set(policy, language.value);
  }
  return leaders;
}

function linkableFrom(
  {file, language, addresses, ids}: RecognisedText,
  {policy}: Identity,
  leaders: ReadonlyMap<Id, LanguageTag>,
): Linkable {
  const leads = leaders.get(policy) === language.value;
  return {
    file,
    policy,
    language: language.value,
    addresses,
    ids: leads ? [...ids.written, ...ids.ofPage] : ids.written,
  };
}

/** The links of a text that lead to others, and where to: what it is made of beside its file. */
export const linksOf = ({recognised: {links}, linkable}: Planned, {find}: AddressBook): readonly string[] =>
  links.flatMap((link) => {
    const found = find(link, linkable);
    return found === undefined ? [] : [`${link} ${found.policy}`];
  });

/** A text at work, and the one that it comes after. */
export interface Given {
  readonly planned: Planned;
  readonly look: FirstLook;
  readonly previous: string | undefined;
}

/** The texts of one edition, each in its place, or why one could not be made. */
export function importEdition(
  given: readonly Given[],
  {products, book}: Pick<Plan, 'products' | 'book'>,
  choices: ImportChoices,
): readonly Result<ImportedText, Finding>[] {
  const drafts = given.map((one) => draft(one, products, book, choices));
  alignNames(drafts);
  return drafts.map((one) => write(one, choices));
}

/** Every product there is a name for, with all its names. */
function gatherProducts(identities: readonly Identity[], known: readonly KnownName[]): KnownName[] {
  const names = new Map(known.map((product) => [product.id, new Set(product.names)]));
  for (const {product, covers} of identities) {
    for (const {id, parts} of [product, ...covers]) {
      const found = names.get(id) ?? new Set();
      parts.forEach((part) => found.add(part));
      names.set(id, found);
    }
  }
  return [...names].map(([id, all]) => ({id, names: [...all]}));
}

function draft(
  {planned, look, previous}: Given,
  products: readonly KnownName[],
  book: AddressBook,
  choices: ImportChoices,
): Draft {
  const {identity} = planned;
  const linkDoubts = resolveLinks(look, book, planned.linkable, previous);
  const language = look.language.value;
  const own = [...new Set(identity.product.parts.flatMap((name) => [name, ...name.split(/\s+/u)]))].filter(
    (name) => name.length > 1,
  );
  const reader: RoleReader = {
    language,
    audiences: audienceEntries([language]),
    own,
    products,
    product: identity.product.id,
  };
  const structure = recogniseStructure(
    look.blocks,
    look.document,
    reader,
    choices.audiences,
    readTitle(look.title, language).audiences,
  );
  const names = nameClauses(structure.parts, look.document.attributes, language, findCategories);
  return {
    planned,
    look,
    structure,
    names: previous === undefined ? names : carryNames(names, previous, look.document.attributes),
    doubts: [
      ...[look.language.doubt, look.edition.doubt].filter((doubt) => doubt !== undefined),
      ...identity.doubts,
      ...look.doubts,
      ...linkDoubts,
      ...structure.doubts,
    ],
  };
}

/**
 * Of texts that would stand in one place, the one that may: the only one of them whose path says that it is in that
 * language.
 */
function settleRivals(texts: readonly Planned[]): {readonly kept: readonly Planned[]; readonly refused: Finding[]} {
  if (texts.length === 1) return {kept: texts, refused: []};
  const fitting = texts.filter(({recognised}) => recognised.place.fitsPath);
  const [fit] = fitting.length === 1 ? fitting : [];
  const [first] = fit === undefined ? texts : [fit];
  const others = texts.filter((text) => text !== first);
  return {
    kept: fit === undefined ? [] : [fit],
    refused: others.map(({recognised, identity}) => {
      const {file, edition, language} = recognised;
      const [imported, remedy] =
        fit === undefined
          ? ['neither', 'Import one of them, or tell']
          : [
              'only that one',
              'Where its words are in another language than they seem, say it with --language; else tell',
            ];
      return error(
        'same-text',
        file,
        `This file and ${first?.recognised.file} are both the policy ` +
          `“${identity.policy}”${ofEdition(edition.value)} in ${language.value}, so ${imported} was imported. ` +
          `${remedy} them apart with --policy, --effective or --language, as in --policy ${file}=${identity.policy}-2.`,
      );
    }),
  };
}

/** As a sentence goes on after a policy's name. */
const ofEdition = (id: Id): string =>
  isDay(id) ? ` of ${id}` : id === 'undated' ? ' without a day' : `, version ${id},`;

/** Texts of one edition with the same shape have the same clauses: the first one's names serve them all. */
function alignNames(drafts: readonly Draft[]): void {
  // A page's ids are words of its language: English ones are read by most who link to them.
  const isOfPage = drafts.some(({look}) =>
    [...look.document.attributes.values()].some(({isOfPage: is}) => is === true),
  );
  const english = isOfPage ? drafts.find(({look}) => /^en\b/.test(look.language.value)) : undefined;
  const first = english ?? drafts[0];
  if (first === undefined) return;
  for (const one of drafts) {
    if (one === first) continue;
    if (first.names.shape === one.names.shape)
      one.names = copyNames(first.names, one.names, one.look.document.attributes);
    else {
      one.doubts.push({
        message:
          `Its sections and items do not match those of ${first.look.file}, so its clauses were named by ` +
          'themselves.',
        remedy: `where two clauses are the same one, give them the same {#id} in the Markdown`,
      });
    }
  }
}

function write(
  {planned, look, structure, names, doubts}: Draft,
  choices: ImportChoices,
): Result<ImportedText, Finding> {
  const {document, title, titleFromText} = look;
  const markdown = writeMarkdown({
    title,
    parts: structure.parts,
    names,
    attributes: document.attributes,
    items: structure.items,
  });
  const reading = readMarkdown({file: planned.path, text: markdown});
  const errors = reading.findings.filter(isError);
  if (errors.length > 0) return failed(errors);
  const pieces = textPieces(reading.text);
  const letters = compareLetters(document.words, titleFromText ? pieces : pieces.slice(1), document.unmarked);
  // The words of Markdown are read out of it, so that an offset in them is none in the file.
  const place = document.unmarked && !letters.same ? spot(document.source, letters.at) : look.file;
  if (!letters.same)
    return failed([
      error(
        'loss',
        place,
        `From here on the imported text (“${letters.imported}”) would not be that of the bundle ` +
          `(“${letters.bundle}”), so it was not imported. ` +
          'Change this place in the text, and please report it as a fault of import.',
      ),
    ]);
  const {ofProducts, unknown, headings, parts} = structure;
  return ok({
    planned,
    markdown,
    notes: structuredClone({
      sections: outlineSections(reading.text.sections),
      letters,
      doubts,
      ofProducts,
      unknown: [...unknown],
      headings: headings.filter((key) => choices.headings.has(key)),
      chosen: parts.flatMap((part) => {
        if (part.kind !== 'heading' || !Array.isArray(part.audiences)) return [];
        const words = part.content
          .map(textOf)
          .join('')
          .replace(/(?<![.。:：\s])[.。:：\s]+$/u, '');
        const isChosen =
          choices.audiences.has(headingKey(words)) || document.attributes.has(part.node ?? {type: 'text', value: ''});
        return isChosen ? [{words, audiences: part.audiences}] : [];
      }),
    }),
  });
}

/** A string cut out of a text keeps the whole text in memory; a copy does not. */
export const withoutTree = ({
  file,
  choices,
  title,
  titleFromText,
  language,
  edition,
  covers,
  place,
  links,
  addresses,
  ids,
  doubts,
}: RecognisedText): RecognisedText =>
  structuredClone({
    file,
    choices,
    title,
    titleFromText,
    language,
    edition,
    covers,
    place,
    links,
    addresses,
    ids,
    doubts,
  });
