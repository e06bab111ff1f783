/** A Word file → the same tree as every format gives. */
import {failed, type Result} from '../../policy/result.js';
import {error, type Finding} from '../finding.js';
import type {Document} from './document.js';
export async function readDocx(file: string, _bytes: Uint8Array): Promise<Result<Document, Finding>> {
  return failed([error('not-imported', file, 'This is no Word file that import can read yet.')]);
}
