/**
 * Which language a text is in.
 *
 * eld names the language, words of its own which of two neighbours it is, and opencc-js which
 * Chinese script. The whole text decides; its paragraphs, asked one by one, say how sure that is.
 */
import type {LanguageTag} from '../../policy/bundle.js';
import {detectors} from './detectors.js';
import type {Guess} from '../document/guess.js';
import {tellNeighbours} from './neighbours.js';

/** Shorter paragraphs, titles and dates for the most part, say nothing of the language. In letters. */
const telling = 60;
/** As much is said in fewer letters where a letter is a word. */
const tellingHan = 20;
/** The share of the telling letters that must be in one language for us to be sure. */
const enough = 0.8;

export function recogniseLanguage(paragraphs: readonly string[]): Guess<LanguageTag> | undefined {
  const {eld} = detectors();
  const text = paragraphs.join('\n');
  // Where half of the letters are Chinese, the rest is names and a note or two.
  const whole = eld.detect(isMostlyHan(text) ? withoutForeignNames(text) : text);
  if (whole.language === '') return undefined;
  const asked = paragraphs.filter((paragraph) => isTelling(paragraph));
  const agreeing = asked.filter((paragraph) => eld.detect(withoutForeignNames(paragraph)).language === whole.language);
  const neighbour = tellNeighbours(whole.language, text);
  const value = neighbour?.language ?? refine(whole.language, text);
  const why =
    asked.length === 0
      ? `${nameOf(value)}, from a few words`
      : `${nameOf(value)}, as ${agreeing.length} of ${asked.length} longer paragraphs are`;
  const sure = whole.isReliable() && asked.length > 0 && letters(agreeing) >= enough * letters(asked);
  if (neighbour?.sure === false) {
    return {
      value,
      why,
      doubt: {
        message: `The language may be ${nameOf(neighbour.other)} as well as ${nameOf(value)}: its words do not tell.`,
        remedy: `say which it is with --language, for example --language ${neighbour.other}`,
      },
    };
  }
  if (sure) return {value, why};
  return {
    value,
    why,
    doubt: {
      message: `The language may not be ${nameOf(value)}.`,
      remedy: 'say which it is with --language, for example --language nb',
    },
  };
}

const letters = (paragraphs: readonly string[]): number => paragraphs.join('').length;

const hanCharacters = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** A Chinese character says about as much as three letters. */
const isMostlyHan = (text: string): boolean =>
  3 * hanCharacters(text) >= (text.match(/\p{Script=Latin}/gu)?.length ?? 0) && hanCharacters(text) >= tellingHan;

const isTelling = (paragraph: string): boolean => paragraph.length >= telling || hanCharacters(paragraph) >= tellingHan;

/** A Chinese sentence full of product names in Latin letters is not English for that. */
export function withoutForeignNames(text: string): string {
  return hanCharacters(text) >= tellingHan / 2 ? text.replace(/\p{Script=Latin}+/gu, ' ') : text;
}

function refine(language: string, text: string): LanguageTag {
  if (language === 'zh') return isTraditional(text) ? 'zh-Hant' : 'zh-Hans';
  return language;
}

/** Simplified text hardly changes when it is simplified; about a third of Traditional text does. */
function isTraditional(text: string): boolean {
  const {han, changed} = countSimplifiable(text);
  return changed > han * 0.05;
}

/** How many Chinese characters there are, and how many of them are written otherwise in Simplified Chinese. */
export function countSimplifiable(text: string): {readonly han: number; readonly changed: number} {
  const {simplify} = detectors();
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return {han: han.length, changed: han.filter((character) => simplify(character) !== character).length};
}

/** "Swedish", for the report, which is in English. */
export function nameOf(language: LanguageTag): string {
  return new Intl.DisplayNames('en', {type: 'language'}).of(language) ?? language;
}

/** Chinese by its region is named by the script that is read there. */
const scripts: Readonly<Record<string, LanguageTag>> = {
  'zh-CN': 'zh-Hans',
  'zh-SG': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'zh-HK': 'zh-Hant',
  'zh-MO': 'zh-Hant',
};

/**
 * The tag in its usual form, `zh-Hant` for `zh-hant` and `pt-BR` for POSIX's `pt_BR.UTF-8`; nothing where it is no
 * tag that a bundle could use.
 */
export function asLanguageTag(text: string): LanguageTag | undefined {
  try {
    const posix = /^([A-Z]{2,3}(?:_[A-Z\d]+)+)(?:\.[\w-]+)?(?:@\w+)?$/i.exec(text.trim())?.[1];
    const [tag] = Intl.getCanonicalLocales(posix?.replaceAll('_', '-') ?? text.trim());
    return tag === undefined ? undefined : tag === 'no' ? 'nb' : posix === undefined ? tag : (scripts[tag] ?? tag);
  } catch {
    // Intl throws on what is no tag; that is the answer.
    return undefined;
  }
}
