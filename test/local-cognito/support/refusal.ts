import assert from 'node:assert/strict';

/** For `assert.rejects`: an exception class of the SDK, with Cognito's message. */
export const refusal =
  (type: new (...args: never[]) => Error, message: string) =>
  (error: unknown): true => {
    assert.ok(error instanceof type, `${String(error)} is no ${type.name}`);
    assert.equal(error.message, message);
    return true;
  };
