import { Secret } from '../../src/cognito/secret.js';
import { SrpProof } from '../../src/cognito/srp/srp.js';

/** One sign-in with this package: the public value, then the claim. Milliseconds. */
globalThis.prove = async (publicValue, salt) => {
  const start = performance.now();
  const proof = await SrpProof.prepare('Example1');
  const challenge = { SRP_B: publicValue, SALT: salt, SECRET_BLOCK: btoa('block') };
  const claimant = { userId: 'jane', password: new Secret('correct horse') };
  const { PASSWORD_CLAIM_SIGNATURE: signature } = await proof.answer(challenge, claimant, Date.now());
  if (!signature || !proof.publicValue) throw new Error('There is no proof.');
  return performance.now() - start;
};
