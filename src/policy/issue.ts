/** What can be wrong with a bundle, and the sentence that says so to whoever wrote it. */

export interface Issue {
  /**
   * - `shape`: a value is not of the form that the bundle's schema asks for.
   * - `reference`: the form is right, but it names what is not there, names twice
   *   what may be there once, or is no day in the calendar: beyond a schema.
   * - `version`: the bundle is of a format that this code does not know.
   */
  readonly kind: 'shape' | 'reference' | 'version';
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly found: string;
}

/** Characters a value is shown with at most. */
const longest = 60;

/** A value from outside in a few plain characters. It never walks into the value: that may be a million levels deep. */
export const show = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value) {
    const inside = Object.keys(value).length ? '…' : '';
    return Array.isArray(value) ? `[${inside}]` : `{${inside}}`;
  }
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- objects are shown above
  const text = (typeof value === 'string' ? JSON.stringify(value.slice(0, longest)) : String(value))
    // Unseen characters would mislead: U+202E turns the rest of the sentence around.
    .replace(/\p{C}/gu, '\uFFFD');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};

const place = (path: Issue['path']): string =>
  path
    .map((key) => (/^[a-z]\w*$/i.test(`${key}`) ? `.${key}` : `[${show(key)}]`))
    .join('')
    .replace(/^\./, '') || 'top level';

/** One English sentence: where, what was expected, what was found. */
export const describe = ({kind, path, expected, found}: Issue): string =>
  kind === 'version'
    ? `This bundle is ${found}; this viewer reads ${expected}. Update policy-viewer.`
    : `${place(path)}: expected ${expected}, found ${found}`;
