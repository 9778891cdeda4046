export type { AuthState, Beginning, InitialState, ScreenName } from '../auth-state.js';
export { authMachine } from './auth-machine.js';
export type { AuthSnapshot } from './auth-machine.js';
export { provide } from './provide.js';
export { stateOf } from './state-of.js';
export type * from './types.js';
