/** `policy-viewer build`: a policies folder → one bundle. */
import {misuse, valueOf, type Command, type Outcome} from './command.js';
import {kindOf, writeFiles} from './files.js';
import {countFindings} from './finding.js';
import {inspectFolder} from './inspect.js';

export const build: Command = {
  name: 'build',
  summary: 'Make a bundle of a policies folder',
  usage: 'FOLDER [--out FILE] [--force] [--pretty]',
  options: {
    out: {type: 'string', value: 'FILE', description: 'Write the bundle to this file instead of the standard output'},
    force: {type: 'boolean', description: 'Overwrite the file if it is there already'},
    pretty: {type: 'boolean', description: 'Indent the bundle, for people to read'},
  },
  async run(args): Promise<Outcome> {
    const [folder, ...others] = args.operands;
    if (folder === undefined) return misuse('Say which folder to build: policy-viewer build policies/ --out bundle.json.');
    if (others.length > 0) return misuse(`Only one folder can be built at a time; “${others[0]}” is one too many.`);
    const kind = await kindOf(folder);
    if (!kind.ok) return {status: 'findings', findings: kind.issues, summary: 'Nothing was built.'};
    if (kind.value === 'file') return misuse(`“${folder}” is a file. Give the policies folder, as in: policy-viewer build policies/ --out bundle.json.`);
    const {bundle, findings, texts} = await inspectFolder(folder);
    if (bundle === undefined) return {status: 'findings', findings, summary: `Nothing was built: ${countFindings(findings)}.`};
    const text = `${JSON.stringify(bundle, null, args.flags.has('pretty') ? 2 : undefined)}\n`;
    const out = valueOf(args, 'out');
    const size = new TextEncoder().encode(text).length;
    const what = `${texts} ${texts === 1 ? 'text' : 'texts'} in ${bundle.languages.length} ${bundle.languages.length === 1 ? 'language' : 'languages'}, ${Math.ceil(size / 1024)} kB`;
    const facts = {languages: bundle.languages, texts, bytes: size};
    if (out === undefined) return {status: 'fine', findings, summary: `Built ${what}.`, output: text, facts: {...facts, bundle}};
    const written = await writeFiles([{file: out, text}], {force: args.flags.has('force')});
    if (!written.ok) return {status: 'findings', findings: [...findings, ...written.issues], summary: 'Nothing was written.'};
    return {status: 'fine', findings, summary: `Built ${out}: ${what}.`, facts: {...facts, out}};
  },
};
