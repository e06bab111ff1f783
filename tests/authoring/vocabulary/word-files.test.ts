/** The files of words in locales/vocabulary say the same things, each in its language. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {parse} from 'yaml';

const folder = join(import.meta.dirname, '../../../locales/vocabulary');
const languages = readdirSync(folder).flatMap((name) => /^(?!notions)(.+)\.yaml$/.exec(name)?.[1] ?? []);
const kinds = ['audiences', 'data', 'purposes', 'legal-bases'] as const;

interface Entry {
  readonly name: string;
  readonly plural?: string;
  readonly words?: readonly string[];
  readonly phrases?: readonly string[];
}

const files = new Map<string, Record<string, Record<string, Entry>>>(
  languages.map((language) => [language, parse(readFileSync(join(folder, `${language}.yaml`), 'utf8'))]),
);
const read = (language: string): Record<string, Record<string, Entry>> => files.get(language)!;

const keys = (language: string): string[] =>
  kinds.flatMap((kind) => Object.keys(read(language)[kind] ?? {}).map((id) => `${kind} ${id}`));

describe('the words of policies', () => {
  for (const language of languages) {
    it(`stand in ${language} under the same ids, in the same order`, () => {
      assert.deepEqual(keys(language), keys('de'));
      assert.ok(keys(language).length > 200);
    });

    it(`say in ${language} how texts speak, are called, dated and left to be filled in`, () => {
      const parts = (tag: string): string[] =>
        ['frames', 'kinds', 'titles', 'dates', 'placeholders', 'references'].flatMap((part) =>
          Object.keys(read(tag)[part] ?? {}).map((key) => `${part} ${key}`),
        );
      assert.deepEqual(parts(language), parts('de'));
      const {
        kinds: titles,
        dates,
        placeholders,
      } = read(language) as unknown as Record<string, Record<string, string[]>>;
      const asked = [...Object.values({...titles, ...dates}), placeholders?.['verbs'], placeholders?.['things']];
      assert.ok(asked.every((words) => words !== undefined && words.length > 0));
    });

    it(`name everything in ${language}, with words to find it by`, () => {
      const entries = kinds.flatMap((kind) => Object.entries(read(language)[kind] ?? {}));
      const bare = entries.filter(([, {name, words, phrases}]) => !name || (words ?? phrases ?? []).length === 0);
      assert.deepEqual(
        bare.map(([id]) => id),
        [],
      );
    });

    it(`name no two audiences by one word in ${language}`, () => {
      const seen = new Map<string, string>();
      const shared: string[] = [];
      for (const [id, {words}] of Object.entries(read(language)['audiences'] ?? {})) {
        for (const word of new Set(words)) {
          const other = seen.get(word.toLowerCase());
          if (other !== undefined && other !== id) shared.push(`${word}: ${other}, ${id}`);
          seen.set(word.toLowerCase(), id);
        }
      }
      assert.deepEqual(shared, []);
    });

    it(`join no two audiences in one word in ${language}, which would hide a section from one of them`, () => {
      const {joins, audiences} = read(language) as unknown as {
        readonly joins: readonly string[];
        readonly audiences: Record<string, Entry>;
      };
      const owners = new Map(
        Object.entries(audiences).flatMap(([id, {words = []}]) => words.map((word) => [word, id] as const)),
      );
      // One noun in two genders, and set phrases for one kind of people: “former workers and employees”.
      const set = new Set([
        ...['consumidores y usuarios', 'pacientes y usuarios', 'antiguos alumnos y alumnas', 'utentes e doentes'],
        ...['ansprechpartner unserer kunden und lieferanten', 'бивши работници и служители'],
      ]);
      const isOneNoun = (one = '', other = ''): boolean => one.slice(0, 5) === other.slice(0, 5);
      const joined = [...owners.keys()].filter((word) =>
        joins.some((join) => {
          const parts = word.split(` ${join} `);
          const [one, other] = parts.map((part) => owners.get(part));
          const isPair = parts.length === 2 && one !== undefined && other !== undefined && one !== other;
          return isPair && !isOneNoun(...parts) && !set.has(word);
        }),
      );
      assert.deepEqual(joined, []);
    });
  }
});
