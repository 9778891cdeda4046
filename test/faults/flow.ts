import type { SeedUser } from '../../demo/cognito/index.js';
import type { Step } from '../../src/client/step.js';
import type { UserPoolConfig } from '../../src/config/config.js';
import type { OAuthConfig } from '../../src/config/oauth-config.js';
import type { NodeTab } from '../support/node-tab.js';
import type { Habits, Visitor } from './visitor.js';

/** A path through the client, from one action of the user to the next. */
export interface Flow {
  readonly pool: keyof typeof POOLS;
  /** The account of the user. Missing: they have none yet. */
  readonly account?: Partial<SeedUser>;
  readonly habits?: Partial<Habits>;
  readonly config?: Partial<UserPoolConfig>;
  /** What the configuration says about the sign-in pages, of a pool that has them. */
  readonly oauth?: Partial<OAuthConfig>;
  /** Whether the user has a phone. */
  readonly phone?: boolean;
  /** Whether the user has a passkey, a device that can create one, or one that can store it. */
  readonly passkey?: 'registered' | 'possible' | 'welcome';
  /** Whether they are signed in before the flow begins, and for how long. Milliseconds. */
  readonly signedInFor?: number;
  /** Whether they have signed in on this device before, and out again. */
  readonly comesBack?: boolean;
  /** Whether they are signed in on another device too. */
  readonly elsewhere?: boolean;
  /** Operations that the service does not support. */
  readonly unknown?: string;
  /** The first action. Default: a sign-in. */
  readonly begin?: (visitor: Visitor, tab: NodeTab) => Promise<Step>;
  /** Where it leads to. Default: being signed in. */
  readonly goal?: Step['name'];
  /** Whether they stay signed in when it fails, although it would sign them out. */
  readonly staysIn?: boolean;
}

/** Where the flows take place. */
export const POOLS = {
  usual: { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' },
  rotating: { userPoolId: 'us-east-1_Example2', userPoolClientId: 'def456' },
  choice: { userPoolId: 'us-east-1_Example3', userPoolClientId: 'ghi789', authFlow: 'USER_AUTH' },
  question: { userPoolId: 'us-east-1_Example4', userPoolClientId: 'jkl012', authFlow: 'CUSTOM_WITHOUT_SRP' },
  setup: { userPoolId: 'us-east-1_Example5', userPoolClientId: 'mno345' },
  devices: { userPoolId: 'us-east-1_Example6', userPoolClientId: 'pqr678' },
  hosted: { userPoolId: 'us-east-1_Example10', userPoolClientId: 'bcd890' },
} as const satisfies Readonly<Record<string, Partial<UserPoolConfig>>>;
