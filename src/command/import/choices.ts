/** What the user says of the files, instead of leaving it to be recognised. */
import type {Id} from '../../policy/bundle.js';
import {basename} from '../../authoring/files/paths.js';
import type {ImportChoices} from '../../authoring/import/choices.js';
import {given} from '../../authoring/recognise/choices.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {patterns} from '../../policy/validate.js';
import type {Arguments, Option} from '../terminal/command.js';
import {isEdition} from '../../authoring/folder/folder.js';
import {asLanguageTag} from '../../authoring/recognise/recognise-language.js';
import {headingKey} from '../../authoring/recognise/recognise-structure.js';

/** Each is for all files, or for one: `--language nb`, `--language notice.txt=nb`. */
export const choiceOptions = {
  policy: {
    type: 'string',
    multiple: true,
    value: '[FILE=]ID',
    description: 'The policy that the texts are of, which names their folder',
  },
  product: {type: 'string', multiple: true, value: '[FILE=]NAME', description: 'The product that the texts are about'},
  language: {
    type: 'string',
    multiple: true,
    value: '[FILE=]TAG',
    description: 'The language that the texts are in, as in nb or zh-Hant',
  },
  effective: {
    type: 'string',
    multiple: true,
    value: '[FILE=]DATE',
    description: 'The day the texts took effect, as in 2024-05-31, else their version or “undated”',
  },
  title: {
    type: 'string',
    multiple: true,
    value: '[FILE=]WORDS',
    description: 'The title, where the text has none or another one',
  },
  audience: {
    type: 'string',
    multiple: true,
    value: 'HEADING=IDS',
    description:
      'Whom the sections with this heading are for: "Astronauts=visitor guest", or everyone, or none for a heading that is none',
  },
} as const satisfies Readonly<Record<string, Option>>;

const settings = {
  policy: {
    read: (text: string) => (patterns.id.test(text) ? text : undefined),
    wish: 'an id: small letters a to z, digits and hyphens, as in space-services',
  },
  product: {read: (text: string) => text, wish: 'a name'},
  language: {read: (text: string) => asLanguageTag(text), wish: 'a language tag, as in nb or zh-Hant'},
  effective: {
    read: (text: string) => (isEdition(text) ? text : undefined),
    wish: 'a day as year-month-day, as in 2024-05-31, a version as in 2.1, or “undated”',
  },
  title: {read: (text: string) => text, wish: 'words'},
} as const;

/** The issues are sentences about what was typed. */
export function readChoices(args: Arguments, files: readonly string[]): Result<ImportChoices, string> {
  const issues: string[] = [];
  const forAll = new Map<string, string>();
  const forOne = new Map<string, string>();
  for (const [name, {read, wish}] of Object.entries(settings)) {
    for (const typed of args.values.get(name) ?? []) {
      const [file, text] = splitFile(typed, files);
      const value = text.trim() === '' ? undefined : read(text.trim());
      if (value === undefined) issues.push(`--${name} ${typed}: give ${wish}, or FILE= and that for one of the files.`);
      else if (file === undefined) forAll.set(name, value);
      else forOne.set(`${name} ${file}`, value);
    }
  }
  const audiences = readAudiences(args.values.get('audience') ?? [], issues);
  if (issues.length > 0) return failed(issues);
  const value = (name: string, file: string): string | undefined => forOne.get(`${name} ${file}`) ?? forAll.get(name);
  return ok({
    ...audiences,
    of: (file) => {
      return given({
        policy: value('policy', file),
        product: value('product', file),
        language: value('language', file),
        effective: value('effective', file),
        title: value('title', file),
      });
    },
  });
}

/** `notice.txt=nb` where such a file is imported; a title may have an equals sign of its own. */
function splitFile(typed: string, files: readonly string[]): [string | undefined, string] {
  for (const file of files) {
    for (const name of [file, basename(file)]) {
      if (typed.startsWith(`${name}=`)) return [file, typed.slice(name.length + 1)];
    }
  }
  return [undefined, typed];
}

function readAudiences(typed: readonly string[], issues: string[]): Pick<ImportChoices, 'audiences' | 'headings'> {
  const audiences = new Map<string, readonly Id[] | 'everyone' | 'none'>();
  const headings = new Map<string, string>();
  for (const each of typed) {
    const at = each.lastIndexOf('=');
    const key = headingKey(each.slice(0, Math.max(0, at)));
    const ids = each
      .slice(at + 1)
      .split(/[\s,]+/u)
      .filter((id) => id !== '');
    const [first] = ids;
    const alone = ids.length === 1 && (first === 'everyone' || first === 'none') ? first : undefined;
    if (
      key === '' ||
      ids.length === 0 ||
      (alone === undefined && ids.some((id) => !patterns.id.test(id) || id === 'everyone' || id === 'none'))
    ) {
      issues.push(
        `--audience ${each}: give the heading and audience ids, as in --audience "Mentors=mentor" or "Mentors=mentor guest".`,
      );
      continue;
    }
    audiences.set(key, alone ?? ids);
    headings.set(key, each.slice(0, at));
  }
  return {audiences, headings};
}
