import assert from 'node:assert/strict';

/** For `assert.rejects`: a refusal of a class that the SDK exports, worded as Cognito words it. */
export const refusal =
  (type: new (...args: never[]) => Error, message: string) =>
  (error: unknown): true => {
    assert.ok(error instanceof type, `${String(error)} is no ${type.name}`);
    assert.equal(error.message, message);
    return true;
  };
