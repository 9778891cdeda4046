import { afterEach, beforeEach } from 'node:test';
import { startLocalCognito, totpCode } from '../../../demo/cognito/index.js';
import type { LocalCognito, SeedPool } from '../../../demo/cognito/index.js';

export { MIAS_KEY, PASSWORD, TOMS_KEY } from '../../../demo/cognito/index.js';

/** Where an app sends its people. */
export interface AppClient {
  readonly userPoolId: string;
  readonly clientId: string;
}

/** The pool where user names are free and a second factor is optional. */
export const POOL: AppClient = { userPoolId: 'us-east-1_Example1', clientId: 'abc123' };
/** The pool where the e-mail address is the user name and a second factor is required; refresh tokens rotate. */
export const MFA_POOL: AppClient = { userPoolId: 'us-east-1_Example2', clientId: 'def456' };
/** The pool where people choose how to sign in, and which second factor to use. */
export const CHOICE_POOL: AppClient = { userPoolId: 'us-east-1_Example3', clientId: 'ghi789' };
/** The pool where a question is asked in place of a password, or after it. */
export const QUESTION_POOL: AppClient = { userPoolId: 'us-east-1_Example4', clientId: 'jkl012' };
/** The pool where a second factor is required, and people choose which one to set up. */
export const SETUP_POOL: AppClient = { userPoolId: 'us-east-1_Example5', clientId: 'mno345' };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A local Cognito and the clock it goes by. */
export interface Stage {
  readonly cognito: LocalCognito;
  /** Lets time pass, in milliseconds. */
  pass(milliseconds: number): void;
  /** What an authenticator app with this key shows. */
  totp(secret: string): string;
  /** The code that was last sent to an address. */
  codeFor(address: string): string;
}

/** A fresh Cognito for each test of a file, with a clock that moves only when it is told to. */
export function setStage(seed?: readonly SeedPool[]): Stage {
  let running: LocalCognito | undefined;
  let now = 0;

  const cognito = (): LocalCognito => {
    if (!running) throw new Error('The stage is set before each test, and only then.');
    return running;
  };

  beforeEach(async () => {
    // Clients look at the real clock to see whether a token is still good.
    now = Date.now();
    running = await startLocalCognito({ now: () => now, ...(seed && { seed }) });
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
