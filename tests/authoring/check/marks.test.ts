/** What stands in good texts of many languages and is no mistake. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findMarks} from '../../../src/authoring/check/rules/marks.js';
import {textOf} from './text-of.js';

describe('marks that are right', () => {
  const cases: readonly [language: string, markdown: string][] = [
    ['en', 'You may 1) pay, (2) wait or c) leave :) (see https://a.example/b_(c)).'],
    ['de', 'Das „Konto“ der »Nutzer« und ‚Gäste‘.'],
    ['sv', 'Ett ”konto” på 17" eller 5’.'],
    ['pl', 'Dane („dane osobowe”) są przetwarzane.'],
    ['fr', 'Vous vous engagez à ce que nous nous parlions « toujours ».'],
    ['id', 'Hak hak anak anak.'],
    ['he', 'חברת צה"ל בע"מ.'],
    ['zh-Hans', '我们（“公司”）收集《条款》中的“数据”。'],
    ['en', 'We mail it.  You keep it.'],
    ['en', 'Before you pay:\n\n- the fee (and\n- the deposit).'],
    ['en', '“We begin here.\n\nWe end here.”'],
    ['nl', 'Als u dat dat noemt.'],
  ];
  for (const [language, markdown] of cases) {
    it(`${language}: ${markdown.replace(/\n+/gu, ' ')}`, () => {
      assert.deepEqual(
        findMarks(textOf(markdown, language)).map(({message}) => message),
        [],
      );
    });
  }
});
