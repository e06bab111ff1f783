// Names that mean something to JavaScript, to Lit or to a page's nodes, wherever a bundle may have a name of its own:
// as a key beside others, as an id, and as words. Each is refused with a reason, or is a name like any other.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Bundle} from '../../src/policy/bundle.js';
import {select} from '../../src/policy/select.js';
import {everything} from '../../src/policy/selection.js';
import {isSound} from '../../src/policy/sound.js';
import {validate} from '../../src/policy/validate.js';
import {bundle} from '../viewer/fixtures.js';

const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  'nodeType',
  '_$litType$',
  '_$litDirective$',
  'strings',
  'values',
];
const json = JSON.stringify(bundle);

/** Shows a bundle in every language, as each reader. */
const show = (shown: Bundle): number => {
  let clauses = 0;
  for (const language of shown.languages)
    for (const audiences of [[], ...shown.audiences.map(({id}) => [id])]) {
      const view = select(shown, {...everything, language, audiences});
      clauses += view.shown + view.hidden;
    }
  return clauses;
};
const whole = show(bundle);

/** Whether it is shown, as it was, or refused with a reason; by both ways to look at it alike. */
const isTaken = (value: unknown): boolean => {
  const result = validate(value);
  if (isSound(value)) show(value);
  if (result.ok) assert.equal(show(result.value), whole);
  else assert.ok(result.issues.length > 0);
  const empty: object = {};
  assert.equal('polluted' in empty, false);
  return result.ok;
};

/** A copy in which every object has one key more; its own, also where it is `__proto__`. */
const withKey = (name: string, content: unknown): unknown =>
  JSON.parse(json.replace(/\{(?=")/g, () => `{${JSON.stringify(name)}:${JSON.stringify(content)},`));

let tried = 0;

describe('names that mean something elsewhere', () => {
  for (const name of names) {
    it(`as a key of every object: ${name}`, () => {
      for (const content of [{polluted: true}, 1, 'x', null, [], {_$litType$: 1, strings: ['<img>'], values: []}]) {
        tried++;
        isTaken(withKey(name, content));
      }
    });

    it(`as an id of an audience, a product, a policy, an edition, a term and a clause: ${name}`, () => {
      for (const id of ['visitor', 'pier', 'labs', '2019-07-12', 'contact', 'v1', 'mentor']) {
        tried++;
        isTaken(JSON.parse(json.replaceAll(JSON.stringify(id), JSON.stringify(name))));
      }
    });

    it(`as words: ${name}`, () => {
      tried++;
      const said: unknown = JSON.parse(json.replace(/"title":"[^"]*"/g, `"title":${JSON.stringify(name)}`));
      assert.equal(isTaken(said), true);
      const {documents} = select(said as Bundle, {...everything, language: 'en'});
      assert.deepEqual(new Set(documents.map(({text}) => text.title)), new Set([name]));
    });
  }

  it('are tried in many places', () => {
    assert.ok(tried > 100);
    console.log(`trust: names such as __proto__ and nodeType as keys, ids and words: ${tried} bundles, none misled`);
  });
});
