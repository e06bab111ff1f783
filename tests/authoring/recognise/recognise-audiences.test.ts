import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readRoles, type RoleReader} from '../../../src/authoring/recognise/recognise-audiences.js';
import {audienceEntries} from '../../../src/authoring/vocabulary/vocabulary.js';
import {loadAllWords} from '../vocabulary/load-all-words.js';

await loadAllWords();

const reader = (language: string): RoleReader => ({
  language,
  audiences: audienceEntries([language]),
  own: ['Kystlys Verksted', 'Kystlys', 'Verksted'],
  products: [{id: 'pass', names: ['Kystlys Pass']}],
});

const headings = [
  ['sv', 'Företagsmedlemmar och kunder.', ['member', 'client']],
  ['sv', 'Anställda hos företagsmedlemmar och kunder.', ['employee']],
  [
    'sv',
    'Kystlys Pass-kunder, besökare, gäster och andra slutanvändare.',
    ['pass-client', 'visitor', 'guest', 'end-user'],
  ],
  ['sv', 'Verksted-medlemmar och mentorer', ['member', 'mentor']],
  ['nb', 'Klienter, besøkende, og andre sluttbrukere.', ['client', 'visitor', 'end-user']],
  ['nb', 'Ansatte hos medlemmer og partnere', ['employee']],
  ['da', 'Erhvervsmedlemmer, partnere og sponsorer.', ['member', 'partner', 'sponsor']],
  ['da', 'Erhvervsmedlemmers, partneres og sponsoreres medarbejdere.', ['employee']],
  ['da', 'Mentorer og medlemmers medarbejdere', ['mentor', 'employee']],
  ['nl', 'Kystlys Verksted-bedrijfslid, partner of sponsor.', ['member', 'partner', 'sponsor']],
  ['nl', 'Medewerker Kystlys Verksted-lid, werknemer partner en werknemer sponsor.', ['employee']],
  ['nl', 'Bezoekers, gasten en andere eindgebruikers.', ['visitor', 'guest', 'end-user']],
  ['zh-Hant', '企業會員和客戶。', ['member', 'client']],
  ['zh-Hant', '企業會員和客戶的員工。', ['employee']],
  ['zh-Hant', 'Kystlys Pass 客戶、訪客、客人及其他終端使用者。', ['pass-client', 'visitor', 'guest', 'end-user']],
  ['en', 'For members, visitors and other end users', ['member', 'visitor', 'end-user']],
  ['en', 'Job applicants and contractors', ['job-applicant', 'contractor']],
  ['en', 'Students, alumni and donors', ['student', 'alumnus', 'donor']],
  ['sv', 'Hyresgäster', ['tenant']],
  ['nb', 'Leverandører', ['supplier']],
  ['da', 'Patienter', ['patient']],
  ['nl', 'Vrijwilligers en sollicitanten', ['volunteer', 'job-applicant']],
  ['en', 'Members’ and customers’ employees', ['employee']],
  ['en', 'Employees and visitors', ['employee', 'visitor']],
  ['en', 'Parents and guardians of our students', ['parent', 'guardian']],
  ['en', 'Kystlys Pass customers.', ['pass-client']],
  ['en', '2.1 Visitors', ['visitor']],
  ['en', '(b) Guests', ['guest']],
  ['en', 'B. Visitors', ['visitor']],
  ['en', 'iv) Employees', ['employee']],
  ['en', 'Article 3. Members', ['member']],
  ['sv', '§ 4 Besökare', ['visitor']],
  ['zh-Hant', '一、訪客', ['visitor']],
  ['zh-Hant', '第三條 訪客', ['visitor']],
  ['ar', '٢. الزوار', ['visitor']],
  ['ar', 'الأعضاء والعملاء.', ['member', 'client']],
  ['ar', 'موظفو الأعضاء والعملاء.', ['employee']],
  ['ar', 'الزوار والضيوف والمستخدمون النهائيون الآخرون.', ['visitor', 'guest', 'end-user']],
] as const;

const forEveryone = [
  ['sv', 'Alla.'],
  ['nb', 'Alle.'],
  ['da', 'Alle.'],
  ['nl', 'Iedereen.'],
  ['zh-Hant', '所有人。'],
  ['en', 'Everyone.'],
  ['ar', 'الجميع.'],
] as const;

describe('a heading', () => {
  for (const [language, heading, ids] of headings) {
    it(`${language}: “${heading}” is for ${ids.join(', ')}`, () => {
      const roles = readRoles(heading, reader(language));
      assert.deepEqual(roles.ids, ids);
      assert.deepEqual(roles.unknown, []);
      assert.equal(roles.everyone, false);
    });
  }
  for (const [language, heading] of forEveryone) {
    it(`${language}: “${heading}” is for everyone`, () => {
      const roles = readRoles(heading, reader(language));
      assert.equal(roles.everyone, true);
      assert.deepEqual(roles.unknown, []);
    });
  }

  it('says which role of which product is an audience of its own', () => {
    assert.deepEqual(readRoles('Kystlys Pass customers', reader('en')).ofProducts, [
      {id: 'pass-client', role: 'client', product: 'Kystlys Pass'},
    ]);
  });

  for (const [heading, unknown, strangers] of [
    ['Astronauts.', ['Astronauts'], ['Astronauts']],
    ['Visitors and astronauts', ['astronauts'], ['astronauts']],
    ['Premium members', ['Premium'], []],
  ] as const) {
    it(`“${heading}” leaves ${unknown.join(', ')} unknown`, () => {
      const roles = readRoles(heading, reader('en'));
      assert.deepEqual(roles.unknown, unknown);
      assert.deepEqual(roles.strangers, strangers);
    });
  }

  for (const [language, heading] of [
    ['en', 'How long we keep data'],
    ['nb', 'Slik bruker vi opplysningene dine'],
    ['da', 'Sådan bruger vi dine oplysninger'],
    ['sv', 'Ändringar'],
  ] as const) {
    it(`${language}: “${heading}” is for nobody in particular`, () => {
      const roles = readRoles(heading, reader(language));
      assert.deepEqual(roles.ids, []);
      assert.notDeepEqual(roles.unknown, []);
    });
  }
});
