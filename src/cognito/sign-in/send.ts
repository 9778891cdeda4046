import { meaningOf } from '../exceptions.js';
import type { Fields } from '../json.js';
import type { OperationName } from '../operations.js';
import { hasOwn } from '../own.js';
import type { Dependencies } from './dependencies.js';

/** A request that starts an SRP proof has no device key: the response tells whose device is needed. */
export const withDeviceKey = (parameters: Fields, deviceKey: Fields): Fields =>
  hasOwn(parameters, 'SRP_A') ? {} : deviceKey;

/** Sends a request with the key of the device; once more without it where Cognito does not know the device any more. */
export async function send(
  { post, device }: Dependencies,
  operation: OperationName,
  bodyWith: (deviceKey: Fields) => Fields,
): Promise<Fields> {
  const { known } = device;
  try {
    return await post(operation, bodyWith(known ? { DEVICE_KEY: known.key } : {}));
  } catch (error) {
    const consequence = meaningOf(error).device;
    if (!known || !consequence) throw error;
    if (consequence === 'forget') await device.refuse();
    else device.skip();
    return post(operation, bodyWith({}));
  }
}

/** RespondToAuthChallenge. */
export const sendResponses = (
  dependencies: Dependencies,
  { name, session, userId }: { readonly name: string; readonly session: string | undefined; readonly userId: string },
  responses: Fields,
): Promise<Fields> =>
  send(dependencies, 'RespondToAuthChallenge', (deviceKey) => ({
    ChallengeName: name,
    Session: session,
    ChallengeResponses: { USERNAME: userId, ...withDeviceKey(responses, deviceKey), ...responses },
  }));
