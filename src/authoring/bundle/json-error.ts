/**
 * Where a text stops being JSON. `JSON.parse` says it in some cases only, and in other words in each version of Node.
 */
import {parse, printParseErrorCode, type ParseError} from 'jsonc-parser';

/** The offset of what cannot stand there; the text's length where it ends too early; undefined for JSON. */
export function findJsonError(text: string): number | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, {disallowComments: true, allowTrailingComma: false});
  } catch (cause) {
    // Brackets in brackets, a hundred thousand deep, are more than the parser's stack holds.
    if (!(cause instanceof RangeError)) throw cause;
    return text.length;
  }
  const [first] = errors;
  if (first === undefined) return undefined;
  const atEnd = first.offset + first.length >= text.trimEnd().length;
  return atEnd && isBeginning(first, text) ? text.length : first.offset;
}

/** Whether only the end of a string, number or word is missing, or what comes after it. */
function isBeginning({error, offset, length}: ParseError, text: string): boolean {
  const written = text.slice(offset, offset + length).trim();
  switch (printParseErrorCode(error)) {
    case 'UnexpectedEndOfString':
    case 'UnexpectedEndOfNumber':
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return true;
    case 'InvalidSymbol':
      return ['true', 'false', 'null', '-'].some((word) => word.startsWith(written));
    default:
      return written === '';
  }
}
