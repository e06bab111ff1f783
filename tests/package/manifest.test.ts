/** What describes the element to people and tools says what the element is. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {analyze, viewerOf} from '../../src/package/analyze.mjs';
import {writeTables} from '../../src/package/readme.mjs';
import {built} from '../harness/built.mjs';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = analyze();
const viewer = viewerOf(manifest);
const styles = [
  'src/look/base.css',
  'src/look/text.css',
  'src/look/document.css',
  'src/viewer/viewer.css',
  'src/viewer/more.css',
]
  .map(read)
  .join('\n');
const names = (entries: readonly {name: string}[] | undefined): string[] => (entries ?? []).map(({name}) => name);

describe('the manifest', () => {
  it('is what the README’s tables say', async () => {
    const readme = read('README.md');
    const written = await writeTables(readme, manifest, join(root, 'README.md'));
    assert.equal(readme, written, 'run “npm run manifest”');
  });

  it('is what was built', () => {
    assert.deepEqual(JSON.parse(readFileSync(built('custom-elements.json'), 'utf8')), manifest);
  });

  it('describes everything it names', () => {
    const {attributes, members, events, slots, cssParts, cssProperties} = viewer;
    const kept = (members ?? []).filter(({attribute}) => !attribute);
    const named = [attributes, kept, events, slots, cssParts, cssProperties].flatMap((entries) => entries ?? []);
    assert.ok(named.length > 20);
    const silent = named.filter(({description}) => !description);
    assert.deepEqual(names(silent), []);
  });

  it('names every custom property that the style sheets read, and no other', () => {
    const used = new Set(styles.match(/--policy-[a-z-]+/g));
    assert.deepEqual(new Set(names(viewer.cssProperties)), used);
  });

  for (const {name, default: initial} of viewer.cssProperties ?? []) {
    it(`says what ${name} is until a site sets it: ${initial}`, () => {
      const compact = styles.replace(/\s+/g, ' ');
      assert.ok(compact.includes(`var(${name}, ${initial})`) || compact.includes(`var(${name}, ${initial},`));
    });
  }

  it('names the events that the element’s types know', () => {
    const known = [...read('src/viewer/events.ts').matchAll(/'(policy-[a-z-]+)': CustomEvent/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual(names(viewer.events), known);
  });
});
