/* eslint-disable max-lines -- whole folders stand in it, path by path */
/**
 * What the paths of imported files say: languages, days, and which texts are one policy. And which files an option
 * means.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readPaths} from '../../../src/authoring/import/paths/read-paths.js';
import {filesMeant} from '../../../src/command/import/file-patterns.js';
import {folderWith, run} from '../command.js';

/**
 * The language that a path is read to name, what is left of it, and its edition; in brackets where the words must
 * agree.
 */
const read = (files: readonly string[]): string[] =>
  readPaths(files).map(({whole, language, edition}) =>
    [
      language === undefined ? '-' : language.isCertain ? language.tag : `(${language.tag})`,
      language === undefined ? whole : language.rest,
      ...(edition === undefined ? [] : [edition.id]),
    ].join(' '),
  );

describe('paths', () => {
  const sets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'folders for languages': {
      'site/de/notice.md': 'de site/notice',
      'site/pt-BR/notice.md': 'pt-BR site/notice',
      'site/pt_pt/notice.md': 'pt-PT site/notice',
      'site/zh_Hant/notice.md': 'zh-Hant site/notice',
      'site/zh-cn/notice.md': 'zh-Hans site/notice',
      'site/no/notice.md': 'nb site/notice',
    },
    'folders within folders': {
      'docs/legal/en/terms.html': 'en docs/legal/terms',
      'docs/legal/is/terms.html': 'is docs/legal/terms',
    },
    'a language that only one text is in, among others': {
      'de/a.md': 'de a',
      'fr/a.md': 'fr a',
      'sw/b.md': 'sw b',
    },
    endings: {'a.de.md': 'de a', 'a.pt-br.md': 'pt-BR a', 'a.md': '- a', 'b.de.md': 'de b', 'b.sw.md': 'sw b'},
    'endings with other marks': {
      'a-de.txt': 'de a',
      'a-zh-hant.txt': 'zh-Hant a',
      'b_de.txt': 'de b',
      'b_pt_br.txt': 'pt-BR b',
    },
    beginnings: {'de-notice.md': 'de notice', 'fr-notice.md': 'fr notice'},
    'files that are called after their language': {'privacy/de.md': 'de privacy', 'privacy/en.md': 'en privacy'},
    'a language said twice': {'de/a.de.md': 'de a', 'fr/a.fr.md': 'fr a'},
    'a country above languages': {'ch/de/a.md': 'de ch/a', 'ch/fr/a.md': 'fr ch/a'},
    'days and versions': {
      '2024-03-01/de/a.md': 'de a 2024-03-01',
      '2023-01-15/fr/a.md': 'fr a 2023-01-15',
      'b-v2.1-de.md': 'de b 2.1',
      'b-20240301-fr.md': 'fr b 2024-03-01',
    },
    'what is no language': {
      'app/notice.md': '- app/notice',
      'web/notice.md': '- web/notice',
      'report-it.md': '(it) report',
      '00_81d8f12305c338c6.txt': '- 00_81d8f12305c338c6',
    },
    'words that look like rare languages': {
      'de/a.md': 'de a',
      'fr/a.md': 'fr a',
      'new/a.md': 'new a',
      'old/a.md': '- old/a',
    },
  };
  for (const [what, paths] of Object.entries(sets))
    it(`are read: ${what}`, () => {
      const files = Object.keys(paths);
      assert.deepEqual(Object.fromEntries(read(files).map((said, index) => [files[index], said])), paths);
    });
});

const german = 'Diese Erklärung sagt Ihnen, was wir mit dem tun, was wir über Sie und Ihr Boot im Hafen wissen.';
const english = 'This notice tells you what we do with what we know about you and about your boat in the harbour.';
const portuguese = 'Este aviso diz o que fazemos com o que sabemos sobre você e sobre o seu barco no porto da cidade.';
const swahili = 'Taarifa hii inakueleza tunachofanya na yale tunayojua kuhusu wewe na mashua yako bandarini kila siku.';
const indonesian = 'Kami memakai nama anda dan nombor kapal anda untuk menjawab soalan yang anda kirim kepada kami.';
const text = (title: string, words: string, day = '2024-03-01'): string => `# ${title}\n\n${day}\n\n${words}\n`;

/** Where each file went, by its name, and all that was said. */
async function imported(
  test: Parameters<typeof folderWith>[0],
  files: Readonly<Record<string, string>>,
  ...options: readonly string[]
) {
  const folder = await folderWith(test, files);
  const given = options.length > 0 && options[0]?.startsWith('--') === false ? [] : Object.keys(files);
  const {code, stdout, stderr} = await run(folder, 'import', ...given, ...options, '--out', 'p');
  const places: Record<string, string | undefined> = Object.fromEntries(
    [...stdout.matchAll(/^(\S.*) → p\/(.*)\.md$/gm)].map(([, file, place]) => [file, place]),
  );
  return {code, places, said: `${stdout}${stderr}`};
}

describe('texts of one place in several languages', () => {
  for (const [layout, at] of Object.entries({
    folders: (tag: string, name: string) => `site/${tag}/${name}.md`,
    endings: (tag: string, name: string) => `${name}.${tag}.md`,
    underscores: (tag: string, name: string) => `${name}_${tag}.md`,
  }))
    it(`are one policy, whatever their titles say: ${layout}`, async (test) => {
      const {code, places} = await imported(test, {
        [at('en', 'report')]: text('Report a Berth', english),
        [at('de', 'report')]: text('Einen Liegeplatz melden', german),
        [at('en', 'rules')]: text('Rules of the Harbour', english),
        [at('de', 'rules')]: text('Hausordnung am Kai', german),
      });
      assert.equal(code, 0);
      assert.deepEqual(places, {
        [at('en', 'report')]: 'report-a-berth/2024-03-01/en',
        [at('de', 'report')]: 'report-a-berth/2024-03-01/de',
        [at('en', 'rules')]: 'rules-of-the-harbour/2024-03-01/en',
        [at('de', 'rules')]: 'rules-of-the-harbour/2024-03-01/de',
      });
    });

  it('keep the name that only their translations begin with too', async (test) => {
    const {places} = await imported(test, {
      'en/a.md': text('Quay Notice', english),
      'de/a.md': text('Quay Hinweise', german),
    });
    assert.deepEqual(Object.values(places).sort(), ['quay-notice/2024-03-01/de', 'quay-notice/2024-03-01/en']);
  });

  it('are called after their path where their titles are all the same', async (test) => {
    const {places, said} = await imported(test, {
      'en/boats.md': text('Quay Privacy Policy', english),
      'de/boats.md': text('Quay Datenschutzerklärung', german),
      'en/cafe.md': text('Quay Privacy Policy', english),
      'de/cafe.md': text('Quay Datenschutzerklärung', german),
    });
    assert.deepEqual(Object.values(places).sort(), [
      'boats/2024-03-01/de',
      'boats/2024-03-01/en',
      'cafe/2024-03-01/de',
      'cafe/2024-03-01/en',
    ]);
    assert.match(
      said,
      /Another text has the title “Quay Privacy Policy” too, so the policy was called “boats” after its path/,
    );
  });

  it('are so called too where one of them is imported again, alone', async (test) => {
    const folder = await folderWith(test, {
      'en/boats.md': text('Quay Privacy Policy', english),
      'en/cafe.md': text('Quay Privacy Policy', english),
      'de/cafe.md': text('Quay Datenschutzerklärung', german),
    });
    assert.equal((await run(folder, 'import', 'en', 'de', '--out', 'p')).code, 0);
    for (const file of ['en/cafe.md', 'de/cafe.md', 'en/boats.md']) {
      const {stdout} = await run(folder, 'import', file, '--out', 'p');
      assert.match(stdout, /nothing changed\.\n$/, file);
    }
  });

  it('are one with the text of the default language, whose path names none', async (test) => {
    const {places} = await imported(test, {
      'rules.md': text('Rules of the Harbour', english),
      'rules.de.md': text('Hausordnung am Kai', german),
    });
    assert.deepEqual(places['rules.md'], 'rules-of-the-harbour/2024-03-01/en');
    assert.deepEqual(places['rules.de.md'], 'rules-of-the-harbour/2024-03-01/de');
  });

  it('are in the language that the path says, where detectors know it from no other or not at all', async (test) => {
    const {places} = await imported(test, {
      'id/rules.md': text('Aturan', indonesian),
      'sw/rules.md': text('Kanuni', swahili),
      'pt-BR/rules.md': text('Regras', portuguese),
      'en/rules.md': text('Rules', english),
    });
    assert.deepEqual(
      Object.values(places).sort(),
      ['en', 'id', 'pt-BR', 'sw'].map((tag) => `rules/2024-03-01/${tag}`),
    );
  });

  it('are in the language of their words where those are plain, with a doubt', async (test) => {
    const {places, said} = await imported(test, {
      'en/rules.md': text('Rules', english),
      'de/rules.md': text('Regeln', german),
      'zh-TW/rules.md': text('Regras', `${portuguese} ${portuguese}`),
    });
    assert.equal(places['zh-TW/rules.md'], 'rules/2024-03-01/pt');
    assert.match(
      said,
      /The path says “zh-tw” \(.*Chinese\), and its words seem to be Portuguese; it was taken to be in Portuguese/,
    );
  });

  it('leave a place to the text whose path fits, where another is in its language too', async (test) => {
    const {code, places, said} = await imported(test, {
      'en/rules.md': text('Rules', english),
      'de/rules.md': text('Regeln', german),
      'fr/rules.md': text('Rules', english),
    });
    assert.deepEqual([code, Object.keys(places).sort()], [1, ['de/rules.md', 'en/rules.md']]);
    assert.match(
      said,
      /fr\/rules\.md {2}error {4}This file and en\/rules\.md are both .*, so only that one was imported/,
    );
  });

  it('are in the language that a file is called after, where its words do not tell', async (test) => {
    const {places, said} = await imported(test, {'rules/sv.md': '# Hamnen\n\n2024-03-01\n\nOK, bye.\n'});
    assert.equal(places['rules/sv.md'], 'hamnen/2024-03-01/sv');
    assert.match(said, /as “sv” in its path says|The path says “sv”/);
  });

  it('are apart by country: English below uk is no Ukrainian', async (test) => {
    const {places} = await imported(test, {
      'de/rules.md': text('Regeln', german),
      'uk/rules.md': text('Quay Rules', `${english} ${english}`),
      'el/rules.md': text('Not Greek', `${english} ${english}`),
    });
    assert.equal(places['el/rules.md']?.split('/')[0], places['de/rules.md']?.split('/')[0]);
    assert.equal(places['uk/rules.md'], 'quay-rules/2024-03-01/en');
  });

  it('have editions by the versions in their paths', async (test) => {
    const undated = (title: string): string => `# ${title}\n\n${english}\n`;
    const {places} = await imported(test, {
      'v1/en/rules.md': undated('Rules'),
      'v2.1/en/rules.md': undated('Rules'),
      '2024-05-01/en/rules.md': undated('Rules'),
    });
    assert.deepEqual(Object.values(places).sort(), ['rules/1/en', 'rules/2.1/en', 'rules/2024-05-01/en']);
  });
});

describe('titles that would give one id', () => {
  it('get ids of their own, which keep as much of the name as it takes', async (test) => {
    const {places} = await imported(test, {
      'a.md': text('Quay Ferry for Boats Privacy Notice', english),
      'b.md': text('Quay for Boats Privacy Notice', english, '2023-01-01'),
      'c.md': text('Quay Ferry for Cars Privacy Notice', english),
      'd.md': text('Quay for Cars Privacy Notice', english, '2023-01-01'),
    });
    assert.equal(new Set(Object.values(places).map((place) => place?.split('/')[0])).size, 4);
  });

  it('do not become one policy for the Latin letters in them', async (test) => {
    const russian = 'Мы используем ваше имя и номер вашей лодки, чтобы отвечать на вопросы, которые вы нам присылаете.';
    const {places} = await imported(test, {
      'quay.md': text('Quay Privacy Policy', english),
      'pravila.md': text('Правила гавани Quay', russian, '2023-01-01'),
      'privacy-ru.md': text('О ваших данных на Quay', russian, '2022-01-01'),
    });
    assert.equal(new Set(Object.values(places).map((place) => place?.split('/')[0])).size, 3);
    assert.equal(places['pravila.md']?.split('/')[0], 'pravila');
  });
});

describe('the files that an option means', () => {
  const files = ['index.md', 'a/index.md', 'b/index.md', 'b/de/terms.md', 'b/fr/terms.md'];
  const cases: Readonly<Record<string, string>> = {
    'index.md': 'index.md',
    './index.md': 'index.md',
    'a/index.md': 'a/index.md',
    '*/index.md': 'a/index.md b/index.md',
    '**/index.md': 'index.md a/index.md b/index.md',
    'b/*/terms.md': 'b/de/terms.md b/fr/terms.md',
    'b/**': 'b/index.md b/de/terms.md b/fr/terms.md',
    't?rms.md': 'b/de/terms.md b/fr/terms.md',
    'terms.md': 'ambiguous: b/de/terms.md b/fr/terms.md',
    'c/*.md': 'nothing',
    'none.md': 'nothing',
  };
  for (const [written, meant] of Object.entries(cases))
    it(`“${written}”: ${meant}`, () => {
      const found = filesMeant(written, files);
      assert.equal(
        found.kind === 'nothing' ? 'nothing' : `${found.kind === 'files' ? '' : 'ambiguous: '}${found.files.join(' ')}`,
        meant,
      );
    });

  it('are named exactly, or the option is a misuse', async (test) => {
    const all = {
      'a/index.md': text('Rules of A', english),
      'b/index.md': text('Rules of B', english),
      'index.md': text('Rules', english),
    };
    const {places} = await imported(
      test,
      all,
      '--effective',
      '*/index.md=2020-01-01',
      '--effective',
      'index.md=2021-01-01',
    );
    assert.deepEqual(
      Object.entries(places).map(([file, place]) => [file, place?.split('/')[1]]),
      [
        ['a/index.md', '2020-01-01'],
        ['b/index.md', '2020-01-01'],
        ['index.md', '2021-01-01'],
      ],
    );
    const {code, said} = await imported(
      test,
      {'a/x.md': all['index.md'], 'b/x.md': all['a/index.md']},
      '--policy',
      'x.md=y',
    );
    assert.equal(code, 2);
    assert.match(
      said,
      /--policy x\.md=y: 2 files are called “x\.md”\. Write the path of one, as in a\/x\.md, or \*\*\/x\.md/,
    );
    const none = await imported(test, all, '--policy', 'c/*.md=y');
    assert.match(none.said, /no file that is imported fits “c\/\*\.md”/);
  });
});
