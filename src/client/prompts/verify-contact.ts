import { sendAttributeCode, verifyAttribute } from '../../cognito/account/attributes.js';
import type { Contact } from '../../cognito/account/attributes.js';
import { attributesOf } from '../../session/user-pool-session.js';
import type { Session } from '../../session/user-pool-session.js';
import type { UnverifiedContact } from '../step.js';
import { authorizedRequest } from './authorized-request.js';
import type { Prompt, PromptContext } from './prompt.js';

/** Days until the prompt comes again after `later`, unless the page says otherwise. */
const SNOOZE = 30;
const DAY = 24 * 3_600_000;

/** A contact so that only its owner recognizes it. */
const MASKED: Readonly<Record<Contact, (value: string) => string>> = {
  email: (value) => value.replace(/^(.).*@(.).*$/, '$1***@$2***'),
  phone_number: (value) => value.replace(/\d(?=\d{4})/g, '*'),
};

const CONTACTS = ['email', 'phone_number'] as const satisfies readonly Contact[];

/** The contacts of a user, if none of them is verified. */
function unverified(session: Session): readonly UnverifiedContact[] {
  const attributes = attributesOf(session);
  if (CONTACTS.some((name) => attributes[`${name}_verified`] === 'true')) return [];
  return CONTACTS.flatMap((name) => {
    const value = attributes[name];
    return value && attributes[`${name}_verified`] === 'false' ? [{ name, destination: MASKED[name](value) }] : [];
  });
}

/**
 * Asks a user without any verified contact to verify one: without it, a forgotten password cannot be reset. After `skip`,
 * the prompt comes again with the next sign-in; after `later`, some days later.
 */
export async function* verifyContact(context: PromptContext): AsyncGenerator<Prompt, void> {
  const { config, session, snooze, now, sent } = context;
  const contacts = unverified(session);
  if (config.verifyContact === false || !contacts.length) return;
  if (!sent && !(await snooze.mayAsk(session.sub, now()))) return;
  const remindIn = config.skipVerifyFor ?? SNOOZE;
  const state: { code: NonNullable<PromptContext['sent']>; isOver: boolean } = { code: { ...sent }, isOver: false };
  while (!state.isOver) {
    const { contact, delivery } = state.code;
    yield {
      step: { name: 'verifyContact', contacts, remindIn, ...(contact && delivery && { contact, delivery }) },
      choices: [...contacts.map(({ name }) => name), 'skip', 'later'],
      async answer({ choice, answer }, { post }) {
        const chosen = contacts.find(({ name }) => name === choice)?.name;
        if (chosen) {
          const delivery = await sendAttributeCode(await authorizedRequest(context, post), chosen);
          state.code = { contact: chosen, ...(delivery && { delivery }) };
        } else if (contact && answer) {
          await verifyAttribute(await authorizedRequest(context, post), contact, answer);
          state.isOver = true;
          // The contact is verified even if the tokens do not say so yet.
          await context.renew().catch(() => undefined);
        } else {
          state.isOver = true;
          if (choice !== 'skip') await snooze.until(session.sub, now() + remindIn * DAY);
        }
      },
    };
  }
}
