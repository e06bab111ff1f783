/**
 * The numbers that a word processor writes before paragraphs. They stand nowhere in
 * the text, and readers cite by them ("see 4.2"), so they are counted here as Word
 * counts them (ECMA-376 part 1, 17.9).
 */
import {letterOf, romanOf} from '../html/list-labels.js';
import {all, child, children, valueOf, type XmlDocument, type XmlElement} from './xml.js';

export type Label =
  | {readonly kind: 'bullet'; readonly level: number}
  /** `1.` or `1)`: what an ordered list shows by itself. */
  | {readonly kind: 'number'; readonly level: number; readonly number: number; readonly text: string}
  /** `(a)`, `iv.`, `4.2`, `Article 3`. */
  | {readonly kind: 'words'; readonly level: number; readonly text: string};

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly legal: boolean;
}

interface Numbers {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew where the list is first used. */
  readonly restarts: ReadonlyMap<number, number>;
}

const deepest = 8;

export class Numbering {
  readonly #numbers = new Map<string, Numbers>();
  readonly #styles: ReadonlyMap<string, XmlElement>;
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();
  /** Levels that name the paragraph style they belong to. */
  readonly #byStyle = new Map<string, {readonly id: string; readonly level: number}>();

  constructor(numbering: XmlDocument | undefined, styles: ReadonlyMap<string, XmlElement>) {
    this.#styles = styles;
    if (numbering === undefined) return;
    const abstracts = new Map(
      all(numbering, 'w:abstractNum').map((node) => [node.getAttribute('w:abstractNumId') ?? '', node]),
    );
    const nums = all(numbering, 'w:num');
    for (const node of nums) {
      const id = node.getAttribute('w:numId') ?? '';
      let abstract = valueOf(node, 'w:abstractNumId') ?? '';
      const linked = valueOf(abstracts.get(abstract), 'w:numStyleLink');
      if (linked !== undefined) {
        const real = valueOf(child(child(styles.get(linked), 'w:pPr'), 'w:numPr'), 'w:numId');
        abstract =
          valueOf(
            nums.find((each) => each.getAttribute('w:numId') === real),
            'w:abstractNumId',
          ) ?? abstract;
      }
      const levels = new Map(levelsIn(abstracts.get(abstract)));
      const restarts = new Map<number, number>();
      for (const override of children(node).filter(({tagName}) => tagName === 'w:lvlOverride')) {
        const level = Number(override.getAttribute('w:ilvl') ?? 0);
        const start = valueOf(override, 'w:startOverride');
        if (start !== undefined) restarts.set(level, Number(start));
        for (const [at, own] of levelsIn(override)) levels.set(at, own);
      }
      this.#numbers.set(id, {abstract, levels, restarts});
      for (const lvl of children(abstracts.get(abstract) ?? node).filter(({tagName}) => tagName === 'w:lvl')) {
        const style = valueOf(lvl, 'w:pStyle');
        if (style !== undefined && !this.#byStyle.has(style))
          this.#byStyle.set(style, {id, level: Number(lvl.getAttribute('w:ilvl') ?? 0)});
      }
    }
  }

  /** What stands before a paragraph, counted on. Paragraphs must come in order. */
  label(properties: XmlElement | undefined): Label | undefined {
    const place = this.#placeOf(properties);
    if (place === undefined) return undefined;
    const {level, id} = place;
    const numbers = this.#numbers.get(id);
    const own = numbers?.levels.get(level);
    if (numbers === undefined || own === undefined) return undefined;
    const counters = this.#count(id, numbers, level, own);
    if (own.format === 'bullet') return {kind: 'bullet', level};
    const text = own.text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const other = numbers.levels.get(at);
        return other === undefined ? '' : format(counters[at] ?? other.start, own.legal ? 'decimal' : other.format);
      })
      .trim();
    if (text === '') return undefined;
    const number = counters[level] ?? own.start;
    if (own.format === 'decimal' && new RegExp(`^%${level + 1}[.)]?$`).test(own.text.trim()))
      return {kind: 'number', level, number, text};
    return {kind: 'words', level, text};
  }

  #count(id: string, {abstract, restarts}: Numbers, level: number, own: Level): readonly (number | undefined)[] {
    const counters = this.#counters.get(abstract) ?? [];
    this.#counters.set(abstract, counters);
    const restart = restarts.get(level);
    const first = restart !== undefined && !this.#begun.has(`${id} ${level}`);
    this.#begun.add(`${id} ${level}`);
    const last = counters[level];
    counters[level] = first ? restart : last === undefined ? own.start : last + 1;
    counters.length = level + 1;
    return counters;
  }

  /** A paragraph's own list, or that of its style or of a style its style is based on. */
  #placeOf(properties: XmlElement | undefined): {readonly id: string; readonly level: number} | undefined {
    const own = child(properties, 'w:numPr');
    let id = valueOf(own, 'w:numId');
    let level = valueOf(own, 'w:ilvl');
    let style = valueOf(properties, 'w:pStyle');
    for (let steps = 0; style !== undefined && id === undefined && steps < 20; steps++) {
      const node = this.#styles.get(style);
      const from = child(child(node, 'w:pPr'), 'w:numPr');
      id = valueOf(from, 'w:numId');
      level ??= valueOf(from, 'w:ilvl');
      const listed = this.#byStyle.get(style);
      if (id !== undefined && listed !== undefined) level ??= String(listed.level);
      style = valueOf(node, 'w:basedOn');
    }
    if (id === undefined || id === '0') return undefined;
    return {id, level: Math.min(deepest, Math.max(0, Number(level ?? 0) || 0))};
  }
}

function levelsIn(node: XmlElement | undefined): (readonly [number, Level])[] {
  if (node === undefined) return [];
  return children(node)
    .filter(({tagName}) => tagName === 'w:lvl')
    .map((level) => [
      Number(level.getAttribute('w:ilvl') ?? 0),
      {
        format: valueOf(level, 'w:numFmt') ?? 'decimal',
        text: valueOf(level, 'w:lvlText') ?? '',
        start: Number(valueOf(level, 'w:start') ?? 1) || 0,
        legal: child(level, 'w:isLgl') !== undefined,
      },
    ]);
}

function format(number: number, as: string): string {
  switch (as) {
    case 'lowerLetter':
      return letterOf(number);
    case 'upperLetter':
      return letterOf(number).toUpperCase();
    case 'lowerRoman':
      return romanOf(number);
    case 'upperRoman':
      return romanOf(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(number);
  }
}

/** Two lists, of bullets and of numbers, in place of all that a document had. */
export const plainNumbering = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...['bullet', 'decimal'].map((kind, index) => {
    const levels = Array.from(
      {length: deepest + 1},
      (_, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${kind}"/></w:lvl>`,
    );
    return `<w:abstractNum w:abstractNumId="${index + 1}">${levels.join('')}</w:abstractNum>`;
  }),
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
  '</w:numbering>',
].join('');
