/** Runs as on a page of an insecure origin, where browsers have no `crypto.subtle`. */
async function withoutSubtle<Result>(run: () => Promise<Result>): Promise<Result> {
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(crypto, 'subtle');
  }
}

/** The hash functions of a page, with a function that runs a test with each. */
export const HASHINGS = {
  'the hash functions of the browser': (run: () => Promise<void>) => run(),
  'those of the library, on an insecure origin,': withoutSubtle<void>,
};
