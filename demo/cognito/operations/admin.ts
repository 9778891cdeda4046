import { randomBytes } from 'node:crypto';
import { resourceNotFound } from '../exceptions.js';
import { required } from '../flows/required.js';
import { isPasswordless } from '../flows/first-factors.js';
import { requirePolicy } from '../store/password-policy.js';
import { attributeList, attributesOf, contactOf, createUser } from '../store/users.js';
import type { Operations } from './operation-types.js';

const DAY = 86_400_000;
const TEMPORARY_PASSWORD_DAYS = 7;

/** The operations of an administrator. At AWS they need credentials; here they need none. */
export const adminOperations = {
  AdminCreateUser: async (store, { UserPoolId, Username, TemporaryPassword, UserAttributes, MessageAction }) => {
    const pool = store.pools.find(({ id }) => id === UserPoolId);
    if (!pool) throw resourceNotFound(`User pool ${UserPoolId ?? ''} does not exist.`);
    const generated = isPasswordless(pool) ? undefined : `${randomBytes(9).toString('base64url')}aA1!`;
    const password = TemporaryPassword || generated;
    if (password) requirePolicy(pool.passwordPolicy, password);
    const user = createUser(pool, {
      username: required(Username, 'username'),
      password,
      attributes: attributesOf(UserAttributes),
      status: password ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED',
      now: store.now(),
    });
    if (password) user.temporaryUntil = store.now() + TEMPORARY_PASSWORD_DAYS * DAY;
    const contact = contactOf(user);
    if (contact && MessageAction !== 'SUPPRESS')
      store.outbox.send('invitation', user, contact, password ?? '', store.now());
    return {
      User: {
        Username: user.username,
        Attributes: attributeList(user),
        Enabled: user.enabled,
        UserStatus: user.status,
        UserCreateDate: new Date(user.created),
        UserLastModifiedDate: new Date(user.modified),
      },
    };
  },
} satisfies Partial<Operations>;
