import type { Post } from '../../cognito/json-protocol.js';
import type { Arrival } from './prompt.js';

/** Asks as whoever has signed in: with their access token. */
export async function asOwner({ accessToken }: Arrival, post: Post): Promise<Post> {
  const AccessToken = await accessToken();
  return (operation, body) => post(operation, { AccessToken, ...body });
}
