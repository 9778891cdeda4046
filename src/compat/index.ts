// What the guides import from `aws-amplify`.
import '../callback.js';

export { Amplify, Amplify as default } from './amplify.js';
export type { AmplifyConfig } from './amplify.js';
export { Auth, AuthClass } from './auth-class.js';
export { Cache, CacheClass } from './cache.js';
export type { CacheConfig, CacheItemOptions } from './cache.js';
export type { CompatConfig, CompatStorage } from './compat-config.js';
export type { FederatedInfo, FederatedUser } from './federated-info.js';
export { Hub, HubClass } from './hub.js';
export type { HubCapsule, HubListener, HubPayload } from './hub.js';
export { I18n, I18nClass } from './i18n.js';
export type { ChallengeParameters, CompatUser, GivenUser } from './open-pool.js';
