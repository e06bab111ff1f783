/**
 * The quick look at a bundle before it is shown: whether every value is of the type
 * the elements rely on, every link a link, every id a name, and nothing nested without
 * end. It says yes or no in a third of `validate`'s bytes, so it travels with the
 * elements; `validate` is fetched only to say what is wrong. What is not sound is never
 * valid; what is sound can be shown without harm. A test holds the two together.
 */

import type {Bundle} from './bundle.js';

type Check = (value: unknown, depth: number) => boolean;

/** As deep as `validate` goes. */
const deepest = 32;

const matches = (pattern: RegExp): Check => (value) => typeof value === 'string' && pattern.test(value);
const text = matches(/^/);
const id = matches(/^[a-z0-9]+([._-][a-z0-9]+)*$/);
const day: Check = (value) => matches(/^\d{4}-\d\d-\d\d$/)(value, 0) && Date.parse(`${value}`) > -1e15;
/** No scheme but these, and no character that a browser drops before it reads the scheme. */
const link = matches(/^(https:\/\/|mailto:|tel:)[^\s\p{C}]+$/u);

const maybe = (check: Check): Check => (value, depth) => value === undefined || check(value, depth);
const list = (check: Check): Check => (value, depth) => Array.isArray(value) && value.every((entry) => check(entry, depth));
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (fields: Readonly<Record<string, Check>>): Check => (value, depth) =>
  isObject(value) && Object.keys(fields).every((key) => fields[key]!(value[key], depth));
const record = (check: Check): Check => (value, depth) => isObject(value) && Object.values(value).every((entry) => check(entry, depth));
/** One check for each value of `type`. */
const variant = (checks: Readonly<Record<string, Check>>): Check => (value, depth) =>
  isObject(value) && depth < deepest && Object.hasOwn(checks, `${value['type']}`) && checks[`${value['type']}`]!(value, depth + 1);

const ids = list(id);
const inlines = list((value, depth) => text(value, 0) || mark(value, depth));
const content = object({content: inlines});
const mark = variant({
  strong: content,
  emphasis: content,
  link: object({href: link, content: inlines}),
  reference: object({to: id, content: inlines}),
  annotation: object({terms: ids, content: inlines}),
});
const clause = {id, terms: maybe(ids)};
const block: Check = (value, depth) => blocks(value, depth);
const blocks = variant({
  paragraph: object({...clause, content: inlines}),
  list: object({
    lead: maybe(inlines),
    start: maybe(Number.isInteger),
    items: list(object({...clause, audiences: maybe(ids), content: inlines, blocks: maybe(list(block))})),
  }),
  table: object({head: list(inlines), rows: list(object({...clause, cells: list(inlines)}))}),
});
const section: Check = (value, depth) =>
  depth < deepest &&
  object({id, heading: maybe(inlines), audiences: maybe(ids), blocks: list(block), sections: maybe(list(section))})(value, depth + 1);
const names = record(text);
const named = list(object({id, names}));

const bundle = object({
  format: matches(/^policy-bundle\/1$/),
  title: names,
  languages: list(text),
  audiences: named,
  products: named,
  vocabulary: list(object({id, kind: text, names})),
  policies: list(object({
    id,
    products: ids,
    editions: list(object({
      effective: day,
      prevails: maybe(text),
      texts: record((value, depth) =>
        object({title: text})(value, depth) &&
        (object({src: text, audiences: ids})(value, depth) || object({sections: list(section)})(value, depth))),
    })),
  })),
});

/** Whether a value can be shown as a bundle of exactly this version. */
export const isSound = (value: unknown): value is Bundle => bundle(value, 0);
