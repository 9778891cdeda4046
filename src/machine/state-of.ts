import type { AuthState } from '../auth-state.js';
import type { AuthSnapshot } from './auth-machine.js';

/** What elements and apps read of a moment of the chart. */
export function stateOf(snapshot: AuthSnapshot): AuthState {
  const { step, user, username, error, ended } = snapshot.context;
  const screen = Object.values(snapshot.getMeta()).find((meta) => meta?.screen)?.screen ?? 'loading';
  return { screen, isBusy: snapshot.hasTag('busy'), step, user, username, error, ended };
}
