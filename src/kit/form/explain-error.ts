import type { AuthError } from '../../cognito/errors.js';
import type { Text } from '../../text/text.js';
import type { ErrorMessage } from '../context/settings.js';
import { errorPlaces } from './error-places.js';
import { errorSentence } from './error-sentence.js';
import { labelOf } from './field-template.js';
import type { Field } from './fields.js';
import type { Refusal } from './form-problems.js';
import { pageWords } from './page-words.js';

/** What a failed request was about. */
export interface Failure {
  readonly error: AuthError;
  /** The fields of the form. */
  readonly fields: readonly Field[];
  /** What identifies a user in the form, or in the pool. */
  readonly identifier: Field;
  /** Whether the password that was sent begins or ends with a space. */
  readonly hasSpaces: boolean;
}

function sentenceOf({ error, identifier }: Failure, text: Text): string {
  const isNamed = identifier.label ?? identifier.labelKey !== 'username';
  if (error.code === 'credentials' && isNamed) {
    return text.t('error.credentials-of', { label: labelOf(identifier, text) });
  }
  return errorSentence(error.code, text);
}

/** What is said of a failed request, at the field that it is about, if the form has it. */
export function explainError(failure: Failure, errorMessage: ErrorMessage | undefined): Refusal {
  const { error, fields, hasSpaces } = failure;
  const places = [error.field, ...(errorPlaces[error.code] ?? [])];
  return {
    field: places.find((name) => fields.some((field) => field.name === name)),
    message: (text) => {
      const sentence = sentenceOf(failure, text);
      const own = pageWords(errorMessage, sentence, error);
      if (own !== undefined) return own;
      return error.code === 'credentials' && hasSpaces ? `${sentence} ${text.t('password.check-spaces')}` : sentence;
    },
  };
}
