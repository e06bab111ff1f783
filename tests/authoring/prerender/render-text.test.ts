// A text's own elements: what a keyboard and a screen reader find of tables and headings.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';
import {renderText} from '../../../src/authoring/prerender/render-text.js';
import type {Section} from '../../../src/policy/bundle.js';
import {words} from '../../../src/words/words.js';

const render = (section: Section, level: number): string =>
  toHtml(
    h(
      'div',
      renderText({title: 'T', sections: [section]}, level, {
        language: 'en',
        speaks: 'en',
        words,
        vocabulary: new Map(),
      }),
    ),
  );

describe('a prerendered text', () => {
  for (const [columns, names, expected] of [
    [3, true, '<div class="table">'],
    [4, true, '<div class="table" tabindex="0" role="group" aria-label="head 1 · head 2 · head 3 · head 4">'],
    [4, false, '<div class="table" tabindex="0" role="group" aria-label="cell 1 · cell 2 · cell 3 · cell 4">'],
  ] as const)
    it(`has a table of ${columns} columns ${names ? 'with' : 'without'} names as ${expected}`, () => {
      const cells = (word: string): string[][] =>
        Array.from({length: columns}, (_, column) => [`${word} ${column + 1}`]);
      const html = render(
        {id: 's', blocks: [{type: 'table', head: names ? cells('head') : [], rows: [{id: 'r', cells: cells('cell')}]}]},
        2,
      );
      assert.equal(/<div class="table".*?>/.exec(html)?.[0], expected);
    });

  it('has headings beyond the sixth level that say theirs', () => {
    const deep = ['1', '2', '3'].reduceRight<Section>(
      (inner, name) => ({id: `s${name}`, heading: [name], blocks: [], sections: [inner]}),
      {id: 's4', heading: ['4'], blocks: []},
    );
    assert.deepEqual(render(deep, 5).match(/<h\d[^>]*>/g), [
      '<h5>',
      '<h6>',
      '<h6 aria-level="7">',
      '<h6 aria-level="8">',
    ]);
  });
});
