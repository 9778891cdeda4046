import type { AuthErrorCode } from '../../cognito/errors.js';
import type { Text } from '../../text/text.js';

/** What is said of any error with this code. */
export function errorSentence(code: AuthErrorCode, text: Text): string {
  const key = `error.${code}` as const;
  return text.t(text.has(key) ? key : 'error.unknown');
}
