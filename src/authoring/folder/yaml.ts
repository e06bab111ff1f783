/** Reads YAML that somebody wrote by hand: only plain data, every value with its place, every oddity a finding. */
import {isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node} from 'yaml';
import {error, spot, warning, type Finding, type Source, type Spot} from '../findings/finding.js';
import {suggest} from '../findings/nearest.js';

/** Aliases of aliases grow without end ("billion laughs"); nobody needs this many by hand. */
const mostAliases = 200;

/** A value in a YAML file, and where it stands. */
export class Value {
  readonly #node: unknown;
  readonly #file: File;

  constructor(node: unknown, file: File) {
    this.#node = isAlias(node) ? node.resolve(file.document) : node;
    this.#file = file;
  }

  get at(): Spot {
    return this.#file.spot(this.#node);
  }

  report(code: string, message: string): undefined {
    this.#file.findings.push(error(code, this.at, message));
  }

  warn(code: string, message: string): undefined {
    this.#file.findings.push(warning(code, this.at, message));
  }

  /** A scalar as it is written: `1.10` stays `1.10`, `no` stays `no`. */
  text(what: string): string | undefined {
    if (!isScalar(this.#node) || this.#node.value === null || this.#node.value === '') {
      this.report('bad-value', `Here should stand ${what}. Write it, or take the line out.`);
      return;
    }
    const {value, source} = this.#node;
    return (typeof value === 'string' ? value : (source ?? JSON.stringify(value))).trim();
  }

  list(what: string): readonly Value[] {
    if (!isSeq(this.#node)) {
      this.report('bad-value', `Here should stand a list of ${what}: [one, two], or a line with “- ” for each.`);
      return [];
    }
    return this.#node.items.map((item) => new Value(item, this.#file));
  }

  /** Whether keys stand under it. */
  get isMap(): boolean {
    return isMap(this.#node);
  }

  /** What stands under each key, in order. */
  entries(what: string): readonly {readonly key: Value; readonly value: Value}[] {
    if (!isMap(this.#node)) {
      this.report('bad-value', `Here should stand ${what}.`);
      return [];
    }
    return this.#node.items.map(({key, value}) => ({
      key: new Value(key, this.#file),
      value: new Value(value, this.#file),
    }));
  }

  /** What stands under the keys there may be; another key is a finding that names the nearest. */
  fields<K extends string>(keys: readonly K[], what: string): Partial<Record<K, Value>> {
    const found: Partial<Record<K, Value>> = {};
    for (const {key, value} of this.entries(`${what} with ${keys.join(', ')}`)) {
      const name = key.text('a key');
      const known = keys.find((each) => each === name);
      if (known !== undefined) found[known] = value;
      else if (name !== undefined)
        key.warn('unknown-key', `“${name}” means nothing here and was passed over.${suggest(name, keys)}`);
    }
    return found;
  }
}

interface File {
  readonly document: Document.Parsed;
  readonly findings: Finding[];
  spot(node: unknown): Spot;
}

/** The top of a YAML file; undefined when it is empty or cannot be read at all. */
export function readYaml(source: Source, findings: Finding[]): Value | undefined {
  const document = parseDocument(source.text, {
    prettyErrors: false,
    lineCounter: new LineCounter(),
    stringKeys: false,
    version: '1.2',
    schema: 'core',
  });
  for (const {
    pos: [start, end],
    message,
    code,
  } of [...document.errors, ...document.warnings]) {
    const sentence =
      code === 'TAG_RESOLVE_FAILED'
        ? 'Tags (“!…”) are not read here, only plain text, lists and keys. Take the tag out.'
        : `This is not valid YAML: ${message.replace(/\.?$/, '.')} Correct it here.`;
    findings.push(error('bad-yaml', spot(source, start, end), sentence));
  }
  let aliases = 0;
  visit(document, {
    Alias: () => {
      aliases++;
    },
  });
  if (aliases > mostAliases) {
    findings.push(
      error(
        'bad-yaml',
        source.file,
        `There are ${aliases} aliases (“*…”) in this file; ${mostAliases} are allowed. Write the values out.`,
      ),
    );
  }
  if (document.errors.length > 0 || document.warnings.length > 0 || aliases > mostAliases || document.contents === null)
    return undefined;
  const file: File = {
    document,
    findings,
    spot: (node) => {
      const [start, end] = rangeOf(node);
      return spot(source, start, end);
    },
  };
  return new Value(document.contents, file);
}

const rangeOf = (node: unknown): readonly [number, number] => {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 1];
};

const isNode = (node: unknown): node is Node => isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
