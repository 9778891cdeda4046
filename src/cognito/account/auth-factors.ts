import { factorsOf } from '../choices.js';
import type { Factor } from '../choices.js';
import type { Post } from '../json-protocol.js';
import { listOf } from '../json.js';

/** GetUserAuthFactors: the first factors of the user. */
export async function configuredFactors(post: Post): Promise<readonly Factor[]> {
  return factorsOf(listOf(await post('GetUserAuthFactors', {}), 'ConfiguredUserAuthFactors'));
}
