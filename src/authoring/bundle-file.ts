/** Reads a bundle from a file, and says where in it whatever is wrong stands. */
import {isNode, parseDocument} from 'yaml';
import type {Bundle} from '../policy/bundle.js';
import {describe} from '../policy/issue.js';
import {failed, ok, type Result} from '../policy/result.js';
import {validate} from '../policy/validate.js';
import {readText} from './files.js';
import {error, spot, type Finding, type Place, type Source} from './finding.js';

/** Places are looked up in a second reading, which takes too long for more issues or larger files than a person reads. */
const mostPlaces = 200;
const largestForPlaces = 4 * 1024 * 1024;

export async function readBundle(path: string): Promise<Result<Bundle, Finding>> {
  const source = await readText(path);
  return source.ok ? parseBundle(source.value) : source;
}

export function parseBundle(source: Source): Result<Bundle, Finding> {
  const {file, text} = source;
  const begin = text.trimStart();
  if (begin === '') return failed([error('empty-bundle', file, 'This file is empty. Build the bundle again, or give the right file.')]);
  if (begin.startsWith('<')) {
    return failed([error('html-bundle', spot(source, text.length - begin.length), 'This is HTML, not a bundle: probably a page that says “not found”. Give the file that “policy-viewer build” wrote, or its right address.')]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return failed([notJson(source, cause)]);
  }
  const checked = validate(value);
  if (checked.ok) return ok(checked.value);
  const places = checked.issues.length <= mostPlaces && text.length <= largestForPlaces ? placesIn(source) : () => ({file});
  return failed(checked.issues.map((issue) => error(
    issue.kind === 'version' ? 'wrong-version' : 'invalid-bundle',
    places(issue.path),
    `${describe(issue).replace(/\.?$/, '.')}${issue.kind === 'version' ? '' : ' Correct it here, or build the bundle again.'}`,
  )));
}

function notJson(source: Source, cause: unknown): Finding {
  const {text} = source;
  const message = cause instanceof Error ? cause.message : '';
  const end = text.trimEnd().length;
  const position = /at position (\d+)/.exec(message)?.[1];
  const at = position === undefined ? end : Number(position);
  const isCut = /unexpected end|unterminated/i.test(message) || at >= end;
  return isCut
    ? error('truncated-bundle', spot(source, Math.max(0, end - 1)), 'The bundle ends here in the middle: the file was cut off. Build it again, or fetch it again.')
    : error('bad-json', spot(source, at), 'This is no JSON from here on. Build the bundle again, or correct it here.');
}

/** Every JSON is YAML, and the YAML reader keeps places. */
function placesIn(source: Source): (path: readonly (string | number)[]) => Place {
  const document = parseDocument(source.text, {prettyErrors: false, uniqueKeys: false, logLevel: 'silent'});
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return spot(source, node.range[0], node.range[1]);
    }
    return {file: source.file};
  };
}
