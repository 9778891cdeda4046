import type { Action, Post } from '../cognito/json-protocol.js';
import type { Fields } from '../cognito/json.js';
import type { OperationName } from '../cognito/operations.js';

/** Hears of a request, in Cognito's words, and of how it ends. */
export type RequestListener = (operation: OperationName, body: Fields, answer: Promise<Fields>) => void;

/**
 * The requests that methods of the client send, and what another API has to do with them. Those that it sends itself, by
 * the wire, are not among them.
 */
export class MethodRequests {
  readonly listeners = new Set<RequestListener>();
  /** What Lambda functions are told with each of them, asked for at that moment. What the call adds comes on top. */
  metadata: () => Action['clientMetadata'] = () => undefined;

  /** The connection of the methods. */
  over(connect: (action?: Action) => Post): (action?: Action) => Post {
    return (action) => {
      const post = connect({ ...action, clientMetadata: { ...this.metadata(), ...action?.clientMetadata } });
      return (operation, body) => {
        const answer = post(operation, body);
        this.listeners.forEach((listener) => listener(operation, body, answer));
        return answer;
      };
    };
  }
}
