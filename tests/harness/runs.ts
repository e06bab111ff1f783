/**
 * How many cases a property test tries: all where every test runs (`npm run test:all`), a quarter of them in
 * `npm test`, where somebody waits. For properties whose cases take long; the others need no such care.
 */
export const runs = (all: number): number => (process.env['EVERY_CASE'] === 'yes' ? all : Math.ceil(all / 4));
