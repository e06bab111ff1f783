// Writes the README's tables of attributes, properties, events, custom properties and parts from the manifest.
import {format, resolveConfig} from 'prettier';
import {viewerOf} from './analyze.mjs';

/** @typedef {import('./analyze.mjs').Entry} Entry */

const code = (/** @type {string} */ text) => `\`${text}\``;
const cell = (/** @type {string | undefined} */ text) =>
  (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
/** @param {readonly string[]} heads @param {readonly (readonly string[])[]} rows */
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** @type {Record<string, (viewer: import('./analyze.mjs').Declaration) => string>} */
const tables = {
  attributes: ({attributes = []}) =>
    table(
      ['Attribute', ''],
      attributes.map(({name, description}) => [code(name), cell(description)]),
    ),
  properties: ({members = []}) =>
    table(
      ['Property or method', ''],
      members
        // A property that an attribute sets is in the table of attributes.
        .filter(({attribute}) => !attribute)
        .map(({name, kind, description}) => [code(kind === 'method' ? `${name}()` : name), cell(description)]),
    ),
  events: ({events = []}) =>
    table(
      ['Event', ''],
      events.map(({name, description}) => [code(name), cell(description)]),
    ),
  'custom-properties': ({cssProperties = []}) =>
    table(
      ['Custom property', 'Unless you set it', ''],
      cssProperties.map(({name, default: initial, description}) => [
        code(name),
        initial ? code(initial) : '',
        cell(description),
      ]),
    ),
  parts: ({cssParts = []}) =>
    table(
      ['Part', ''],
      cssParts.map(({name, description}) => [code(name), cell(description)]),
    ),
};

/**
 * The README with its tables written anew.
 * @param {string} readme @param {import('./analyze.mjs').Manifest} manifest @param {string} path of the README
 */
export async function writeTables(readme, manifest, path) {
  const viewer = viewerOf(manifest);
  let text = readme;
  for (const [name, write] of Object.entries(tables)) {
    const [begin, end] = [`<!-- table: ${name}, written by npm run manifest -->`, '<!-- end of table -->'];
    const from = text.indexOf(begin);
    const to = text.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`README.md has no place for the table of ${name}: ${begin} … ${end}`);
    text = `${text.slice(0, from + begin.length)}\n\n${write(viewer)}\n\n${text.slice(to)}`;
  }
  return format(text, {...(await resolveConfig(path)), parser: 'markdown'});
}
