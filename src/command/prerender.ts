/** `policy-viewer prerender`: a bundle or folder → plain HTML pages, one for each policy, edition and language. */
import {join} from 'node:path';
import type {Policy} from '../policy/bundle.js';
import {failed, ok, type Result} from '../policy/result.js';
import {open} from './inspect/inspect.js';
import {misuse, valueOf, type Command, type Outcome} from './terminal/command.js';
import {refuseOverwriting, stageFiles} from './disk/files.js';
import {cacheOptions, readCacheChoice} from './disk/disk-cache.js';
import {countFindings, error, type Finding} from '../authoring/findings/finding.js';
import {deletePages, findOldPages} from './prerender/old-pages.js';
import {indexPath} from '../authoring/prerender/pages.js';
import {filesOf, prerenderBundle} from '../authoring/prerender/prerender-bundle.js';

export const prerender: Command = {
  name: 'prerender',
  summary: 'Write ordinary HTML pages, complete without JavaScript',
  usage: 'FOLDER|BUNDLE --out FOLDER [--base-url URL] [--fragment] [--force] [--prune]',
  options: {
    out: {type: 'string', value: 'FOLDER', description: 'Write the pages into this folder'},
    'base-url': {
      type: 'string',
      value: 'URL',
      description:
        'The folder’s address on the web, recommended: search engines want links between pages absolute, and feeds ' +
        'need it',
    },
    fragment: {type: 'boolean', description: 'Also write each text alone, to paste inside <policy-viewer>'},
    force: {type: 'boolean', description: 'Overwrite pages that are there already'},
    prune: {type: 'boolean', description: 'Delete the pages of earlier runs whose texts are gone'},
    ...cacheOptions,
  },
  async run(args, {progress}): Promise<Outcome> {
    const [path, ...others] = args.operands;
    const out = valueOf(args, 'out');
    if (path === undefined) return misuse('Say what to prerender: policy-viewer prerender bundle.json --out pages.');
    if (others.length > 0)
      return misuse(`Only one folder or bundle can be prerendered at a time; “${others[0]}” is one too many.`);
    if (out === undefined) return misuse(`Say where to: policy-viewer prerender ${path} --out pages.`);
    const base = readBase(valueOf(args, 'base-url'));
    if (!base.ok) return misuse(base.issues[0] ?? '');

    const [force, fragments] = [args.flags.has('force'), args.flags.has('fragment')];
    const {index: bundle, findings, whole, close} = await open(path, {progress, choice: readCacheChoice(args)});
    const staging = stageFiles();
    try {
      const lacks = (all: readonly Finding[]): Outcome => ({
        status: 'findings',
        findings: all,
        summary: `Nothing was prerendered: ${countFindings(all)}.`,
      });
      if (bundle === undefined) return lacks(findings);
      const stop = (issues: readonly Finding[]): Outcome => ({
        status: 'findings',
        findings: [...findings, ...issues],
        summary: 'Nothing was prerendered.',
      });
      const names = filesOf(bundle, {base: base.value, fragments});
      const refusals = [
        ...findRivals(names, out),
        ...(await refuseOverwriting(
          names.map((name) => ({file: join(out, name)})),
          force,
        )),
      ];
      if (refusals.length > 0) return stop(refusals);
      const issues: Finding[] = [];
      const policies = async function* (): AsyncGenerator<Policy> {
        for (const policy of bundle.policies) {
          const loaded = await whole(policy);
          if (loaded.ok) yield loaded.value;
          else issues.push(...loaded.issues);
        }
      };
      for await (const {file, text} of prerenderBundle(bundle, {base: base.value, fragments, progress}, policies())) {
        const staged = issues.length === 0 ? await staging.add({file: join(out, file), text}) : ok(undefined);
        if (!staged.ok) return stop(staged.issues);
      }
      if (issues.length > 0) return lacks([...findings, ...issues]);
      const written = await staging.commit();
      if (!written.ok) return stop(written.issues);
      const old = await findOldPages(out, filesOf(bundle, {base: base.value, fragments: true}));
      const undeleted = args.flags.has('prune') ? await deletePages(out, old) : [];
      const pages = names.filter((file) => /\/[^/.]+\.html$/.test(file)).length;
      return {
        status: undeleted.length > 0 ? 'findings' : 'fine',
        findings: [...findings, ...undeleted],
        summary:
          `Prerendered ${pages} ${pages === 1 ? 'page' : 'pages'} in ${bundle.languages.length} ` +
          `${bundle.languages.length === 1 ? 'language' : 'languages'}; ${join(out, indexPath)} lists ` +
          `them.${tellOld(old.length, args.flags.has('prune') ? old.length - undeleted.length : undefined)}`,
        facts: {out, pages, files: names, old},
      };
    } finally {
      await staging.discard();
      await close();
    }
  },
};

/** `deleted` is undefined where nobody asked for it. */
function tellOld(old: number, deleted: number | undefined): string {
  if (deleted === undefined)
    return old === 0
      ? ''
      : ` ${old} older ${old === 1 ? 'page is of a text that is' : 'pages are of texts that are'} gone; ` +
          `add --prune to delete ${old === 1 ? 'it' : 'them'}.`;
  return deleted === 0
    ? ''
    : ` Deleted ${deleted} ${deleted === 1 ? 'page of a text that is' : 'pages of texts that are'} gone.`;
}

/** The address with a slash at its end, without which the last part of it would count as a file. */
function readBase(given: string | undefined): Result<string | undefined, string> {
  if (given === undefined) return ok(undefined);
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    return failed([
      `“${given}” is no address of a folder on the web. Write it like --base-url https://example.org/policies/.`,
    ]);
  }
  return ok(url.href.replace(/\/?$/, '/'));
}

/** Pages that would overwrite one another, on disks that take a capital for its small letter too. */
function findRivals(files: readonly string[], out: string): Finding[] {
  const taken = new Map<string, string>();
  return files.flatMap((file) => {
    const name = file.toLowerCase();
    // A policy may be called index.html: then its folder and the list of all pages are rivals.
    const rival = taken.get(name) ?? taken.get(name.split('/')[0] ?? '');
    taken.set(name, file);
    return rival === undefined
      ? []
      : [
          error(
            'same-page',
            join(out, file),
            `This page and ${join(out, rival)} cannot both be written. ` +
              'Give one of the policies or languages another name.',
          ),
        ];
  });
}
