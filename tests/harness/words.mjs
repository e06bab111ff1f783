// Looks after the translations in locales/.
//   node tests/harness/words.mjs check    fails when a language lacks a message, leaves one untranslated, or
//                                         translates an English text that has changed; lit-localize only warns
//   node tests/harness/words.mjs extract  writes new and changed English into every language's file
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {DOMParser, XMLSerializer} from '@xmldom/xmldom';
import {RuntimeLitLocalizer} from '@lit/localize-tools/lib/modes/runtime.js';

const root = resolve(import.meta.dirname, '../..');
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
    } else if (isLabelled(source, contents) && placeholders(unit, 'target') !== placeholders(unit, 'source')) {
      problems.push(`${name}: values stand in another order than their labels: "${target}"`);
    }
  }
  for (const name of units.keys()) problems.push(`${name}: stale; no message has this name any more: ${update}`);
  return problems;
}

/**
 * Messages without an id of their own. An invented one is a hash of the English: it loses every translation
 * when the English changes, and what would look it up in the browser is not built in (vite.config.ts).
 * @param {readonly {name: string}[]} messages
 */
export function findInventedIds(messages) {
  return messages
    .filter(({name}) => /^[hs][0-9a-f]{16}$/.test(name))
    .map(({name}) => `${name}: a message without an id; give msg() one: {id: '…'}`);
}

/**
 * Marks the translations whose English `extract` has just replaced. Ids are written by hand, so they stay when
 * the English changes, and nothing else would tell the old translation from one of the new text.
 * @param {string} before the XLIFF file as it was
 * @param {string} after the same with today's English
 * @returns {string} `after`, with state="needs-translation" on those targets
 */
export function markStale(before, after) {
  const sources = (/** @type {any} */ document) =>
    new Map(
      Array.from(document.getElementsByTagName('trans-unit'), (/** @type {any} */ unit) => [
        unit.getAttribute('id'),
        textOf(unit.getElementsByTagName('source')[0]),
      ]),
    );
  const known = sources(new DOMParser().parseFromString(before, 'text/xml'));
  const document = new DOMParser().parseFromString(after, 'text/xml');
  for (const [id, source] of sources(document)) {
    if (!known.has(id) || known.get(id) === source) continue;
    const unit = Array.from(document.getElementsByTagName('trans-unit')).find((each) => each.getAttribute('id') === id);
    unit?.getElementsByTagName('target')[0]?.setAttribute('state', 'needs-translation');
  }
  return new XMLSerializer().serializeToString(document);
}

/**
 * Whether each value stands after a label: "Changes: 4. Since: 1 March". The English once swapped two such values, and
 * every translation went on to say the day for the count.
 */
const isLabelled = (
  /** @type {string} */ source,
  /** @type {readonly (string | {untranslatable: string})[]} */ contents,
) => contents.every((part) => typeof part === 'string' || source.includes(`: ${part.untranslatable}`));

/** The numbers of a unit's values, in the order in which they stand. */
const placeholders = (/** @type {any} */ unit, /** @type {string} */ element) =>
  Array.from(unit.getElementsByTagName(element)[0]?.getElementsByTagName('x') ?? [], (/** @type {any} */ each) =>
    each.getAttribute('id'),
  ).join();

/** The text of a <source> or <target>, with each placeholder as the code it stands for. */
function textOf(/** @type {any} */ element) {
  if (!element) return '';
  return Array.from(element.childNodes)
    .map((/** @type {any} */ node) =>
      node.nodeName === 'x' ? node.getAttribute('equiv-text') : (node.textContent ?? ''),
    )
    .join('');
}

function open() {
  const file = resolve(root, 'src/words/lit-localize.json');
  const config = JSON.parse(readFileSync(file, 'utf8'));
  const baseDir = dirname(file);
  const localizer = new RuntimeLitLocalizer({
    ...config,
    baseDir,
    resolve: (/** @type {string} */ path) => resolve(baseDir, path),
  });
  const {messages, errors} = localizer.extractSourceMessages();
  if (errors.length > 0) {
    throw new Error(
      errors.map((error) => `${relative(root, error.file?.fileName ?? file)}: ${error.messageText}`).join('\n'),
    );
  }
  const noted = Object.entries(JSON.parse(readFileSync(resolve(baseDir, 'notes.json'), 'utf8')));
  for (const [id, note] of noted) {
    const message = messages.find(({name}) => name === id);
    if (!message) throw new Error(`src/words/notes.json: there is no message "${id}"`);
    message.desc = String(note);
  }
  /** @type {{locale: string, path: string, xml: string | undefined}[]} */
  const files = config.targetLocales.map((/** @type {string} */ locale) => {
    const path = resolve(baseDir, config.interchange.xliffDir, `${locale}.xlf`);
    return {locale, path, xml: existsSync(path) ? readFileSync(path, 'utf8') : undefined};
  });
  return {localizer, messages, files};
}

function check() {
  const {messages, files} = open();
  const problems = [
    ...findInventedIds(messages).map((problem) => `src/words: ${problem}`),
    ...files.flatMap(({locale, path, xml}) =>
      findProblems(messages, locale, xml).map((problem) => `${relative(root, path)}: ${problem}`),
    ),
  ];
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    console.error(`\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the translations`);
    process.exitCode = 1;
  } else {
    console.log(`words: ${messages.length} messages, each translated into ${files.length} languages`);
  }
}

async function extract() {
  const {localizer, messages, files} = open();
  localizer.extractSourceMessages = () => ({messages, errors: []});
  await localizer.writeInterchangeFiles();
  for (const {path, xml} of files)
    if (xml !== undefined) writeFileSync(path, markStale(xml, readFileSync(path, 'utf8')));
  console.log(
    `words: ${messages.length} messages written to ${files.length} files in locales/; now translate, ` +
      'then "npm run words"',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , action] = process.argv;
  if (action === 'check') check();
  else if (action === 'extract') await extract();
  else throw new Error('Say check or extract');
}
