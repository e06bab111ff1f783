/**
 * XLIFF 1.2 and 2.x, as translation tools write it back, → the units in it. What such
 * tools add (segments, matches, counts, elements in namespaces of their own) is passed over.
 */
import {failed, ok, type Result} from '../../policy/result.js';
import {error, type Finding, type Source, type Spot} from '../findings/finding.js';
import type {Mark, Tag, Token} from './codes.js';
import {elementsIn, readXml, textIn, type Element} from './read-xml.js';
import {isConfirmed, isUnbegun, needsReview, segmentNeedsReview} from './states.js';

/** One `<file>` of an XLIFF document. */
export interface XliffFile {
  readonly at: Spot;
  readonly original: string;
  /** Only XLIFF 2 has one. */
  readonly id: string;
  readonly source: string | undefined;
  readonly target: string | undefined;
  /** Every note of the file's own, for the line that says what it was made from. */
  readonly notes: readonly string[];
  readonly units: readonly XliffUnit[];
}

export interface XliffUnit {
  readonly id: string;
  readonly at: Spot;
  readonly source: readonly Token[];
  /** Absent where some of it is not translated. */
  readonly target?: readonly Token[];
  /** The tool or the translator says that somebody must look at it. */
  readonly review: boolean;
}

const isXliff = ({namespace}: Element): boolean =>
  namespace === '' || /^urn:oasis:names:tc:xliff:document:\d/.test(namespace);

const find = (element: Element, name: string): Element | undefined =>
  elementsIn(element).find((child) => child.name === name && isXliff(child));
const findAll = (element: Element, name: string): readonly Element[] =>
  elementsIn(element).filter((child) => child.name === name && isXliff(child));

/** At any depth, in order: groups are passed through. */
const within = (element: Element, name: string): readonly Element[] =>
  elementsIn(element).flatMap((child) => (!isXliff(child) ? [] : child.name === name ? [child] : within(child, name)));

export function readXliff(source: Source): Result<readonly XliffFile[], Finding> {
  const xml = readXml(source);
  if (!xml.ok) return xml;
  const root = xml.value;
  if (root.name !== 'xliff')
    return failed([
      error(
        'not-xliff',
        root.at,
        `This is no XLIFF file: it begins with <${root.name}>. ` +
          'Give the file that “policy-viewer export --format xliff” wrote, as the translation tool saved it.',
      ),
    ]);
  const version = root.attributes.get('version') ?? (root.attributes.has('srcLang') ? '2.0' : '1.2');
  if (!/^[12]\./.test(version))
    return failed([
      error(
        'not-xliff',
        root.at,
        `This is XLIFF ${version}; 1.2 and 2.0 are read here. Have the translation tool save it as one of those.`,
      ),
    ]);
  const files = findAll(root, 'file');
  if (files.length === 0)
    return failed([
      error(
        'not-xliff',
        root.at,
        'There is no <file> in this XLIFF, so nothing to import. Have the translation tool write it again.',
      ),
    ]);
  return ok(files.map((file) => (version.startsWith('1.') ? readFirst(file) : readSecond(file, root))));
}

function readFirst(file: Element): XliffFile {
  const header = find(file, 'header');
  return {
    at: file.at,
    original: file.attributes.get('original') ?? '',
    id: '',
    source: file.attributes.get('source-language'),
    target: file.attributes.get('target-language'),
    notes: header === undefined ? [] : within(header, 'note').map(textIn),
    units: within(file, 'trans-unit').map((unit) => {
      const target = find(unit, 'target');
      const source = tokensOfFirst(find(unit, 'source'));
      const tokens = tokensOfFirst(target);
      const untouched = isUnbegun(target?.attributes.get('state') ?? '') && lettersOf(tokens) === lettersOf(source);
      return {
        id: unit.attributes.get('id') ?? '',
        at: unit.at,
        source,
        ...(!untouched && lettersOf(tokens) !== '' && !hasHole(find(unit, 'seg-source'), target) && {target: tokens}),
        review: target !== undefined && (needsReview(target) || marksOf(target).some(isTracked)),
      };
    }),
  };
}

/** Every `<mrk>`, at any depth of tags. */
const marksOf = (element: Element): readonly Element[] =>
  elementsIn(element).flatMap((child) =>
    !isXliff(child) ? [] : child.name === 'mrk' ? [child, ...marksOf(child)] : marksOf(child),
  );

/** A change that Trados tracks and nobody has accepted yet. */
const isTracked = ({attributes}: Element): boolean => /^x-sdl-(?:added|deleted)$/.test(attributes.get('mtype') ?? '');

/** Whether a segment of the source has words and its translation, among others, has none. */
function hasHole(segmented: Element | undefined, target: Element | undefined): boolean {
  const segmentsOf = (element: Element | undefined): ReadonlyMap<string, string> =>
    new Map(
      (element === undefined ? [] : marksOf(element))
        .filter(({attributes}) => attributes.get('mtype') === 'seg')
        .map((mark) => [mark.attributes.get('mid') ?? '', lettersOf(tokensOfFirst(mark))]),
    );
  const translated = segmentsOf(target);
  return (
    translated.size > 0 &&
    [...segmentsOf(segmented)].some(([id, letters]) => letters !== '' && (translated.get(id) ?? '') === '')
  );
}

/** The letters of tokens, white space aside: what is compared to see whether a text is the same. */
export const lettersOf = (tokens: readonly Token[]): string =>
  tokens
    .filter((token) => typeof token === 'string')
    .join('')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();

const firstMarks: Readonly<Record<string, (to: string) => Mark>> = {
  bold: () => ({kind: 'strong'}),
  italic: () => ({kind: 'emphasis'}),
  lb: () => ({kind: 'break'}),
  link: (to) => ({kind: 'link', to}),
  'x-reference': (to) => ({kind: 'reference', to}),
};

function tokensOfFirst(element: Element | undefined): readonly Token[] {
  let pairs = 0;
  const walk = (parent: Element): Token[] =>
    parent.children.flatMap((child): Token[] => {
      if (typeof child === 'string') return [child];
      if (!isXliff(child)) return [];
      const {attributes} = child;
      const id = attributes.get('id') ?? '';
      // Begin and end name each other by rid, where they have it.
      const pair = `rid ${attributes.get('rid') ?? id}`;
      const make = firstMarks[attributes.get('ctype') ?? ''];
      const mark = make === undefined ? {} : {mark: make(attributes.get('equiv-text') ?? '')};
      switch (child.name) {
        case 'g': {
          const own = `g ${++pairs}`;
          return [{type: 'open', id, pair: own, ...mark}, ...walk(child), {type: 'close', pair: own}];
        }
        case 'x':
        case 'ph':
          return [{type: 'single', id, ...mark}];
        case 'bx':
        case 'bpt':
          return [{type: 'open', id, pair, ...mark}];
        case 'ex':
        case 'ept':
          return [{type: 'close', pair}];
        case 'it':
          return [attributes.get('pos') === 'close' ? {type: 'close', pair} : {type: 'open', id, pair, ...mark}];
        // A segment, a term, a comment: what is in it is text. Tracked changes are read as accepted.
        case 'mrk':
          return attributes.get('mtype') === 'x-sdl-deleted' ? [] : walk(child);
        default:
          return [];
      }
    });
  return element === undefined ? [] : walk(element);
}

function readSecond(file: Element, root: Element): XliffFile {
  const notes = find(file, 'notes');
  return {
    at: file.at,
    original: file.attributes.get('original') ?? '',
    id: file.attributes.get('id') ?? '',
    source: root.attributes.get('srcLang'),
    target: root.attributes.get('trgLang'),
    notes: notes === undefined ? [] : findAll(notes, 'note').map(textIn),
    units: within(file, 'unit').map(readSecondUnit),
  };
}

function readSecondUnit(unit: Element): XliffUnit {
  const data = new Map(
    findAll(find(unit, 'originalData') ?? unit, 'data').map((each) => [each.attributes.get('id') ?? '', textIn(each)]),
  );
  const parts = elementsIn(unit).filter(
    (child) => isXliff(child) && (child.name === 'segment' || child.name === 'ignorable'),
  );
  const source = parts.flatMap((part) => tokensOfSecond(find(part, 'source'), data));
  let untranslated = false;
  let review = false;
  const targets = parts.map((part, index) => {
    const from = tokensOfSecond(find(part, 'source'), data);
    const target = find(part, 'target');
    const tokens = target === undefined && part.name === 'ignorable' ? from : tokensOfSecond(target, data);
    if (part.name === 'segment' && lettersOf(from) !== '') {
      const untouched = part.attributes.get('state') === 'initial' && lettersOf(tokens) === lettersOf(from);
      if (untouched || (lettersOf(tokens) === '' && (target === undefined || !isConfirmed(part)))) untranslated = true;
      if (segmentNeedsReview(part)) review = true;
    }
    return {tokens, order: Number(target?.attributes.get('order') ?? index + 1)};
  });
  const inOrder = targets.sort((a, b) => a.order - b.order).flatMap(({tokens}) => tokens);
  return {
    id: unit.attributes.get('id') ?? '',
    at: unit.at,
    source,
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set in the callback above
    ...(!untranslated && lettersOf(inOrder) !== '' && {target: inOrder}),
    review,
  };
}

function tokensOfSecond(element: Element | undefined, data: ReadonlyMap<string, string>): readonly Token[] {
  const markOf = ({attributes, name}: Element): Pick<Extract<Tag, {type: 'open'}>, 'mark'> => {
    const type = attributes.get('subType') ?? attributes.get('type') ?? '';
    const ending = data.get(attributes.get('dataRefEnd') ?? '') ?? '';
    const to = /^\]\((.*)\)$/su.exec(ending)?.[1];
    if (type === 'xlf:b') return {mark: {kind: 'strong'}};
    if (type === 'xlf:i') return {mark: {kind: 'emphasis'}};
    if (type === 'xlf:lb' && name === 'ph') return {mark: {kind: 'break'}};
    if (to !== undefined && /^(?:#|\.\.\/)/.test(to)) return {mark: {kind: 'reference', to: to.replace(/^#/, '')}};
    if (to !== undefined) return {mark: {kind: 'link', to}};
    return {};
  };
  const walk = (parent: Element): Token[] =>
    parent.children.flatMap((child): Token[] => {
      if (typeof child === 'string') return [child];
      if (!isXliff(child)) return [];
      const {attributes} = child;
      const own = attributes.get('id') ?? '';
      const id = attributes.get('copyOf') ?? own;
      switch (child.name) {
        case 'pc':
          return [
            {type: 'open', id, pair: `pc ${own}`, ...markOf(child)},
            ...walk(child),
            {type: 'close', pair: `pc ${own}`},
          ];
        case 'ph':
          return [{type: 'single', id, ...markOf(child)}];
        case 'sc':
          return [{type: 'open', id, pair: `sc ${own}`, ...markOf(child)}];
        case 'ec':
          return [{type: 'close', pair: `sc ${attributes.get('startRef') ?? own}`}];
        case 'cp':
          return [String.fromCodePoint(Math.min(Number.parseInt(attributes.get('hex') ?? '20', 16) || 0x20, 0x10ffff))];
        case 'mrk':
          return walk(child);
        default:
          return [];
      }
    });
  return element === undefined ? [] : walk(element);
}
