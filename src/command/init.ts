/** `policy-viewer init`: a small policies folder that works, with comments that say how it grows. */
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {patterns} from '../policy/validate.js';
import {misuse, type Command, type Outcome} from './terminal/command.js';
import {writeFiles} from './disk/files.js';
import {error} from '../authoring/findings/finding.js';
import {listOr} from '../authoring/findings/nearest.js';
import {canonical} from '../authoring/folder/settings.js';
import {firstLanguages, firstPolicy, firstSettings} from './init/first-policy.js';

export const init: Command = {
  name: 'init',
  summary: 'Write a small policies folder to begin with',
  usage: '[FOLDER] [--language TAG]... [--force]',
  options: {
    language: {
      type: 'string',
      value: 'TAG',
      multiple: true,
      description:
        `A language to begin with, several times for several: ${listOr(firstLanguages)}. ` + 'Without it: en and da',
    },
    force: {type: 'boolean', description: 'Overwrite files that are there already'},
  },
  async run(args): Promise<Outcome> {
    const [folder = 'policies', ...others] = args.operands;
    if (others.length > 0) return misuse(`Only one folder can be begun at a time; “${others[0]}” is one too many.`);
    const languages = [
      ...new Set(
        (args.values.get('language') ?? ['en', 'da']).map((tag) =>
          patterns.language.test(tag) ? canonical(tag) : tag,
        ),
      ),
    ];
    const unknown = languages.find((tag) => !firstLanguages.includes(tag));
    if (unknown !== undefined) {
      return misuse(
        `There are no words in “${unknown}” to begin with. Begin in ${listOr(firstLanguages)}, and ` +
          `translate: a text in “${unknown}” is a file more beside the others.`,
      );
    }
    const force = args.flags.has('force');
    const there = await readdir(folder).catch(() => []);
    if (there.some((name) => !name.startsWith('.')) && !force) {
      return {
        status: 'findings',
        summary: 'Nothing was written.',
        findings: [
          error(
            'exists',
            folder,
            'There is something in this folder already. Give the name of a new one, or add --force to write ' +
              'beside what is there and over what has the same name.',
          ),
        ],
      };
    }
    const files = [
      {file: join(folder, 'policies.yaml'), text: firstSettings(languages)},
      ...languages.map((language) => ({
        file: join(folder, 'privacy/2026-03-01', `${language}.md`),
        text: firstPolicy(language),
      })),
    ];
    const written = await writeFiles(files, {force});
    if (!written.ok) return {status: 'findings', findings: written.issues, summary: 'Nothing was written.'};
    const shown = /^[\w./-]+$/.test(folder) ? folder : `'${folder}'`;
    return {
      status: 'fine',
      findings: [],
      summary: [
        ...files.map(({file}) => `Wrote ${file}`),
        '\nThe words are an example: no lawyer has read them for you. Put your own in their place. Then:',
        `  policy-viewer preview ${shown}                     see it, and every change as you save it`,
        `  policy-viewer check ${shown}                       what is missing, differs between languages ` +
          'or cannot work',
        `  policy-viewer build ${shown} --out bundle.json     make what <policy-viewer> shows`,
      ].join('\n'),
      facts: {folder, files: files.map(({file}) => file)},
    };
  },
};
