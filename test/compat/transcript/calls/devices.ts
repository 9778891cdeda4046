import type { Call } from '../call.js';
import { DEVICE_POOL } from '../pools.js';
import { signedIn } from './common.js';

const METHODS_OF_DEVICES = ['rememberDevice', 'forgetDevice', 'fetchDevices'] as const;

export const DEVICES: readonly Call[] = METHODS_OF_DEVICES.flatMap((method): Call[] => [
  { title: method, pool: DEVICE_POOL, given: signedIn('dan'), call: ({ Auth }) => Auth[method]() },
  {
    title: `${method} in a pool without devices`,
    given: signedIn('jane'),
    call: ({ Auth }) => Auth[method](),
  },
  { title: `${method} when signed out`, call: ({ Auth }) => Auth[method]() },
  {
    title: `${method} offline`,
    pool: DEVICE_POOL,
    given: async (stage) => {
      await signedIn('dan')(stage);
      stage.world.disconnect();
    },
    call: ({ Auth }) => Auth[method](),
  },
]);
