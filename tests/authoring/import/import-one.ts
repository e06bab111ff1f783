/** Imports one text of Markdown or HTML, as `import` would, and tells what came of it. */
import assert from 'node:assert/strict';
import type {Finding} from '../../../src/authoring/findings/finding.js';
import {importEdition, planImport, type ImportedText} from '../../../src/authoring/import/import-texts.js';
import {readHtml} from '../../../src/authoring/read/read-html.js';
import {readMarkdownSource} from '../../../src/authoring/read/read-markdown.js';
import {lookAt, type FirstLook} from '../../../src/authoring/recognise/recognise-text.js';
import {loadDetectors} from '../../../src/authoring/recognise/detectors.js';
import {loadAllWords} from '../vocabulary/load-all-words.js';
import type {Result} from '../../../src/policy/result.js';

await Promise.all([loadDetectors(), loadAllWords()]);

export interface Imported {
  /** Without the title. */
  readonly markdown: string;
  readonly title: string;
  readonly doubts: readonly string[];
  readonly language: string;
  readonly effective: string;
}

/** A text that was looked at, by itself, with nothing known before. */
export function importLook(look: FirstLook): Result<ImportedText, Finding> {
  const plan = planImport([look], {products: [], audiences: []});
  const [[planned] = []] = plan.editions;
  assert.ok(planned);
  const [imported] = importEdition([{planned, look, previous: undefined}], plan, {
    of: () => ({}),
    audiences: new Map(),
    headings: new Map(),
  });
  assert.ok(imported);
  return imported;
}

export function importOne(
  file: string,
  source: string | Buffer,
  choices = {language: 'en', effective: '2024-05-31'} as {language?: string; effective?: string},
): Imported {
  const document = file.endsWith('.md')
    ? readMarkdownSource({file, text: source.toString()})
    : readHtml(file, Buffer.from(source));
  assert.ok(document.ok, document.ok ? '' : document.issues[0]?.message);
  const look = lookAt(file, document.value, {...choices, policy: 'quay'});
  assert.ok(look.ok, look.ok ? '' : look.issues[0]?.message);
  const imported = importLook(look.value);
  if (!imported.ok) assert.fail(imported.issues.map(({message}) => message).join('\n'));
  const text = imported.value;
  const [, ...rest] = text.markdown.split('\n\n');
  return {
    markdown: rest.join('\n\n').trim(),
    title: text.planned.recognised.title,
    language: text.planned.recognised.language.value,
    effective: text.planned.recognised.edition.value,
    doubts: text.notes.doubts.map(({message, line}) => `${line === undefined ? '' : `${line}: `}${message}`),
  };
}
