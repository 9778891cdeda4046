import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized, passwordResetRequired, userNotConfirmed } from '../exceptions.js';
import type { User } from '../store/model.js';
import type { World } from '../store/store.js';
import type { TokenSource } from '../store/token-claims.js';
import type { Visit } from '../store/user-context.js';
import { attributeList } from '../store/users.js';
import { attributesFor, fire } from '../triggers/call-trigger.js';
import { askDevice, isTrusted, meetDevice, owesProof } from './device-auth.js';
import { ask } from './issue-challenge.js';
import { SECOND_FACTORS, secondFactorsOf } from './second-factors.js';

/** Who may not sign in at all, whatever the password. */
export function requireUsable(user: User): void {
  if (!user.enabled) throw notAuthorized('User is disabled.');
  if (user.status === 'UNCONFIRMED') throw userNotConfirmed();
  if (user.status === 'RESET_REQUIRED') throw passwordResetRequired();
}

/** The password was right: what is asked next, or the tokens. */
export async function afterPassword(world: World, visit: Visit): Promise<InitiateAuthResponse> {
  const { pool, user } = visit;
  if (user.status !== 'FORCE_CHANGE_PASSWORD') return mfaOrTokens(world, visit);
  if (user.temporaryUntil !== undefined && user.temporaryUntil <= world.now()) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
  const known = attributeList(user).filter(({ Name }) => Name !== 'sub');
  return ask(world, visit, 'NEW_PASSWORD_REQUIRED', {
    USER_ID_FOR_SRP: user.username,
    requiredAttributes: JSON.stringify(
      pool.requiredAttributes.filter((name) => !user.attributes.has(name)).map((name) => `userAttributes.${name}`),
    ),
    userAttributes: JSON.stringify(Object.fromEntries(known.map(({ Name, Value }) => [Name, Value]))),
  });
}

/** The second factor, if there is one to ask for or to set up. */
export async function mfaOrTokens(
  world: World,
  visit: Visit,
  source: TokenSource = 'Authentication',
): Promise<InitiateAuthResponse> {
  const { pool, user } = visit;
  if (world.scripts.has(user)) return tokens(world, visit, source);
  if (isTrusted(visit)) return askDevice(world, visit);
  const methods = secondFactorsOf(pool, user);
  const [only] = methods;
  if (!only) {
    if (pool.mfa !== 'ON') return tokens(world, visit, source);
    const setUp = pool.mfaMethods.filter((method) => SECOND_FACTORS[method].canSetUp);
    return ask(world, visit, 'MFA_SETUP', { MFAS_CAN_SETUP: JSON.stringify(setUp) });
  }
  const preferred = methods.find((method) => method === user.preferredMfa);
  const chosen = methods.length === 1 ? only : preferred;
  return chosen
    ? SECOND_FACTORS[chosen].ask(world, visit)
    : ask(world, visit, 'SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: JSON.stringify(methods) });
}

/** Nothing more to ask, but of the device. */
export async function tokens(
  world: World,
  visit: Visit,
  source: TokenSource = 'Authentication',
): Promise<InitiateAuthResponse> {
  const scripted = await world.followScript(visit);
  if (scripted) return scripted;
  if (owesProof(visit)) return askDevice(world, visit);
  const { user, clientMetadata } = visit;
  const newDevice = meetDevice(world, visit);
  await fire(visit, 'postAuthentication', {
    source: 'Authentication',
    userName: user.username,
    request: {
      userAttributes: attributesFor(user),
      newDeviceUsed: newDevice !== undefined,
      ...(clientMetadata && { clientMetadata }),
    },
    response: {},
  });
  const deviceKey = newDevice?.DeviceKey ?? visit.deviceKey;
  const issued = await world.tokens.issue({ ...visit, deviceKey }, source);
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...issued, ...(newDevice && { NewDeviceMetadata: newDevice }) },
  };
}
