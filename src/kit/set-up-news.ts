import type { AuthState } from '../auth-state.js';
import type { SetUp } from '../client/step.js';
import type { PlainKey } from '../text/text.js';

/** What is said when something is set up. */
export const SET_UP = {
  totp: 'signed-in.has-totp',
  passkey: 'signed-in.has-passkey',
} as const satisfies Record<SetUp, PlainKey>;

/** What was just set up. */
export const setUpOf = (state: AuthState | undefined): SetUp | undefined =>
  state?.step?.name === 'done' ? state.step.setUp : undefined;
