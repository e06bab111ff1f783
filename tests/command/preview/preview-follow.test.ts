/** The preview follows whatever an editor, a file manager or a version control system does to the files. */
import assert from 'node:assert/strict';
import {cp, mkdir, rename, rm, unlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {folderWith, start} from '../command.js';

const text = (words: string): string => `# Privacy\n\n${words}\n`;

interface Followed {
  readonly folder: string;
  /** Waits for the next message to the page, and again until what the page then loads says so. */
  readonly until: (says: RegExp, path?: string) => Promise<void>;
}

async function follow(test: TestContext, what = 'p'): Promise<Followed> {
  const folder = await folderWith(test, {'p/privacy/2020-01-01/en.md': text('First.'), 'b.json': '{}'});
  const child = start(folder, 'preview', what);
  test.after(() => child.kill('SIGKILL'));
  const address = await new Promise<string>((done, failed) => {
    let said = '';
    child.on('close', () => {
      failed(new Error(`ended: ${said}`));
    });
    child.stdout?.setEncoding('utf8').on('data', (more: string) => {
      said += more;
      const found = /Preview of .*(http:\S+\/)\.[\s\S]*\n.*\n/.exec(said)?.[1];
      if (found !== undefined) done(found);
    });
  });
  const reader = (await fetch(`${address}events`)).body?.getReader();
  await reader?.read();
  return {
    folder,
    async until(says, path = 'bundle.json') {
      for (;;) {
        const message = await reader?.read();
        assert.match(new TextDecoder().decode(message?.value), /event: change/);
        const page = await (await fetch(address + path)).text();
        if (says.test(page)) return;
      }
    },
  };
}

const file = 'p/privacy/2020-01-01/en.md';

describe('the preview follows', () => {
  const ways: readonly [way: string, change: (folder: string) => Promise<void>, says: RegExp, path?: string][] = [
    ['a file that is written into', (folder) => writeFile(join(folder, file), text('Second.')), /Second\./],
    [
      'a file that is replaced by another, as most editors save',
      async (folder) => {
        await writeFile(join(folder, `${file}~`), text('Second.'));
        await rename(join(folder, `${file}~`), join(folder, file));
      },
      /Second\./,
    ],
    [
      'a file that is moved away and written anew, as some editors save',
      async (folder) => {
        await rename(join(folder, file), join(folder, 'p/privacy/2020-01-01/.en.md.swp'));
        await writeFile(join(folder, file), text('Second.'));
        await unlink(join(folder, 'p/privacy/2020-01-01/.en.md.swp'));
      },
      /Second\./,
    ],
    ['a new file', (folder) => writeFile(join(folder, 'p/privacy/2020-01-01/nl.md'), text('Nieuw.')), /Nieuw\./],
    [
      'a file that gets another name',
      (folder) => rename(join(folder, file), join(folder, 'p/privacy/2020-01-01/fr.md')),
      /"fr":\{"title"/,
    ],
    [
      'a file that is deleted',
      (folder) => rm(join(folder, file)),
      /There is no policy in this folder|There is no text of the policy/,
      '',
    ],
    [
      'policies.yaml',
      (folder) => writeFile(join(folder, 'p/policies.yaml'), 'title: Another title\n'),
      /Another title/,
    ],
    [
      'a new edition in a new folder',
      async (folder) => {
        await mkdir(join(folder, 'p/privacy/2026-03-01'));
        await writeFile(join(folder, 'p/privacy/2026-03-01/en.md'), text('Newer.'));
      },
      /Newer\./,
    ],
    [
      'a new policy, with all its folders at once',
      async (folder) => {
        await mkdir(join(folder, 'p/terms/2026-03-01'), {recursive: true});
        await writeFile(join(folder, 'p/terms/2026-03-01/en.md'), text('Terms.'));
      },
      /Terms\./,
    ],
    [
      'a policy that is moved in from elsewhere',
      async (folder) => {
        await cp(join(folder, 'p/privacy'), join(folder, 'terms'), {recursive: true});
        await rename(join(folder, 'terms'), join(folder, 'p/terms'));
      },
      /"id":"terms"/,
    ],
    [
      'a policy that is deleted',
      async (folder) => {
        await cp(join(folder, 'p/privacy'), join(folder, 'p/terms'), {recursive: true});
        await rm(join(folder, 'p/privacy'), {recursive: true});
      },
      /^(?!.*"id":"privacy").*"id":"terms"/,
    ],
    [
      'a finding that is made, on the page',
      (folder) => writeFile(join(folder, file), '# Privacy\n\n- a {audience="nobody"}\n'),
      /There is no audience “nobody”[\s\S]*<\/pre>/,
      '',
    ],
  ];
  for (const [way, change, says, path] of ways) {
    it(way, async (test) => {
      const {folder, until} = await follow(test);
      await change(folder);
      await until(says, path);
    });
  }

  it('what is changed in a folder that came later', async (test) => {
    const {folder, until} = await follow(test);
    await mkdir(join(folder, 'p/terms/2026-03-01'), {recursive: true});
    await writeFile(join(folder, 'p/terms/2026-03-01/en.md'), text('Terms.'));
    await until(/Terms\./);
    await writeFile(join(folder, 'p/terms/2026-03-01/en.md'), text('Other terms.'));
    await until(/Other terms\./);
    await mkdir(join(folder, 'p/terms/2027-03-01'));
    await writeFile(join(folder, 'p/terms/2027-03-01/en.md'), text('Next terms.'));
    await until(/Next terms\./);
    await rm(join(folder, 'p/terms'), {recursive: true});
    await until(/^(?!.*"id":"terms")/);
  });

  for (const [way, save] of [
    [
      'replaced each time, as most editors save',
      async (file: string, words: string) => {
        await writeFile(`${file}~`, words);
        await rename(`${file}~`, file);
      },
    ],
    [
      'deleted and written anew each time',
      async (file: string, words: string) => {
        await rm(file);
        await writeFile(file, words);
      },
    ],
  ] as const) {
    it(`a file that is ${way}`, async (test) => {
      const {folder, until} = await follow(test);
      for (const words of ['Second.', 'Third.', 'Fourth.']) {
        await save(join(folder, file), text(words));
        await until(new RegExp(words));
      }
    });
  }

  it('a folder that is deleted, and comes back', async (test) => {
    const {folder, until} = await follow(test);
    await cp(join(folder, 'p'), join(folder, 'kept'), {recursive: true});
    await rm(join(folder, 'p'), {recursive: true});
    await until(/There is no such file or folder/, '');
    await rename(join(folder, 'kept'), join(folder, 'p'));
    await until(/No findings/, '');
    await writeFile(join(folder, file), text('Second.'));
    await until(/Second\./);
  });

  it('a finding that is corrected', async (test) => {
    const {folder, until} = await follow(test);
    await writeFile(join(folder, file), '# Privacy\n\n- a {audience="nobody"}\n');
    await until(/There is no audience/, '');
    await writeFile(join(folder, file), text('Well again.'));
    await until(/No findings/, '');
  });

  it('a bundle that is replaced', async (test) => {
    const {folder, until} = await follow(test, 'b.json');
    await writeFile(join(folder, 'c.json'), '<html>');
    await rename(join(folder, 'c.json'), join(folder, 'b.json'));
    await until(/This is HTML, not a bundle/, '');
  });
});
