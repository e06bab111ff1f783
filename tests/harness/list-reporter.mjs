// A reporter for node --test: one line of JSON for every test that ended, for ./node-tests.mjs to count.

/** @param {AsyncIterable<{type: string, data: any}>} events */
export default async function* list(events) {
  for await (const {type, data} of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const {name, file, skip, todo} = data;
    const excused = skip ?? todo;
    const result = excused !== undefined && excused !== false ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const reason = typeof excused === 'string' && excused !== '' ? excused : 'no reason given';
    yield `${JSON.stringify({name, file, result, reason})}\n`;
  }
}
