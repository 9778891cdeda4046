import type { AuthSnapshot } from './auth-machine.js';
import type { ScreenName } from './types.js';

/** Which screen a moment of the chart belongs to. */
export const screenOf = (snapshot: AuthSnapshot): ScreenName =>
  Object.values(snapshot.getMeta()).find((meta) => meta?.screen)?.screen ?? 'loading';

/** Whether an answer is awaited. */
export const isBusy = (snapshot: AuthSnapshot): boolean => snapshot.hasTag('busy');
