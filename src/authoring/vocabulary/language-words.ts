/**
 * The words that policies use in each language: what locales/vocabulary/<tag>.yaml says, loaded when a text in that
 * language is first met. Whoever works on texts awaits `loadWords` for their languages; all else asks `wordsOf`.
 */
import type {Id, LanguageTag} from '../../policy/bundle.js';
import {loaders} from './generated/index.js';
import type {NotionKind} from './notions.js';

export interface AudienceWords {
  /** As it stands alone in a list of choices. */
  readonly name: string;
  readonly plural: string;
  /** How headings and sentences call these people. A word may end in `*`: any letters. */
  readonly words: readonly string[];
  /** What such a reader does, as it follows “If you …”. */
  readonly acts: readonly string[];
}

export interface TermWords {
  readonly name: string;
  /** A word of a phrase may begin or end in `*`: any letters. */
  readonly phrases: readonly string[];
}

export interface PlaceholderWords {
  /** Verbs at the beginning. The first asks in round brackets too, where others are part of a sentence. */
  readonly verbs: readonly string[];
  /** Things: each word in the brackets is one of them, or a small word. */
  readonly things: readonly string[];
  readonly small: readonly string[];
}

/** A file of locales/vocabulary; its README says what each part is for. */
export interface LanguageWords {
  readonly language: LanguageTag;
  readonly audiences: Readonly<Record<Id, AudienceWords>>;
  readonly data: Readonly<Record<Id, TermWords>>;
  readonly purposes: Readonly<Record<Id, TermWords>>;
  readonly 'legal-bases': Readonly<Record<Id, TermWords>>;
  /** With `{audience}` where its words stand. */
  readonly frames: {
    readonly headings: readonly string[];
    readonly 'you-are': readonly string[];
    readonly 'you-act': readonly string[];
    readonly 'text-for': readonly string[];
  };
  /** Words that stand before an audience in a heading and name nobody. */
  readonly small: readonly string[];
  readonly joins: readonly string[];
  /** Between an employee and whom they work for. */
  readonly belonging: readonly string[];
  readonly everyone: readonly string[];
  /** By what words a title says what kind of document it is, by the kind's id. */
  readonly kinds: Readonly<Record<Id, readonly string[]>>;
  /** Small words between a product's name and its title's kind; what leads into other products that a text covers. */
  readonly titles: Readonly<Record<'links' | 'covers', readonly string[]>>;
  /** Beside the day of effect, beside a day that often, not always, is the same, and before a version. */
  readonly dates: Readonly<Record<'effective' | 'updated' | 'version', readonly string[]>>;
  /** Words inside brackets that show that somebody still has to fill in. */
  readonly placeholders: PlaceholderWords;
  /** By what words a text names its own parts. */
  readonly references: Readonly<Record<'section' | 'article' | 'annex', readonly string[]>>;
}

const loaded = new Map<LanguageTag, LanguageWords>();

/** Chinese by its region is read in the script that is written there. */
const traditional = /^zh-(?:\w+-)*(?:Hant|TW|HK|MO)\b/iu;

/** The file that serves a language: its own, else that of the language without script and region. */
export function fileFor(language: LanguageTag): LanguageTag | undefined {
  const [base = ''] = language.toLowerCase().split('-');
  const script = traditional.test(language) ? 'zh-Hant' : 'zh-Hans';
  // `no` and `iw` are what older texts say.
  const candidates = base === 'zh' ? [script] : base === 'no' ? ['nb'] : base === 'iw' ? ['he'] : [base];
  return [language, ...candidates].find((tag) => tag in loaders);
}

/** A language's file, and that of the one whose words stand in its texts too: Nynorsk has much of Bokmål. */
function filesFor(language: LanguageTag): readonly LanguageTag[] {
  const file = fileFor(language);
  return file === undefined ? [] : file === 'nn' ? ['nn', 'nb'] : [file];
}

/** To be awaited before texts in these languages are read. English is always there: titles of other texts are in it. */
export async function loadWords(languages: Iterable<LanguageTag>): Promise<void> {
  const files = new Set(['en', ...languages].flatMap((language) => filesFor(language)));
  await Promise.all(
    [...files].map(async (tag) => {
      const load = loaders[tag];
      if (load === undefined || loaded.has(tag)) return;
      loaded.set(tag, (await load()).words);
    }),
  );
}

/** The words of a language; nothing where there is no file for it. */
export function wordsOf(language: LanguageTag): LanguageWords | undefined {
  const file = fileFor(language);
  if (file === undefined) return undefined;
  const words = loaded.get(file);
  if (words === undefined) throw new Error(`loadWords(['${language}']) comes first`);
  return words;
}

/** The words that may stand in a text of a language: its own, and those of the language it has much of. */
export const wordsIn = (language: LanguageTag): readonly LanguageWords[] =>
  filesFor(language).flatMap((file) => wordsOf(file) ?? []);

/**
 * Whether anything says how a language names a notion. Where it does not, that a text in it names none is no
 * difference from its siblings: nobody can tell.
 */
export const knows = (language: LanguageTag, kind: NotionKind, id: Id): boolean =>
  wordsOf(language)?.[kind][id] !== undefined;
