/** A text as the rules of check see it, from its Markdown: that of a folder of 2026-03-01. */
import {checkedFromFolder, type CheckedText} from '../../../src/authoring/check/texts/checked-text.js';
import {readMarkdown} from '../../../src/authoring/folder/markdown.js';

export function textOf(markdown: string, language = 'en', edition = '2026-03-01'): CheckedText {
  const file = `p/${edition}/${language}.md`;
  const reading = readMarkdown({file, text: markdown.startsWith('# ') ? markdown : `# T\n\n${markdown}\n`});
  return checkedFromFolder({file, policy: 'p', edition, language, reading}, reading.text);
}
