/** A bundle as JSON, piece by piece: each policy's texts are fetched when it is their turn. */
import {randomUUID} from 'node:crypto';
import type {Bundle} from '../../policy/bundle.js';
import type {Compiled} from '../../authoring/compile/compile.js';

/** To the letter what `JSON.stringify` makes of the whole bundle, with a line feed at its end. */
export async function* bundleJson(
  index: Bundle,
  textsOf: Compiled['textsOf'],
  {pretty}: {readonly pretty: boolean},
): AsyncGenerator<string> {
  // No name or title can hold what nobody knew before.
  const mark = randomUUID();
  const policyOf = new Map(
    index.policies.flatMap(({id, editions}) =>
      editions.flatMap(({texts}) =>
        Object.values(texts).flatMap((text) => ('src' in text ? [[text.src, id] as const] : [])),
      ),
    ),
  );
  const json = JSON.stringify(
    index,
    (_, value: unknown) => (isReference(value) ? mark + value.src : value),
    pretty ? 2 : undefined,
  );
  let current: {readonly policy: string; readonly texts: ReadonlyMap<string, string>} | undefined;
  let from = 0;
  for (const {0: whole, 1: src = '', index: at} of json.matchAll(new RegExp(`"${mark}([^"]*)"`, 'g'))) {
    yield json.slice(from, at);
    from = at + whole.length;
    const policy = policyOf.get(src) ?? '';
    if (current?.policy !== policy) current = {policy, texts: await textsOf(policy)};
    const text = current.texts.get(src) ?? '';
    yield pretty ? indent(text, json.slice(json.lastIndexOf('\n', at) + 1, at)) : text;
  }
  yield `${json.slice(from)}\n`;
}

/** Strings in JSON have no line feeds, so that every one begins a line of it. */
const indent = (text: string, line: string): string =>
  JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', `\n${/^ */.exec(line)?.[0] ?? ''}`);

const isReference = (value: unknown): value is {readonly src: string} =>
  typeof value === 'object' &&
  value !== null &&
  'src' in value &&
  typeof value.src === 'string' &&
  'integrity' in value;
