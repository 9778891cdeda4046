/** Whether this is the long run (`npm run test:faults`), in which nothing is left to chance that can be counted. */
export const IS_LONG = process.env['TRIALS'] === 'all';

/** How often something is tried: a few times with everything else, many times in the long run. */
export const trials = (few: number, all: number): number => (IS_LONG ? all : few);
