import { required, userObject } from '../auth-errors.js';
import type { CompatConfig } from '../compat-config.js';
import type { AuthCore } from '../core.js';
import { HUB_MESSAGES } from '../hub-messages.js';
import type { CompatUser } from '../open-pool.js';
import { answered, promised } from '../promised.js';
import { outcomeOf } from '../updated-attributes.js';
import type { UpdateAnswer } from '../updated-attributes.js';
import { attributesByName, currentUserPoolUser, userAttributes, userSession } from './session.js';

type Metadata = CompatConfig['clientMetadata'];

type Attributes = Readonly<Record<string, string>>;

/** Attributes that nothing but Cognito writes. */
const isReadOnly = (name: string) => name === 'sub' || name.includes('_verified');

export async function updateUserAttributes(
  core: AuthCore,
  user: CompatUser,
  attributes: Attributes,
  clientMetadata?: Metadata,
): Promise<string> {
  const list = Object.entries(attributes).flatMap(([Name, Value]) => (isReadOnly(Name) ? [] : [{ Name, Value }]));
  const [result, answer] = await core.hub.tellFailure(
    'updateUserAttributes',
    HUB_MESSAGES.updateUserAttributes_failure(),
    async () => {
      await userSession(core, user);
      return promised<readonly [string, UpdateAnswer]>((callback) =>
        user.updateAttributes(
          list,
          (error, done = 'SUCCESS', details: UpdateAnswer = {}) => callback(error, [done, details]),
          { ...core.metadata(clientMetadata) },
        ),
      );
    },
  );
  core.hub.tell(
    'updateUserAttributes',
    outcomeOf(Object.keys(attributes), answer),
    HUB_MESSAGES.updateUserAttributes(),
  );
  return result;
}

export async function deleteUserAttributes(
  core: AuthCore,
  user: CompatUser,
  names: readonly string[],
): Promise<string> {
  await userSession(core, user);
  return promised((callback) => user.deleteAttributes([...names], callback));
}

/** Contacts by name: `email`, `phone_number`. */
type Contacts = Partial<Record<string, string>>;

export async function verifiedContact(
  core: AuthCore,
  user: CompatUser,
): Promise<{ readonly verified: Contacts; readonly unverified: Contacts }> {
  const attributes = attributesByName(await userAttributes(core, user));
  const contacts = ['email', 'phone_number'].flatMap((name) => {
    const value = attributes[name];
    return typeof value === 'string' && value ? [[name, value] as const] : [];
  });
  const isVerified = ([name]: readonly [string, string]) => attributes[`${name}_verified`] === true;
  return {
    verified: Object.fromEntries(contacts.filter(isVerified)),
    unverified: Object.fromEntries(contacts.filter((contact) => !isVerified(contact))),
  };
}

export const verifyUserAttribute = async (
  core: AuthCore,
  user: CompatUser,
  name: string,
  clientMetadata?: Metadata,
): Promise<string> => {
  userObject(user);
  const metadata = { ...core.metadata(clientMetadata) };
  return answered((callbacks) => user.getAttributeVerificationCode(name, callbacks, metadata));
};

export const verifyUserAttributeSubmit = async (user: CompatUser, name: string, code: string): Promise<string> => {
  userObject(user);
  required(code, 'empty-code');
  return answered((callbacks) => user.verifyAttribute(name, code, callbacks));
};

export const verifyCurrentUserAttribute = async (core: AuthCore, name: string): Promise<string> =>
  verifyUserAttribute(core, await currentUserPoolUser(core), name);

export const verifyCurrentUserAttributeSubmit = async (core: AuthCore, name: string, code: string): Promise<string> =>
  verifyUserAttributeSubmit(await currentUserPoolUser(core), name, code);
