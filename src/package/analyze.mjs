// Reads from the elements' own comments and types what a site may rely on: the custom elements manifest.
// https://github.com/webcomponents/custom-elements-manifest
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
// @ts-expect-error its types leave these out
import {create, ts} from '@custom-elements-manifest/analyzer';
// @ts-expect-error it has no types
import {litPlugin} from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

/**
 * @typedef {{name: string, description?: string, type?: {text: string}, default?: string, fieldName?: string}} Entry
 */
/**
 * @typedef {Entry & {kind: 'field' | 'method', privacy?: string, attribute?: string, static?: boolean,
 *   inheritedFrom?: unknown}} Member
 */
/**
 * @typedef {{kind: 'class', name: string, tagName?: string, customElement?: boolean, description?: string,
 *   attributes?: Entry[], members?: Member[], events?: Entry[], slots?: Entry[], cssParts?: Entry[],
 *   cssProperties?: Entry[]}} Declaration
 */
/**
 * @typedef {{schemaVersion: string, readme: string, modules: {kind: string, path: string, declarations:
 * Declaration[], exports: unknown[]}[]}} Manifest
 */

const root = resolve(import.meta.dirname, '../..');
/** The elements that have a tag of their own for sites to use, and the file that each is in. */
const sources = {'policy-viewer': 'src/viewer/policy-viewer.ts'};
/** What they extend. */
const bases = ['src/viewer/choosing-element.ts'];
/** The module that has the classes, and the one that registers the tags, as they are published. */
const classes = 'dist/index.js';
const definitions = 'dist/policy-viewer.js';

/** The manifest, of what is published: paths in the package, and nothing private. @returns {Manifest} */
export function analyze() {
  const files = [...Object.values(sources), ...bases].map((path) =>
    ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const analyzed = create({modules: files, plugins: litPlugin(), context: {dev: false}});
  /** @type {Declaration[]} */
  const declarations = analyzed.modules
    .flatMap((/** @type {{declarations: Declaration[]}} */ module) => module.declarations)
    .filter((/** @type {Declaration} */ declaration) => declaration.customElement)
    .map(published);
  const tags = declarations.flatMap(({name, tagName}) => (tagName ? [{name, tagName}] : []));
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: classes,
        declarations,
        exports: declarations.map(({name}) => ({kind: 'js', name, declaration: {name, module: classes}})),
      },
      {
        kind: 'javascript-module',
        path: definitions,
        declarations: [],
        exports: tags.map(({name, tagName}) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: {name, module: classes},
        })),
      },
    ],
  };
}

/** Leaves out what is the element's own affair. @param {Declaration} declaration @returns {Declaration} */
function published(declaration) {
  const {members = [], events = [], ...rest} = declaration;
  return {
    ...rest,
    // What Lit calls is protected; the rest of what is private begins with #.
    members: members.filter(({name, privacy}) => privacy !== 'private' && privacy !== 'protected' && name[0] !== '#'),
    // Where an event's name is a variable the analyzer takes the variable's name.
    events: events.filter(({description}) => description),
  };
}

/** The element that a site uses. @param {Manifest} manifest */
export function viewerOf(manifest) {
  const found = manifest.modules
    .flatMap(({declarations}) => declarations)
    .find(({tagName}) => tagName === 'policy-viewer');
  if (!found) throw new Error('The analyzer finds no <policy-viewer>: has its comment still its @element?');
  return found;
}
