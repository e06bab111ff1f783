/** `policy-viewer build`: a policies folder → one bundle, or an index and a file for each text. */
import type {Bundle} from '../policy/bundle.js';
import {bundleJson} from './build/bundle-json.js';
import {inspectIndex} from '../authoring/compile/inspect.js';
import {open, withCache, type Opened} from './inspect/inspect.js';
import {writeSplit} from './build/split.js';
import {misuse, valueOf, type Arguments, type Command, type Outcome} from './terminal/command.js';
import {disk, kindOf, writeFiles} from './disk/files.js';
import {cacheOptions, readCacheChoice} from './disk/disk-cache.js';
import {countFindings, type Finding} from '../authoring/findings/finding.js';
import type {Progress} from '../authoring/work/progress.js';

export const build: Command = {
  name: 'build',
  summary: 'Make a bundle of a policies folder',
  usage: 'FOLDER [--out FILE [--pretty] | --split DIR [--prune]] [--force]',
  options: {
    out: {type: 'string', value: 'FILE', description: 'Write the bundle to this file instead of the standard output'},
    split: {
      type: 'string',
      value: 'DIR',
      description:
        'Write an index and one file for each edition and language into this folder, for policies in many languages',
    },
    prune: {
      type: 'boolean',
      description: 'With --split: delete the texts of earlier builds that the new index does not name',
    },
    force: {type: 'boolean', description: 'Overwrite the file if it is there already'},
    pretty: {type: 'boolean', description: 'Indent the bundle, for people to read'},
    ...cacheOptions,
  },
  async run(args, {progress}): Promise<Outcome> {
    const [folder, ...others] = args.operands;
    if (folder === undefined)
      return misuse('Say which folder to build: policy-viewer build policies/ --out bundle.json.');
    if (others.length > 0) return misuse(`Only one folder can be built at a time; “${others[0]}” is one too many.`);
    const kind = await kindOf(folder);
    if (!kind.ok) return {status: 'findings', findings: kind.issues, summary: 'Nothing was built.'};
    if (kind.value === 'file')
      return misuse(
        `“${folder}” is a file. Give the policies folder, as in: policy-viewer build policies/ --out bundle.json.`,
      );
    const clash = findClash(args);
    if (clash !== undefined) return misuse(clash);
    const folderOut = valueOf(args, 'split');
    const options = {verb: 'Built', progress, choice: readCacheChoice(args)};
    if (folderOut !== undefined) {
      const opened = await open(folder, options);
      try {
        return await split(opened, folderOut, args.flags, progress);
      } finally {
        await opened.close();
      }
    }
    const {
      inspection: {findings, texts},
      index,
      isSound,
      textsOf,
      close,
    } = await inspectIndex(disk, folder, withCache(folder, options));
    try {
      if (index === undefined || !isSound) return refuse(findings);
      return await writeOne(index, bundleJson(index, textsOf, {pretty: args.flags.has('pretty')}), {
        findings,
        texts,
        out: valueOf(args, 'out'),
        force: args.flags.has('force'),
      });
    } finally {
      await close();
    }
  },
};

const refuse = (findings: readonly Finding[]): Outcome => ({
  status: 'findings',
  findings,
  summary: `Nothing was built: ${countFindings(findings)}.`,
});

interface OneArguments {
  readonly findings: readonly Finding[];
  readonly texts: number;
  readonly out: string | undefined;
  readonly force: boolean;
}

async function writeOne(
  index: Bundle,
  json: AsyncIterable<string>,
  {findings, texts, out, force}: OneArguments,
): Promise<Outcome> {
  let bytes = 0;
  const pieces = async function* (): AsyncGenerator<string> {
    for await (const piece of json) {
      bytes += Buffer.byteLength(piece);
      yield piece;
    }
  };
  const what = (): string => `${countTexts(texts, index)}, ${kilobytes(bytes)}`;
  const facts = (): Record<string, unknown> => ({languages: index.languages, texts, bytes});
  if (out === undefined) {
    let output = '';
    for await (const piece of pieces()) output += piece;
    return {
      status: 'fine',
      findings,
      summary: `Built ${what()}.`,
      output,
      facts: {...facts(), bundle: JSON.parse(output)},
    };
  }
  const written = await writeFiles([{file: out, pieces: pieces()}], {force});
  if (!written.ok)
    return {status: 'findings', findings: [...findings, ...written.issues], summary: 'Nothing was written.'};
  return {status: 'fine', findings, summary: `Built ${out}: ${what()}.`, facts: {...facts(), out}};
}

const countTexts = (texts: number, {languages: {length}}: Bundle): string =>
  `${texts} ${texts === 1 ? 'text' : 'texts'} in ${length} ${length === 1 ? 'language' : 'languages'}`;

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`;

function findClash({flags, values}: Arguments): string | undefined {
  if (!values.has('split'))
    return flags.has('prune')
      ? '“--prune” deletes texts that “--split” wrote earlier. Give both: --split DIR --prune.'
      : undefined;
  if (values.has('out')) return '“--out” writes one file and “--split” a folder of them. Keep one of the two.';
  return flags.has('pretty')
    ? '“--pretty” goes with “--out”. What “--split” writes is as small as it can be.'
    : undefined;
}

async function split(
  {index: bundle, findings, texts, whole}: Opened,
  folder: string,
  flags: Arguments['flags'],
  progress: Progress,
): Promise<Outcome> {
  if (bundle === undefined) return refuse(findings);
  const written = await writeSplit(bundle, whole, folder, {
    force: flags.has('force'),
    prune: flags.has('prune'),
    progress,
  });
  if (!written.ok)
    return {status: 'findings', findings: [...findings, ...written.issues], summary: 'Nothing was written.'};
  const {index, bytes, compressed, pruned, findings: undeleted} = written.value;
  const deleted = pruned.length === 0 ? '' : ` Deleted ${pruned.length} old ${pruned.length === 1 ? 'file' : 'files'}.`;
  return {
    status: undeleted.length > 0 ? 'findings' : 'fine',
    findings: [...findings, ...undeleted],
    summary:
      `Built ${index}: ${countTexts(texts, bundle)}, each in a file of its own; the index is ` +
      `${kilobytes(bytes)}, ${kilobytes(compressed)} compressed.${deleted}`,
    facts: {languages: bundle.languages, texts, bytes, compressed, out: index, pruned},
  };
}
