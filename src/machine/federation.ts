import type { FormRequest } from './form.js';

/** On these forms, the user may leave for the sign-in pages, or for a provider behind them. */
export const federation: Readonly<Record<'federating', FormRequest>> = {
  federating: { on: 'federate', src: 'federate', input: ({ event }) => event },
};
