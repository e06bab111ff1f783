/**
 * The two packages, packed and installed in an empty folder, as those who use them do. Needs the npm registry for
 * Lit.
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {whyNotBuilt} from '../harness/built.mjs';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'packages-'));
const site = mkdtempSync(join(tmpdir(), 'site-'));
const tarballs: string[] = [];
const run = (cwd: string, program: string, ...args: string[]): string =>
  execFileSync(program, args, {cwd, encoding: 'utf8'});
const node = (code: string): string => run(site, process.execPath, '--input-type=module', '--eval', code).trim();
const readPackage = (name: string): {exports: Record<string, unknown>; bin?: object; version: string} =>
  JSON.parse(readFileSync(join(site, 'node_modules', name, 'package.json'), 'utf8'));

before(() => {
  assert.equal(whyNotBuilt(), undefined);
  tarballs.push(...run(root, process.execPath, 'src/package/packages.mjs', folder).trim().split('\n'));
  writeFileSync(join(site, 'package.json'), '{"private": true, "type": "module"}');
  run(site, 'npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs);
});
after(() => [folder, site].forEach((each) => rmSync(each, {recursive: true, force: true})));

describe('the packages', () => {
  for (const name of ['policy-viewer', 'policy-viewer-cli']) {
    it(`${name}: each export leads to its files`, () => {
      const {exports} = readPackage(name);
      for (const target of Object.values(exports)) {
        const paths = typeof target === 'string' ? [target] : Object.values(target as Record<string, string>);
        for (const path of paths) assert.ok(existsSync(join(site, 'node_modules', name, path)), path);
      }
    });

    it(`${name}: publint and are-the-types-wrong find nothing`, () => {
      const tarball = tarballs.find(
        (path) => path.includes(`${name}-0`) || path.includes(`${name}-${readPackage(name).version}`),
      );
      run(root, 'npx', 'publint', '--strict', join(folder, name));
      run(root, 'npx', 'attw', '--profile', 'esm-only', '--quiet', tarball!);
    });
  }

  it('have one version', () =>
    assert.equal(readPackage('policy-viewer').version, readPackage('policy-viewer-cli').version));

  it('policy-viewer brings no command and no reader of Word files to a site', () => {
    assert.equal(readPackage('policy-viewer').bin, undefined);
    assert.deepEqual(
      readdirSync(join(site, 'node_modules/policy-viewer/dist')).filter((name) => /command|authoring/.test(name)),
      [],
    );
    const tarball = tarballs.find((path) => !path.includes('-cli-'))!;
    assert.ok(statSync(tarball).size < 300_000);
  });

  it('policy-viewer loads on a server, defines nothing there and selects', () => {
    const code = `import 'policy-viewer/policy-viewer.js'; import {PolicyViewer} from 'policy-viewer';
      import {everything} from 'policy-viewer/policy.js'; console.log(typeof PolicyViewer, everything.view === '');`;
    assert.equal(node(code), 'function true');
  });

  it('policy-viewer-cli imports a text, checks and builds it, and authoring.js compiles it', () => {
    writeFileSync(
      join(site, 'privacy.md'),
      '# Privacy policy of Tidebook\n\nIn force from 1 May 2026.\n\n## Visitors\n\nWe keep your name and ' +
        'e-mail address.\n',
    );
    run(site, 'npx', 'policy-viewer', 'import', 'privacy.md', '--out', 'policies');
    run(site, 'npx', 'policy-viewer', 'build', 'policies', '--out', 'bundle.json');
    const code = `import {validate} from 'policy-viewer/policy.js'; import {compile} from \
'policy-viewer-cli/authoring.js';
      import {readFileSync} from 'node:fs';
      console.log(validate(JSON.parse(readFileSync('bundle.json', 'utf8'))).ok, typeof compile);`;
    assert.equal(node(code), 'true function');
  });
});
