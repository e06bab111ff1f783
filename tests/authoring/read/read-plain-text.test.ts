import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {textOf} from '../../../src/authoring/document/document.js';
import {readPlainText} from '../../../src/authoring/read/read-plain-text.js';

const read = (text: string): string[] =>
  readPlainText({file: 'a.txt', text}).blocks.map((block) =>
    block.type === 'list'
      ? `${block.ordered === true ? `${block.start ?? ''}.` : '•'} ` +
        block.children.map((item) => item.children.map(textOf).join(' > ')).join(' | ')
      : textOf(block),
  );

const long =
  'A paragraph that somebody typed without a break, so that it is longer than any line that was ever ' +
  'wrapped by a person or by a program for mail.';

describe('plain text', () => {
  for (const [what, text, blocks] of [
    ['paragraphs', 'One.\n\nTwo.\n\n\nThree.', ['One.', 'Two.', 'Three.']],
    ['lines that are paragraphs', `Title\n${long}\n${long}`, ['Title', long, long]],
    ['a list with empty lines between its items', ' • one;\n\n • two;\n\n • three.', ['• one; | two; | three.']],
    ['a list without', 'We use:\n• one;\n•two;\n\n• three.\nA note.', ['We use:', '• one; | two; | three.', 'A note.']],
    ['hyphens and dashes as marks', '- one\n- two\n\n– three\n* four', ['• one | two | three | four']],
    ['a hyphen that is none', '-one and -two', ['-one and -two']],
    ['a line of hyphens', 'One.\n\n-----\n\nTwo.', ['One.', '-----', 'Two.']],
    ['numbers in order', '3. three\n4. four\n\n5. five', ['3. three | four | five']],
    ['a number alone', '1. How we use data\n\nLike this.', ['1. How we use data', 'Like this.']],
    ['numbers out of order', '1. one\n3. three', ['1. one', '3. three']],
    ['a list in a list', '• one\n    - inner\n    - other\n• two', ['• one > innerother | two']],
    ['an address', 'One.\n\nFirm Ltd\n1 Street\nTown', ['One.', 'Firm Ltd\n1 Street\nTown']],
    ['a form feed and a line separator', 'One.\fTwo.\u2028Three.', ['One.', 'Two.', 'Three.']],
  ] as const) {
    it(`has ${what}`, () => {
      assert.deepEqual(read(text), blocks);
    });
  }

  it('joins the lines that were wrapped, though one is too long to wrap', () => {
    const lines = [
      'What follows was wrapped at some sixty columns, as mail is, and it',
      'goes on for a while, so that there are lines enough to tell that',
      'they were, and it ends with an address that could not be broken:',
      `https://kystlys.example/${'x'.repeat(110)}`,
      '',
      'Another paragraph.',
    ];
    assert.deepEqual(read(lines.join('\n')), [lines.slice(0, 4).join(' '), 'Another paragraph.']);
  });

  it('joins wrapped Chinese without spaces', () => {
    const lines = [
      '本文說明您向我們租用泊位時我們如何使用您的個人資料以及資料',
      '會保存多久若您有任何疑問歡迎隨時與我們聯絡我們會儘快回覆您',
      '的來信並且說明我們如何處理您的個人資料以及您有哪些權利可以',
      '行使。',
    ];
    assert.deepEqual(read(lines.join('\n')), [lines.join('')]);
  });

  it('reads a hundred thousand lines without growing slow', () => {
    assert.equal(read('A short line\n'.repeat(100_000)).join('').split('short').length, 100_001);
  });
});
