/**
 * What a policies folder has before texts are imported into it: its policies.yaml, and texts whose places
 * are known at once and whose words are read when they are asked for.
 */
import type {Id} from '../../policy/bundle.js';
import {compareEditionIds} from '../../policy/editions.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {groupBy} from '../collections/group.js';
import {decode} from '../files/decode.js';
import type {FileEntry, Files} from '../files/files.js';
import {basename, dirname, join} from '../files/paths.js';
import {isError, type Finding} from '../findings/finding.js';
import {isEdition, settingsFile} from '../folder/folder.js';
import {noSettings, readSettings, type Settings} from '../folder/settings.js';
import {readTitle} from '../recognise/recognise-products.js';
import {loadWords} from '../vocabulary/language-words.js';
import type {KnownNames} from './import-texts.js';

export interface ExistingFolder {
  /** Of policies.yaml; nothing where there is none. */
  readonly settings: string | undefined;
  readonly known: KnownNames;
  /** What stands at a path below the folder; nothing where there is no text. */
  read(path: string): Promise<Result<string | undefined, Finding>>;
  /**
   * The text that one for this path comes after: the one in its place, else the newest other edition in its language.
   */
  before(path: string): Promise<Result<string | undefined, Finding>>;
}

export async function findFolder(files: Files, folder: string): Promise<Result<ExistingFolder, Finding>> {
  const settings = await readExistingSettings(files, folder);
  if (!settings.ok) return settings;
  const found = await findTexts(files, folder);
  if (!found.ok) return found;
  const paths = new Set(found.value);
  const alike = groupBy(paths, withoutDate);
  await loadWords(
    settings.value.settings.products.flatMap(({names = {}}) => (typeof names === 'string' ? [] : Object.keys(names))),
  );
  const read = async (path: string): Promise<Result<string | undefined, Finding>> => {
    if (!paths.has(path)) return ok(undefined);
    const bytes = await files.read(join(folder, path));
    return bytes.ok ? ok(bytes.value && new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes.value)) : bytes;
  };
  return ok({
    settings: settings.value.text,
    known: knownFrom(settings.value.settings),
    read,
    async before(path) {
      const own = await read(path);
      const [newest] = [...(alike.get(withoutDate(path)) ?? [])].sort((one, other) =>
        compareEditionIds(editionOf(other), editionOf(one)),
      );
      return !own.ok || own.value !== undefined || newest === undefined ? own : read(newest);
    },
  });
}

/** `<policy>/<day>/<language>.md`, for each that there is. */
async function findTexts(files: Files, folder: string): Promise<Result<readonly string[], Finding>> {
  const paths: string[] = [];
  const within = async (path: string, isWanted: (entry: FileEntry) => boolean): Promise<readonly string[]> => {
    const entries = await files.list(join(folder, path));
    if (!entries.ok) issues.push(...entries.issues);
    return entries.ok ? (entries.value ?? []).filter(isWanted).map(({name}) => join(path, name)) : [];
  };
  const issues: Finding[] = [];
  for (const policy of await within('', ({name, isFolder}) => isFolder && !name.startsWith('.')))
    for (const edition of await within(policy, ({name, isFolder}) => isFolder && isEdition(name)))
      paths.push(...(await within(edition, ({name, isFolder}) => !isFolder && name.endsWith('.md'))));
  return issues.length > 0 ? failed(issues) : ok(paths);
}

const editionOf = (path: string): Id => basename(dirname(path));

const withoutDate = (path: string): string =>
  `${path.slice(0, path.indexOf('/'))} ${path.slice(path.lastIndexOf('/'))}`;

async function readExistingSettings(
  files: Files,
  folder: string,
): Promise<Result<{readonly text: string | undefined; readonly settings: Settings}, Finding>> {
  const file = join(folder, settingsFile);
  const bytes = await files.read(file);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return ok({text: undefined, settings: noSettings});
  const source = decode(file, bytes.value);
  if (!source.ok) return source;
  const findings: Finding[] = [];
  const settings = readSettings(source.value, findings);
  const errors = findings.filter(isError);
  return errors.length > 0 ? failed(errors) : ok({text: source.value.text, settings});
}

/** A product goes by each of its names, and by the first of several that a name joins. */
function knownFrom({products, audiences, policies}: Settings): KnownNames {
  return {
    products: products.map(({id, names = {}}): {id: Id; names: readonly string[]} => {
      const byLanguage = typeof names === 'string' ? [['en', names] as const] : Object.entries(names);
      return {id, names: [...new Set(byLanguage.flatMap(([tag, name]) => [name, ...readTitle(name, tag).parts]))]};
    }),
    audiences: audiences.map(({id}) => id),
    policies: policies.map(({id, products: covered = []}) => ({id, products: covered.map(({id: product}) => product)})),
  };
}
