import library from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js';

const AuthenticationHelper = 'default' in library ? library.default : library;

/** The same with amazon-cognito-identity-js alone: the public value, then the key of the claim. Milliseconds. */
globalThis.prove = (publicValue, salt) => {
  const start = performance.now();
  const helper = new AuthenticationHelper('Example1');
  // Every number is an instance of the class of numbers, which the library does not export.
  const { constructor: Num } = helper.N as typeof helper.N & {
    constructor: new (digits: string, radix: number) => typeof helper.N;
  };
  let key: Uint8Array | undefined;
  const [B, s] = [new Num(publicValue, 16), new Num(salt, 16)];
  helper.getPasswordAuthenticationKey('jane', 'correct horse', B, s, (error, result) => {
    if (error) throw error;
    key = result;
  });
  if (!key) throw new Error('There is no proof.');
  return performance.now() - start;
};
