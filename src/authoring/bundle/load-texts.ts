/** Brings the texts that a bundle keeps in files of their own into it. */
import {sha256, sha384, sha512} from '@noble/hashes/sha2.js';
import type {Bundle, Text, TextReference} from '../../policy/bundle.js';
import {describe} from '../../policy/issue.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {referencesIn, withTexts} from '../../policy/texts.js';
import {validateText} from '../../policy/validate.js';
import {decode} from '../files/decode.js';
import {readBytes, type Files} from '../files/files.js';
import {dirname, join} from '../files/paths.js';
import {error, type Finding} from '../findings/finding.js';

/** The bundle with every text in it, or all that is wrong with those that are elsewhere. `file` is the bundle's own. */
export async function loadTexts(files: Files, bundle: Bundle, file: string): Promise<Result<Bundle, Finding>> {
  const findings: Finding[] = [];
  const texts = new Map<string, Text>();
  await Promise.all(
    referencesIn(bundle).map(async (reference) => {
      const text = await loadText(files, reference, bundle, file);
      if (text.ok) texts.set(reference.src, text.value);
      else findings.push(...text.issues);
    }),
  );
  return findings.length > 0 ? failed(findings) : ok(withTexts(bundle, texts));
}

const again = 'Build the bundle again, or put the file that belongs to it here.';

async function loadText(
  files: Files,
  {src, integrity}: TextReference,
  bundle: Bundle,
  from: string,
): Promise<Result<Text, Finding>> {
  const path = pathOf(src);
  if (path === undefined)
    return failed([
      error(
        'text-elsewhere',
        from,
        `The text at “${src}” can be found only on the web. ` +
          'Give texts an address relative to the bundle’s, as in texts/labs.en.json.',
      ),
    ]);
  const file = join(dirname(from), path);
  const bytes = await readBytes(files, file);
  if (!bytes.ok)
    return failed(
      bytes.issues.map(({message}) =>
        error('missing-text', file, `The bundle ${from} keeps a text in this file. ${message}`),
      ),
    );
  if (!matches(bytes.value, integrity))
    return failed([
      error(
        'changed-text',
        file,
        `This text is not the one that the bundle ${from} means: it was changed since. ${again}`,
      ),
    ]);
  const source = decode(file, bytes.value);
  if (!source.ok) return source;
  let value: unknown;
  try {
    value = JSON.parse(source.value.text);
  } catch {
    return failed([error('bad-json', file, `This is no JSON. ${again}`)]);
  }
  const text = validateText(value, bundle);
  return text.ok
    ? text
    : failed(text.issues.map((issue) => error('invalid-text', file, `${describe(issue)}. ${again}`)));
}

/** The file that a relative address means; nothing for one that begins at a site's root. */
function pathOf(src: string): string | undefined {
  const path = src.replace(/[?#].*/su, '');
  if (path === '' || path.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that escapes nothing stands for itself.
    return path;
  }
}

/** Those that subresource integrity has. `validate` has seen that the metadata names one of them. */
const algorithms: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {sha256, sha384, sha512};

const matches = (bytes: Uint8Array, integrity: string): boolean => {
  const [algorithm = '', hash] = integrity.split(/-(.*)/s);
  const digest = algorithms[algorithm]?.(bytes) ?? new Uint8Array();
  return btoa(String.fromCharCode(...digest)) === hash;
};
