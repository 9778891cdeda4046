import { confirmDevice } from '../../cognito/devices/device.js';
import { AuthError } from '../../cognito/errors.js';
import { isException } from '../../cognito/exceptions.js';
import { forgetDevice, updateDeviceStatus } from '../../cognito/devices/devices.js';
import { deviceName } from '../device-name.js';
import { authorizedRequest } from './authorized-request.js';
import type { Prompt, PromptContext } from './prompt.js';

/** Confirms a new device, and asks whether it shall replace the second factor where the pool leaves that to the user. */
export async function* rememberDevice(context: PromptContext): AsyncGenerator<Prompt, void> {
  const { newDevice, devices, session, typed } = context;
  if (!newDevice) return devices.keep(session, typed);
  const request = await authorizedRequest(context, context.post);
  const confirmed = await confirmDevice(request, newDevice, deviceName()).catch(async (error: unknown) => {
    context.unconfirmed(AuthError.from(error));
    if (isException(error, 'InvalidParameterException', /^Invalid device key/i)) {
      await devices.keep(session, typed, 'refused');
    }
    throw error;
  });
  const { device, isAsking } = confirmed;
  const former = await devices.of(session.username);
  await devices.keep(session, typed, device);
  // A browser is one device: the key of the former one cannot be used any more.
  if (former) await forgetDevice(request, former.key).catch(() => undefined);
  if (!isAsking) return;
  yield {
    step: { name: 'rememberDevice' },
    choices: ['yes', 'skip', 'later'],
    async answer({ choice }, { post }) {
      if (choice === 'yes') await updateDeviceStatus(await authorizedRequest(context, post), device.key, true);
    },
  };
}
