import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../exceptions.js';
import type { Store } from '../store/store.js';
import type { TokenSource } from '../store/token-claims.js';
import type { UserContext } from '../store/user-context.js';
import { attributeList } from '../store/users.js';
import { attributesFor, callTrigger } from '../triggers/call-trigger.js';
import { issueDeviceChallenge, isTrusted, needsDeviceProof, registerDevice } from './device-auth.js';
import { issueChallenge } from './issue-challenge.js';
import { SECOND_FACTORS, secondFactorsOf } from './second-factors.js';

/** The response to a right password: the next challenge, or the tokens. */
export async function afterPassword(store: Store, context: UserContext): Promise<InitiateAuthResponse> {
  const { pool, user } = context;
  if (user.status !== 'FORCE_CHANGE_PASSWORD') return mfaOrTokens(store, context);
  if (user.temporaryUntil !== undefined && user.temporaryUntil <= store.now()) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
  const known = attributeList(user).filter(({ Name }) => Name !== 'sub');
  return issueChallenge(store, context, 'NEW_PASSWORD_REQUIRED', {
    USER_ID_FOR_SRP: user.username,
    requiredAttributes: JSON.stringify(
      pool.requiredAttributes.filter((name) => !user.attributes.has(name)).map((name) => `userAttributes.${name}`),
    ),
    userAttributes: JSON.stringify(Object.fromEntries(known.map(({ Name, Value }) => [Name, Value]))),
  });
}

/** The challenge of the second factor, to use or to set up; the tokens where there is none. */
export async function mfaOrTokens(
  store: Store,
  context: UserContext,
  source: TokenSource = 'Authentication',
): Promise<InitiateAuthResponse> {
  const { pool, user } = context;
  if (store.forcedChallenges.has(user)) return issueTokens(store, context, source);
  if (isTrusted(context)) return issueDeviceChallenge(store, context);
  const methods = secondFactorsOf(pool, user);
  const [only] = methods;
  if (!only) {
    if (pool.mfa !== 'ON') return issueTokens(store, context, source);
    const setUp = pool.mfaMethods.filter((method) => SECOND_FACTORS[method].canSetUp);
    return issueChallenge(store, context, 'MFA_SETUP', { MFAS_CAN_SETUP: JSON.stringify(setUp) });
  }
  const preferred = methods.find((method) => method === user.preferredMfa);
  const chosen = methods.length === 1 ? only : preferred;
  return chosen
    ? SECOND_FACTORS[chosen].issue(store, context)
    : issueChallenge(store, context, 'SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: JSON.stringify(methods) });
}

/** The tokens, unless the device still has to prove its secret. On the hosted pages neither: the sign-in is complete. */
export async function issueTokens(
  store: Store,
  context: UserContext,
  source: TokenSource = 'Authentication',
): Promise<InitiateAuthResponse> {
  const scripted = await store.nextForcedChallenge(context);
  if (scripted) return scripted;
  if (needsDeviceProof(context)) return issueDeviceChallenge(store, context);
  const { user, clientMetadata, isHosted = false } = context;
  const newDevice = isHosted ? undefined : registerDevice(store, context);
  await callTrigger(context, 'postAuthentication', {
    source: 'Authentication',
    userName: user.username,
    request: {
      userAttributes: attributesFor(user),
      newDeviceUsed: newDevice !== undefined,
      ...(clientMetadata && { clientMetadata }),
    },
    response: {},
  });
  if (isHosted) return { ChallengeParameters: {} };
  const deviceKey = newDevice?.DeviceKey ?? context.deviceKey;
  const issued = await store.tokens.issue({ ...context, deviceKey }, source);
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...issued, ...(newDevice && { NewDeviceMetadata: newDevice }) },
  };
}
