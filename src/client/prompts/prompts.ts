import type { Arrival, Errand } from './prompt.js';
import { passkeyPrompt } from './passkey.js';
import { rememberDevice } from './remember-device.js';
import { verifyContact } from './verify-contact.js';

/** What is done and asked after each sign-in, in this order. */
const ERRANDS = [rememberDevice, verifyContact, passkeyPrompt] as const satisfies readonly ((
  arrival: Arrival,
) => AsyncGenerator<Errand, void>)[];

/** The questions to somebody who has just signed in, one after the other. An errand that fails is left out. */
export async function* errandsOf(arrival: Arrival): AsyncGenerator<Errand, void> {
  for (const errand of ERRANDS) {
    try {
      yield* errand(arrival);
    } catch {
      // Nobody is kept from their app by what can as well be asked the next time.
    }
  }
}
