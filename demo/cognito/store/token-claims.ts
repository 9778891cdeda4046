import type { JWTPayload } from 'jose';
import { attributesFor, callTrigger } from '../triggers/call-trigger.js';
import type { TriggerEvents } from '../triggers/trigger-events.js';
import type { User } from './model.js';
import type { UserContext } from './user-context.js';

/** What tokens are made for. */
export type TokenSource = TriggerEvents['preTokenGeneration']['source'] extends `${string}_${infer Name}`
  ? Name
  : never;

/** What tokens say of a person, after the pool's trigger has had its say about the ID token and the groups. */
export async function claimsOf(
  context: UserContext,
  source: TokenSource,
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
  const idClaims = Object.entries({ ...attributeClaims(user), ...claimsToAddOrOverride }).filter(
    ([name]) => !claimsToSuppress.includes(name),
  );
  return {
    groups: groupOverrideDetails?.groupsToOverride ?? user.groups,
    idClaims: { ...Object.fromEntries(idClaims), ...verifiedClaims(user) },
  };
}

/** The attributes in an ID token. Whether a contact is verified is a boolean there, all else a string. */
const attributeClaims = ({ attributes }: User): JWTPayload =>
  Object.fromEntries(
    [...attributes].map(([name, value]) => [name, name.endsWith('_verified') ? value === 'true' : value]),
  );

/** Whether a contact is verified, no trigger can change or take away. */
const verifiedClaims = (user: User): JWTPayload =>
  Object.fromEntries(Object.entries(attributeClaims(user)).filter(([name]) => name.endsWith('_verified')));
