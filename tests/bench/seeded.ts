// What check finds of defects that were put into invented texts on purpose. Prints tables in Markdown.
//   node --import tsx tests/bench/seeded.ts                the set that rules may be mended by, then the one held back
//   node --import tsx tests/bench/seeded.ts --list         … and every defect that was missed, every finding too many
//   node --import tsx tests/bench/seeded.ts --seed 5       another set of the same size
//   node --import tsx tests/bench/seeded.ts --set first    only one of the two
import {parseArgs} from 'node:util';
import {describeFinding} from '../../src/authoring/index.js';
import {measureSet, tableOf} from './seeded/measure.js';

const {values} = parseArgs({
  options: {
    seed: {type: 'string', default: '12'},
    list: {type: 'boolean', default: false},
    set: {type: 'string'},
  },
});

for (const sentences of ['first', 'held'] as const) {
  if (values.set !== undefined && values.set !== sentences) continue;
  const measured = await measureSet({seed: Number(values.seed), sentences, texts: 240, defects: 150});
  console.log(`## ${sentences}: ${measured.texts} texts in ${measured.languages} languages, seed ${values.seed}\n`);
  console.log(`${tableOf(measured)}\n`);
  if (!values.list) continue;
  for (const {kind, places, words} of measured.missed)
    console.log(`missed: ${kind.name}, ${places.map(({file, line}) => `${file}:${line}`).join(' ')}\n  ${words}`);
  for (const [name, findings] of Object.entries({
    'on a clean text': measured.onClean,
    elsewhere: measured.elsewhere,
    'more than one': measured.again,
  }))
    for (const finding of findings) console.log(`${name}: ${describeFinding(finding)}`);
}
