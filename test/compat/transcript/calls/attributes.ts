import type { Call, Stage } from '../call.js';
import { otherThan, signedIn, sue } from './common.js';

const [jane, vera] = [signedIn('jane'), signedIn('vera')];
const VERAS_ADDRESS = 'vera@example.com';

/** Vera, who has asked for a code to verify her email address. */
async function waiting(stage: Stage): Promise<unknown> {
  const user = await vera(stage);
  await stage.Auth.verifyUserAttribute(user, 'email');
  return user;
}

const reading: readonly Call[] = [
  { title: 'userAttributes', given: jane, call: ({ Auth }, user) => Auth.userAttributes(user) },
  {
    title: 'userAttributes of a user object that never signed in',
    call: async ({ Auth }) => Auth.userAttributes(await Auth.createCognitoUser('jane')),
  },
  {
    title: 'userAttributes when GetUser is refused',
    given: async (stage) => {
      const user = await jane(stage);
      stage.world.refuse('GetUser', 'TooManyRequestsException', 'Too many requests');
      return user;
    },
    call: ({ Auth }, user) => Auth.userAttributes(user),
  },
  {
    title: 'verifiedContact with a verified address',
    given: jane,
    call: ({ Auth }, user) => Auth.verifiedContact(user),
  },
  {
    title: 'verifiedContact with a verified address and number',
    given: sue,
    call: ({ Auth }, user) => Auth.verifiedContact(user),
  },
  { title: 'verifiedContact with nothing verified', given: vera, call: ({ Auth }, user) => Auth.verifiedContact(user) },
];

const changing: readonly Call[] = [
  {
    title: 'updateUserAttributes with a name',
    given: jane,
    call: ({ Auth }, user) => Auth.updateUserAttributes(user, { given_name: 'Janet' }),
  },
  {
    title: 'updateUserAttributes with an email address',
    given: jane,
    call: ({ Auth }, user) => Auth.updateUserAttributes(user, { email: 'janet@example.com', given_name: 'Janet' }),
  },
  {
    title: 'updateUserAttributes with sub and email_verified',
    given: jane,
    call: ({ Auth }, user) =>
      Auth.updateUserAttributes(user, { sub: 'other', email_verified: 'true', given_name: 'Janet' }),
  },
  {
    title: 'updateUserAttributes with an address of another user',
    given: jane,
    call: ({ Auth }, user) => Auth.updateUserAttributes(user, { email: 'tom@example.com' }),
  },
  {
    title: 'updateUserAttributes when it is throttled',
    given: async (stage) => {
      const user = await jane(stage);
      stage.world.refuse('UpdateUserAttributes', 'TooManyRequestsException', 'Too many requests');
      return user;
    },
    call: ({ Auth }, user) => Auth.updateUserAttributes(user, { given_name: 'Janet' }),
  },
  {
    title: 'updateUserAttributes of a user object that never signed in',
    call: async ({ Auth }) => Auth.updateUserAttributes(await Auth.createCognitoUser('jane'), { given_name: 'Janet' }),
  },
  {
    title: 'updateUserAttributes, then currentAuthenticatedUser',
    given: async (stage) => stage.Auth.updateUserAttributes(await jane(stage), { given_name: 'Janet' }),
    call: ({ Auth }) => Auth.currentAuthenticatedUser(),
  },
  {
    title: 'deleteUserAttributes',
    given: jane,
    call: ({ Auth }, user) => Auth.deleteUserAttributes(user, ['given_name']),
  },
  {
    title: 'deleteUserAttributes with a required one',
    given: jane,
    call: ({ Auth }, user) => Auth.deleteUserAttributes(user, ['email']),
  },
];

const verifying: readonly Call[] = [
  {
    title: 'verifyCurrentUserAttribute',
    given: vera,
    call: ({ Auth }) => Auth.verifyCurrentUserAttribute('email'),
  },
  { title: 'verifyCurrentUserAttribute when signed out', call: ({ Auth }) => Auth.verifyCurrentUserAttribute('email') },
  {
    title: 'verifyCurrentUserAttribute with an attribute that has no codes',
    given: vera,
    call: ({ Auth }) => Auth.verifyCurrentUserAttribute('given_name'),
  },
  {
    title: 'verifyUserAttribute',
    given: vera,
    call: ({ Auth }, user) => Auth.verifyUserAttribute(user, 'phone_number'),
  },
  {
    title: 'verifyCurrentUserAttributeSubmit',
    given: waiting,
    call: ({ Auth, world }) => Auth.verifyCurrentUserAttributeSubmit('email', world.codeFor(VERAS_ADDRESS)),
  },
  {
    title: 'verifyCurrentUserAttributeSubmit with a wrong code',
    given: waiting,
    call: ({ Auth, world }) => Auth.verifyCurrentUserAttributeSubmit('email', otherThan(world.codeFor(VERAS_ADDRESS))),
  },
  {
    title: 'verifyCurrentUserAttributeSubmit without a code',
    given: waiting,
    call: ({ Auth }) => Auth.verifyCurrentUserAttributeSubmit('email', ''),
  },
  {
    title: 'verifyCurrentUserAttributeSubmit when signed out',
    call: ({ Auth }) => Auth.verifyCurrentUserAttributeSubmit('email', '123456'),
  },
  {
    title: 'verifyUserAttributeSubmit',
    given: waiting,
    call: ({ Auth, world }, user) => Auth.verifyUserAttributeSubmit(user, 'email', world.codeFor(VERAS_ADDRESS)),
  },
  {
    title: 'verifyUserAttributeSubmit with a wrong code',
    given: waiting,
    call: ({ Auth, world }, user) =>
      Auth.verifyUserAttributeSubmit(user, 'email', otherThan(world.codeFor(VERAS_ADDRESS))),
  },
  {
    title: 'verifyUserAttributeSubmit without a code',
    given: waiting,
    call: ({ Auth }, user) => Auth.verifyUserAttributeSubmit(user, 'email', ''),
  },
];

export const ATTRIBUTES: readonly Call[] = [...reading, ...changing, ...verifying];
