// Reads the texts that the page was given, and answers with the policies folder, the bundle and what was recognised.
import {compile, describeFinding, importTexts} from '../dist/authoring.js';

const encoder = new TextEncoder();

async function read(files) {
  const imported = await importTexts(files);
  if (!imported.ok) return {failed: imported.issues.map(describeFinding)};
  const {files: folder, texts, refused} = imported.value;
  const {bundle, findings} = await compile(folder.map(({path, text}) => ({path, bytes: encoder.encode(text)})));
  if (!bundle) return {failed: findings.map(describeFinding)};
  return {bundle, folder: [...folder], texts, refused: refused.map(describeFinding)};
}

addEventListener('message', ({data}) => {
  read(data).then(postMessage, (cause) => postMessage({failed: [`This could not be read: ${cause}`]}));
});
