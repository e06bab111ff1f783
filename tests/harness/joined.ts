/** One pattern of several that follow each other: a sentence that is longer than a line. What one's flags say holds. */
export const joined = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(
    patterns.map(({source}) => source).join(''),
    [...new Set(patterns.flatMap(({flags}) => [...flags]))].join(''),
  );
