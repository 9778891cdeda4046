/** The last argument of most methods of amazon-cognito-identity-js. */
type NodeCallback<Result> = (error?: Error | null, result?: Result) => void;

/** That of the others. */
interface Callbacks<Result> {
  readonly onSuccess: (result: Result) => void;
  readonly onFailure: (error: Error) => void;
}

/** What a call passes to its callback, as a promise. */
export const promised = <Result>(call: (callback: NodeCallback<Result>) => void): Promise<Result> =>
  new Promise((resolve, reject) => {
    // Without an error, there is a result.
    call((error, result) => (error ? reject(error) : resolve(result as Result)));
  });

/** What a call passes to its callbacks, as a promise. */
export const answered = <Result>(call: (callbacks: Callbacks<Result>) => void): Promise<Result> =>
  new Promise((resolve, reject) => call({ onSuccess: resolve, onFailure: reject }));

/** Calls back with what a promise brings: in a task of its own, so that what the callback throws is reported, and once. */
export function callBack<Result>(
  promise: Promise<Result>,
  succeed: (result: Result) => void,
  fail: (error: Error) => void,
): void {
  promise.then(
    (result) => queueMicrotask(() => succeed(result)),
    // Everything that the client rejects with is an Error.
    (error: unknown) => queueMicrotask(() => fail(error as Error)),
  );
}
