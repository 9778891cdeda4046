import { afterEach, beforeEach } from 'node:test';
import { startLocalCognito, totpCode } from '../../../demo/cognito/index.js';
import type { LocalCognito, LocalCognitoOptions, SeedPool } from '../../../demo/cognito/index.js';

export { MIAS_KEY, PASSWORD, THEAS_KEY, TOMS_KEY } from '../../../demo/cognito/index.js';

/** The user pool and client of an app. */
export interface AppClient {
  readonly userPoolId: string;
  readonly clientId: string;
}

/** The pool with free user names and an optional second factor. */
export const POOL: AppClient = { userPoolId: 'us-east-1_Example1', clientId: 'abc123' };
/** The pool where the e-mail address is the user name and a second factor is required; refresh tokens rotate. */
export const MFA_POOL: AppClient = { userPoolId: 'us-east-1_Example2', clientId: 'def456' };
/** The pool where users choose the first and the second factor. */
export const CHOICE_POOL: AppClient = { userPoolId: 'us-east-1_Example3', clientId: 'ghi789' };
/** The pool that asks a question instead of a password, or after it. */
export const QUESTION_POOL: AppClient = { userPoolId: 'us-east-1_Example4', clientId: 'jkl012' };
/** The pool where a second factor is required, and users choose which one to set up. */
export const SETUP_POOL: AppClient = { userPoolId: 'us-east-1_Example5', clientId: 'mno345' };
/** The pool with hosted pages. */
export const HOSTED_POOL: AppClient = { userPoolId: 'us-east-1_Example10', clientId: 'bcd890' };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A local Cognito and its clock. */
export interface Stage {
  readonly cognito: LocalCognito;
  /** Lets time pass, in milliseconds. */
  pass(milliseconds: number): void;
  /** The current code of an authenticator app with this key. */
  totp(secret: string): string;
  /** The last code that was sent to an address. */
  codeFor(address: string): string;
}

/** A new local Cognito for each test of a file, with a clock that only `pass` moves. */
export function setStage(
  seed?: readonly SeedPool[],
  options: Pick<LocalCognitoOptions, 'tls' | 'upstream'> = {},
): Stage {
  let running: LocalCognito | undefined;
  let now = 0;

  const cognito = (): LocalCognito => {
    if (!running) throw new Error('The stage is available in tests and hooks only.');
    return running;
  };

  beforeEach(async () => {
    // Clients compare the expiry of tokens with the real clock.
    now = Date.now();
    running = await startLocalCognito({ ...options, now: () => now, ...(seed && { seed }) });
  });
  afterEach(async () => {
    await running?.close();
    running = undefined;
  });

  return {
    get cognito() {
      return cognito();
    },
    pass: (milliseconds) => {
      now += milliseconds;
    },
    totp: (secret) => totpCode(secret, now),
    codeFor: (address) => cognito().outbox.latest(address).code,
  };
}
