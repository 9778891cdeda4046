import { factorsOf } from '../choices.js';
import type { Factor } from '../choices.js';
import type { Post } from '../json-protocol.js';

/** GetUserAuthFactors: by what somebody can begin a sign-in. */
export async function configuredFactors(post: Post): Promise<readonly Factor[]> {
  const { ConfiguredUserAuthFactors: names } = await post('GetUserAuthFactors', {});
  return factorsOf(Array.isArray(names) ? names : []);
}
