// A worker of a page: makes a bundle of the files that it is sent, and answers with what a reader would see of it.
import type * as authoring from '../../src/authoring/index.js';
import type * as policy from '../../src/policy/index.js';

// Not literals: the compiler would look into dist, which may not be there yet.
const [atAuthoring, atPolicy] = ['/dist/authoring.js', '/dist/policy.js'];
const {check, compile, importTexts, readDocument}: typeof authoring = await import(atAuthoring);
const {select}: typeof policy = await import(atPolicy);

/** What the page hears of one file. */
export interface Answer {
  readonly words: string;
  readonly paths: readonly string[];
  readonly language: string;
  readonly problems: readonly string[];
  /** All that is shown of the text, as JSON. */
  readonly shown: string;
}

async function work(file: authoring.InputFile): Promise<Answer | {readonly failed: readonly string[]}> {
  const read = await readDocument(file);
  const imported = read.ok ? await importTexts([file]) : read;
  if (!read.ok || !imported.ok)
    return {
      failed: [...(read.ok ? [] : read.issues), ...(imported.ok ? [] : imported.issues)].map((one) => one.message),
    };
  const folder = imported.value.files.map(({path, text}) => ({path, bytes: new TextEncoder().encode(text)}));
  const {bundle, findings} = await compile(folder);
  const problems = (await check(folder)).map(({code}) => code);
  if (bundle === undefined) return {failed: findings.map(({message}) => message)};
  const view = select(bundle, {
    product: '',
    audiences: [],
    language: '',
    edition: '',
    query: '',
    view: '',
    against: {},
  });
  return {
    words: read.value.words,
    paths: folder.map(({path}) => path),
    language: imported.value.texts[0]?.language.tag ?? '',
    problems,
    shown: JSON.stringify(view),
  };
}

self.addEventListener('message', ({data}: MessageEvent<authoring.InputFile>) => {
  void work(data).then(
    (answer) => self.postMessage(answer),
    (cause: unknown) => self.postMessage({failed: [String(cause)]}),
  );
});
self.postMessage('ready');
