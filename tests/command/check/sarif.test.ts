/** `check --format sarif`: what code scanning and editors read, and nothing else on the standard output. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {folderWith, run} from '../command.js';

describe('check --format sarif', () => {
  it('says each finding with its rule, level and place', async (test) => {
    const folder = await folderWith(test, {
      'my policies/quay/2024-03-01/en.md': '# Berths\n\n- You pay. {#pay colour="blue"}\n',
    });
    const {code, stdout, stderr} = await run(folder, 'check', 'my policies', '--format', 'sarif');
    assert.deepEqual([code, stderr], [1, '']);
    const {version, runs} = JSON.parse(stdout) as {version: string; runs: {tool: unknown; results: unknown[]}[]};
    assert.equal(version, '2.1.0');
    assert.equal(runs.length, 1);
    assert.match(JSON.stringify(runs[0]?.tool), /"name":"policy-viewer".*"rules":\[\{"id":"bad-attributes"\}\]/);
    assert.deepEqual(runs[0]?.results, [
      {
        ruleId: 'bad-attributes',
        ruleIndex: 0,
        level: 'error',
        message: {text: 'There is no attribute “colour”. Known are “audience”, “data” and “aliases”.'},
        locations: [
          {
            physicalLocation: {
              artifactLocation: {uri: 'my%20policies/quay/2024-03-01/en.md'},
              region: {startLine: 3, startColumn: 18, endColumn: 31},
            },
          },
        ],
      },
    ]);
  });

  it('has no results where nothing is wrong', async (test) => {
    const folder = await folderWith(test, {'policies/quay/2024-03-01/en.md': '# Berths\n\nWe rent out berths.\n'});
    const {code, stdout} = await run(folder, 'check', 'policies', '--format', 'sarif');
    const {runs} = JSON.parse(stdout) as {runs: {results: unknown[]}[]};
    assert.deepEqual([code, runs[0]?.results], [0, []]);
  });
});
