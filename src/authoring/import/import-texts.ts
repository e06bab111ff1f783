/**
 * All texts that were looked at, and what the folder has already → the files to
 * write. Here they are seen together: which are one policy, which have the same
 * clauses, and what policies.yaml must know.
 */
import type {Id, LanguageTag, Text} from '../../policy/bundle.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {error, isError, spot, type Finding} from '../finding.js';
import {groupBy} from '../group.js';
import {readMarkdown} from '../markdown.js';
import {defaultAudiences} from '../vocabulary/audiences.js';
import {carryNames} from './carry-names.js';
import type {AllChoices} from './choices.js';
import {textOf} from './document.js';
import {findCategories} from './find-categories.js';
import type {Doubt} from './guess.js';
import {compareLetters, textPieces, type Comparison} from './lossless.js';
import {nameAudiences} from './name-audiences.js';
import {copyNames, nameClauses, type ClauseNames} from './name-clauses.js';
import {nameProducts, type Identity, type KnownName} from './name-products.js';
import type {RoleReader} from './recognise-audiences.js';
import {sharedBrand} from './recognise-products.js';
import {headingKey, recogniseStructure, type Structure} from './recognise-structure.js';
import type {FirstLook} from './recognise-text.js';
import type {Additions, NamedAddition} from './update-settings.js';
import {previousOf} from './update-texts.js';
import {writeMarkdown} from './write-markdown.js';

/** What a policies folder knows before the import. */
export interface Known {
  readonly products: readonly KnownName[];
  readonly audiences: readonly Id[];
  /** The texts that stand there already, by their path below the folder. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** What stays of a text when it is not at work: all but its tree, which takes a hundred times as much memory. */
export type Head = Omit<FirstLook, 'document' | 'blocks'>;

export interface ImportedText {
  readonly look: Head;
  readonly identity: Identity;
  /** Below the folder: `labs/2019-07-12/da.md`. */
  readonly path: string;
  readonly markdown: string;
  readonly text: Text;
  readonly letters: Comparison & {readonly same: true};
  readonly doubts: readonly Doubt[];
}

export interface Import {
  readonly texts: readonly ImportedText[];
  readonly additions: Additions;
}

interface Draft {
  readonly look: FirstLook;
  readonly identity: Identity;
  readonly structure: Structure;
  readonly edition: string;
  readonly path: string;
  names: ClauseNames;
  readonly doubts: Doubt[];
}

/** What stays of a draft when it has been written. */
interface Trace {
  readonly language: LanguageTag;
  readonly identity: Identity;
  readonly ofProducts: Structure['ofProducts'];
  readonly unknown: Structure['unknown'];
  readonly headings: Structure['headings'];
  /** Headings that the user or the text itself gives audiences. */
  readonly chosen: readonly {readonly words: string; readonly audiences: readonly Id[]}[];
}

export function importTexts(looks: readonly FirstLook[], known: Known, choices: AllChoices): Result<Import, Finding> {
  const work = importByEdition(looks, known, choices);
  let step = work.next([]);
  while (step.done !== true) step = work.next(step.value.flatMap((index) => looks[index] ?? []));
  return step.value;
}

/** The same, edition by edition: asks for the looks of some texts, by their indices, and lets them go again. */
export function* importByEdition(heads: readonly Head[], known: Known, choices: AllChoices): Generator<readonly number[], Result<Import, Finding>, readonly FirstLook[]> {
  const identities = nameProducts(heads.map(({title, language, covers, choices: chosen}) =>
    ({title, language: language.value, covers, product: chosen.product, policy: chosen.policy})), known.products);
  const products = gatherProducts(identities, known.products);
  const named = heads.flatMap((head, index) => {
    const identity = identities[index];
    return identity === undefined ? [] : [{head, identity, index, edition: `${identity.policy}/${head.effective.value}`}];
  });
  const rivals = refuseRivals(named);
  if (rivals.length > 0) return failed(rivals);
  const traces: Trace[] = [];
  const texts: ImportedText[] = [];
  const issues: Finding[] = [];
  for (const edition of groupBy(named, (one) => one.edition).values()) {
    const looks = yield edition.map(({index}) => index);
    const drafts = looks.flatMap((look, place): Draft[] => {
      const one = edition[place];
      return one === undefined ? [] : [draft(look, one.identity, products, choices, known.texts ?? new Map())];
    });
    alignNames(drafts);
    for (const [place, one] of drafts.entries()) {
      const {index = 0} = edition[place] ?? {};
      traces[index] = trace(one, choices);
      const written = write(one);
      if (written.ok) texts[index] = written.value;
      else issues.push(...written.issues);
    }
  }
  const unread = refuseUnread(heads, traces, choices);
  if (unread.length > 0 || issues.length > 0) return failed(unread.length > 0 ? unread : issues);
  return ok({texts, additions: gather(traces, known)});
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

function draft(look: FirstLook, identity: Identity, products: readonly KnownName[], choices: AllChoices, existing: ReadonlyMap<string, string>): Draft {
  const language = look.language.value;
  const own = [...new Set(identity.product.parts.flatMap((name) => [name, ...name.split(/\s+/u)]))].filter((name) => name.length > 1);
  const reader: RoleReader = {language, audiences: defaultAudiences, own, products: products.filter(({id}) => id !== identity.product.id)};
  const structure = recogniseStructure(look.blocks, look.document, reader, choices.audiences);
  const edition = `${identity.policy}/${look.effective.value}`;
  const path = `${edition}/${language}.md`;
  const names = nameClauses(structure.parts, look.document.attributes, language, findCategories);
  const previous = previousOf(existing, identity.policy, path);
  return {
    look, identity, structure, edition, path,
    names: previous === undefined ? names : carryNames(names, previous, look.document.attributes),
    doubts: [
      ...[look.language.doubt, look.effective.doubt].filter((doubt) => doubt !== undefined),
      ...identity.doubts, ...look.doubts, ...structure.doubts,
    ],
  };
}

interface Named {
  readonly head: Head;
  readonly identity: Identity;
  readonly edition: string;
}

function refuseRivals(texts: readonly Named[]): Finding[] {
  const alike = groupBy(texts, ({head, edition}) => `${edition}/${head.language.value}`);
  return [...alike.values()].flatMap(([first, ...others]) => others.map(({head, identity}) =>
    error('same-text', head.file, `This file and ${first?.head.file} are both the policy “${identity.policy}” of ${head.effective.value} in ${head.language.value}. Import one of them, or tell them apart with --policy, --effective or --language, as in --policy ${head.file}=${identity.policy}-2.`)));
}

/** A heading that was chosen for and stands nowhere is a slip of the fingers. */
function refuseUnread([first]: readonly Head[], traces: readonly Trace[], choices: AllChoices): Finding[] {
  const headings = new Set(traces.flatMap((one) => one.headings));
  return [...choices.headings].flatMap(([key, typed]) => headings.has(key) ? []
    : [error('no-heading', first?.file ?? '', `No heading reads “${typed}”, so --audience "${typed}=…" could do nothing. Write the heading as the text has it.`)]);
}

/** Texts of one edition with the same shape have the same clauses: the first one's names serve them all. */
function alignNames(drafts: readonly Draft[]): void {
  for (const [index, one] of drafts.entries()) {
    const first = drafts.slice(0, index).find(({edition}) => edition === one.edition);
    if (first === undefined) continue;
    if (first.names.shape === one.names.shape) one.names = copyNames(first.names, one.names, one.look.document.attributes);
    else {
      one.doubts.push({
        message: `Its sections and items do not match those of ${first.look.file}, so its clauses were named by themselves.`,
        remedy: `where two clauses are the same one, give them the same {#id} in the Markdown`,
      });
    }
  }
}

function write({look, identity, structure, path, names, doubts}: Draft): Result<ImportedText, Finding> {
  const {document, title, titleFromText} = look;
  const markdown = writeMarkdown({title, parts: structure.parts, names, attributes: document.attributes});
  const reading = readMarkdown({file: path, text: markdown});
  const errors = reading.findings.filter(isError);
  if (errors.length > 0) return failed(errors);
  const pieces = textPieces(reading.text);
  const letters = compareLetters(document.words, titleFromText ? pieces : pieces.slice(1), document.unmarked);
  if (letters.same) return ok({look: headOf(look), identity, path, markdown, text: reading.text, letters, doubts});
  // The words of Markdown are read out of it, so that an offset in them is none in the file.
  const place = document.unmarked ? spot(document.source, letters.at) : look.file;
  return failed([error('loss', place, `From here on the imported text (“${letters.imported}”) would not be that of the bundle (“${letters.bundle}”), so nothing was written. Change this place in the text, and please report it as a fault of import.`)]);
}

/** A string cut out of a text keeps the whole text in memory; a copy does not. */
export const headOf = ({document, blocks, ...head}: FirstLook): Head => structuredClone(head);

function trace({look, identity, structure: {parts, ofProducts, unknown, headings}}: Draft, choices: AllChoices): Trace {
  const chosen = parts.flatMap((part) => {
    if (part.kind !== 'heading' || !Array.isArray(part.audiences)) return [];
    const words = part.content.map(textOf).join('').replace(/[.。:：\s]+$/u, '');
    const isChosen = choices.audiences.has(headingKey(words)) || look.document.attributes.has(part.node ?? {type: 'text', value: ''});
    return isChosen ? [{words, audiences: part.audiences}] : [];
  });
  return structuredClone({language: look.language.value, identity, ofProducts, unknown, headings, chosen});
}

function gather(traces: readonly Trace[], known: Known): Additions {
  const languages = [...new Set(traces.map(({language}) => language))];
  const products = new Map<Id, Record<string, string>>();
  const policies = new Map<Id, Set<Id>>();
  for (const {language, identity} of traces) {
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
  const bases = traces.map(({identity: {product}}) => product.parts[1] ?? product.name);
  const [base = 'Policies'] = bases;
  return {
    title: sharedBrand(base, bases) || base,
    languages,
    audiences: [...nameAudiences(traces, languages), ...chosenAudiences(traces, known)],
    products: [...products].map(([id, names]) => ({id, names})),
    policies: [...policies].map(([id, covered]) => ({id, products: [...covered]})),
  };
}

/** An audience that the user named for a heading and nobody knows yet gets the heading for a name. */
function chosenAudiences(traces: readonly Trace[], known: Known): NamedAddition[] {
  const declared = new Set([...defaultAudiences.map(({id}) => id), ...known.audiences, ...traces.flatMap(({ofProducts}) => ofProducts.map(({id}) => id))]);
  const added = new Map<Id, Record<string, string>>();
  for (const {language, chosen} of traces) {
    for (const {words, audiences} of chosen) {
      for (const id of audiences) {
        if (declared.has(id)) continue;
        const names = added.get(id) ?? {};
        names[language] ??= words;
        added.set(id, names);
      }
    }
  }
  return [...added].map(([id, names]) => ({id, names}));
}
