import type { ScreenName } from '../auth-state.js';
import { form } from './form.js';
import type { FormRequest } from './form.js';
import { links } from './links.js';
import { withTicket } from './ticket.js';
import type { AuthEvent } from './types.js';

type Asks = Extract<AuthEvent, { readonly type: `${string}.submit` }>['type'];
type Id<Type> = Type extends `${infer Name}.submit` ? Name : never;

/** A screen that puts the question of a step with a ticket. The answer goes where all of them go, with the ticket. */
export const challenge = <const Name extends Id<Asks>>(id: Name, screen: ScreenName) =>
  ({
    id,
    on: links,
    // The cast is safe: what the events of these screens lack of an answer is the ticket.
    ...form({ screen, submit: { on: `${id}.submit`, src: 'answer', input: withTicket } as FormRequest }),
  }) as const;
