// What the guides import from `@aws-amplify/auth`.
import '../callback.js';

export { Auth, Auth as default, AuthClass } from './auth-class.js';
export type { CompatConfig, CompatStorage } from './compat-config.js';
export type { CompatUser } from './open-pool.js';
