import type { ScreenName } from '../auth-state.js';
import { form } from './form.js';
import type { FormRequest } from './form.js';
import { links } from './links.js';
import { withTicket } from './ticket.js';
import type { AuthEvent } from './types.js';

type Asks = Extract<AuthEvent, { readonly type: `${string}.submit` }>['type'];
type Id<Type> = Type extends `${infer Name}.submit` ? Name : never;

/** The sign-in is repeated up to the challenge. */
export const startingAgain = {
  startingAgain: { on: 'challenge.startAgain', src: 'startAgain', input: withTicket },
} as const;

/** The answer goes where all answers go, with the ticket. */
const answered = <const Name extends Id<Asks>>(name: Name): FormRequest =>
  // The cast is safe: what the events of these screens lack of an answer is the ticket.
  ({ on: `${name}.submit`, src: 'answer', input: withTicket }) as FormRequest;

/** A screen that puts a question of Cognito. */
export const challenge = <const Name extends Id<Asks>>(id: Name, screen: ScreenName) =>
  ({ id, on: links, ...form({ screen, submit: answered(id), also: startingAgain }) }) as const;

/** A screen that asks a user who is signed in already for something that need not be answered. */
export const prompt = <const Name extends Id<Asks>>(id: Name, screen: ScreenName) =>
  ({ id, on: links, ...form({ screen, submit: answered(id), canDecline: true }) }) as const;
