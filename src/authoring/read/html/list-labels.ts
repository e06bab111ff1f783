/** What a list's items are labelled with where it is by letters or Roman numerals, as browsers write them. */
import type {Element} from 'hast';
import {attribute} from './tree.js';

type LabelKind = 'a' | 'A' | 'i' | 'I';

const listStyles: Readonly<Record<string, LabelKind>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

export function labelKind(list: Element): LabelKind | undefined {
  const type = attribute(list, 'type');
  if (type === 'a' || type === 'A' || type === 'i' || type === 'I') return type;
  return listStyles[
    /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(list, 'style') ?? '')?.[1]?.toLowerCase() ?? ''
  ];
}

export function labelOf(number: number, kind: LabelKind): string {
  const label = kind === 'a' || kind === 'A' ? letterOf(number) : romanOf(number);
  return kind === 'A' || kind === 'I' ? label.toUpperCase() : label;
}

/** a to z, then aa, ab, as browsers count. */
export function letterOf(number: number): string {
  let [rest, letters] = [number, ''];
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  return letters === '' ? String(number) : letters;
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

export function romanOf(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let [rest, numeral] = [number, ''];
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) numeral += sign;
  return numeral;
}
