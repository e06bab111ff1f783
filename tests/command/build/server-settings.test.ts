/** That web servers take the settings that stand beside a split bundle; each is asked where it is installed. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {serverSettings} from '../../../src/command/build/server-settings.js';
import {folderWith} from '../command.js';

const settingsOf = (name: string): string =>
  serverSettings.find((each) => each.name === name)?.text ?? assert.fail(name);
const isThere = (program: string): boolean => spawnSync(program, ['version']).error === undefined;
const run = (program: string, ...args: readonly string[]): {status: number | null; said: string} => {
  const {status, stdout, stderr} = spawnSync(program, args, {encoding: 'utf8'});
  return {status, said: stdout + stderr};
};

describe('settings for', () => {
  it(
    'Caddy are valid, and formatted as it formats them',
    {skip: !isThere('caddy') && 'caddy is not installed'},
    async (test) => {
      const indented = settingsOf('Caddyfile').replace(/^(?=.)/gm, '\t');
      const folder = await folderWith(test, {Caddyfile: `http://127.0.0.1:8080 {\n${indented}}\n`});
      const file = join(folder, 'Caddyfile');
      const {status, said} = run('caddy', 'validate', '--config', file, '--adapter', 'caddyfile');
      assert.equal(status, 0, said);
      assert.doesNotMatch(said, /not formatted/);
    },
  );

  it('nginx are valid', {skip: !isThere('nginx') && 'nginx is not installed'}, async (test) => {
    const folder = await folderWith(test, {'policies.conf': settingsOf('nginx.conf')});
    const file = join(
      await folderWith(test, {
        'nginx.conf':
          `pid ${folder}/pid; error_log stderr; events {}\nhttp { access_log off; server { listen ` +
          `unix:${folder}/socket; include ${folder}/policies.conf; } }\n`,
      }),
      'nginx.conf',
    );
    const {status, said} = run('nginx', '-t', '-p', folder, '-c', file);
    assert.equal(status, 0, said);
  });

  it('every server keep hashed texts for good, and ask for the index anew', () => {
    for (const {name, text} of serverSettings) {
      assert.match(text, /texts\/[\s\S]*max-age=31536000, immutable/, name);
      assert.match(text, /bundle\.json[\s\S]*no-cache/, name);
    }
  });
});
