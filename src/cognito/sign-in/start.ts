import type { AuthFlow } from '../../config/config.js';
import { nameOfFactor } from '../choices.js';
import { AuthError } from '../errors.js';
import { meaningOf } from '../exceptions.js';
import type { Fields } from '../json.js';
import type { OperationName } from '../operations.js';
import { hasOwn, ownOf } from '../own.js';
import { offerPasskey } from '../passkeys/get-passkey.js';
import { Secret } from '../secret.js';
import type { Prover } from '../srp/prover.js';
import type { Credentials, History, PendingChallenge } from './challenge.js';
import { passkeyOptionsIn } from './challenges.js';
import type { Dependencies } from './dependencies.js';
import { wantsPassword } from './offered.js';
import { isWrong, recorded, replyOf } from './reply.js';
import type { Reply } from './reply.js';
import { send, withDeviceKey } from './send.js';
import { submitOnlyCode, submitPasskey, submitPassword } from './submit.js';

interface Start {
  readonly operation: OperationName;
  /** Takes no `DEVICE_KEY`: the device is asked for after the first factor. */
  readonly hidesDevice?: boolean;
  /** Nothing tells the name in the pool before tokens are issued, and by an alias they belong to a device that cannot be confirmed. */
  readonly needsOwner?: boolean;
  /** AuthParameters, without `USERNAME`. */
  parameters(credentials: Credentials, prover: Prover): Fields | Promise<Fields>;
}

const passwordOf = ({ password = new Secret('') }: Credentials): Secret => password;

/** How each flow starts. */
const STARTS: Readonly<Record<AuthFlow, Start>> = {
  USER_SRP_AUTH: {
    operation: 'InitiateAuth:USER_SRP_AUTH',
    parameters: async (credentials, prover) => ({ SRP_A: await prover.start(passwordOf(credentials)) }),
  },
  USER_PASSWORD_AUTH: {
    operation: 'InitiateAuth:USER_PASSWORD_AUTH',
    needsOwner: true,
    parameters: (credentials) => ({ PASSWORD: passwordOf(credentials).reveal() }),
  },
  USER_AUTH: {
    operation: 'InitiateAuth:USER_AUTH',
    hidesDevice: true,
    parameters: async ({ password, preferred, session }, prover) =>
      password && !session
        ? { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: await prover.start(password) }
        : { ...(preferred && { PREFERRED_CHALLENGE: nameOfFactor(preferred) }) },
  },
  CUSTOM_WITH_SRP: {
    operation: 'InitiateAuth:CUSTOM_AUTH',
    parameters: async (credentials, prover) => ({
      CHALLENGE_NAME: 'SRP_A',
      SRP_A: await prover.start(passwordOf(credentials)),
    }),
  },
  CUSTOM_WITHOUT_SRP: { operation: 'InitiateAuth:CUSTOM_AUTH', parameters: () => ({}) },
};

/** InitiateAuth, and the proof of the password where the flow needs one. */
async function initiate(flow: AuthFlow, credentials: Credentials, dependencies: Dependencies): Promise<Reply> {
  const { operation, hidesDevice, needsOwner, parameters } = STARTS[flow];
  const { username, password, preferred, session } = credentials;
  const { device, prover } = dependencies;
  const given = await parameters(credentials, prover);
  const { owner = username } = device;
  const answer = await send(dependencies, operation, (deviceKey) => ({
    AuthFlow: operation.replace('InitiateAuth:', ''),
    AuthParameters: {
      USERNAME: needsOwner ? owner : username,
      ...(!hidesDevice && withDeviceKey(given, deviceKey)),
      ...given,
    },
    ...(session && { Session: session }),
  })).catch((error: unknown) => {
    if (isWrong(error)) device.disown();
    throw error;
  });
  const repeatable = { username, ...(password && { password }), ...(preferred && { preferred }) };
  // A Session works once.
  const history: History | undefined = session ? undefined : { flow, credentials: repeatable, answers: [] };
  return recorded(await replyOf(answer, owner, dependencies), history);
}

/** Starts once more without the device, when that could not prove itself. */
async function initiateWithoutLostDevice(...input: Parameters<typeof initiate>): Promise<Reply> {
  const { device } = input[2];
  const { known } = device;
  try {
    return await initiate(...input);
  } catch (error) {
    if (known && !device.known && meaningOf(error).device) return initiate(...input);
    throw error;
  }
}

/** Starts a sign-in, and continues to the first question: past a code that is sent, and a passkey that was preferred. */
export async function startSignIn(flow: AuthFlow, given: Credentials, dependencies: Dependencies): Promise<Reply> {
  const credentials = ownOf(given);
  const begun = await initiateWithoutLostDevice(flow, credentials, dependencies);
  const { password, session } = credentials;
  const isHiding =
    flow === 'USER_AUTH' && hasOwn(begun, 'pending') && wantsPassword(begun.pending.challenge, dependencies);
  if (password && !session && isHiding) throw new AuthError('credentials');
  const reply = await submitPassword(begun, credentials, dependencies);
  return submitPasskey(await submitOnlyCode(reply, dependencies), credentials.preferred, dependencies);
}

/**
 * Offers the user's passkey among the suggestions of the browser. Once the user takes it, the challenge needs nothing else
 * for its answer. No code is sent.
 *
 * @throws AuthError `passkey-unavailable` when the user has no passkey any more, or the browser cannot; `cancelled`
 */
export async function offerSignIn(username: string, dependencies: Dependencies): Promise<Reply> {
  const { passkey, signal } = dependencies;
  let pending: PendingChallenge | undefined;
  const credential = await offerPasskey(async () => {
    const preference = ownOf({ username, preferred: 'passkey' } as const);
    const reply = await initiateWithoutLostDevice('USER_AUTH', preference, dependencies);
    if (hasOwn(reply, 'pending') && reply.pending.challenge.name === 'WEB_AUTHN') {
      pending = reply.pending;
      return passkeyOptionsIn(pending.challenge);
    }
    await passkey.refused();
    throw new AuthError('passkey-unavailable');
  }, signal);
  if (!pending) throw new AuthError('bad-response');
  pending.progress.credential = credential;
  return { pending, question: { name: 'selectFactor', factors: ['passkey'] } };
}
