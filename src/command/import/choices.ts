/** What the user says of the files, instead of leaving it to be recognised. */
import type {Id} from '../../policy/bundle.js';
import type {ImportChoices} from '../../authoring/import/choices.js';
import {given} from '../../authoring/recognise/choices.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {patterns} from '../../policy/validate.js';
import type {Arguments, Option} from '../terminal/command.js';
import {isEdition} from '../../authoring/folder/folder.js';
import {asLanguageTag} from '../../authoring/recognise/recognise-language.js';
import {filesMeant, type Meant} from './file-patterns.js';
import {headingKey} from '../../authoring/recognise/recognise-structure.js';

// Each is for all files, for one, or for those that a pattern fits: `nb`, `notice.txt=nb`, `*/terms.md=terms`.
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
      'Whom the sections with this heading are for: "Astronauts=visitor guest", or everyone, or none for ' +
      'a heading that is none',
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

/** One option's value, and the files it is for: all of them where it names none. */
interface Said {
  readonly value: string;
  readonly files: ReadonlySet<string> | undefined;
  /** How closely the files were named. */
  readonly rank: number;
}

/** The issues are sentences about what was typed. */
export function readChoices(args: Arguments, files: readonly string[]): Result<ImportChoices, string> {
  const issues: string[] = [];
  const said = new Map<string, readonly Said[]>();
  for (const [name, {read, wish}] of Object.entries(settings)) {
    const found: Said[] = [];
    for (const typed of args.values.get(name) ?? []) {
      const {meant, left, text} = splitFile(typed, files);
      const value = text.trim() === '' ? undefined : read(text.trim());
      if (meant?.kind === 'ambiguous')
        issues.push(
          `--${name} ${typed}: ${meant.files.length} files are called “${left}”. ` +
            `Write the path of one, as in ${meant.files[0]}, or **/${left} for all of them.`,
        );
      else if (meant?.kind === 'nothing')
        issues.push(
          `--${name} ${typed}: no file that is imported fits “${left}”. Write it as the files are named here.`,
        );
      else if (value === undefined)
        issues.push(`--${name} ${typed}: give ${wish}, or FILE= and that for one of the files.`);
      else found.push({value, files: meant && new Set(meant.files), rank: meant?.rank ?? 0});
    }
    // What names a file most closely holds, and of two that name it alike the last.
    said.set(
      name,
      [...found].reverse().sort((one, other) => other.rank - one.rank),
    );
  }
  const audiences = readAudiences(args.values.get('audience') ?? [], issues);
  if (issues.length > 0) return failed(issues);
  const value = (name: string, file: string): string | undefined =>
    said.get(name)?.find((each) => each.files?.has(file) ?? true)?.value;
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

interface Split {
  /** Absent where no file is named. */
  readonly meant?: Meant;
  readonly left: string;
  readonly text: string;
}

/** `notice.txt=nb` where such a file is imported; a title may have an equals sign of its own, and so may a file. */
function splitFile(typed: string, files: readonly string[]): Split {
  let unfit: Split | undefined;
  for (let at = typed.indexOf('='); at !== -1; at = typed.indexOf('=', at + 1)) {
    const [left, text] = [typed.slice(0, at), typed.slice(at + 1)];
    const meant = filesMeant(left, files);
    if (meant.kind !== 'nothing') return {meant, left, text};
    if (meant.isPattern) unfit ??= {meant, left, text};
  }
  return unfit ?? {left: '', text: typed};
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
        `--audience ${each}: give the heading and audience ids, as in --audience "Mentors=mentor" or ` +
          '"Mentors=mentor guest".',
      );
      continue;
    }
    audiences.set(key, alone ?? ids);
    headings.set(key, each.slice(0, at));
  }
  return {audiences, headings};
}
