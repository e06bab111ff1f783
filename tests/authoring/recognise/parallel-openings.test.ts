/** Paragraphs and items side by side that speak to different people are each for those whom they name. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {importOne} from '../import/import-one.js';

const audiencesIn = (lines: readonly string[], language = 'en'): readonly string[] => {
  const source = `# Tidebook\n\n## Tidebook\n\n${lines.join('\n\n')}\n`;
  const {markdown} = importOne('quay.md', source, {language, effective: '2024-05-31'});
  return markdown
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => /audience="([^"]*)"/u.exec(line)?.[1] ?? 'everyone');
};

const heard: readonly (readonly [language: string, lines: readonly string[], audiences: readonly string[]])[] = [
  [
    'en',
    [
      'The harbour keeps little.',
      'If you apply for a job with us, we keep your letter for six months.',
      'If you are a supplier, we pay to the account you name.',
      'If you visit our offices, we write down your name.',
      'We delete all of it in the end.',
    ],
    ['everyone', 'job-applicant', 'supplier', 'visitor', 'everyone'],
  ],
  [
    'de',
    [
      'Wenn Sie sich bei uns bewerben, bleibt Ihr Brief ein halbes Jahr im Ordner.',
      'Wenn Sie Lieferant sind, zahlen wir auf Ihr Konto.',
    ],
    ['job-applicant', 'supplier'],
  ],
  [
    'nb',
    ['Hvis du er ansatt, ligger kontrakten i et skap.', 'Hvis du er pasient, skriver legen ned det du sier.'],
    ['employee', 'patient'],
  ],
  [
    'zh-Hant',
    ['如果您是求職者，我們保留履歷半年。', '如果您是供應商，我們匯款到您的帳戶。'],
    ['job-applicant', 'supplier'],
  ],
];

const ordinary: readonly (readonly string[])[] = [
  ['If you contact us, we keep your letter.', 'If you visit our website, a cookie is set.'],
  ['If you are a customer, you may ask for a copy.', 'If you are a user, you may leave.'],
  ['If you are an employee, ask the office.', 'The office is closed on Mondays.'],
  ['If you are a resident of an island, other rules are in force.', 'If you are late, the door is closed.'],
  ['If you are an employee, ask the office.', 'If you are an employee, you may also ask the union.'],
];

describe('openings side by side', () => {
  for (const [language, lines, audiences] of heard) {
    it(`${language}: “${lines[1] ?? ''}” is for those it speaks to`, () => {
      assert.deepEqual(audiencesIn(lines, language), audiences);
    });
  }

  it('are heard in items too', () => {
    const lines = [
      '- If you are a student, ask your teacher.\n- If you are a donor, ask us.\n- Ask the harbour master.',
    ];
    assert.deepEqual(audiencesIn(lines), ['student', 'donor', 'everyone']);
  });

  for (const lines of ordinary) {
    it(`name nobody: “${lines.join(' ')}”`, () => {
      assert.deepEqual(new Set(audiencesIn(lines)), new Set(['everyone']));
    });
  }

  it('are for those of the section where its heading names somebody', () => {
    const lines = ['### Members', 'If you are a student, ask your teacher.', 'If you are a donor, ask us.'];
    assert.deepEqual(audiencesIn(lines), ['everyone', 'everyone']);
  });

  it('say that paragraphs became items', () => {
    const source = '# Quay\n\nIf you are a student, ask.\n\nIf you are a donor, ask us.\n';
    const {doubts} = importOne('quay.md', source, {language: 'en', effective: '2024-05-31'});
    assert.match(doubts.join('\n'), /“If you are a student” and “If you are a donor” speak to different people/u);
  });
});
