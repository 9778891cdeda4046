import { isForcible } from '../flows/forced-challenges.js';
import { redeemCode, sendCode } from '../store/codes.js';
import type { Pool, User } from '../store/model.js';
import type { Store } from '../store/store.js';
import { totpCode } from '../store/totp.js';
import { contactOf, findUser, isVerified, verifyContact } from '../store/users.js';

type Control = (store: Store, query: URLSearchParams) => unknown;

/** The users that `?user=` names: at most one in each pool, or only in the pool that `?pool=` names. */
const usersNamed = ({ pools }: Store, query: URLSearchParams): { readonly pool: Pool; readonly user: User }[] =>
  pools
    .filter(({ id }) => [null, id].includes(query.get('pool')))
    .flatMap((pool) => {
      const user = findUser(pool, query.get('user') ?? undefined);
      return user ? [{ pool, user }] : [];
    });

/** What the real Cognito does not have, by method and path. */
const CONTROLS: Readonly<Record<string, Control>> = {
  /** What was sent: `?to=` an address. */
  'GET /__dev/outbox': ({ outbox }, query) => outbox.to(query.get('to')),
  'DELETE /__dev/outbox': ({ outbox }, query) => {
    outbox.clear(query.get('to'));
    return {};
  },

  /** What an authenticator app would show, also while it is being set up: `?user=`. */
  'GET /__dev/totp': (store, query) => {
    const secret = usersNamed(store, query)
      .map(({ user }) => user.totp?.secret ?? user.pendingTotp)
      .find((key) => key !== undefined);
    return secret && { code: totpCode(secret, store.now()) };
  },

  /** Confirms an account, as the link in an e-mail does: `?user=`, and `&code=` when it has to be the right one. */
  'GET /__dev/confirm': (store, query) => {
    const found = usersNamed(store, query).find(({ user }) => user.status === 'UNCONFIRMED');
    if (!found) return undefined;
    const { pool, user } = found;
    const sent = user.codes.get('sign-up email') ?? user.codes.get('sign-up phone_number');
    redeemCode(store, user, 'sign-up', query.get('code') ?? sent?.value ?? '', (contact) =>
      verifyContact(pool, user, contact, { force: true }),
    );
    user.status = 'CONFIRMED';
    return {};
  },

  /** Requires a password reset, as an administrator can: `?user=`. A code is sent at once. */
  'POST /__dev/reset': (store, query) => {
    const found = usersNamed(store, query);
    for (const { user } of found) {
      user.status = 'RESET_REQUIRED';
      const contact = contactOf(user, (one) => isVerified(user, one));
      if (contact) sendCode(store, user, contact, 'forgot-password');
    }
    return found.length ? {} : undefined;
  },

  /** Forces challenges in the next sign-in, in order: `?user=&names=NEW_PASSWORD_REQUIRED,SOFTWARE_TOKEN_MFA`. */
  'POST /__dev/challenges': (store, query) => {
    const names = (query.get('names') ?? '').split(',').filter(isForcible);
    const found = usersNamed(store, query);
    for (const { user } of found) store.forcedChallenges.set(user, names);
    return found.length ? { names } : undefined;
  },

  /** Lets every challenge session expire. */
  'DELETE /__dev/sessions': ({ sessions }) => {
    sessions.expireAll();
    return {};
  },

  /** Makes the next return from the hosted pages to an app an error: `?error=server_error&description=`. */
  'POST /__dev/return-error': ({ hosted }, query) => {
    const description = query.get('description') ?? undefined;
    hosted.nextError = { error: query.get('error') ?? 'server_error', description };
    return {};
  },

  /** Lets every authorization code expire. */
  'DELETE /__dev/codes': ({ hosted }) => {
    hosted.codes.expireAll();
    return {};
  },

  /** Holds the answers of the token endpoint back, which has done its work, until the next control lets them go. */
  'POST /__dev/held-tokens': ({ hosted }) => {
    hosted.holdTokens();
    return {};
  },
  'DELETE /__dev/held-tokens': ({ hosted }) => {
    hosted.releaseTokens();
    return {};
  },

  /** Lets the hosted pages forget who has signed in, from now on, as in a browser without cookies; and remember again. */
  'DELETE /__dev/cookie': ({ hosted }) => {
    hosted.visitors.areRemembered = false;
    return {};
  },
  'POST /__dev/cookie': ({ hosted }) => {
    hosted.visitors.areRemembered = true;
    return {};
  },

  /** Deletes identities of the identity pools, as an administrator can: `?id=`, or all of them. */
  'DELETE /__dev/identities': ({ identityPools }, query) => {
    const id = query.get('id');
    for (const { identities } of identityPools.all) {
      if (id === null) identities.clear();
      else identities.delete(id);
    }
    return {};
  },

  /** Lets identity pools not reach a provider: `?key=` in `Logins`; and reach it again. */
  'DELETE /__dev/provider': ({ identityPools }, query) => {
    identityPools.downProviders.add(query.get('key') ?? '');
    return {};
  },
  'POST /__dev/provider': ({ identityPools }, query) => {
    identityPools.downProviders.delete(query.get('key') ?? '');
    return {};
  },

  /** Refuses the next requests of an operation with TooManyRequestsException: `?operation=InitiateAuth&count=2`. */
  'POST /__dev/throttle': ({ throttled }, query) => {
    throttled.set(query.get('operation') ?? '', Number(query.get('count') ?? 1));
    return {};
  },
};

/** The response to a request of a developer. Undefined where there is no such control. */
export function devControl(store: Store, method: string, path: string, query: URLSearchParams): unknown {
  const name = `${method} ${path}`;
  return Object.hasOwn(CONTROLS, name) ? CONTROLS[name]!(store, query) : undefined;
}
