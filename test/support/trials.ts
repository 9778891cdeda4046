/** Whether this is the long run (`npm run test:faults`), which tries all combinations instead of a sample. */
export const IS_LONG = process.env['TRIALS'] === 'all';

/** The number of trials: a few in the short run, many in the long run. */
export const trials = (few: number, all: number): number => (IS_LONG ? all : few);
