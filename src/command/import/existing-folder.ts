/** What a policies folder has before texts are imported into it: its policies.yaml, and texts whose places are known at once and whose words are read when they are asked for. */
import {readdir, readFile} from 'node:fs/promises';
import {dirname, join, sep} from 'node:path';
import type {Id} from '../../policy/bundle.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {kindOf, readText} from '../disk/files.js';
import {error, isError, type Finding} from '../../authoring/findings/finding.js';
import {settingsFile} from '../../authoring/folder/folder.js';
import {noSettings, readSettings, type Settings} from '../../authoring/folder/settings.js';
import {groupBy} from '../../authoring/group.js';
import type {Known} from '../../authoring/import/import-texts.js';
import {readTitle} from '../../authoring/recognise/recognise-products.js';

export interface ExistingFolder {
  /** Of policies.yaml; nothing where there is none. */
  readonly settings: string | undefined;
  readonly known: Known;
  /** What stands at a path below the folder; nothing where that is no text that could be read. */
  read(path: string): Promise<string | undefined>;
  /** The text that one for this path comes after: the one in its place, else the newest other edition in its language. */
  before(path: string): Promise<string | undefined>;
}

export async function findFolder(folder: string): Promise<Result<ExistingFolder, Finding>> {
  const settings = await readExistingSettings(folder);
  if (!settings.ok) return settings;
  const names = await readdir(folder, {recursive: true}).catch(() => []);
  const paths = new Set(
    names.map((name) => name.replaceAll(sep, '/')).filter((name) => /^[^/.][^/]*\/[\d-]+\/[^/]+\.md$/.test(name)),
  );
  const alike = groupBy(paths, withoutDate);
  const read = async (path: string): Promise<string | undefined> =>
    paths.has(path) ? contentOf(join(folder, path)) : undefined;
  return ok({
    settings: settings.value.text,
    known: knownFrom(settings.value.settings),
    read,
    async before(path) {
      const [newest] = [...(alike.get(withoutDate(path)) ?? [])].sort().reverse();
      return (await read(path)) ?? (newest === undefined ? undefined : await read(newest));
    },
  });
}

const withoutDate = (path: string): string =>
  `${path.slice(0, path.indexOf('/'))} ${path.slice(path.lastIndexOf('/'))}`;

/** Nothing where it is not there, or nothing that could be read: then there is no content to compare with. */
const contentOf = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

async function readExistingSettings(
  folder: string,
): Promise<Result<{readonly text: string | undefined; readonly settings: Settings}, Finding>> {
  const file = join(folder, settingsFile);
  const kind = await kindOf(dirname(file));
  if (kind.ok && kind.value === 'file')
    return failed([
      error('unwritable', dirname(file), 'This is a file, so no policies can be put in it. Give the name of a folder.'),
    ]);
  if ((await contentOf(file)) === undefined && !(await kindOf(file)).ok)
    return ok({text: undefined, settings: noSettings});
  const source = await readText(file);
  if (!source.ok) return source;
  const findings: Finding[] = [];
  const settings = readSettings(source.value, findings);
  const errors = findings.filter(isError);
  return errors.length > 0 ? failed(errors) : ok({text: source.value.text, settings});
}

/** A product goes by each of its names, and by the first of several that a name joins. */
function knownFrom({products, audiences}: Settings): Known {
  return {
    products: products.map(({id, names = {}}): {id: Id; names: readonly string[]} => {
      const byLanguage = typeof names === 'string' ? [['en', names] as const] : Object.entries(names);
      return {id, names: [...new Set(byLanguage.flatMap(([tag, name]) => [name, ...readTitle(name, tag).parts]))]};
    }),
    audiences: audiences.map(({id}) => id),
  };
}
