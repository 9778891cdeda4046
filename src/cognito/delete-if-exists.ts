import { isException } from './exceptions.js';

/**
 * Waits for a request that takes something away. What Cognito does not know any more counts as taken: it may have been so
 * by an answer that got lost.
 *
 * @param what The words by which Cognito means that thing, and not the pool or the app client.
 */
export async function takeAway(request: Promise<unknown>, what: RegExp): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isException(error, 'ResourceNotFoundException', what)) throw error;
  }
}
