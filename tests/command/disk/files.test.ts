import assert from 'node:assert/strict';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {decode} from '../../../src/authoring/files/decode.js';
import {readText} from '../../../src/authoring/files/files.js';
import {disk, stageFiles, writeFiles} from '../../../src/command/disk/files.js';
import {describe as tell, spot} from '../../../src/authoring/findings/finding.js';
import {folderWith} from '../command.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('reading', () => {
  const cases: Record<string, [Uint8Array, string]> = {
    'Latin-1': [bytes(0x61, 0x0a, 0x62, 0xe5, 0x63), 'f:2:2  error    This text is not in UTF-8. Save it as UTF-8.'],
    'UTF-8 that is cut off': [bytes(0x61, 0xe4, 0xbd), 'f:1:2  error    This text is not in UTF-8. Save it as UTF-8.'],
    'UTF-16': [bytes(0xff, 0xfe, 0x61, 0), 'f  error    This text is in UTF-16. Save it as UTF-8.'],
    'a picture': [bytes(0x89, 0x50, 0, 0), 'f  error    This is no text file. Give a text in UTF-8.'],
  };
  for (const [title, [content, expected]] of Object.entries(cases)) {
    it(`refuses ${title} in a sentence`, () => {
      const read = decode('f', content);
      assert.equal(!read.ok && read.issues[0] && tell(read.issues[0]).split('\n')[0], expected);
    });
  }

  it('takes off a byte order mark', () => {
    const read = decode('f', bytes(0xef, 0xbb, 0xbf, 0x61));
    assert.equal(read.ok && read.value.text, 'a');
  });

  it('says that a file is not there', async () => {
    const read = await readText(disk, 'no/such/file');
    assert.equal(!read.ok && read.issues[0]?.message, 'There is no such file or folder. Check the name.');
  });
});

describe('writing', () => {
  it('writes all files or none, and leaves nothing else behind', async (test) => {
    const folder = await folderWith(test, {'there.txt': 'old'});
    const files = [
      {file: join(folder, 'new.txt'), text: 'new'},
      {file: join(folder, 'there.txt'), text: 'new'},
    ];
    const refused = await writeFiles(files, {force: false});
    assert.equal(!refused.ok && refused.issues[0]?.code, 'exists');
    assert.deepEqual(await readdir(folder), ['there.txt']);
    assert.equal(await readFile(join(folder, 'there.txt'), 'utf8'), 'old');
    assert.equal((await writeFiles(files, {force: true})).ok, true);
    assert.deepEqual((await readdir(folder)).sort(), ['new.txt', 'there.txt']);
    assert.equal(await readFile(join(folder, 'there.txt'), 'utf8'), 'new');
  });

  it('takes back the first file when a later one cannot be written', async (test) => {
    const folder = await folderWith(test, {file: ''});
    const result = await writeFiles(
      [
        {file: join(folder, 'a/b.txt'), text: ''},
        {file: join(folder, 'file/c.txt'), text: ''},
      ],
      {force: false},
    );
    assert.equal(result.ok, false);
    assert.deepEqual(await readdir(folder), ['file']);
  });

  it('leaves a folder that it made where somebody else has put something in it', async (test) => {
    const folder = await folderWith(test, {file: ''});
    const staging = stageFiles();
    assert.equal((await staging.add({file: join(folder, 'a/b/c.txt'), text: ''})).ok, true);
    assert.equal((await staging.add({file: join(folder, 'd/e.txt'), text: ''})).ok, true);
    await writeFile(join(folder, 'a/theirs.txt'), '');
    await staging.discard();
    assert.deepEqual((await readdir(folder, {recursive: true})).sort(), ['a', join('a', 'theirs.txt'), 'file']);
  });

  it('shows nothing of many files before all are there', async (test) => {
    const folder = await folderWith(test, {'a.txt': 'old'});
    const staging = stageFiles();
    for (const name of ['a.txt', 'b/c.txt'])
      assert.equal((await staging.add({file: join(folder, name), text: 'new'})).ok, true);
    assert.equal(await readFile(join(folder, 'a.txt'), 'utf8'), 'old');
    assert.deepEqual(
      (await readdir(join(folder, 'b'))).filter((name) => !name.startsWith('.')),
      [],
    );
    assert.equal((await staging.commit()).ok, true);
    for (const name of ['a.txt', 'b/c.txt']) assert.equal(await readFile(join(folder, name), 'utf8'), 'new');
    assert.deepEqual((await readdir(folder, {recursive: true})).sort(), ['a.txt', 'b', join('b', 'c.txt')]);
  });
});

describe('a finding', () => {
  it('shows the line with a caret under the spot, wide characters and all', () => {
    const place = spot({file: 'a.md', text: 'one\n個人 bad line\n'}, 7, 10);
    assert.equal(
      tell({severity: 'error', code: 'x', message: 'No.', place}),
      'a.md:2:4  error    No.\n  2 | 個人 bad line\n    |      ^^^',
    );
  });

  it('shows a part of a very long line', () => {
    const text = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`;
    const lines = tell({
      severity: 'warning',
      code: 'x',
      message: 'No.',
      place: spot({file: 'a', text}, 500, 504),
    }).split('\n');
    assert.equal(lines[0], 'a:1:501  warning  No.');
    assert.equal(lines[2]?.indexOf('^'), lines[1]?.indexOf('HERE'));
    assert.ok((lines[1]?.length ?? 0) < 110);
  });
});
