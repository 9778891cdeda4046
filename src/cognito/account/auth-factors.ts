import { factorsOf } from '../choices.js';
import type { Factor } from '../choices.js';
import { listOf } from '../json.js';
import type { Post } from '../json-protocol.js';

/** GetUserAuthFactors: by what somebody can begin a sign-in. */
export async function configuredFactors(post: Post): Promise<readonly Factor[]> {
  return factorsOf(listOf(await post('GetUserAuthFactors', {}), 'ConfiguredUserAuthFactors'));
}
