/**
 * References in words, “section 4.2” or “Annex A”, to what a text does not have. Only what a text numbers itself can be
 * missed in it, and what follows a reference may say that it leads to a law or another document.
 */
import {warning, type Finding} from '../../findings/finding.js';
import {groupBy} from '../../collections/group.js';
import {westernise} from '../../recognise/written-date.js';
import {wordsOf} from '../../vocabulary/language-words.js';
import type {CheckedText, CheckedWording} from '../texts/checked-text.js';
import {nameAll} from './outliers.js';
import {numberingOf, type Numbering} from '../texts/numbering.js';

type Kind = 'section' | 'article' | 'annex';
const kinds = ['section', 'article', 'annex'] as const;

interface Dead {
  readonly text: CheckedText;
  readonly wording: CheckedWording;
  readonly kind: Kind;
  readonly written: string;
  readonly label: string;
  readonly index: number;
}

const number = '\\d{1,3}(?:\\.\\d{1,3})*(?:\\s?\\((?:[a-z]|[ivx]{1,5}|\\d{1,2})\\))*';
const letter = '(?:[A-Z]|\\d{1,2}|[IVX]{1,5})';
/** Languages that say the number first. */
const numberFirst = /^(?:hu|fi|et|lv|lt|tr|eu)\b/u;
const isUnspaced = (language: string): boolean => /^(?:ja|zh|yue)\b/u.test(language);

const patterns = new Map<string, readonly (readonly [Kind, RegExp])[]>();

/** What stands for a reference in a language; nothing where its words are not known. */
function patternsOf(language: string): readonly (readonly [Kind, RegExp])[] {
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const references = wordsOf(language)?.references;
  const made =
    references === undefined
      ? []
      : kinds.flatMap((kind): (readonly [Kind, RegExp])[] => {
          const all = references[kind]
            .filter((word) => /^\p{L}[\p{L}\p{M}.’' -]*$/u.test(word) && word !== '号')
            .map((word) => word.replace(/\.$/u, ''))
            .sort((a, b) => b.length - a.length);
          if (all.length === 0) return [];
          const words = `(?:${all.map((word) => word.replaceAll('.', '\\.')).join('|')})`;
          const label = kind === 'annex' ? letter : number;
          const sources = isUnspaced(language)
            ? kind === 'annex'
              ? [`${words}\\s?(?<label>${label})(?![a-z])`]
              : [`第\\s?(?<label>${number})\\s?${words}`]
            : [
                `(?<![\\p{L}\\p{M}\\p{N}])${words}\\.?\\s(?<label>${label})(?![\\p{L}\\p{N}]|[.,/-]\\p{N})`,
                ...(numberFirst.test(language) && kind !== 'annex'
                  ? [`(?<![\\p{L}\\p{N}.,/(-])(?<label>${number})\\.?\\s${words}(?![\\p{L}\\p{M}])`]
                  : []),
              ];
          return sources.map((source) => [kind, new RegExp(source, 'giu')] as const);
        });
  patterns.set(language, made);
  return made;
}

/** “Of this document”, in words that begin so. */
const own = new RegExp(
  `^(?:${[
    'this these dies présent cette este esta presente quest deze dit denna detta dessa dette denne disse niniejsz tego',
    'toho této tohto tejto tomto etog эт настоящ ць цієї тоз тази acest prezent jelen ezen tämän käesoleva selle šī',
    'šio ovog ove teg αυτ παρόν bu işbu ini',
  ]
    .join(' ')
    .replaceAll(' ', '|')})`,
  'iu',
);
/** What leads over to another document: “of the Act”, “der Verordnung”. */
const connects = new RegExp(
  `^(?:${[
    'of to in under from der des dem den vom im du de del della dello dell delle degli do da dos das d van uit av af',
    'unserer unserem unseren unsere',
    'fra från i til till z ze w we v ve k из в к от з у од από του της των al ale a az tal ta',
  ]
    .join(' ')
    .replaceAll(' ', '|')})$`,
  'iu',
);
/** What may stand between: “of the present rules”. */
const articles = new Set(['the', 'la', 'le', 'les', 'el', 'los', 'las', 'lo', 'l', 'de', 'het', 'det', 'den']);

/** Whether what stands around a reference says that it leads out of the text. */
function leadsElsewhere(before: string, after: string, language: string): boolean {
  if (/\p{Lu}{2,}|\d{4}|[§》』]/u.test(`${before.slice(-16)} ${/^[^.;:\n]*/u.exec(after.slice(0, 60))?.[0] ?? ''}`))
    return true;
  if (isUnspaced(language)) return /[法例令律規约約][》』」)）]?\s*$/u.test(before);
  const next = /^,?\s/u.test(after) ? (after.slice(0, 60).match(/^,?\s+|[\p{L}\p{M}]+|[^\p{L}\p{M}\s]+/gu) ?? []) : [];
  const [first = '', second = '', third = ''] = next.filter((each) => each.trim() !== '' && each.trim() !== ',');
  if (!/^\p{L}/u.test(first) || own.test(first)) return false;
  if (connects.test(first)) return second !== '' && !own.test(articles.has(second.toLowerCase()) ? third : second);
  return /^\p{Lu}/u.test(first) && !/^(?:de|lb)\b/u.test(language);
}

function isThere(kind: Kind, label: string, numbering: Numbering): boolean {
  const known = numbering[kind];
  if (known.size < (kind === 'annex' ? 1 : 2)) return true;
  // A chapter of something larger numbers one chapter only, and leads to the others.
  if (kind === 'section' && new Set([...known].map((each) => each.split('.')[0])).size < 2) return true;
  const [, base = label] = /^(\d+(?:\.\d+)*)/u.exec(label) ?? [];
  const wanted = kind === 'annex' ? label.toUpperCase() : base;
  if (known.has(wanted)) return kind === 'annex' || numbering.hasPart(wanted, label.slice(base.length));
  if (kind === 'annex') return false;
  // What a text does not number so deep cannot be told to be missing.
  const above = wanted.slice(0, wanted.lastIndexOf('.'));
  return wanted.includes('.') && known.has(above) && ![...known].some((each) => each.startsWith(`${above}.`));
}

function deadIn(text: CheckedText): Dead[] {
  const all = patternsOf(text.language);
  if (all.length === 0 || !text.wordings.some(({words}) => /\p{N}/u.test(words))) return [];
  let numbering: Numbering | undefined;
  return text.wordings.flatMap((wording) => {
    if (wording.kind === 'title' || wording.kind === 'heading' || wording.content.some(isLink)) return [];
    const plain = /\p{N}/u.test(wording.words) || all.some(([kind]) => kind === 'annex') ? digits(wording.words) : '';
    return all.flatMap(([kind, pattern]) =>
      [...plain.matchAll(pattern)].flatMap(({0: found, index, groups}): Dead[] => {
        const label = groups?.['label'] ?? '';
        if (kind === 'annex' && label !== label.toUpperCase()) return [];
        numbering ??= numberingOf(text);
        if (isThere(kind, label, numbering)) return [];
        if (leadsElsewhere(plain.slice(0, index), plain.slice(index + found.length), text.language)) return [];
        return [{text, wording, kind, label, index, written: wording.words.slice(index, index + found.length)}];
      }),
    );
  });
}

/** A reference that is a link is looked at as one. */
const isLink = (piece: CheckedWording['content'][number]): boolean =>
  typeof piece !== 'string' && (piece.type === 'link' || piece.type === 'reference');

/** With the digits of any script as ours, letter by letter. */
const digits = (words: string): string =>
  words.replace(/\p{Nd}/gu, (digit) => {
    const plain = westernise(digit);
    return plain.length === digit.length ? plain : digit;
  });

/** What leads nowhere in several languages is told of once. */
export function findReferences(texts: readonly CheckedText[]): Finding[] {
  const dead = texts.flatMap(deadIn);
  return [...groupBy(dead, ({wording, kind, label}) => `${wording.key} ${kind} ${label}`).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const {wording, index, written, text} = first;
    const others = [...new Set(alike.map((each) => each.text))].filter((each) => each !== text);
    const rest = others.length === 0 ? '' : `So it is in ${nameAll(others.map(({name}) => name))}. `;
    return [
      warning(
        'unknown-section',
        wording.at(index, index + written.length),
        `“${written}” leads nowhere: nothing in this text is numbered so. ${rest}Write the number that is meant.`,
      ),
    ];
  });
}
