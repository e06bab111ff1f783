/**
 * Import, then build, real policies that were read by hand: what is in them is in
 * `expected.json`. They are others' texts and not part of this project; without
 * them this is skipped. `POLICY_SEEDS` says where they are.
 */
import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Block, Bundle, Inline, Item, List, Section, Text} from '../../../src/policy/bundle.js';
import {importCommand} from '../../../src/command/import.js';
import type {Finding} from '../../../src/authoring/findings/finding.js';
import {inspectFolder} from '../../../src/authoring/compile/inspect.js';
import {silent} from '../../../src/authoring/work/progress.js';
import {disk} from '../../../src/command/disk/files.js';
import {compareLetters, textPieces} from '../../../src/authoring/import/lossless.js';

interface Expected {
  readonly policies: readonly ExpectedPolicy[];
}

interface ExpectedPolicy {
  readonly file: string;
  readonly product: string;
  readonly language: string;
  readonly effective: string;
  readonly title: string;
  readonly covers: readonly string[];
  readonly groups: readonly {
    readonly audience: readonly string[] | 'everyone';
    readonly statements: readonly (readonly string[])[];
    readonly notesAfter?: number;
  }[];
  readonly closingParagraphs: number;
  readonly legalBases: Readonly<Record<string, readonly string[]>>;
  readonly statementCount: number;
  readonly squashedCharacters: number;
}

const folder = resolve(import.meta.dirname, '../../../', process.env['POLICY_SEEDS'] ?? '../shared/seeds');
const skip = existsSync(join(folder, 'expected.json'))
  ? false
  : `there are no seed policies at ${folder}; say where they are with POLICY_SEEDS`;

describe('real policies', {skip}, () => {
  const {policies}: Expected =
    skip === false ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) : {policies: []};
  let out = '';
  let bundle: Bundle | undefined;
  let summary = '';
  let findings: readonly Finding[] = [];

  before(async () => {
    out = mkdtempSync(join(tmpdir(), 'seeds-'));
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => join(folder, name));
    const outcome = await importCommand.run(
      {operands: files, flags: new Set(), values: new Map([['out', [out]]])},
      {tell: () => undefined, interrupted: new AbortController().signal, progress: silent},
    );
    if (outcome.status === 'misuse') assert.fail(outcome.message);
    assert.deepEqual(outcome.findings, []);
    ({summary} = outcome);
    const inspected = await inspectFolder(disk, out);
    ({findings} = inspected);
    bundle = inspected.bundle;
  });

  after(() => {
    rmSync(out, {recursive: true, force: true});
  });

  it('have two findings: the Dutch edition is older than the Danish, and a Chinese line lacks its full stop', () => {
    assert.deepEqual(
      findings.map(({severity, code, place}) => ({
        severity,
        code,
        file: place.file,
        line: 'line' in place ? place.line : undefined,
      })),
      [
        {severity: 'warning', code: 'older-edition', file: join(out, 'labs/2018-05-25/nl.md'), line: undefined},
        {
          severity: 'warning',
          code: 'ends-differ',
          file: join(out, `${bundle?.policies[0]?.id}/2019-07-12/zh-Hant.md`),
          line: 9,
        },
      ],
    );
  });

  it('give the languages in the order of the files', () => {
    assert.deepEqual(bundle?.languages, ['sv', 'nb', 'da', 'zh-Hant', 'nl']);
  });

  for (const expected of policies) {
    describe(`${expected.product} in ${expected.language}`, () => {
      const text = (): Text => {
        const edition = bundle?.policies
          .find(({id}) => id === expected.product)
          ?.editions.find(({effective}) => effective === expected.effective);
        const found = edition?.texts[expected.language];
        assert.ok(found !== undefined && 'sections' in found, 'no such text in the bundle');
        return found;
      };
      const groups = (): Section[] =>
        allSections(text().sections).filter(({id, audiences}) => audiences !== undefined || id === 'everyone');

      it('has its title', () => {
        assert.equal(text().title, expected.title);
      });

      it('covers its products', () => {
        const {products = []} = bundle?.policies.find(({id}) => id === expected.product) ?? {};
        const names = products
          .slice(1)
          .map((id) => bundle?.products.find((product) => product.id === id)?.names[expected.language]);
        assert.equal(products[0], expected.product);
        assert.deepEqual(names, expected.covers);
      });

      it('is for its audiences, section by section', () => {
        assert.deepEqual(
          groups().map(({audiences}) => audiences ?? 'everyone'),
          expected.groups.map(({audience}) => audience),
        );
      });

      it('has its items and the notes after them', () => {
        assert.deepEqual(
          groups().map((section) => itemsOf(section).length),
          expected.groups.map(({statements}) => statements.length),
        );
        assert.equal(groups().flatMap(itemsOf).length, expected.statementCount);
        const notes = groups()
          .filter(({audiences}) => audiences !== undefined)
          .map(({blocks}) => blocks.length - 1 - blocks.findIndex(({type}) => type === 'list'));
        assert.deepEqual(
          notes,
          expected.groups.filter(({audience}) => audience !== 'everyone').map(({notesAfter = 0}) => notesAfter),
        );
      });

      it('has its closing paragraphs outside of every section', () => {
        const sections = allSections(text().sections);
        const at = sections.findIndex(({id}) => id === 'everyone');
        const closing = at === -1 ? [] : sections.slice(at + 1).flatMap(({blocks}) => blocks);
        assert.equal(closing.length, expected.closingParagraphs);
        assert.ok(
          at === -1 ||
            sections.slice(at + 1).every(({heading, audiences}) => heading === undefined && audiences === undefined),
        );
      });

      it('has the data categories of each item', () => {
        for (const [index, {statements}] of expected.groups.entries()) {
          const items = itemsOf(groups()[index]);
          for (const [at, categories] of statements.entries()) {
            const found = termsOf(items[at]?.content ?? []);
            assert.deepEqual(
              categories.filter((category) => !found.includes(category)),
              [],
              `${index + 1}.${at + 1}: ${plain(items[at]?.content ?? [])}`,
            );
          }
        }
      });

      it('has the sampled legal bases', () => {
        for (const [key, bases] of Object.entries(expected.legalBases)) {
          const [group = 0, item = 0] = key.split('.').map(Number);
          const found = termsOf(itemsOf(groups()[group - 1])[item - 1]?.content ?? []);
          assert.deepEqual(
            bases.filter((basis) => !found.includes(basis)),
            [],
            key,
          );
        }
      });

      it('has every letter in order, and says how many', () => {
        const source = readFileSync(join(folder, expected.file), 'utf8');
        const letters = compareLetters(source, textPieces(text()), true);
        assert.ok(letters.same);
        assert.equal(letters.characters, expected.squashedCharacters);
        assert.ok(
          summary.includes(
            `All ${new Intl.NumberFormat('en').format(expected.squashedCharacters)} characters are in the ` +
              'bundle, in order',
          ),
        );
      });
    });
  }

  it('name the same clauses alike in every language of an edition', () => {
    for (const {editions} of bundle?.policies ?? []) {
      for (const {texts} of editions) {
        const ids = Object.values(texts).map((text) =>
          'sections' in text
            ? allSections(text.sections).flatMap((section) => [section.id, ...itemsOf(section).map(({id}) => id)])
            : [],
        );
        for (const other of ids.slice(1)) assert.deepEqual(other, ids[0]);
      }
    }
  });
});

const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections ?? [])]);

const isList = (block: Block): block is List => block.type === 'list';

const itemsOf = (section: Section | undefined): Item[] =>
  (section?.blocks ?? []).filter(isList).flatMap(({items}) => items);

const termsOf = (content: readonly Inline[]): string[] =>
  content.flatMap((piece) =>
    typeof piece === 'string' ? [] : [...(piece.type === 'annotation' ? piece.terms : []), ...termsOf(piece.content)],
  );

const plain = (content: readonly Inline[]): string =>
  content.map((piece) => (typeof piece === 'string' ? piece : plain(piece.content))).join('');
