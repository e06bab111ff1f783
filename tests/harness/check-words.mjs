// The gate on translations: fails when a language's XLIFF file lacks a message, leaves one untranslated,
// or translates an English text that has changed since. lit-localize itself only warns.
import {readFileSync, existsSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {DOMParser} from '@xmldom/xmldom';
import {RuntimeLitLocalizer} from '@lit/localize-tools/lib/modes/runtime.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const update = 'run "npm run words:extract", then translate what it added';

/**
 * Every reason why the translations in `xliffDir` do not say what the English messages say.
 * @param {readonly {name: string, contents: readonly (string | {untranslatable: string})[]}[]} messages
 * @param {string} locale
 * @param {string | undefined} xml the locale's XLIFF file, undefined when there is none
 * @returns {string[]} one sentence each; none when all is well
 */
export function findProblems(messages, locale, xml) {
  if (xml === undefined) return [`there is no file for ${locale}: ${update}`];
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const problems = [];
  const language = document.getElementsByTagName('file')[0]?.getAttribute('target-language');
  if (language !== locale) problems.push(`target-language is "${language ?? ''}", expected "${locale}"`);

  const units = new Map();
  for (const unit of Array.from(document.getElementsByTagName('trans-unit'))) {
    const id = unit.getAttribute('id') ?? '';
    if (units.has(id)) problems.push(`${id}: stands in the file twice`);
    units.set(id, unit);
  }
  for (const {name, contents} of messages) {
    const unit = units.get(name);
    units.delete(name);
    if (!unit) {
      problems.push(`${name}: missing; ${update}`);
      continue;
    }
    const english = contents.map((part) => (typeof part === 'string' ? part : part.untranslatable)).join('');
    const source = textOf(unit.getElementsByTagName('source')[0]);
    const target = textOf(unit.getElementsByTagName('target')[0]);
    const state = unit.getElementsByTagName('target')[0]?.getAttribute('state') ?? '';
    if (source !== english) {
      problems.push(`${name}: stale; it translates "${source}" but the English is now "${english}"`);
    } else if (target.trim() === '' || state === 'new' || state.startsWith('needs-')) {
      problems.push(`${name}: untranslated; the English is "${english}"`);
    } else if (target === english && english.split(/\s+/).length > 2) {
      // One or two words can be the same in two languages ("Version", "Filter"); a phrase is a copy.
      problems.push(`${name}: untranslated; the target repeats the English "${english}"`);
    }
  }
  for (const name of units.keys()) problems.push(`${name}: stale; no message has this name any more: ${update}`);
  return problems;
}

/** The text of a <source> or <target>, with each placeholder as the code it stands for. */
function textOf(/** @type {any} */ element) {
  if (!element) return '';
  return Array.from(element.childNodes)
    .map((/** @type {any} */ node) => (node.nodeName === 'x' ? node.getAttribute('equiv-text') : (node.textContent ?? '')))
    .join('');
}

function main() {
  const file = resolve(root, 'src/words/lit-localize.json');
  const config = JSON.parse(readFileSync(file, 'utf8'));
  const baseDir = dirname(file);
  const localizer = new RuntimeLitLocalizer({
    ...config,
    baseDir,
    resolve: (/** @type {string} */ path) => resolve(baseDir, path),
  });
  const {messages, errors} = localizer.extractSourceMessages();
  let count = 0;
  for (const error of errors) {
    count++;
    console.error(`${relative(root, error.file?.fileName ?? file)}: ${error.messageText}`);
  }
  for (const locale of config.targetLocales) {
    const path = resolve(baseDir, config.interchange.xliffDir, `${locale}.xlf`);
    const xml = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    for (const problem of findProblems(messages, locale, xml)) {
      count++;
      console.error(`${relative(root, path)}: ${problem}`);
    }
  }
  if (count > 0) {
    console.error(`\n${count} ${count === 1 ? 'problem' : 'problems'} in the translations`);
    process.exitCode = 1;
  } else {
    console.log(`words: ${messages.length} messages, each translated into ${config.targetLocales.length} languages`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
