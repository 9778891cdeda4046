import type { AuthError } from '../../cognito/errors.js';
import type { ErrorMessage } from '../context/settings.js';

/** Words of a page may be long, those of a Lambda function too. Characters. */
const LONGEST = 300;

/** What Cognito has sent, if it has. */
const exceptionOf = ({ cause }: AuthError): Error | undefined =>
  cause instanceof Error && cause.name.endsWith('Exception') ? cause : undefined;

/** The first entry of a list that matches: `[/expired/, 'Too late.']`, or as in older libraries `[name, /expired/, 'Too late.']`. */
function entryFor(list: readonly unknown[], message: string): unknown {
  const entries = list.filter((entry) => Array.isArray(entry));
  const entry = entries.find((parts) => parts.some((part) => part instanceof RegExp && part.test(message)));
  return entry?.filter((part) => typeof part === 'string').at(-1);
}

function answerOf(given: ErrorMessage, message: string, error: AuthError): unknown {
  if (typeof given === 'string') return given;
  if (typeof given === 'function') return given(message, error);
  if (Array.isArray(given)) return entryFor(given, message);
  const names = [exceptionOf(error)?.name, error.code];
  const name = names.find((each) => each !== undefined && Object.hasOwn(given, each));
  // Every object can be asked for a key of its own.
  return name === undefined ? undefined : (given as Readonly<Record<string, unknown>>)[name];
}

/**
 * What a page says of an error, at most 300 characters; undefined where it says nothing, or fails to.
 *
 * @param sentence Our own words: a function of the page gets them where Cognito has sent none.
 */
export function pageWords(given: ErrorMessage | undefined, sentence: string, error: AuthError): string | undefined {
  try {
    const said = given && answerOf(given, exceptionOf(error)?.message ?? sentence, error);
    return typeof said === 'string' && said ? said.slice(0, LONGEST) : undefined;
  } catch {
    return undefined;
  }
}
