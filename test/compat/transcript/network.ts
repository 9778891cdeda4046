const real = globalThis.fetch;
let answer: typeof fetch = real;

// Libraries may keep `fetch` from when they are loaded: this module has to be evaluated before them.
globalThis.fetch = (input, init) => answer(input, init);

/** Lets the requests of this process be answered by a function from now on, which gets the real `fetch`. */
export function answerRequests(by: (request: Request, real: typeof fetch) => Promise<Response>): void {
  answer = (input, init) => by(new Request(input, init), real);
}
