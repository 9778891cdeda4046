import type { Post } from '../../cognito/json-protocol.js';
import type { PromptContext } from './prompt.js';

/** Requests with the access token of the user who has signed in. */
export async function authorizedRequest({ accessToken }: PromptContext, post: Post): Promise<Post> {
  const AccessToken = await accessToken();
  return (operation, body) => post(operation, { AccessToken, ...body });
}
