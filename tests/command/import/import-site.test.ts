/**
 * A whole site in twelve languages, given to import as it stands: three documents that link to one another, half of
 * them
 * without a day, with kramdown's marks, with a heading for visitors, and with one file that cannot be read. The layouts
 * are those that public repositories have: locale folders; endings of names; a static site's content folders with an
 * index file each and addresses in front matter; pages with the default language at the root and others beside it.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {folderWith, run} from '../command.js';

interface Words {
  readonly tag: string;
  /** Titles of the three documents. */
  readonly titles: readonly [string, string, string];
  readonly day: string;
  readonly says: string;
  readonly visitors: string;
  readonly item: string;
  readonly see: string;
}

const languages: readonly Words[] = [
  {
    tag: 'en',
    titles: ['Quay Privacy Policy', 'Rules of the Harbour', 'Report a Broken Berth'],
    day: 'Effective 1 March 2024',
    says: 'This text tells you what we do with what we know about you and about your boat in our harbour.',
    visitors: 'Visitors',
    item: 'We write down your name when you come to us.',
    see: 'Read this too',
  },
  {
    tag: 'de',
    titles: ['Quay Datenschutzerklärung', 'Hafenordnung', 'Einen kaputten Liegeplatz melden'],
    day: 'Gültig ab 1. März 2024',
    says: 'Dieser Text sagt Ihnen, was wir mit dem tun, was wir über Sie und über Ihr Boot in unserem Hafen wissen.',
    visitors: 'Besucher',
    item: 'Wir schreiben Ihren Namen auf, wenn Sie zu uns kommen.',
    see: 'Lesen Sie auch dies',
  },
  {
    tag: 'fr',
    titles: ['Politique de confidentialité de Quay', 'Règlement du port', 'Signaler une place abîmée'],
    day: 'En vigueur à compter du 1 mars 2024',
    says: 'Ce texte vous dit ce que nous faisons de ce que nous savons sur vous et sur votre bateau dans notre port.',
    visitors: 'Visiteurs',
    item: 'Nous notons votre nom quand vous venez chez nous.',
    see: 'Lisez aussi ceci',
  },
  {
    tag: 'es',
    titles: ['Política de privacidad de Quay', 'Normas del puerto', 'Avisar de un amarre roto'],
    day: 'En vigor desde el 1 de marzo de 2024',
    says: 'Este texto le dice lo que hacemos con lo que sabemos sobre usted y sobre su barco en nuestro puerto.',
    visitors: 'Visitantes',
    item: 'Apuntamos su nombre cuando viene a vernos.',
    see: 'Lea también esto',
  },
  {
    tag: 'it',
    titles: ['Informativa sulla privacy di Quay', 'Regole del porto', 'Segnalare un posto barca rotto'],
    day: 'In vigore dal 1 marzo 2024',
    says: 'Questo testo vi dice che cosa facciamo con ciò che sappiamo di voi e della vostra barca nel nostro porto.',
    visitors: 'Visitatori',
    item: 'Scriviamo il vostro nome quando venite da noi.',
    see: 'Leggete anche questo',
  },
  {
    tag: 'pt-BR',
    titles: ['Política de privacidade da Quay', 'Regras do porto', 'Avisar sobre uma vaga quebrada'],
    day: 'Em vigor a partir de 1 de março de 2024',
    says: 'Este texto diz o que fazemos com o que sabemos sobre você e sobre o seu barco no nosso porto.',
    visitors: 'Visitantes',
    item: 'Anotamos o seu nome quando você vem até nós.',
    see: 'Leia também isto',
  },
  {
    tag: 'nl',
    titles: ['Privacybeleid van Quay', 'Havenreglement', 'Een kapotte ligplaats melden'],
    day: 'Geldig vanaf 1 maart 2024',
    says: 'Deze tekst vertelt u wat wij doen met wat wij weten over u en over uw boot in onze haven.',
    visitors: 'Bezoekers',
    item: 'Wij schrijven uw naam op wanneer u bij ons komt.',
    see: 'Lees ook dit',
  },
  {
    tag: 'sv',
    titles: ['Quay integritetspolicy', 'Hamnens regler', 'Anmäl en trasig båtplats'],
    day: 'Gäller från 1 mars 2024',
    says: 'Den här texten berättar vad vi gör med det som vi vet om dig och om din båt i vår hamn.',
    visitors: 'Besökare',
    item: 'Vi skriver upp ditt namn när du kommer till oss.',
    see: 'Läs också detta',
  },
  {
    tag: 'da',
    titles: ['Quays databeskyttelsespolitik', 'Havnens regler', 'Meld en ødelagt bådplads'],
    day: 'Gældende fra 1. marts 2024',
    says: 'Denne tekst fortæller dig, hvad vi gør med det, som vi ved om dig og om din båd i vores havn.',
    visitors: 'Besøgende',
    item: 'Vi skriver dit navn op, når du kommer til os.',
    see: 'Læs også dette',
  },
  {
    tag: 'id',
    titles: ['Kebijakan Privasi Quay', 'Aturan Pelabuhan', 'Laporkan Tambatan Rusak'],
    day: '2024-03-01',
    says: 'Teks ini menjelaskan apa yang kami lakukan dengan apa yang kami ketahui tentang Anda dan kapal Anda.',
    visitors: 'Pengunjung',
    item: 'Kami mencatat nama Anda ketika Anda datang.',
    see: 'Baca juga ini',
  },
  {
    tag: 'mk',
    titles: ['Политика за приватност на Quay', 'Правила на пристаништето', 'Пријавете расипан вез'],
    day: '2024-03-01',
    says: 'Овој текст ви кажува што правиме со она што го знаеме за вас и за вашиот брод во нашето пристаниште.',
    visitors: 'Посетители',
    item: 'Го запишуваме вашето име кога доаѓате кај нас.',
    see: 'Прочитајте го и ова',
  },
  {
    tag: 'zh-Hant',
    titles: ['Quay 隱私權政策', '港口規則', '回報損壞的船位'],
    day: '生效日期：2024年3月1日',
    says: '本文說明我們如何處理我們所知道的關於您以及您停泊在我們港口的船隻的資料，並說明您可以如何與我們聯絡。',
    visitors: '訪客',
    item: '您來訪時，我們會記下您的姓名。',
    see: '也請閱讀',
  },
];

/** Their files' names, and whether they have a day. */
const documents = [
  ['privacy', true],
  ['rules', false],
  ['report', true],
] as const;

interface Layout {
  /** Where a document in a language stands. */
  readonly at: (tag: string, name: string) => string;
  /** How a document links to another in the same language. */
  readonly link: (tag: string, name: string) => string;
  readonly front?: (tag: string, name: string) => string;
  readonly broken: string;
}

const layouts: Readonly<Record<string, Layout>> = {
  'locale folders': {
    at: (tag, name) => `site/${tag}/${name}.md`,
    link: (_, name) => `${name}.md`,
    broken: 'site/de/broken.md',
  },
  'endings of names': {
    at: (tag, name) => `site/legal/${name}.${tag}.md`,
    link: (tag, name) => `./${name}.${tag}.md`,
    broken: 'site/legal/broken.fr.md',
  },
  'content folders with an index each': {
    at: (tag, name) => `site/content/${tag.toLowerCase()}/legal/${name}/index.md`,
    link: (tag, name) => `/${tag.toLowerCase()}/${name}/`,
    front: (tag, name) => `permalink: /${tag.toLowerCase()}/${name}/\nlayout: page`,
    broken: 'site/content/de/legal/broken/index.md',
  },
  'the default language at the root': {
    at: (tag, name) => (tag === 'en' ? `site/${name}.md` : `site/${name}_${tag.replace('-', '_')}.md`),
    link: (tag, name) => (tag === 'en' ? name : `${name}_${tag.replace('-', '_')}`),
    broken: 'site/broken_de.md',
  },
};

function write(
  {titles, day, says, visitors, item, see}: Words,
  link: string,
  index: number,
  front: string | undefined,
): string {
  return [
    ...(front === undefined ? [] : ['---', front, '---', '']),
    `# ${titles[index] ?? ''}`,
    '',
    ...(documents[index]?.[1] === true ? [day, ''] : []),
    `${says}\n{: .lead }`,
    '',
    `## ${visitors} {: #visitors .wide }`,
    '',
    `- ${item}`,
    '',
    '---',
    '',
    `[${see}](${link}).`,
    '',
  ].join('\n');
}

/** Of the vocabulary's languages, those whose word for visitors is in it. */
const heard = ['en', 'sv', 'da', 'nl', 'de', 'fr', 'es', 'it', 'pt-BR', 'zh-Hant'];

for (const [what, {at, link, front, broken}] of Object.entries(layouts))
  describe(`a site in twelve languages: ${what}`, () => {
    it('is imported by one command, and what is broken is named', async (test) => {
      const files = Object.fromEntries(
        languages.flatMap((words) =>
          documents.map(([name], index) => {
            const next = documents[(index + 1) % documents.length]?.[0] ?? '';
            return [at(words.tag, name), write(words, link(words.tag, next), index, front?.(words.tag, name))];
          }),
        ),
      );
      const folder = await folderWith(test, {...files, [broken]: '---\ntitle: [\n---\n# x\n'});
      const {code, stdout, stderr} = await run(folder, 'import', 'site', '--out', 'p');
      assert.equal(code, 1);
      assert.deepEqual(
        [...stderr.matchAll(/^(\S+?):\d+:\d+ {2}error/gm)].map(([, file]) => file),
        [broken],
        stderr,
      );
      const ids = ['quay', 'rules-of-the-harbour', 'report-a-broken-berth'];
      const editions = ['2024-03-01', 'undated', '2024-03-01'];
      const expected = documents.flatMap(([name], index) =>
        languages.map(({tag}) => [at(tag, name), `${ids[index]}/${editions[index]}/${tag}`]),
      );
      const places = Object.fromEntries(
        [...stdout.matchAll(/^(\S.*) → p\/(.*)\.md$/gm)].map(([, file, place]) => [file, place]),
      );
      assert.deepEqual(places, Object.fromEntries(expected));

      for (const [index] of documents.entries())
        for (const {tag} of languages) {
          const text = readFileSync(join(folder, `p/${ids[index]}/${editions[index]}/${tag}.md`), 'utf8');
          assert.match(text, new RegExp(`\\]\\(\\.\\./\\.\\./${ids[(index + 1) % 3]}\\)`), `${tag} lost its link`);
          assert.doesNotMatch(text, /\{:/, `${tag} shows a mark`);
          const audiences = [...text.matchAll(/audience="([^"]*)"/g)].map(([, names]) => names);
          if (heard.includes(tag)) assert.deepEqual(audiences, ['visitor'], `${tag}: ${text}`);
          else
            assert.ok(audiences.length === 0 || audiences.join() === 'visitor', `${tag} invents ${audiences.join()}`);
          assert.match(text, /\{#visitors[ }]/, `${tag} lost its id`);
        }

      const checked = await run(folder, 'check', 'p');
      assert.doesNotMatch(
        checked.stdout + checked.stderr,
        /dead-reference|foreign-attributes|missing-clause|sections-differ/,
      );
      const again = await run(folder, 'import', 'site', '--out', 'p');
      assert.match(again.stdout + again.stderr, /Everything was there already, so nothing changed\./);
    });
  });
