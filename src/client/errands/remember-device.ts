import { confirmDevice, rememberDevice as remember } from '../../cognito/device.js';
import type { Arrival, Errand } from '../errands.js';
import { deviceName } from '../device-name.js';

/** Makes the device known to Cognito, and asks whether it is to stand for a second factor where that is left open. */
export async function* rememberDevice(arrival: Arrival): AsyncGenerator<Errand, void> {
  const { newDevice, devices, session, typed, post } = arrival;
  if (!newDevice) return;
  const { device, isAsking } = await confirmDevice(post, await arrival.accessToken(), newDevice, deviceName());
  await devices.keep(session, typed, device);
  if (!isAsking) return;
  yield {
    step: { name: 'rememberDevice' },
    async answer({ choice }, { post }) {
      if (choice === 'yes') await remember(post, await arrival.accessToken(), device);
    },
  };
}
