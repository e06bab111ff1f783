/** A file to import → its tree, by the ending of its name. */
import {extname} from 'node:path';
import {failed, ok, type Result} from '../../policy/result.js';
import {decode, readBytes} from '../files.js';
import {error, type Finding} from '../finding.js';
import type {Document} from './document.js';
import {readMarkdownSource} from './read-markdown.js';
import {readPlainText} from './read-plain-text.js';

const unread: Readonly<Record<string, string>> = {
  '.doc': 'a Word file', '.docx': 'a Word file', '.odt': 'an OpenDocument file', '.pdf': 'a PDF file', '.rtf': 'an RTF file',
  '.html': 'a web page', '.htm': 'a web page', '.json': 'a JSON file', '.yaml': 'a YAML file', '.yml': 'a YAML file',
};

export async function readDocument(file: string): Promise<Result<Document, Finding>> {
  const ending = extname(file).toLowerCase();
  const what = unread[ending];
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  if (what !== undefined) return failed([error('not-imported', file, `This is ${what}; import reads plain text and Markdown. Save it as text in UTF-8 and import that.`)]);
  const source = decode(file, bytes.value);
  if (!source.ok) return source;
  const stray = /[\u0001-\u0008\u000e-\u001f\u007f]/u.exec(source.value.text);
  if (stray !== null) return failed([error('not-text', file, 'There are control characters in this file, so it is no plain text. Save it as text in UTF-8 and import that.')]);
  if (source.value.text.trim() === '') return failed([error('empty', file, 'This file is empty. Give one with a text in it.')]);
  return ending === '.md' || ending === '.markdown' ? readMarkdownSource(source.value) : ok(readPlainText(source.value));
}
