/**
 * Characters that nobody sees and that change what others see or find: unclosed bidirectional
 * controls (Unicode UAX #9), tag characters, zero-width ones within words, halves of characters,
 * and words made of look-alike letters of two scripts.
 */
import {error, warning, type Finding} from '../finding.js';
import type {CheckedText, CheckedWording} from './checked-text.js';

export const findCharacters = ({wordings}: CheckedText): Finding[] => wordings.flatMap((wording) => {
  // Nearly every wording passes here.
  if (!suspicious.test(wording.words)) return [];
  return [...bidi(wording), ...hidden(wording), ...damaged(wording), ...mixed(wording)];
});

const suspicious = /[\u00ad\u180e\u200b-\u200d\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff\p{Cs}\p{Co}\p{Script=Cyrillic}\p{Script=Greek}\u{e0000}-\u{e0fff}]/u;

/** `U+202E`, and what it is called. */
const show = (character: string): string => {
  const point = character.codePointAt(0) ?? 0;
  const name = names[point];
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}${name === undefined ? '' : ` (${name})`}`;
};

const names: Readonly<Record<number, string>> = {
  0x00ad: 'soft hyphen', 0x180e: 'Mongolian vowel separator', 0x200b: 'zero width space', 0x200c: 'zero width non-joiner', 0x200d: 'zero width joiner',
  0x202a: 'left-to-right embedding', 0x202b: 'right-to-left embedding', 0x202c: 'pop directional formatting', 0x202d: 'left-to-right override', 0x202e: 'right-to-left override',
  0x2060: 'word joiner', 0x2066: 'left-to-right isolate', 0x2067: 'right-to-left isolate', 0x2068: 'first strong isolate', 0x2069: 'pop directional isolate',
  0xfeff: 'byte order mark', 0xfffd: 'replacement character',
};

/** The control that closes what another opens. */
const closers: Readonly<Record<string, string>> = {
  '\u202a': '\u202c', '\u202b': '\u202c', '\u202d': '\u202c', '\u202e': '\u202c', '\u2066': '\u2069', '\u2067': '\u2069', '\u2068': '\u2069',
};

function bidi(wording: CheckedWording): Finding[] {
  const findings: Finding[] = [];
  const open: {readonly index: number; readonly control: string}[] = [];
  for (const {0: control, index} of wording.words.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const place = (): ReturnType<CheckedWording['at']> => wording.at(index, index + 1);
    if (control === '\u202d' || control === '\u202e') {
      findings.push(error('bidi-override', place(), `Here stands ${show(control)}: it shows the letters after it in another order than they are written in. Take it out.`));
    }
    if (Object.hasOwn(closers, control)) {
      open.push({index, control});
    } else if (closers[open.at(-1)?.control ?? ''] === control) {
      open.pop();
    } else {
      findings.push(error('unbalanced-bidi', place(), `Here stands ${show(control)}, and nothing before it in this paragraph needs closing. Take it out, or open what it closes.`));
    }
  }
  for (const {index, control} of open) {
    const closer = closers[control] ?? '';
    findings.push(error('unbalanced-bidi', wording.at(index, index + 1), `Here stands ${show(control)}, which nothing in this paragraph closes. Put ${show(closer)} where it should end, or take it out.`));
  }
  return findings;
}

/** Flags of regions are written with them: a black flag, tags, an end. */
const tags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]+/gu;
/** Where scripts need them, or write no spaces, they are letters like others. */
const invisible = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][\p{M}]*)[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]+(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])/gu;

function hidden(wording: CheckedWording): Finding[] {
  return [
    ...[...wording.words.matchAll(tags)].map(({0: found, index}) => {
      const said = [...found].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) & 0x7f)).join('').replace(/[^ -~]/g, '');
      return error('tag-character', wording.at(index, index + found.length), `Here ${found.length > 2 ? 'stand tag characters' : 'stands a tag character'}, from ${show(found)} on: nobody sees ${found.length > 2 ? 'them' : 'it'}, but machines read ${said.trim() === '' ? 'on' : `“${said}”`}. Take ${found.length > 2 ? 'them' : 'it'} out.`);
    }),
    ...[...wording.words.matchAll(invisible)].map(({0: found, index}) =>
      warning('invisible-character', wording.at(index, index + found.length), `Within this word stands ${show(found)}, which nobody sees and which keeps the word from being found. Take it out.`)),
  ];
}

function damaged(wording: CheckedWording): Finding[] {
  return [...wording.words.matchAll(/[\p{Cs}\ufffd\ufffe\uffff]/gu)].map(({0: found, index}) => {
    const isHalf = /\p{Cs}/u.test(found);
    const what = isHalf ? `half of a character, the lone surrogate ${show(found)}` : `${show(found)}, which stands for a character that was lost`;
    return error(isHalf ? 'lone-surrogate' : 'lost-character', wording.at(index, index + found.length), `Here stands ${what}. Write the character that belongs here.`);
  });
}

/** Small and capital letters that look like a Latin one, and the Latin ones that look like a Cyrillic or Greek one. */
const lookAlikes = {
  Cyrillic: /^[аеорсухіјѕһԁԛԝАВЕЅІЈКМНОРСТУХҮ]+$/u,
  Greek: /^[ονυραιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]+$/u,
  Latin: /^[aeopcyxijshdqwuvABEKMHOPCTYXISJZN]+$/u,
};
const scripts = ['Latin', 'Cyrillic', 'Greek'] as const;
const ofScript = {Latin: /\p{Script=Latin}/gu, Cyrillic: /\p{Script=Cyrillic}/gu, Greek: /\p{Script=Greek}/gu};

function mixed(wording: CheckedWording): Finding[] {
  return [...wording.words.matchAll(/[\p{L}\p{M}]{2,}/gu)].flatMap(({0: word, index}) => {
    const parts = scripts.flatMap((script) => {
      const letters = word.match(ofScript[script]) ?? [];
      return letters.length > 0 ? [{script, letters}] : [];
    });
    if (parts.length < 2) return [];
    // A brand's name with a Cyrillic ending looks like what it is; a word of look-alikes does not.
    const [fewest] = parts.filter(({script, letters}) => lookAlikes[script].test(letters.join(''))).sort((a, b) => a.letters.length - b.letters.length);
    if (fewest === undefined) return [];
    const [first = ''] = fewest.letters;
    const others = parts.filter((part) => part !== fewest).map(({script}) => script).join(' and ');
    return [warning('mixed-scripts', wording.at(index, index + word.length), `In this word stands ${fewest.script} “${first}”, ${show(first)}, among ${others} letters that it looks like: nobody who searches for the word finds it. Write it in one script.`)];
  });
}
