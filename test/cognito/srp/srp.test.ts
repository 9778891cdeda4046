import { expect } from '@open-wc/testing';
import { nextPaint } from '../../../src/cognito/next-paint.js';
import { Secret } from '../../../src/cognito/secret.js';
import { prepareProof } from '../../../src/cognito/srp/prover.js';
import { HASHINGS } from '../../support/insecure-origin.js';
import { signatureOfLibrary, withRandom } from '../../support/library-proof.js';

const CHALLENGE = { SALT: '00c3f5b1a2', SRP_B: 'f'.repeat(700), SECRET_BLOCK: btoa('secret block') };
const PASSWORD = 'Correct-Horse-7 ü';

describe('A proof in the browser', () => {
  it('is begun after the page has nextPaint', async () => {
    let frames = 0;
    requestAnimationFrame(() => (frames += 1));
    await nextPaint();
    expect(document.hidden || frames === 1).to.equal(true);
  });

  for (const [hashing, within] of Object.entries(HASHINGS)) {
    for (const byte of [0x01, 0x5a, 0xff]) {
      it(`with ${hashing} is that of the library, with a private value of bytes ${byte}`, async () => {
        const privateValue = new Uint8Array(32).fill(byte);
        let answer: Awaited<ReturnType<Awaited<ReturnType<typeof prepareProof>>['answer']>> = {};
        await within(async () => {
          const proof = await withRandom(privateValue, () => prepareProof('Example1'));
          const claimant = { userId: 'jane', password: new Secret(PASSWORD) };
          answer = await proof.answer(CHALLENGE, claimant, Date.UTC(2026, 10, 21, 6, 15));
        });
        expect(answer['TIMESTAMP']).to.equal('Sat Nov 21 06:15:00 UTC 2026');
        expect(answer['PASSWORD_CLAIM_SIGNATURE']).to.equal(
          await signatureOfLibrary({
            privateValue,
            poolName: 'Example1',
            userId: 'jane',
            password: PASSWORD,
            publicValue: CHALLENGE.SRP_B,
            salt: CHALLENGE.SALT,
            secretBlock: new TextEncoder().encode('secret block'),
            time: 'Sat Nov 21 06:15:00 UTC 2026',
          }),
        );
      });
    }
  }
});
