/**
 * The quick look at a bundle before it is shown: whether every value is of the type
 * the elements rely on, every link a link, every id a name, nothing nested without end,
 * and no field there that is not known. It says yes or no in a third of `validate`'s
 * bytes, so it travels with the elements; `validate` is fetched for what is not sound,
 * to say what is wrong, or to copy it without what is unknown. What is sound can be
 * shown without harm; what `validate` would leave as it is, is sound. Tests hold both.
 */

import type {Bundle} from './bundle.js';
import {isDay} from './day.js';

type Check = (value: unknown, depth: number) => boolean;

/** About as deep as `validate` goes. */
const deepest = 32;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const text = matches(/^/);
const style = matches(/^decimal$|^(?:low|upp)er-(?:alpha|roman)$/);
const id = matches(/^[a-z\d._-]+$/);
const day: Check = (value) => typeof value === 'string' && isDay(value);
/** No scheme but these, and no character that a browser drops before it reads the scheme. */
const link = matches(/^(?:https:\/\/|mailto:|tel:)[^\s\p{C}]+$/u);

const maybe =
  (check: Check): Check =>
  (value, depth) =>
    value === undefined || check(value, depth);
const list =
  (check: Check): Check =>
  (value, depth) =>
    // Copied, because `every` passes over holes.
    Array.isArray(value) && [...(value as unknown[])].every((entry) => check(entry, depth));
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && !!value && !Array.isArray(value);
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, depth) =>
    isObject(value) &&
    Object.keys({...fields, ...value}).every((key) => Object.hasOwn(fields, key) && fields[key]?.(value[key], depth));
const record =
  (check: Check): Check =>
  (value, depth) =>
    isObject(value) && Object.values(value).every((entry) => check(entry, depth));
/** One check for each value of `type`. */
const variant =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, depth) =>
    depth < deepest &&
    isObject(value) &&
    typeof value['type'] === 'string' &&
    Object.hasOwn(checks, value['type']) &&
    !!checks[value['type']]?.(value, depth + 1);

const ids = list(id);
const inlines = list((value, depth) => text(value, 0) || mark(value, depth));
const marked = {type: text, content: inlines};
const mark = variant({
  strong: object(marked),
  emphasis: object(marked),
  link: object({...marked, href: link}),
  reference: (value, depth) =>
    isObject(value) &&
    (value['to'] ?? value['policy']) !== undefined &&
    object({...marked, to: maybe(id), policy: maybe(id)})(value, depth),
  annotation: object({...marked, terms: ids}),
});
const clause = {id, terms: maybe(ids)};
const block: Check = (value, depth) => blocks(value, depth);
const blocks = variant({
  paragraph: object({...clause, ...marked}),
  list: object({
    type: text,
    lead: maybe(inlines),
    start: maybe(Number.isInteger),
    style: maybe(style),
    items: list(
      object({...clause, mark: maybe(text), audiences: maybe(ids), content: inlines, blocks: maybe(list(block))}),
    ),
  }),
  table: object({type: text, head: list(inlines), rows: list(object({...clause, cells: list(inlines)}))}),
});
const section: Check = (value, depth) =>
  depth < deepest &&
  object({id, heading: maybe(inlines), audiences: maybe(ids), blocks: list(block), sections: maybe(list(section))})(
    value,
    depth + 1,
  );
const names = record(text);
const named = list(object({id, names}));

const bundle = object({
  format: matches(/^policy-bundle\/1$/),
  title: names,
  publisher: maybe(names),
  languages: list(text),
  languageNames: maybe(names),
  audiences: named,
  products: named,
  vocabulary: list(object({id, kind: text, names, definition: maybe(names), iri: maybe(text)})),
  policies: list(
    object({
      id,
      products: ids,
      editions: list(
        object({
          id,
          effective: maybe(day),
          prevails: maybe(text),
          aliases: maybe(record(id)),
          texts: record(
            (value, depth) =>
              object({title: text, sections: list(section)})(value, depth) ||
              object({title: text, src: text, integrity: text, audiences: ids})(value, depth),
          ),
        }),
      ),
    }),
  ),
});

/** Whether a value can be shown as a bundle of exactly this version. */
export const isSound = (value: unknown): value is Bundle => bundle(value, 0);
