import { isException } from './exceptions.js';

/**
 * Waits for a request that deletes something. What Cognito does not know any more counts as deleted: an earlier request,
 * whose response was lost, may have deleted it.
 *
 * @param what The words by which Cognito means that thing, and not the pool or the app client.
 */
export async function deleteIfExists(request: Promise<unknown>, what: RegExp): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isException(error, 'ResourceNotFoundException', what)) throw error;
  }
}
