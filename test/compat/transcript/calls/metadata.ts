import type { Call, Stage } from '../call.js';
import { TRIGGER_POOL } from '../pools.js';
import type { MethodName } from '../subject.js';
import { NEW_PASSWORD, PASSWORD, signedIn } from './common.js';

/** A method that takes `clientMetadata`. */
interface Row {
  readonly method: MethodName;
  /** More about the call, where a method has several forms. */
  readonly form?: string;
  readonly given?: (stage: Stage) => unknown;
  readonly call: (stage: Stage, given: unknown, clientMetadata?: object) => unknown;
}

const ADDRESS = 'nora@example.com';
const NORA = { username: 'nora', password: PASSWORD, attributes: { email: ADDRESS } };

const ROWS: readonly Row[] = [
  {
    method: 'signUp',
    call: ({ Auth }, _, clientMetadata) => Auth.signUp({ ...NORA, ...(clientMetadata && { clientMetadata }) }),
  },
  {
    method: 'confirmSignUp',
    given: ({ Auth }) => Auth.signUp(NORA),
    call: ({ Auth, world }, _, clientMetadata) =>
      Auth.confirmSignUp('nora', world.codeFor(ADDRESS), clientMetadata && { clientMetadata }),
  },
  {
    method: 'resendSignUp',
    call: ({ Auth }, _, clientMetadata) => Auth.resendSignUp('milo', clientMetadata),
  },
  {
    method: 'signIn',
    call: ({ Auth }, _, clientMetadata) => Auth.signIn('meg', PASSWORD, clientMetadata),
  },
  {
    method: 'signIn',
    form: 'one object',
    call: ({ Auth }, _, clientMetadata) =>
      Auth.signIn({ username: 'meg', password: PASSWORD }, undefined, clientMetadata),
  },
  {
    method: 'signIn',
    form: 'no password',
    call: ({ Auth }, _, clientMetadata) => Auth.signIn('meg', undefined, clientMetadata),
  },
  {
    method: 'signIn',
    form: 'validationData',
    call: ({ Auth }, _, clientMetadata) =>
      Auth.signIn(
        { username: 'meg', password: PASSWORD, validationData: { from: 'validationData' } },
        undefined,
        clientMetadata,
      ),
  },
  {
    method: 'signIn',
    form: 'empty validationData',
    call: ({ Auth }, _, clientMetadata) =>
      Auth.signIn({ username: 'meg', password: PASSWORD, validationData: {} }, undefined, clientMetadata),
  },
  {
    method: 'confirmSignIn',
    given: signedIn('moses'),
    call: ({ Auth, world }, user, clientMetadata) =>
      Auth.confirmSignIn(user, world.codeFor('+15555550140'), 'SMS_MFA', clientMetadata),
  },
  {
    method: 'completeNewPassword',
    given: ({ Auth }) => Auth.signIn('mona', 'Temporary-7'),
    call: ({ Auth }, user, clientMetadata) => Auth.completeNewPassword(user, NEW_PASSWORD, {}, clientMetadata),
  },
  {
    method: 'sendCustomChallengeAnswer',
    given: ({ Auth }) => Auth.signIn('meg'),
    call: ({ Auth }, user, clientMetadata) => Auth.sendCustomChallengeAnswer(user, '5', clientMetadata),
  },
  {
    method: 'forgotPassword',
    call: ({ Auth }, _, clientMetadata) => Auth.forgotPassword('meg', clientMetadata),
  },
  {
    method: 'forgotPasswordSubmit',
    given: ({ Auth }) => Auth.forgotPassword('meg'),
    call: ({ Auth, world }, _, clientMetadata) =>
      Auth.forgotPasswordSubmit('meg', world.codeFor('meg@example.com'), NEW_PASSWORD, clientMetadata),
  },
  {
    method: 'changePassword',
    given: signedIn('meg'),
    call: ({ Auth }, user, clientMetadata) => Auth.changePassword(user, PASSWORD, NEW_PASSWORD, clientMetadata),
  },
  {
    method: 'updateUserAttributes',
    given: signedIn('meg'),
    call: ({ Auth }, user, clientMetadata) =>
      Auth.updateUserAttributes(user, { email: 'margaret@example.com' }, clientMetadata),
  },
  {
    method: 'verifyUserAttribute',
    given: signedIn('meg'),
    call: ({ Auth }, user, clientMetadata) => Auth.verifyUserAttribute(user, 'email', clientMetadata),
  },
];

/** What the triggers of the pool are told by each method, by default and with metadata of the call. */
export const METADATA: readonly Call[] = ROWS.flatMap(({ method, form, given, call }): Call[] => {
  const name = form ? (`${method} (${form})` as const) : method;
  const told = (from: string, clientMetadata?: object): Call => ({
    title: `${name} tells triggers the metadata of the ${from}`,
    pool: TRIGGER_POOL,
    config: { clientMetadata: { from: 'configuration' } },
    ...(given && { given }),
    call: async (stage, before) => {
      await call(stage, before, clientMetadata);
      return [...stage.world.told];
    },
  });
  return [told('configuration'), told('call', { from: 'call' })];
});
