/** The bytes of a file to import → its tree. */
import {failed, ok, type Result} from '../../policy/result.js';
import {decode} from '../files/decode.js';
import {endingOf} from '../files/paths.js';
import {error, type Finding} from '../findings/finding.js';
import type {Document} from '../document/document.js';
import {whyUnread} from './endings.js';
import {readMarkdownSource} from './read-markdown.js';
import {readPlainText} from './read-plain-text.js';

/** In bytes. The longest policies are a hundredth of it. */
const largest = 20 * 1024 * 1024;

/** What is in a file, by the ending of its name. */
export async function readDocument(file: string, bytes: Uint8Array): Promise<Result<Document, Finding>> {
  if (bytes.length > largest)
    return failed([
      error(
        'too-large',
        file,
        `This file has ${Math.ceil(bytes.length / 1024 / 1024)} MB, and import reads up to ` +
          `${largest / 1024 / 1024}. Give the policy’s text alone.`,
      ),
    ]);
  try {
    return await readByEnding(file, bytes);
  } catch (cause) {
    if (cause instanceof RangeError)
      return failed([
        error(
          'too-deep',
          file,
          'The text in this file is nested too deeply to be read. ' +
            'Take lists out of lists and quotations out of quotations.',
        ),
      ]);
    throw cause;
  }
}

// What reads HTML and Word files is large: it is loaded where there is one to be read.
async function readByEnding(file: string, bytes: Uint8Array): Promise<Result<Document, Finding>> {
  const ending = endingOf(file);
  const why = whyUnread(file);
  if (why !== undefined) return failed([error('not-imported', file, why)]);
  if (/^\.docx$/.test(ending)) return (await import('./read-docx.js')).readDocx(file, bytes);
  if (/^\.x?html?$/.test(ending)) return (await import('./read-html.js')).readHtml(file, bytes);
  const source = decode(file, bytes);
  if (!source.ok) return source;
  const stray = /[\u0001-\u0008\u000e-\u001f\u007f]/u.exec(source.value.text);
  if (stray !== null)
    return failed([
      error(
        'not-text',
        file,
        'There are control characters in this file, so it is no plain text. Save it as text in UTF-8 and import that.',
      ),
    ]);
  if (source.value.text.trim() === '')
    return failed([error('empty', file, 'This file is empty. Give one with a text in it.')]);
  if (/^\.(?:xml|akn)$/.test(ending)) return (await import('./read-akoma-ntoso.js')).readAkomaNtoso(source.value);
  return /^\.(?:mdx?|markdown|mdown|mkd)$/.test(ending)
    ? readMarkdownSource(source.value)
    : ok(readPlainText(source.value));
}
