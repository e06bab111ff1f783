// A reporter for node --test: one line of JSON for every test that ended, for ./node-tests.mjs to count.

/** @param {AsyncIterable<{type: string, data: any}>} events */
export default async function* list(events) {
  for await (const {type, data} of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const {name, file, skip, todo, nesting, details} = data;
    const excused = skip ?? todo;
    const skipped = excused !== undefined && excused !== false;
    // Of a skipped suite no test is reported, so that the suite has to count itself. Any other only holds tests.
    const counts = details?.type !== 'suite' || skipped;
    // What stands at the top of a file lasts as long as all in it: the sum is the file's time.
    const milliseconds = nesting === 0 ? (details?.duration_ms ?? 0) : 0;
    if (!counts && milliseconds === 0) continue;
    const result = !counts ? 'suite' : skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const reason = typeof excused === 'string' && excused !== '' ? excused : 'no reason given';
    yield `${JSON.stringify({name, file, result, reason, milliseconds})}\n`;
  }
}
