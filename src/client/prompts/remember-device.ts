import { confirmDevice } from '../../cognito/device.js';
import { forgetDevice, updateDeviceStatus } from '../../cognito/devices/devices.js';
import { deviceName } from '../device-name.js';
import type { Arrival, Errand } from './prompt.js';
import { asOwner } from './authorized-request.js';

/** Makes the device known to Cognito, and asks whether it is to stand for a second factor where that is left open. */
export async function* rememberDevice(arrival: Arrival): AsyncGenerator<Errand, void> {
  const { newDevice, devices, session, typed } = arrival;
  if (!newDevice) return devices.keep(session, typed);
  const owner = await asOwner(arrival, arrival.post);
  const { device, isAsking } = await confirmDevice(owner, newDevice, deviceName());
  const former = await devices.of(session.username);
  await devices.keep(session, typed, device);
  // A browser is one device: nobody can use the key of the one that it was before.
  if (former) await forgetDevice(owner, former.key).catch(() => undefined);
  if (!isAsking) return;
  yield {
    step: { name: 'rememberDevice' },
    choices: ['yes', 'skip', 'later'],
    async answer({ choice }, { post }) {
      if (choice === 'yes') await updateDeviceStatus(await asOwner(arrival, post), device.key, true);
    },
  };
}
