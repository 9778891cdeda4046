import { AuthError } from './errors.js';
import { MEANINGS, OF_LAMBDA } from './meanings.js';
import type { Meaning, MeaningRow } from './meaning.js';
import { ownOf } from './own.js';

/** What is kept of a name and of a message, before anything reads them. Characters. */
const [LONGEST_NAME, LONGEST_MESSAGE, LONGEST_DETAIL] = [200, 2_000, 500];

/** A refusal as Cognito sent it. Values that it repeats may be codes or passwords, and are left out. */
export class CognitoException extends Error {
  /** For instance `NotAuthorizedException`. */
  override readonly name: string;
  /** What was refused: the operation and, after a colon, its AuthFlow or challenge. */
  readonly request: string;

  constructor(type: string, message: string, request: string) {
    super(message.slice(0, LONGEST_MESSAGE).replace(/Value '[^]*?(?:' at|$)/g, "Value '•••' at"));
    this.name = type.slice(0, LONGEST_NAME).replace(/^.*#|:.*$/g, '');
    this.request = request;
  }
}

const UNKNOWN: MeaningRow = ownOf({ code: 'unknown' });

/** The row of an exception. */
function rowOf({ name, message, request }: CognitoException): MeaningRow {
  const isOf = (requested: string) => request === requested || request.startsWith(`${requested}:`);
  const applies = (row: MeaningRow) =>
    (row.message?.test(message) ?? true) && (row.requests?.some((requested) => isOf(requested)) ?? true);
  const rows = [...OF_LAMBDA, ...(MEANINGS.get(name.replace(/Exception$/, '')) ?? [])];
  return rows.map((row) => ownOf(row)).find(applies) ?? UNKNOWN;
}

/** The message as it was written: without Cognito's words around it, and without control characters. */
function detailOf(message: string): string {
  const [, ofLambda] = /^\w+ failed with error ([^]*)$/.exec(message) ?? [];
  // Cognito adds a dot.
  const written = ofLambda?.replace(/\.$/, '') ?? message.replace(/^Password did not conform with policy: /, '');
  // Persian and family emoji need the two joiners.
  const readable = written.replace(/(?:(?![\u200c\u200d])[\p{C}\s])+/gu, ' ').trim();
  return Array.from(readable).slice(0, LONGEST_DETAIL).join('');
}

/** An exception of Cognito as an AuthError. */
export function errorOf(exception: CognitoException): AuthError {
  const { code, isTold, field, message } = rowOf(exception);
  const detail = isTold && detailOf(exception.message);
  const named = message?.exec(exception.message)?.groups?.['field'] ?? field;
  return new AuthError(code, { cause: exception, ...(detail && { detail }), ...(named && { field: named }) });
}

/** What a failure means, if it is a refusal of Cognito. Any other has no consequence. */
export const meaningOf = (error: unknown): Partial<Meaning> =>
  error instanceof AuthError && error.cause instanceof CognitoException ? rowOf(error.cause) : ownOf({});

/** Whether Cognito refused with this exception, and (where its name has several meanings) with such a message. */
export const isException = (error: unknown, name: `${string}Exception`, message = /^/): boolean =>
  error instanceof AuthError &&
  error.cause instanceof CognitoException &&
  error.cause.name === name &&
  message.test(error.cause.message);

/** Waits for a request, and answers undefined where its refusal counts as success. */
export const unlessSuccess = <Result>(request: Promise<Result>): Promise<Result | undefined> =>
  request.catch((error: unknown) => {
    if (meaningOf(error).isSuccess) return undefined;
    throw error;
  });
