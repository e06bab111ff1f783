/** Which files import reads, by the endings of their names, and how those become readable that it does not. */
import {basename, endingOf} from '../files/paths.js';

const read = /^\.(?:txt|text|md|markdown|mdown|mkd|mdx|x?html?|docx|akn)$/;

/** Whether a file's name says that it is a text that import reads. */
export const isImported = (file: string): boolean => read.test(endingOf(file));

/** What reads the others, and writes what import reads. */
const converters: Readonly<Record<string, readonly [string, string]>> = {
  '.doc': ['a Word file of the old kind', 'soffice --convert-to docx FILE'],
  '.odt': ['an OpenDocument file', 'soffice --convert-to docx FILE'],
  '.rtf': ['an RTF file', 'soffice --convert-to docx FILE'],
  '.pages': ['a Pages file', ''],
  '.pdf': ['a PDF file', 'pdftotext -layout FILE'],
  '.rst': ['a reStructuredText file', 'pandoc FILE -f rst -t gfm -o STEM.md'],
  '.adoc': ['an AsciiDoc file', 'asciidoctor FILE -o STEM.html'],
  '.asciidoc': ['an AsciiDoc file', 'asciidoctor FILE -o STEM.html'],
  '.org': ['an Org file', 'pandoc FILE -f org -t gfm -o STEM.md'],
  '.tex': ['a LaTeX file', 'pandoc FILE -f latex -t gfm -o STEM.md'],
  '.epub': ['an e-book', 'pandoc FILE -f epub -t gfm -o STEM.md'],
  '.textile': ['a Textile file', 'pandoc FILE -f textile -t gfm -o STEM.md'],
  '.json': ['a JSON file', ''],
  '.yaml': ['a YAML file', ''],
  '.yml': ['a YAML file', ''],
};

/** Whether a file holds a text that a program can make readable: what holds data or settings seldom does. */
export const isConvertible = (file: string): boolean => (converters[endingOf(file)]?.[1] ?? '') !== '';

/** A sentence on a file that holds a text in a format that import does not read; nothing for any other. */
export function whyUnread(file: string): string | undefined {
  const [what, command] = converters[endingOf(file)] ?? [];
  if (what === undefined) return undefined;
  const start = `This is ${what}; import reads plain text, Markdown, HTML, DOCX and Akoma Ntoso.`;
  if (command === undefined || command === '') return `${start} Save it as one of these and import that.`;
  const named = command
    .replace('FILE', quote(basename(file)))
    .replace(/STEM(\.\w+)/u, (_, ending: string) => quote(basename(file).replace(/\.[^.]*$/u, ending)));
  return `${start} Convert it with “${named}” and import what that writes.`;
}

/** As a shell takes it. */
const quote = (name: string): string => (/^[\w.,@%+=-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`);
