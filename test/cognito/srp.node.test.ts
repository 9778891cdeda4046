import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { answerTo, proves, verifierOf } from '../../demo/cognito/srp.js';
import { AuthError } from '../../src/cognito/errors.js';
import { Secret } from '../../src/cognito/secret.js';
import { SrpProof } from '../../src/cognito/srp.js';

const NOW = Date.UTC(2026, 10, 1, 6, 5, 9);

/** Whether a server that knows the verifier of one password is convinced by a proof of another. */
function convinces(password: string, typed = password): boolean {
  const proof = new SrpProof('Example1');
  const handshake = answerTo(proof.publicValue, verifierOf('Example1jane', password));
  const secretBlock = randomBytes(64).toString('base64');
  const answer = proof.answer(
    { SECRET_BLOCK: secretBlock, SRP_B: handshake.serverPublic.toString(16), SALT: handshake.verifier.salt },
    { userId: 'jane', password: new Secret(typed) },
    NOW,
  );
  assert.equal(answer['TIMESTAMP'], 'Sun Nov 1 06:05:09 UTC 2026');
  const message = ['Example1jane', Buffer.from(secretBlock, 'base64'), answer['TIMESTAMP']];
  return proves(handshake, message, String(answer['PASSWORD_CLAIM_SIGNATURE']));
}

describe('A proof of a password', () => {
  // One number in 256 begins with a byte that an encoder without care leaves out.
  it('convinces the server 400 times in a row, each with a new salt', () => {
    for (let round = 0; round < 400; round += 1) assert.ok(convinces('Correct-Horse-7'), `round ${round}`);
  });

  it('convinces nobody when the password is another', () => {
    assert.ok(!convinces('Correct-Horse-7', 'correct-Horse-7'));
    assert.ok(!convinces('Correct-Horse-7', 'Correct-Horse-7 '));
  });

  it('proves a password of any characters, byte by byte', () => {
    for (const password of ['Пароль', '密码🐎', 'e\u0301', ' '.repeat(3), 'x'.repeat(256)])
      assert.ok(convinces(password));
    assert.ok(!convinces('\u00e9', 'e\u0301'));
  });

  it('uses a new private value each time', () => {
    const values = Array.from({ length: 8 }, () => new SrpProof('Example1').publicValue);
    assert.equal(new Set(values).size, values.length);
  });

  const challenge = { SECRET_BLOCK: 'AAAA', SRP_B: 'abcdef', SALT: 'abcdef' };
  for (const [title, wrong] of [
    ['a public value of zero', { SRP_B: '0' }],
    ['a public value that is no number', { SRP_B: '-' }],
    ['a secret block that is not base64', { SECRET_BLOCK: '***' }],
    ...Object.keys(challenge).map((name) => [`a challenge without ${name}`, { [name]: undefined }] as const),
    ...Object.keys(challenge).map((name) => [`a challenge with an object for ${name}`, { [name]: {} }] as const),
  ] as const) {
    it(`is refused to ${title}`, () => {
      assert.throws(
        () =>
          new SrpProof('Example1').answer(
            { ...challenge, ...wrong },
            { userId: 'jane', password: new Secret('x') },
            NOW,
          ),
        (error) => error instanceof AuthError && error.code === 'bad-response',
      );
    });
  }
});
