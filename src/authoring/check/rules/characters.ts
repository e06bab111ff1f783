/**
 * Characters that nobody sees and that change what others see or find: unclosed bidirectional
 * controls (Unicode UAX #9), tag characters, zero-width ones within words, control characters,
 * halves of characters, and words made of look-alike letters of two scripts.
 */
import type {LanguageTag} from '../../../policy/bundle.js';
import {error, warning, type Finding} from '../../findings/finding.js';
import type {CheckedText, CheckedWording} from '../texts/checked-text.js';
import {findGarbled, windows1252} from './garbled.js';

export const findCharacters = ({wordings, language}: CheckedText): Finding[] =>
  wordings.flatMap((wording) => {
    // Nearly every wording passes here.
    if (!suspicious.test(wording.words)) return [];
    return [
      ...bidi(wording),
      ...hidden(wording),
      ...damaged(wording),
      ...findGarbled(wording),
      ...mixed(wording, language),
    ];
  });

const suspiciousLetters = [
  String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u00c2-\u00c5\u00ce-\u00d1\u00d7-\u00d9\u00e2-\u00e9`,
  String.raw`\u115f\u1160\u180e\u200b-\u200d\u2028-\u202e\u2060-\u2064\u2066-\u206f\u2800\u3164`,
  String.raw`\uffa0\ufeff\ufff9-\uffff\p{Cs}\p{Co}\p{Script=Cyrillic}\p{Script=Greek}\u{e0000}-\u{e0fff}`,
].join('');
const suspicious = new RegExp(String.raw`[${suspiciousLetters}]|\?{3}`, 'u');

/** `U+202E`, and what it is called. */
const show = (character: string): string => {
  const point = character.codePointAt(0) ?? 0;
  const name = names[point];
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}${name === undefined ? '' : ` (${name})`}`;
};

const names: Readonly<Record<number, string>> = {
  0x000b: 'line tabulation',
  0x000c: 'form feed',
  0x0085: 'next line',
  0x00ad: 'soft hyphen',
  0x115f: 'Hangul filler',
  0x1160: 'Hangul filler',
  0x180e: 'Mongolian vowel separator',
  0x200b: 'zero width space',
  0x200c: 'zero width non-joiner',
  0x200d: 'zero width joiner',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x2061: 'function application',
  0x2062: 'invisible times',
  0x2063: 'invisible separator',
  0x2064: 'invisible plus',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0x2800: 'blank Braille pattern',
  0x3164: 'Hangul filler',
  0xfeff: 'byte order mark',
  0xffa0: 'Hangul filler',
  0xfffd: 'replacement character',
};

/** The control that closes what another opens. */
const closers: Readonly<Record<string, string>> = {
  '\u202a': '\u202c',
  '\u202b': '\u202c',
  '\u202d': '\u202c',
  '\u202e': '\u202c',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
};

function bidi(wording: CheckedWording): Finding[] {
  const findings: Finding[] = [];
  const open: {readonly index: number; readonly control: string}[] = [];
  for (const {0: control, index} of wording.words.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const place = (): ReturnType<CheckedWording['at']> => wording.at(index, index + 1);
    if (control === '\u202d' || control === '\u202e') {
      findings.push(
        error(
          'bidi-override',
          place(),
          `Here stands ${show(control)}: it shows the letters after it in another order than they are ` +
            'written in. Take it out.',
        ),
      );
    }
    if (Object.hasOwn(closers, control)) {
      open.push({index, control});
    } else if (closers[open.at(-1)?.control ?? ''] === control) {
      open.pop();
    } else {
      findings.push(
        error(
          'unbalanced-bidi',
          place(),
          `Here stands ${show(control)}, and nothing before it in this paragraph needs closing. ` +
            'Take it out, or open what it closes.',
        ),
      );
    }
  }
  for (const {index, control} of open) {
    const closer = closers[control] ?? '';
    findings.push(
      error(
        'unbalanced-bidi',
        wording.at(index, index + 1),
        `Here stands ${show(control)}, which nothing in this paragraph closes. Put ${show(closer)} where ` +
          'it should end, or take it out.',
      ),
    );
  }
  return findings;
}

/** Flags of regions are written with them: a black flag, tags, an end. */
const tags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,7})[\u{e0000}-\u{e007f}]+/gu;
/**
 * Nothing that a text says needs these; a joiner's place is between letters, a filler's among the parts of a Korean
 * one.
 */
const useless = /[\u2061-\u2064\u2800\u3164\uffa0\ufeff]+|(?<![\u115f\u1160])[\u115f\u1160]+(?![\u1100-\u11ff])/gu;
/**
 * Where scripts need them, or write no spaces, they are letters like others. Arabic and Hebrew need the joiners only.
 */
const invisible = (letters: string, signs: string): string =>
  String.raw`(?<=[${letters}]\p{M}{0,9})[${signs}]+(?=[${letters}])`;
const european = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}`;
const semitic = String.raw`\p{Script=Arabic}\p{Script=Hebrew}`;
const invisibleWithinWords = new RegExp(
  [
    invisible(european, String.raw`\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff`),
    invisible(semitic, String.raw`\u00ad\u180e\u200b\u2060-\u2064\ufeff`),
  ].join('|'),
  'gu',
);

function hidden(wording: CheckedWording): Finding[] {
  const withinWords = [...wording.words.matchAll(invisibleWithinWords)];
  const isWithin = (at: number): boolean =>
    withinWords.some(({0: found, index}) => index <= at && at < index + found.length);
  return [
    ...[...wording.words.matchAll(tags)].map(({0: found, index}) => {
      const said = [...found]
        .map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) & 0x7f))
        .join('')
        .replace(/[^ -~]/g, '');
      return error(
        'tag-character',
        wording.at(index, index + found.length),
        `Here ${found.length > 2 ? 'stand tag characters' : 'stands a tag character'}, from ${show(found)} ` +
          `on: nobody sees ${found.length > 2 ? 'them' : 'it'}, but machines read ` +
          `${said.trim() === '' ? 'on' : `“${said}”`}. Take ${found.length > 2 ? 'them' : 'it'} out.`,
      );
    }),
    ...withinWords.map(({0: found, index}) =>
      warning(
        'invisible-character',
        wording.at(index, index + found.length),
        `Within this word stands ${show(found)}, which nobody sees and which keeps the word from being ` +
          'found. Take it out.',
      ),
    ),
    ...[...wording.words.matchAll(useless)]
      .filter(({index}) => !isWithin(index))
      .map(({0: found, index}) =>
        warning(
          'invisible-character',
          wording.at(index, index + found.length),
          `Here stands ${show(found)}, which nobody sees and which no text needs. Take it out.`,
        ),
      ),
  ];
}

/** A question asked thrice, or letters that were lost: either is to be looked at. */
const questions = /\?{3,}/gu;
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/gu;

function damaged(wording: CheckedWording): Finding[] {
  return [
    ...lost(wording),
    ...[...wording.words.matchAll(controls)].map(({0: found, index}) => {
      const meant = windows1252(found);
      return error(
        'control-character',
        wording.at(index, index + 1),
        `Here stands the control character ${show(found)}, which no text needs. ` +
          `${meant === undefined ? 'Take it out, or put a space' : `Probably it was to be “${meant}”: write that`}.`,
      );
    }),
    ...[...wording.words.matchAll(questions)].map(({0: found, index}) =>
      error(
        'lost-character',
        wording.at(index, index + found.length),
        `Here stands “${found}”, as where letters were lost on the way. Write what belongs here.`,
      ),
    ),
  ];
}

function lost(wording: CheckedWording): Finding[] {
  return [...wording.words.matchAll(/[\p{Cs}\ufffd\ufffe\uffff]/gu)].map(({0: found, index}) => {
    const isHalf = /\p{Cs}/u.test(found);
    const what = isHalf
      ? `half of a character, the lone surrogate ${show(found)}`
      : `${show(found)}, which stands for a character that was lost`;
    return error(
      isHalf ? 'lone-surrogate' : 'lost-character',
      wording.at(index, index + found.length),
      `Here stands ${what}. Write the character that belongs here.`,
    );
  });
}

/** Small and capital letters that look like a Latin one, and the Latin ones that look like a Cyrillic or Greek one. */
const lookAlikes = {
  Cyrillic: /^[аеорсухіјѕһԁԛԝАВЕЅІЈКМНОРСТУХҮ]+$/u,
  Greek: /^[ονυραιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]+$/u,
  Latin: /^[aeopcu-yijshdqABEKMHOPCTYXISJZN]+$/u,
};
const scripts = ['Latin', 'Cyrillic', 'Greek'] as const;
const ofScript = {Latin: /\p{Script=Latin}/gu, Cyrillic: /\p{Script=Cyrillic}/gu, Greek: /\p{Script=Greek}/gu};

/** A brand's name with the ending of a case: Facebookа. */
const inflected = {
  Cyrillic: /^\p{Lu}\p{Script=Latin}{2,}\p{Script=Cyrillic}{1,4}$|^\p{Lu}{2,}(?!\p{Lu})\p{Script=Cyrillic}{1,4}$/u,
  Greek: /^\p{Lu}\p{Script=Latin}{2,}\p{Script=Greek}{1,4}$/u,
};

function mixed(wording: CheckedWording, language: LanguageTag): Finding[] {
  return [...wording.words.matchAll(/[\p{L}\p{M}]{2,}/gu)].flatMap(({0: word, index}) => {
    const parts = scripts.flatMap((script) => {
      const letters = word.match(ofScript[script]) ?? [];
      return letters.length > 0 ? [{script, letters}] : [];
    });
    if (parts.length < 2) return [];
    // A brand's name with a Cyrillic ending looks like what it is; a word of look-alikes does not.
    const [fewest] = parts
      .filter(({script, letters}) => lookAlikes[script].test(letters.join('')))
      .sort((a, b) => a.letters.length - b.letters.length);
    if (fewest === undefined) return [];
    const own = ownScript(language);
    if ((own === 'Cyrillic' || own === 'Greek') && inflected[own].test(word)) return [];
    // ΔT and μm are symbols, not words, but where Greek is what the text is written in.
    if (fewest.script === 'Latin' && own !== 'Greek' && /^\p{Script=Greek}\p{Script=Latin}+$/u.test(word)) return [];
    const [first = ''] = fewest.letters;
    const others = parts
      .filter((part) => part !== fewest)
      .map(({script}) => script)
      .join(' and ');
    return [
      warning(
        'mixed-scripts',
        wording.at(index, index + word.length),
        `In this word stands ${fewest.script} “${first}”, ${show(first)}, among ${others} letters that it ` +
          'looks like: nobody who searches for the word finds it. Write it in one script.',
      ),
    ];
  });
}

const ownScript = (language: LanguageTag): string | undefined =>
  ({Cyrl: 'Cyrillic', Grek: 'Greek'})[new Intl.Locale(language).maximize().script ?? ''];
