import { isScriptable } from '../flows/forced-challenges.js';
import { redeemCode, sendCode } from '../store/codes.js';
import type { Pool, User } from '../store/model.js';
import type { World } from '../store/store.js';
import { totpCode } from '../store/totp.js';
import { contactOf, findUser, isVerified, verifyContact } from '../store/users.js';

type Control = (world: World, query: URLSearchParams) => unknown;

/** Everybody whom `?user=` means: a name can be somebody's in each pool, and `?pool=` says in which. */
const peopleIn = ({ pools }: World, query: URLSearchParams): { readonly pool: Pool; readonly user: User }[] =>
  pools
    .filter(({ id }) => [null, id].includes(query.get('pool')))
    .flatMap((pool) => {
      const user = findUser(pool, query.get('user') ?? undefined);
      return user ? [{ pool, user }] : [];
    });

/** What Cognito has not, by method and path. */
const CONTROLS: Readonly<Record<string, Control>> = {
  /** What was sent: `?to=` an address. */
  'GET /__dev/outbox': ({ outbox }, query) => outbox.to(query.get('to')),
  'DELETE /__dev/outbox': ({ outbox }, query) => {
    outbox.clear(query.get('to'));
    return {};
  },

  /** What an authenticator app would show: `?user=`. */
  'GET /__dev/totp': (world, query) => {
    const secret = peopleIn(world, query).find(({ user }) => user.totp)?.user.totp?.secret;
    return secret && { code: totpCode(secret, world.now()) };
  },

  /** Confirms an account, as the link in an e-mail does: `?user=`, and `&code=` when it has to be the right one. */
  'GET /__dev/confirm': (world, query) => {
    const found = peopleIn(world, query).find(({ user }) => user.status === 'UNCONFIRMED');
    if (!found) return undefined;
    const { pool, user } = found;
    const sent = user.codes.get('sign-up email') ?? user.codes.get('sign-up phone_number');
    redeemCode(world, user, 'sign-up', query.get('code') ?? sent?.value ?? '', (contact) =>
      verifyContact(pool, user, contact, true),
    );
    user.status = 'CONFIRMED';
    return {};
  },

  /** Makes somebody reset the password, as an administrator can: `?user=`. A code is sent at once. */
  'POST /__dev/reset': (world, query) => {
    const people = peopleIn(world, query);
    for (const { user } of people) {
      user.status = 'RESET_REQUIRED';
      const contact = contactOf(user, (one) => isVerified(user, one));
      if (contact) sendCode(world, user, contact, 'forgot-password');
    }
    return people.length ? {} : undefined;
  },

  /** What somebody is asked before their next sign-in ends: `?user=&ask=NEW_PASSWORD_REQUIRED,SOFTWARE_TOKEN_MFA`. */
  'POST /__dev/script': (world, query) => {
    const names = (query.get('ask') ?? '').split(',').filter(isScriptable);
    const people = peopleIn(world, query);
    for (const { user } of people) world.scripts.set(user, names);
    return people.length ? { ask: names } : undefined;
  },

  /** Lets every challenge session run out. */
  'DELETE /__dev/sessions': ({ sessions }) => {
    sessions.expireAll();
    return {};
  },

  /** Refuses the next requests of an operation with TooManyRequestsException: `?operation=InitiateAuth&count=2`. */
  'POST /__dev/throttle': ({ throttled }, query) => {
    throttled.set(query.get('operation') ?? '', Number(query.get('count') ?? 1));
    return {};
  },
};

/** Answers what only developers ask for. Undefined: no such thing. */
export function dev(world: World, method: string, path: string, query: URLSearchParams): unknown {
  const name = `${method} ${path}`;
  return Object.hasOwn(CONTROLS, name) ? CONTROLS[name]!(world, query) : undefined;
}
