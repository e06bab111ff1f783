/** Days as the format writes them. */

/** Whether letters are a day in the calendar: `2026-03-01` is, `2026-02-30` and `2026-3-1` are not. */
export const isDay = (letters: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(letters) &&
  // Of 30 February, engines make 2 March or no date.
  isFinite(Date.parse(letters)) &&
  new Date(letters).toISOString().startsWith(letters);
