import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answerTo, matches, proves, verifierOf } from '../../../demo/cognito/store/srp.js';
import { createDevicePassword } from '../../../src/cognito/devices/device-verifier.js';
import { AuthError } from '../../../src/cognito/errors.js';
import type { Fields } from '../../../src/cognito/json.js';
import { Secret } from '../../../src/cognito/secret.js';
import { prepareProof } from '../../../src/cognito/srp/prover.js';
import { inWords, PADDINGS, SALT } from '../../local-cognito/support/paddings.js';
import { HASHINGS } from '../../support/insecure-origin.js';
import { signatureOfLibrary, withRandom } from '../../support/library-proof.js';
import { trials } from '../../support/trials.js';

const PASSWORD = 'Correct-Horse-7';
/** How many proofs of random values there are beside those of chosen ones. */
const ROUNDS = trials(20, 400);
const NOW = Date.UTC(2026, 10, 1, 6, 5, 9);
const TIME = 'Sun Nov 1 06:05:09 UTC 2026';

/** What is random on the server, unless it is given. */
interface Handshake {
  readonly salt?: Uint8Array;
  readonly server?: bigint;
}

/** A private value as the random bytes that it is made of. */
const bytesOf = (secret: bigint): Uint8Array => Buffer.from(secret.toString(16).padStart(64, '0'), 'hex');

/** Whether a server with the verifier of one password accepts a proof of another. */
async function convinces(password: string, typed = password, { salt, server }: Handshake = {}): Promise<boolean> {
  const proof = await prepareProof('Example1');
  const handshake = answerTo(proof.publicValue, verifierOf('Example1jane', password, salt), server);
  const secretBlock = randomBytes(64).toString('base64');
  const answer = await proof.answer(
    { SECRET_BLOCK: secretBlock, SRP_B: handshake.serverPublic.toString(16), SALT: handshake.verifier.salt },
    { userId: 'jane', password: new Secret(typed) },
    NOW,
  );
  assert.equal(answer['TIMESTAMP'], TIME);
  const message = ['Example1jane', Buffer.from(secretBlock, 'base64'), TIME];
  return proves(handshake, message, String(answer['PASSWORD_CLAIM_SIGNATURE']));
}

/** Bytes that begin with zeros in every other sample, which a careless encoder omits. */
const bytes = (length: number) =>
  fc
    .tuple(fc.uint8Array({ minLength: length, maxLength: length }), fc.constantFrom(0, 0, 1, 2))
    .map(([value, zeros]) => value.fill(0, 0, zeros));
const hex = (length: number) =>
  bytes(length)
    .map((value) => Buffer.from(value).toString('hex'))
    .filter((digits) => /[^0]/.test(digits));

const samples = fc.record({
  privateValue: bytes(32),
  poolName: fc.string({ minLength: 1 }),
  userId: fc.string({ unit: 'grapheme', minLength: 1 }),
  password: fc.string({ unit: 'grapheme', minLength: 1 }),
  publicValue: hex(383),
  salt: hex(16),
  secretBlock: fc.uint8Array({ minLength: 1, maxLength: 64 }),
});

for (const [hashing, within] of Object.entries(HASHINGS)) {
  describe(`A proof of a password, with ${hashing}`, () => {
    for (const [{ client, server }, properties] of PADDINGS) {
      it(`convinces the server where ${inWords(properties)}`, () =>
        within(async () => {
          const proven = await withRandom(bytesOf(client), () => convinces(PASSWORD, PASSWORD, { salt: SALT, server }));
          assert.ok(proven);
        }));
    }

    it(`convinces the server ${ROUNDS} times in a row, each with a new salt`, () =>
      within(async () => {
        for (let round = 0; round < ROUNDS; round += 1) assert.ok(await convinces(PASSWORD), `round ${round}`);
      }));

    it('is that of amazon-cognito-identity-js, for any values', () =>
      fc.assert(
        fc.asyncProperty(samples, async (sample) => {
          const { publicValue, salt, secretBlock, userId, password } = sample;
          let answer: Fields = {};
          await within(async () => {
            const proof = await withRandom(sample.privateValue, () => prepareProof(sample.poolName));
            const block = Buffer.from(secretBlock).toString('base64');
            const challenge = { SRP_B: publicValue, SALT: salt, SECRET_BLOCK: block };
            answer = await proof.answer(challenge, { userId, password: new Secret(password) }, NOW);
          });
          assert.equal(answer['PASSWORD_CLAIM_SIGNATURE'], await signatureOfLibrary({ ...sample, time: TIME }));
        }),
        { numRuns: 30 },
      ));
  });

  describe(`A device password, with ${hashing}`, () => {
    it('matches its verifier, 100 times in a row', () =>
      within(async () => {
        for (let round = 0; round < 100; round += 1) {
          const device = await createDevicePassword({ key: 'the key', groupKey: 'the group' });
          const [salt, verifier] = [device.salt, device.verifier].map((text) => Buffer.from(text, 'base64'));
          assert.ok(salt && verifier && [salt, verifier].every((value) => (value[0] ?? 255) < 128));
          const stored = { salt: salt.toString('hex'), verifier: verifier.toString('hex') };
          assert.ok(matches(stored, 'the groupthe key', device.password.reveal()), `round ${round}`);
        }
      }));
  });
}

describe('A proof of a password', () => {
  it('is refused when the password is wrong', async () => {
    assert.ok(!(await convinces('Correct-Horse-7', 'correct-Horse-7')));
    assert.ok(!(await convinces('Correct-Horse-7', 'Correct-Horse-7 ')));
  });

  it('proves a password of any characters, byte by byte', async () => {
    for (const password of ['Пароль', '密码🐎', 'e\u0301', ' '.repeat(3), 'x'.repeat(256)])
      assert.ok(await convinces(password));
    assert.ok(!(await convinces('\u00e9', 'e\u0301')));
  });

  it('uses a new private value each time', async () => {
    const proofs = await Promise.all(Array.from({ length: 8 }, () => prepareProof('Example1')));
    assert.equal(new Set(proofs.map(({ publicValue }) => publicValue)).size, proofs.length);
  });

  const challenge = { SECRET_BLOCK: 'AAAA', SRP_B: 'abcdef', SALT: 'abcdef' };
  for (const [title, wrong] of [
    ['a public value of zero', { SRP_B: '0' }],
    ['a public value that is no number', { SRP_B: '-' }],
    ['a secret block that is not base64', { SECRET_BLOCK: '***' }],
    ...Object.keys(challenge).map((name) => [`a challenge without ${name}`, { [name]: undefined }] as const),
    ...Object.keys(challenge).map((name) => [`a challenge with an object for ${name}`, { [name]: {} }] as const),
  ] as const) {
    it(`is refused to ${title}`, async () => {
      const proof = await prepareProof('Example1');
      await assert.rejects(
        proof.answer({ ...challenge, ...wrong }, { userId: 'jane', password: new Secret('x') }, NOW),
        (error) => error instanceof AuthError && error.code === 'bad-response',
      );
    });
  }
});
