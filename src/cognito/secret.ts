/** Not a private field: browser consoles print those. */
const values = new WeakMap<Secret, string>();

/**
 * A password, code or key on its way between a user and Cognito. Only `reveal` shows it: logs, JSON, snapshots and
 * inspectors do not.
 */
export class Secret {
  constructor(value: string) {
    values.set(this, value);
  }

  /** The value itself. To be called only where the request is written. */
  reveal(): string {
    return values.get(this) ?? '';
  }

  toJSON(): string {
    return '•••';
  }

  toString(): string {
    return '•••';
  }
}

/** A value that a page may have boxed or not. To be called only where it is sent or kept. */
export const revealed = (value: Secret | string): string => (value instanceof Secret ? value.reveal() : value);
