import { createHmac, randomBytes } from 'node:crypto';
import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { Contact, FirstFactor, Passkey, User } from '../store/model.js';
import { masked } from '../store/outbox.js';
import { verifierOf } from '../store/srp.js';
import type { Verifier } from '../store/srp.js';
import type { Caller } from '../store/user-context.js';
import { blankUser, contactNamed, srpIdentity } from '../store/users.js';

const CONTACTS: readonly Contact[] = ['email', 'phone_number'];
const SECRET = randomBytes(32);

/**
 * An SRP verifier for a user who does not exist. It is the same for every request with the same name, as that of an
 * existing user would be (RFC 5054, section 2.5.1.3), and no password matches it.
 */
export function simulatedVerifier(
  { pool }: Caller,
  name: string,
): { readonly userId: string; readonly verifier: Verifier } {
  const bytes = createHmac('sha256', SECRET).update(`${pool.id} ${name}`).digest();
  const hex = bytes.toString('hex');
  const userId = hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-a$4-$5');
  return { userId, verifier: verifierOf(srpIdentity(pool, userId), hex, bytes.subarray(16)) };
}

/** A user for a name that does not exist, with these first factors. Its challenges cannot be answered. */
export function simulatedUser(caller: Caller, name: string, factors: readonly FirstFactor[], now: number): User {
  const { userId, verifier } = simulatedVerifier(caller, name);
  const contact = contactNamed(name);
  const addresses: Readonly<Record<Contact, string>> = {
    email: contact === 'email' ? name : `${name}@example.com`,
    phone_number: contact === 'phone_number' ? name : `+1555${String(parseInt(userId.slice(0, 8), 16) % 10_000_000)}`,
  };
  const reached = CONTACTS.filter((one) => factors.includes(one === 'email' ? 'EMAIL_OTP' : 'SMS_OTP'));
  const attributes = new Map(reached.flatMap((one) => [[one, addresses[one]] as const, [`${one}_verified`, 'true']]));
  const who = { sub: userId, username: userId, attributes, groups: [], created: now, modified: now };
  const user = blankUser({ ...who, status: 'CONFIRMED' });
  if (factors.includes('PASSWORD')) user.verifier = verifier;
  if (factors.includes('WEB_AUTHN')) user.passkeys.push(simulatedPasskey(userId, now));
  return user;
}

const simulatedPasskey = (userId: string, created: number): Passkey => ({
  credential: { id: Buffer.from(userId).toString('base64url'), publicKey: new Uint8Array(), counter: 0 },
  name: 'Passkey 1',
  relyingPartyId: '',
  attachment: undefined,
  created,
});

/** The delivery details of a code for a user who does not exist or cannot be reached. */
export function simulatedDelivery(name: string): CodeDeliveryDetailsType {
  const contact = contactNamed(name) ?? 'email';
  const address = contactNamed(name) ? name : `${name}@example.com`;
  return {
    Destination: masked(contact, address),
    DeliveryMedium: contact === 'email' ? 'EMAIL' : 'SMS',
    AttributeName: contact,
  };
}
