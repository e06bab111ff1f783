/** `policy-viewer prerender`: a bundle or folder → plain HTML pages, one for each policy, edition and language. */
import {join} from 'node:path';
import {failed, ok, type Result} from '../policy/result.js';
import {misuse, valueOf, type Command, type Outcome} from './command.js';
import {writeFiles, type NewFile} from './files.js';
import {countFindings, error, type Finding} from './finding.js';
import {inspect} from './inspect.js';
import {prerenderBundle} from './prerender/prerender-bundle.js';
import {cacheOptions, readCacheChoice} from './shelf.js';

export const prerender: Command = {
  name: 'prerender',
  summary: 'Write ordinary HTML pages, complete without JavaScript',
  usage: 'FOLDER|BUNDLE --out FOLDER [--base-url URL] [--fragment] [--force]',
  options: {
    out: {type: 'string', value: 'FOLDER', description: 'Write the pages into this folder'},
    'base-url': {type: 'string', value: 'URL', description: 'The folder’s address on the web, recommended: search engines want canonical and alternate links absolute'},
    fragment: {type: 'boolean', description: 'Also write each text alone, to paste inside <policy-viewer>'},
    force: {type: 'boolean', description: 'Overwrite pages that are there already'},
    ...cacheOptions,
  },
  async run(args, {progress}): Promise<Outcome> {
    const [path, ...others] = args.operands;
    const out = valueOf(args, 'out');
    if (path === undefined) return misuse('Say what to prerender: policy-viewer prerender bundle.json --out pages.');
    if (others.length > 0) return misuse(`Only one folder or bundle can be prerendered at a time; “${others[0]}” is one too many.`);
    if (out === undefined) return misuse(`Say where to: policy-viewer prerender ${path} --out pages.`);
    const base = readBase(valueOf(args, 'base-url'));
    if (!base.ok) return misuse(base.issues[0] ?? '');

    const {bundle, findings} = await inspect(path, {progress, choice: readCacheChoice(args)});
    if (bundle === undefined) return {status: 'findings', findings, summary: `Nothing was prerendered: ${countFindings(findings)}.`};
    const stop = (issues: readonly Finding[]): Outcome => ({status: 'findings', findings: [...findings, ...issues], summary: 'Nothing was prerendered.'});
    const files = await prerenderBundle(bundle, {base: base.value, fragments: args.flags.has('fragment'), progress});
    const rivals = findRivals(files, out);
    if (rivals.length > 0) return stop(rivals);
    const written = await writeFiles(files.map(({file, text}) => ({file: join(out, file), text})), {force: args.flags.has('force')});
    if (!written.ok) return stop(written.issues);
    const pages = files.filter(({file}) => /\/(?:[^/.]+)\.html$/.test(file)).length;
    const index = join(out, 'index.html');
    return {
      status: 'fine', findings,
      summary: `Prerendered ${pages} ${pages === 1 ? 'page' : 'pages'} in ${bundle.languages.length} ${bundle.languages.length === 1 ? 'language' : 'languages'}; ${index} lists them.`,
      facts: {out, pages, files: files.map(({file}) => file)},
    };
  },
};

/** The address with a slash at its end, without which the last part of it would count as a file. */
function readBase(given: string | undefined): Result<string | undefined, string> {
  if (given === undefined) return ok(undefined);
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    return failed([`“${given}” is no address of a folder on the web. Write it like --base-url https://example.org/policies/.`]);
  }
  return ok(url.href.replace(/\/?$/, '/'));
}

/** Pages that would overwrite one another, on disks that take a capital for its small letter too. */
function findRivals(files: readonly NewFile[], out: string): Finding[] {
  const taken = new Map<string, string>();
  return files.flatMap(({file}) => {
    const name = file.toLowerCase();
    // A policy may be called index.html: then its folder and the list of all pages are rivals.
    const rival = taken.get(name) ?? taken.get(name.split('/')[0] ?? '');
    taken.set(name, file);
    return rival === undefined ? [] : [error('same-page', join(out, file), `This page and ${join(out, rival)} cannot both be written. Give one of the policies or languages another name.`)];
  });
}
