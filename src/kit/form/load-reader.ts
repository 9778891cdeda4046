import type * as reader from './form-reader.js';

/** What reads, cleans and checks the inputs of a form, asks the page about them, and leads the user through it. */
export type Reader = typeof reader;

/** The reader, once it is loaded. */
let loaded: Reader | undefined;

/** Loaded when the user begins, since nothing is read before. */
export const loadReader = async (): Promise<Reader> => (loaded = await import('./form-reader.js'));

/** Uses the reader: at once where it is loaded. `otherwise`: what is done where that fails. */
export function withReader(use: (reader: Reader) => void, otherwise = (): void => undefined): void {
  if (loaded) use(loaded);
  else void loadReader().then(use, otherwise);
}
