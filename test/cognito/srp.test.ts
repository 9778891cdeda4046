import { expect } from '@open-wc/testing';
import library from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';
import { painted } from '../../src/cognito/next-paint.js';
import { Secret } from '../../src/cognito/secret.js';
import { prepareProof } from '../../src/cognito/prover.js';

const CHALLENGE = {
  SALT: '00c3f5b1a2',
  SRP_B: 'f'.repeat(700),
  SECRET_BLOCK: btoa('secret block'),
};

/** Runs with random bytes that are known. */
async function withBytes<Result>(byte: number, run: () => Promise<Result>): Promise<Result> {
  const { getRandomValues } = crypto;
  crypto.getRandomValues = (array) => {
    new Uint8Array(array.buffer).fill(byte);
    return array;
  };
  try {
    return await run();
  } finally {
    crypto.getRandomValues = getRandomValues;
  }
}

/** The signature that the library alone comes to, with the private value that we have. */
async function signatureOfLibrary(byte: number, password: string, time: string): Promise<string> {
  const helper = new ('default' in library ? library.default : library)('Example1');
  const { constructor: BigInteger } = helper.N as typeof helper.N & {
    constructor: new (digits: string, radix: number) => typeof helper.N;
  };
  const smallAValue = new BigInteger(byte.toString(16).padStart(2, '0').repeat(32), 16);
  Object.assign(helper, { smallAValue });
  helper.calculateA(smallAValue, (_, largeAValue) => Object.assign(helper, { largeAValue }));
  let key = new Uint8Array();
  const [B, salt] = [new BigInteger(CHALLENGE.SRP_B, 16), new BigInteger(CHALLENGE.SALT, 16)];
  helper.getPasswordAuthenticationKey('jane', password, B, salt, (_, result) => (key = new Uint8Array(result)));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  const message = new TextEncoder().encode(`Example1janesecret block${time}`);
  const signature = await crypto.subtle.sign(algorithm, secret, message);
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

describe('A proof in the browser', () => {
  it('is begun after the page has painted', async () => {
    let frames = 0;
    requestAnimationFrame(() => (frames += 1));
    await painted();
    expect(document.hidden || frames === 1).to.equal(true);
  });

  for (const byte of [0x01, 0x5a, 0xff]) {
    it(`is the one that the library comes to by itself, with a private value of bytes ${byte}`, async () => {
      const proof = await withBytes(byte, () => prepareProof('Example1'));
      const answer = proof.answer(
        CHALLENGE,
        { userId: 'jane', password: new Secret('Correct-Horse-7 ü') },
        Date.UTC(2026, 10, 21, 6, 15),
      );
      expect(answer['TIMESTAMP']).to.equal('Sat Nov 21 06:15:00 UTC 2026');
      expect(answer['PASSWORD_CLAIM_SIGNATURE']).to.equal(
        await signatureOfLibrary(byte, 'Correct-Horse-7 ü', 'Sat Nov 21 06:15:00 UTC 2026'),
      );
    });
  }
});
