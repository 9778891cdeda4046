/** A Lambda function asks something. Fired by `<auth-custom-challenge>` for each round. */
export class AuthChallengeEvent extends Event {
  /** What the function says about its question (`publicChallengeParameters`), by its own names. */
  readonly parameters: Readonly<Record<string, string>>;

  constructor(parameters: Readonly<Record<string, string>>) {
    super('auth-challenge', { bubbles: true, composed: true });
    this.parameters = parameters;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'auth-challenge': AuthChallengeEvent;
  }
}
