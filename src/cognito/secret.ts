/** Not a private field: browser consoles print those. */
const values = new WeakMap<Secret, string>();

/**
 * A password, code or key on its way between a person and Cognito. Shows itself to nobody but the caller of `reveal`: not
 * to logs, JSON, snapshots or inspectors.
 */
export class Secret {
  constructor(value: string) {
    values.set(this, value);
  }

  /** The value itself. Call it where the request is written, nowhere earlier. */
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
