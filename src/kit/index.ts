// What a screen of one's own is made of: the entry `auth-elements/kit`. Nothing else of this folder can be imported.
export { AuthPiece } from './auth-piece.js';
export type { AuthPieceProps } from './auth-piece.js';
export { AuthScreen } from './auth-screen.js';
export type { ScreenContext } from './context/screen-context.js';
export type { AuthSettings, ErrorMessage, ScreenFields } from './context/settings.js';
export { AuthController } from './controllers/auth-controller.js';
export {
  AuthCodeSentEvent,
  AuthErrorEvent,
  AuthScreenChangeEvent,
  AuthSignedInEvent,
  AuthSignedOutEvent,
  AuthSubmitEvent,
} from './events/auth-events.js';
export type { SubmitProblem, Values } from './events/auth-events.js';
export { AuthChallengeEvent } from './events/challenge-event.js';
export { attributeField } from './form/attribute-fields.js';
export { fields } from './form/fields.js';
export type { Field, FieldOptions } from './form/fields.js';
export type { FormValues } from './form/form-values.js';
export type { SubmitOptions } from './form/submission.js';
export { LightContent } from './rendering/light-content.js';
export { TaskElement } from './task-element.js';
export type { PlainKey } from '../text/text.js';
