// Gives every property test of a run the same seed, so that a run can be repeated and a merge never fails by chance.
// `PROPERTY_SEED=random` searches anew each time, and `PROPERTY_SEED=N` repeats a run: a failure prints its own.
import fc from 'fast-check';

const asked = process.env['PROPERTY_SEED'] ?? '20261122';
if (asked !== 'random') fc.configureGlobal({...fc.readConfigureGlobal(), seed: Number(asked)});
