/**
 * Reads 100 kB of one thing with every pattern written in a file of src, and says how far it has come: one line of
 * JSON before each pattern, so that whoever waits knows which one never ended. Its own process: a hang cannot be
 * caught.
 */
import {readFileSync} from 'node:fs';
import ts from 'typescript';

/** One of each kind that a pattern may tell apart. */
const characters = [
  '_',
  '*',
  ' ',
  '\t',
  '\n',
  '.',
  '-',
  '/',
  '\\',
  '[',
  ']',
  '(',
  '{',
  '<',
  '"',
  '#',
  '|',
  '@',
  ':',
  '=',
  '1',
  'a',
  'X',
  'é',
  '年',
  '\u00a0',
  '\u0301',
  '\u200b',
  '😀',
];
/** Those of which each is read beside each other. */
const paired = ['_', '*', ' ', '\n', '.', '-', '/', '[', '(', '{', '"', '#', '1', 'a', '年', '\u0301'];
const size = 100_000;
/** Two characters in turn, and a run of one before a run of the other; shorter, for there are hundreds. */
const pairSize = 20_000;

const fill = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));

const texts = [
  ...characters.map((one) => fill(one, size)),
  ...paired.flatMap((one) =>
    paired
      .filter((other) => other !== one)
      .flatMap((other) => [fill(one + other, pairSize), `${other}${fill(one, pairSize)}${other}`]),
  ),
];

/** Every pattern that is written as one: those put together from words are read by the tests of what uses them. */
function patternsIn(file: string): readonly RegExp[] {
  const found: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const flags = new Set([...node.text.slice(end + 1), 'g']);
      found.push(new RegExp(node.text.slice(1, end), [...flags].join('')));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

for (const file of process.argv.slice(2)) {
  for (const pattern of patternsIn(file)) {
    console.log(JSON.stringify({file, pattern: pattern.source}));
    // Replacing looks everywhere, as the slowest use does.
    for (const text of texts) text.replace(pattern, '');
  }
}
