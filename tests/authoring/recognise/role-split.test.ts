/**
 * Notices with a section for each role, laid out as organisations do: every section is for whom it names, and for
 * nobody else.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isUnspaced} from '../../../src/authoring/document/guess.js';
import {wordsOf} from '../../../src/authoring/vocabulary/language-words.js';
import {importOne} from '../import/import-one.js';
import {framedHeadings, ordinaryTexts, splitNotices, type Roles} from './role-split.js';

/** Of a hundred sections; the rest is for everyone, which hides nothing. */
const least = 95;

const title = 'Tidebook';

type Layout = (roles: Roles, language: string) => string;

const stop = (language: string): string => (isUnspaced(language) ? '。' : '.');

const layouts: Readonly<Record<string, Layout>> = {
  'headings of one or two words': (roles) => roles.map(([, heading, text]) => `## ${heading}\n\n${text}`).join('\n\n'),
  'numbered headings below another': (roles) =>
    '## 2. ' +
    `Tidebook\n\n${roles.map(([, heading, text], index) => `### 2.${index + 1} ${heading}\n\n${text}`).join('\n\n')}`,
  'the usual frames around headings': (roles, language) => {
    const frames = wordsOf(language)?.frames.headings.filter((frame) => frame !== '{audience}') ?? [];
    return roles
      .map(([, heading, text], index) => {
        const frame = frames[(index * 5) % Math.max(1, frames.length)] ?? '{audience}';
        return `## ${frame.replace('{audience}', heading)}\n\n- ${text}`;
      })
      .join('\n\n');
  },
  'words in bold before the text': (roles, language) =>
    roles.map(([, heading, text]) => `**${heading}${stop(language)}** ${text}`).join('\n\n'),
};

/** Whom the section is for that a sentence stands in. */
function audienceOf(markdown: string, sentence: string): string | undefined {
  const before = markdown.slice(0, markdown.indexOf(sentence));
  assert.ok(markdown.includes(sentence), sentence);
  const heading = before.split('\n').findLast((line) => line.startsWith('#') || line === '---');
  return /audience="([^"]*)"/u.exec(heading ?? '')?.[1];
}

describe('a notice that is split by roles', () => {
  for (const [layout, lay] of Object.entries(layouts)) {
    let heard = 0;
    let all = 0;
    for (const [language, roles] of Object.entries(splitNotices)) {
      it(`${language}, with ${layout}: nothing is for anybody else`, () => {
        const source = `# ${title}\n\n${lay(roles, language)}\n`;
        const {markdown} = importOne('quay.md', source, {language, effective: '2024-05-31'});
        for (const [id, heading, sentence] of roles) {
          const audience = audienceOf(markdown, sentence);
          all++;
          if (audience === id) heard++;
          else assert.equal(audience, undefined, heading);
        }
      });
    }
    it(`with ${layout}: at least ${least} of 100 sections are heard`, () => {
      assert.ok(100 * heard >= least * all, `${heard} of ${all}`);
    });
  }
});

describe('a heading around a role', () => {
  const missed: string[] = [];
  let all = 0;
  for (const [language, headings] of Object.entries(framedHeadings)) {
    for (const [id, heading] of headings) {
      it(`${language}: “${heading}” is for ${id}, or for everyone`, () => {
        const source = `# ${title}\n\n## Tidebook\n\nTidebook.\n\n## ${heading}\n\n§\n`;
        const {markdown} = importOne('quay.md', source, {language, effective: '2024-05-31'});
        const audience = audienceOf(markdown, '§');
        all++;
        if (audience === undefined) missed.push(`${language}: ${heading}`);
        else assert.equal(audience, id);
      });
    }
  }
  it(`at least ${least} of 100 are heard`, () => {
    assert.ok(missed.length * 100 <= (100 - least) * all, `${missed.length} of ${all}: ${missed.join(' · ')}`);
  });
});

describe('an ordinary policy', () => {
  for (const [language, lines] of Object.entries(ordinaryTexts)) {
    it(`is for everyone: ${language}`, () => {
      const {markdown} = importOne('quay.md', `# ${title}\n\n${lines.join('\n\n')}\n`, {
        language,
        effective: '2024-05-31',
      });
      assert.deepEqual(
        markdown.split('\n').filter((line) => line.includes('audience=')),
        [],
      );
    });
  }
});
