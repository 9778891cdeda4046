import { createRequest } from '../../cognito/request.js';
import type { AuthConfig, Environment } from '../../config/config.js';
import type { Keeper } from '../../session/keeper.js';
import type { MethodMemory } from '../../session/method-memory.js';
import { RedirectRecords } from '../../session/redirect-records.js';
import type { Listeners } from '../listeners.js';
import { Arrivals } from './arrivals.js';
import { Departures } from './departures.js';
import type { DirectLogins } from './direct-logins.js';
import type { LazyIdentities } from './lazy-identities.js';

/** What a sign-in at another place reads, and what it stores. */
export interface FederationServices {
  readonly config: AuthConfig;
  readonly environment: Environment;
  readonly keeper: Keeper;
  readonly methods: MethodMemory;
  readonly listeners: Listeners;
  readonly direct: DirectLogins;
  readonly identities: LazyIdentities;
  /** Best effort, for tokens that are not needed any more. */
  readonly revoke: (refreshToken: string) => void;
}

/** Both ends of a redirect. */
export interface Federation {
  readonly departures: Departures;
  readonly arrivals: Arrivals;
}

/** The code for redirects, which is loaded when there is one. */
export function openFederation(services: FederationServices): Federation {
  const { config, environment } = services;
  const records = new RedirectRecords(environment.now);
  const send = createRequest(environment, config);
  return {
    departures: new Departures({ ...services, records }),
    arrivals: new Arrivals({ ...services, records, send }),
  };
}
