/** The first look at a text: its title, language, date and the products it names, before other texts are known. */
import type {Nodes} from 'mdast';
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {patterns} from '../../policy/validate.js';
import {error, type Finding} from '../findings/finding.js';
import {given, type TextChoices} from './choices.js';
import {textOf, type Document, type Flow} from '../document/document.js';
import type {Doubt, Guess} from '../document/guess.js';
import {recogniseDate} from './recognise-date.js';
import {readDay, recogniseEdition} from './recognise-edition.js';
import {asLanguageTag} from './recognise-language.js';
import {readCovers} from './recognise-products.js';
import {settleLanguage, type PathFacts} from './settle-language.js';

export interface FirstLook {
  readonly file: string;
  readonly document: Document;
  readonly choices: TextChoices;
  readonly title: string;
  /** Whether the title is the text's first line, which is then not among the blocks. */
  readonly titleFromText: boolean;
  readonly blocks: readonly Flow[];
  readonly language: Guess<LanguageTag>;
  /** A day, a version, or `undated`. */
  readonly edition: Guess<Id>;
  readonly covers: readonly string[];
  /** Where its links lead that may lead to another text. */
  readonly links: readonly string[];
  /** Addresses that it says it has. */
  readonly addresses: readonly string[];
  /** Ids that are written in it, and those that its page has. */
  readonly ids: {readonly written: readonly Id[]; readonly ofPage: readonly Id[]};
  /** What is left of its path without the language, and whether a part of it names one. */
  readonly place: Place;
  readonly doubts: readonly Doubt[];
}

/** Where a text comes from, as far as that says which policy it is. */
export interface Place {
  /** The same for all languages of a policy. */
  readonly rest: string;
  /** Whether a part of the path names a language. */
  readonly isInLanguage: boolean;
  /** Whether a folder does. */
  readonly isFolder: boolean;
  /** Whether it is that of the text. */
  readonly fitsPath: boolean;
}

/** How many paragraphs at a text's beginning may say what else it covers. */
const beginning = 8;
const longestTitle = 140;

/** A text whose language is known, and nothing else of it yet. */
interface TextOfKnownLanguage {
  readonly file: string;
  readonly document: Document;
  readonly choices: TextChoices;
  readonly chosen: TextChoices;
  readonly says: string;
  readonly path: PathFacts | undefined;
  readonly paragraphs: readonly string[];
  readonly language: Guess<LanguageTag>;
  readonly place: Place;
}

export function lookAt(
  file: string,
  document: Document,
  chosen: TextChoices,
  path?: PathFacts,
): Result<FirstLook, Finding> {
  const start = lookAtLanguage(file, document, chosen, path);
  return start.ok ? ok(lookAtRest(start.value)) : start;
}

/** What comes first of `lookAt`: the words of the language that it finds are to be loaded before `lookAtRest`. */
export function lookAtLanguage(
  file: string,
  document: Document,
  chosen: TextChoices,
  path?: PathFacts,
): Result<TextOfKnownLanguage, Finding> {
  const {front} = document;
  const findings: Finding[] = [];
  const fromFront = (
    name: 'policy' | 'language' | 'effective',
    read: (text: string) => string | undefined,
  ): string | undefined => {
    const text = front[name];
    if (chosen[name] !== undefined || text === undefined) return chosen[name];
    const value = read(text.trim());
    if (value === undefined)
      findings.push(
        error(
          'front-matter',
          file,
          `“${name}: ${text}” at the beginning cannot be used. Correct it there, or say another with --${name}.`,
        ),
      );
    return value;
  };
  const choices = given({
    policy: fromFront('policy', (text) => (patterns.id.test(text) ? text : undefined)),
    language: fromFront('language', asLanguageTag),
    effective: fromFront('effective', (text) => readDay(text, asLanguageTag(front.language ?? '') ?? 'en')),
    product: chosen.product ?? front.product,
    title: chosen.title ?? front.title,
  });
  const says = front.origin === 'page' ? 'as the page says' : 'as its front matter says';
  // A word is the same wherever it may be broken.
  const paragraphs = document.blocks.flatMap(paragraphsOf).map((text) => text.replace(/[\u00ad\u200b]/gu, ''));
  const {language, rest, isFolder, fitsPath} = settleLanguage({
    chosen: chosen.language,
    stated: choices.language === undefined ? undefined : {tag: choices.language, why: says},
    path: path?.language,
    paragraphs,
  });
  if (language === undefined) {
    return failed([
      ...findings,
      error(
        'no-language',
        file,
        'The language of this text could not be told. Say it with --language, for example --language nb.',
      ),
    ]);
  }
  if (findings.length > 0) return failed(findings);
  return ok({
    file,
    document,
    choices,
    chosen,
    says,
    path,
    paragraphs,
    language,
    place: {rest: rest ?? path?.whole ?? '', isInLanguage: rest !== undefined, isFolder, fitsPath},
  });
}

export function lookAtRest({
  file,
  document,
  choices,
  chosen,
  says,
  path,
  paragraphs,
  language,
  place,
}: TextOfKnownLanguage): FirstLook {
  const edition = recogniseEdition({
    chosen: chosen.effective,
    stated: choices.effective === undefined ? undefined : {day: choices.effective, why: says},
    front: document.front,
    path: path?.edition,
    paragraphs,
    language: language.value,
  });
  return {
    file,
    document,
    choices,
    language,
    edition,
    ...withAdvice(takeTitle(file, document, choices.title, language.value), paragraphs),
    place,
    addresses: document.front.addresses ?? [],
    links: linksIn(document.blocks),
    ids: idsIn(document),
    covers: readCovers(paragraphs.slice(0, beginning), language.value),
  };
}

/** WordPress proposes texts with its own words before them. */
function withAdvice(titled: Titled, paragraphs: readonly string[]): Titled {
  const count = paragraphs.filter((text) => /^\s*Suggested text:/u.test(text)).length;
  if (count === 0) return titled;
  const message =
    `“Suggested text:” stands before ${count === 1 ? 'a paragraph' : `${count} paragraphs`}, as the ` +
    'program has it that proposed the text; readers see it.';
  return {...titled, doubts: [...titled.doubts, {message, remedy: 'take the words out, once the text is yours'}]};
}

/** Each once. */
function linksIn(blocks: readonly Nodes[]): readonly string[] {
  const found = new Set<string>();
  const rest: Nodes[] = [...blocks];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.type === 'link' && !/^(?:#|(?!https:)[a-z][a-z\d+.-]*:)/i.test(node.url)) found.add(node.url);
    if ('children' in node) rest.push(...node.children);
  }
  return [...found].sort();
}

function idsIn({attributes}: Document): FirstLook['ids'] {
  const all = [...attributes.values()].flatMap(({id, isOfPage}) => (id === undefined ? [] : [{id: id.name, isOfPage}]));
  return {
    written: all.flatMap(({id, isOfPage}) => (isOfPage === true ? [] : [id])),
    ofPage: all.flatMap(({id, isOfPage}) => (isOfPage === true ? [id] : [])),
  };
}

/** The same look once more, at a text that was read again: what was recognised holds. */
export const lookAgain = (head: Omit<FirstLook, 'document' | 'blocks'>, document: Document): FirstLook => ({
  ...head,
  document,
  ...takeTitle(head.file, document, head.choices.title, head.language.value),
});

type Titled = Pick<FirstLook, 'title' | 'titleFromText' | 'blocks' | 'doubts'>;

function takeTitle(file: string, document: Document, wanted: string | undefined, language: LanguageTag): Titled {
  const {blocks, doubts} = document;
  const [first, ...rest] = blocks;
  const words = first === undefined ? '' : textOf(first).replace(/\s+/gu, ' ').trim();
  const isNamed =
    document.front.origin === 'page' &&
    first?.type === 'paragraph' &&
    squash(words) === squash(document.front.nameless ?? '');
  const isTitle =
    first !== undefined &&
    words !== '' &&
    (first.type === 'heading'
      ? first.depth === 1 || wanted === undefined
      : isNamed ||
        ((document.unmarked || document.front.origin === 'word') &&
          first.type === 'paragraph' &&
          looksLikeTitle(words, language)));
  if (isTitle && (wanted === undefined || squash(wanted) === squash(words)))
    return {title: words, titleFromText: true, blocks: rest, doubts};
  if (wanted !== undefined) return {title: wanted, titleFromText: false, blocks, doubts};
  // Where there are several, they are sections.
  const [later, another] = blocks.filter((block) => block.type === 'heading' && block.depth === 1);
  const elsewhere =
    later === undefined || (another !== undefined && document.front.nameless !== undefined)
      ? document.front.nameless
      : textOf(later).replace(/\s+/gu, ' ').trim();
  if (elsewhere !== undefined && elsewhere !== '') return {title: elsewhere, titleFromText: false, blocks, doubts};
  const name = file.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '');
  return {
    title: name,
    titleFromText: false,
    blocks,
    doubts: [
      ...doubts,
      {
        message: `The text begins without a title, so it was called “${name}” after its file.`,
        remedy: 'give it one with --title',
      },
    ],
  };
}

const squash = (text: string): string => text.replace(/\s+/gu, '').toLocaleLowerCase('en');

const looksLikeTitle = (text: string, language: LanguageTag): boolean =>
  text.length <= longestTitle && !/[.。:：;；]$/u.test(text) && recogniseDate([text], language) === undefined;

/** The text of each paragraph, heading, item and row. */
export function paragraphsOf(node: Flow): string[] {
  switch (node.type) {
    case 'list':
      return node.children.flatMap((item) => item.children.flatMap(paragraphsOf));
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap(paragraphsOf);
    case 'table':
      return node.children.map((row) => row.children.map(textOf).join(' '));
    case 'thematicBreak':
    case 'definition':
      return [];
    default:
      return [textOf(node)];
  }
}
