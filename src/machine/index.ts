export { authMachine } from './auth-machine.js';
export type { AuthSnapshot } from './auth-machine.js';
export { provide } from './provide.js';
export { isBusy, screenOf } from './screen.js';
export type * from './types.js';
