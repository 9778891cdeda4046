import type { JWTPayload } from 'jose';
import { attributesFor, callTrigger } from '../triggers/call-trigger.js';
import type { TriggerEvents } from '../triggers/trigger-events.js';
import type { User } from './model.js';
import type { UserContext } from './user-context.js';
import { identitiesOf } from './users.js';

/** The occasion for which tokens are issued. */
export type TokenSource = TriggerEvents['preTokenGeneration']['source'] extends `${string}_${infer Name}`
  ? Name
  : never;

/** The user's groups and the claims of the ID token, with the changes of the pre token generation trigger. */
export async function claimsOf(
  context: UserContext,
  source: TokenSource,
  scopes: readonly string[],
): Promise<{ readonly groups: readonly string[]; readonly idClaims: JWTPayload }> {
  const { user, clientMetadata } = context;
  const answer = await callTrigger(context, 'preTokenGeneration', {
    source,
    userName: user.username,
    request: {
      userAttributes: attributesFor(user),
      groupConfiguration: { groupsToOverride: user.groups },
      ...(clientMetadata && { clientMetadata }),
    },
    response: {},
  });
  const {
    claimsToAddOrOverride = {},
    claimsToSuppress = [],
    groupOverrideDetails,
  } = answer?.claimsOverrideDetails ?? {};
  const idClaims = Object.entries({ ...attributeClaims(user, scopes), ...claimsToAddOrOverride }).filter(
    ([name]) => !claimsToSuppress.includes(name),
  );
  return {
    groups: groupOverrideDetails?.groupsToOverride ?? user.groups,
    idClaims: {
      ...Object.fromEntries(idClaims),
      ...verifiedClaims(user, scopes),
      ...(user.identities.length && { identities: identitiesOf(user) }),
    },
  };
}

/** The claims of OpenID Connect that are no strings. */
const TYPED: Readonly<Record<string, (value: string) => unknown>> = {
  address: (formatted) => ({ formatted }),
  email_verified: (value) => value === 'true',
  phone_number_verified: (value) => value === 'true',
  updated_at: Number,
};

/** The claims that a scope of OpenID Connect brings. `profile` brings everything that the app client can read. */
const CLAIMS: Readonly<Record<string, (name: string) => boolean>> = {
  email: (name) => name.startsWith('email'),
  phone: (name) => name.startsWith('phone_number'),
  profile: () => true,
};

/** The attributes that scopes allow, as strings: all of them where no scope is about attributes. */
export function attributesWithin({ attributes }: User, scopes: readonly string[]): [string, string][] {
  const limits = scopes.flatMap((scope) => (Object.hasOwn(CLAIMS, scope) ? [CLAIMS[scope]!] : []));
  return [...attributes].filter(([name]) => !limits.length || limits.some((allows) => allows(name)));
}

/** The attributes in an ID token. */
const attributeClaims = (user: User, scopes: readonly string[]): JWTPayload =>
  Object.fromEntries(attributesWithin(user, scopes).map(([name, value]) => [name, TYPED[name]?.(value) ?? value]));

/** The claims that no trigger can change or suppress. */
const verifiedClaims = (user: User, scopes: readonly string[]): JWTPayload =>
  Object.fromEntries(Object.entries(attributeClaims(user, scopes)).filter(([name]) => name.endsWith('_verified')));
