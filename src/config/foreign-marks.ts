/** The keys at the top by which a configuration is recognized that was written for another library. */
export const FOREIGN_MARKS = ['aws_user_pools_id', 'auth', 'Auth', 'userPoolWebClientId'] as const;

/** One of those keys. */
export type ForeignMark = (typeof FOREIGN_MARKS)[number];

/** Whether a configuration was written for another library. */
export const isForeign = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && FOREIGN_MARKS.some((mark) => Object.hasOwn(given, mark));
