import { confirmDevice } from '../../cognito/device.js';
import { updateDeviceStatus } from '../../cognito/devices.js';
import { deviceName } from '../device-name.js';
import type { Arrival, Errand } from './errand.js';
import { asOwner } from './as-owner.js';

/** Makes the device known to Cognito, and asks whether it is to stand for a second factor where that is left open. */
export async function* rememberDevice(arrival: Arrival): AsyncGenerator<Errand, void> {
  const { newDevice, devices, session, typed } = arrival;
  if (!newDevice) return;
  const { device, isAsking } = await confirmDevice(await asOwner(arrival, arrival.post), newDevice, deviceName());
  await devices.keep(session, typed, device);
  if (!isAsking) return;
  yield {
    step: { name: 'rememberDevice' },
    choices: ['yes', 'skip', 'later'],
    async answer({ choice }, { post }) {
      if (choice === 'yes') await updateDeviceStatus(await asOwner(arrival, post), device.key, true);
    },
  };
}
