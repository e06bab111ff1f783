// Makes modules of the words that policies use, so that a program loads only the languages that it meets.
//   node tests/harness/vocabulary.mjs   locales/vocabulary/*.yaml -> src/authoring/vocabulary/generated/*.ts
// A module is JSON in a string: that is parsed faster than an object that is written out, by a browser and by tsc.
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parse} from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const words = join(root, 'locales/vocabulary');
const out = join(root, 'src/authoring/vocabulary/generated');
const notice = '// Made of locales/vocabulary by "npm run words".\n';
const kinds = ['audiences', 'data', 'purposes', 'legal-bases'];

/** @param {string} name @returns {Record<string, any>} */
const read = (name) => parse(readFileSync(join(words, name), 'utf8'));

/** @param {unknown} value a string of JSON in a TypeScript string */
const quote = (value) => `'${JSON.stringify(value).replace(/[\\']/g, (sign) => `\\${sign}`)}'`;

/**
 * Writes a file only where it says something new, so that what watches it is not woken for nothing. @param {string}
 * name @param {string} text
 */
function write(name, text) {
  const file = join(out, name);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

const notions = read('notions.yaml');
const languages = readdirSync(words)
  .filter((name) => name !== 'notions.yaml')
  .flatMap((name) => /^(.+)\.yaml$/.exec(name)?.[1] ?? []);

mkdirSync(out, {recursive: true});
for (const name of readdirSync(out)) {
  if (!['index.ts', 'notions.ts', ...languages.map((tag) => `${tag}.ts`)].includes(name)) rmSync(join(out, name));
}

for (const language of languages) {
  const {reviewed: _, ...file} = read(`${language}.yaml`);
  for (const kind of kinds) {
    const strange = Object.keys(file[kind] ?? {}).filter((id) => !(id in notions[kind]));
    if (strange.length > 0)
      throw new Error(
        `locales/vocabulary/${language}.yaml: ${strange.join(', ')} under "${kind}" is not in notions.yaml`,
      );
  }
  if (file['language'] !== language)
    throw new Error(`locales/vocabulary/${language}.yaml says it is in ${file['language']}`);
  write(
    `${language}.ts`,
    `${notice}import type {LanguageWords} from '../language-words.js';\n\nexport const words: ` +
      `LanguageWords = JSON.parse(\n  ${quote(file)},\n);\n`,
  );
}

const list = kinds.map((kind) => [kind, Object.entries(notions[kind]).map(([id, facts]) => ({id, ...(facts ?? {})}))]);
write(
  'notions.ts',
  `${notice}import type {Notions} from '../notions.js';\n\nexport const notions: Notions = ` +
    `JSON.parse(\n  ${quote(Object.fromEntries(list))},\n);\n`,
);

write(
  'index.ts',
  `${notice}import type {LanguageWords} from '../language-words.js';

/** A literal map, so that each language becomes a file of its own. */
export const loaders: Readonly<Record<string, () => Promise<{readonly words: LanguageWords}>>> = {
${languages.map((tag) => `  ${/^\w+$/.test(tag) ? tag : `'${tag}'`}: () => import('./${tag}.js'),`).join('\n')}
};
`,
);
