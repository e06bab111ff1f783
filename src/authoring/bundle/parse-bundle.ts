/** Reads a bundle from a file, and says where in it whatever is wrong stands. */
import {isNode, parseDocument} from 'yaml';
import type {Bundle} from '../../policy/bundle.js';
import {describe, type Issue} from '../../policy/issue.js';
import {failed, ok, type Result} from '../../policy/result.js';
import {validate} from '../../policy/validate.js';
import {readText, type Files} from '../files/files.js';
import {error, spot, type Finding, type Place, type Source} from '../findings/finding.js';
import {suggest} from '../findings/nearest.js';
import {findJsonError} from './json-error.js';

/**
 * Places are looked up in a second reading, which takes too long for more issues or larger files than a person reads.
 */
const mostPlaces = 200;
const largestForPlaces = 4 * 1024 * 1024;

/** With the file's text, for whoever has more to say of places in it. */
export async function readBundle(
  files: Files,
  path: string,
): Promise<Result<{readonly bundle: Bundle; readonly source: Source}, Finding>> {
  const source = await readText(files, path);
  if (!source.ok) return source;
  const bundle = parseBundle(source.value);
  return bundle.ok ? ok({bundle: bundle.value, source: source.value}) : bundle;
}

export function parseBundle(source: Source): Result<Bundle, Finding> {
  const {file, text} = source;
  const begin = text.trimStart();
  if (begin === '')
    return failed([error('empty-bundle', file, 'This file is empty. Build the bundle again, or give the right file.')]);
  if (begin.startsWith('<')) {
    return failed([
      error(
        'html-bundle',
        spot(source, text.length - begin.length),
        'This is HTML, not a bundle: probably a page that says “not found”. ' +
          'Give the file that “policy-viewer build” wrote, or its right address.',
      ),
    ]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed([notJson(source)]);
  }
  const checked = validate(value);
  if (checked.ok) return ok(checked.value);
  const places =
    checked.issues.length <= mostPlaces && text.length <= largestForPlaces ? placesIn(source) : () => ({file});
  return failed(
    checked.issues.map((issue) =>
      issue.kind === 'version'
        ? error('wrong-version', places(issue.path), describe(issue))
        : error(
            'invalid-bundle',
            places(issue.path),
            `${explain(issue, value)} Correct it here, or build the bundle again.`,
          ),
    ),
  );
}

/** An unknown name gets the nearest known one, which the issue itself does not say. */
function explain(issue: Issue, bundle: unknown): string {
  const list = /^a value from (\w+)$/.exec(issue.expected)?.[1];
  const name = follow(bundle, issue.path);
  const entries = list === undefined ? undefined : follow(bundle, [list]);
  if (issue.kind !== 'reference' || typeof name !== 'string' || !Array.isArray(entries)) return `${describe(issue)}.`;
  const known = entries
    .map((entry: unknown) => (typeof entry === 'string' ? entry : follow(entry, ['id'])))
    .filter((id) => typeof id === 'string');
  return (
    `The bundle’s ${list} ${known.length === 0 ? 'are empty, so that there is no' : 'have no'} ` +
    `“${name}”.${suggest(name, known)}`
  );
}

const follow = (value: unknown, path: readonly (string | number)[]): unknown => {
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
};

function notJson(source: Source): Finding {
  const end = source.text.trimEnd().length;
  const at = findJsonError(source.text) ?? end;
  return at >= end
    ? error(
        'truncated-bundle',
        spot(source, Math.max(0, end - 1)),
        'The bundle ends here in the middle: the file was cut off. Build it again, or fetch it again.',
      )
    : error('bad-json', spot(source, at), 'This is no JSON from here on. Build the bundle again, or correct it here.');
}

/** Every JSON is YAML, and the YAML reader keeps places. */
export function placesIn(source: Source): (path: readonly (string | number)[]) => Place {
  const document = parseDocument(source.text, {prettyErrors: false, uniqueKeys: false, logLevel: 'silent'});
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return spot(source, node.range[0], node.range[1]);
    }
    return {file: source.file};
  };
}
