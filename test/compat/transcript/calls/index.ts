import type { Call } from '../call.js';
import { ATTRIBUTES } from './attributes.js';
import { CHALLENGES } from './challenges.js';
import { CONFIGURE } from './configure.js';
import { CURRENT_USER } from './current-user.js';
import { DEVICES } from './devices.js';
import { FEDERATION } from './federation.js';
import { HUB } from './hub.js';
import { METADATA } from './metadata.js';
import { MFA } from './mfa.js';
import { PASSWORDS } from './passwords.js';
import { SIGN_IN } from './sign-in.js';
import { SIGN_OUT } from './sign-out.js';
import { SIGN_UP } from './sign-up.js';
import { UNCONFIGURED } from './unconfigured.js';

/** All calls of the transcript. */
export const CALLS: readonly Call[] = [
  ...UNCONFIGURED,
  ...CONFIGURE,
  ...CURRENT_USER,
  ...SIGN_IN,
  ...CHALLENGES,
  ...SIGN_UP,
  ...PASSWORDS,
  ...ATTRIBUTES,
  ...MFA,
  ...DEVICES,
  ...SIGN_OUT,
  ...FEDERATION,
  ...HUB,
  ...METADATA,
];
