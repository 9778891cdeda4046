import { sendAttributeCode, verifyAttribute } from '../../cognito/account/attributes.js';
import type { Contact } from '../../cognito/account/attributes.js';
import { attributesOf } from '../../session/session.js';
import type { Session } from '../../session/session.js';
import { asOwner } from './authorized-request.js';
import type { Arrival, Errand } from './prompt.js';
import type { UnverifiedContact } from '../step.js';

/** How long somebody is left in peace who wants to be reminded later, unless the page says otherwise. Days. */
const PEACE = 30;
const DAY = 24 * 3_600_000;

/** A contact as somebody recognizes it who has it, and nobody else does. */
const MASKED: Readonly<Record<Contact, (value: string) => string>> = {
  email: (value) => value.replace(/^(.).*@(.).*$/, '$1***@$2***'),
  phone_number: (value) => value.replace(/\d(?=\d{4})/g, '*'),
};

const CONTACTS = ['email', 'phone_number'] as const satisfies readonly Contact[];

/** What somebody could be reached by, if they cannot be by anything yet. */
function unverified(session: Session): readonly UnverifiedContact[] {
  const attributes = attributesOf(session);
  if (CONTACTS.some((name) => attributes[`${name}_verified`] === 'true')) return [];
  return CONTACTS.flatMap((name) => {
    const value = attributes[name];
    return value && attributes[`${name}_verified`] === 'false' ? [{ name, destination: MASKED[name](value) }] : [];
  });
}

/**
 * Asks somebody without a single verified contact to verify one: without it, a forgotten password stays forgotten. Who
 * skips it is asked again after the next sign-in; who wants to be reminded later, some days later.
 */
export async function* verifyContact(arrival: Arrival): AsyncGenerator<Errand, void> {
  const { config, session, snooze, now, sent } = arrival;
  const contacts = unverified(session);
  if (config.verifyContact === false || !contacts.length) return;
  if (!sent && !(await snooze.mayAsk(session.sub, now()))) return;
  const remindIn = config.skipVerifyFor ?? PEACE;
  const state: { code: NonNullable<Arrival['sent']>; isOver: boolean } = { code: { ...sent }, isOver: false };
  while (!state.isOver) {
    const { contact, delivery } = state.code;
    yield {
      step: { name: 'verifyContact', contacts, remindIn, ...(contact && delivery && { contact, delivery }) },
      choices: [...contacts.map(({ name }) => name), 'skip', 'later'],
      async answer({ choice, answer }, { post }) {
        const chosen = contacts.find(({ name }) => name === choice)?.name;
        if (chosen) {
          const delivery = await sendAttributeCode(await asOwner(arrival, post), chosen);
          state.code = { contact: chosen, ...(delivery && { delivery }) };
        } else if (contact && answer) {
          await verifyAttribute(await asOwner(arrival, post), contact, answer);
          state.isOver = true;
          // Whether they come with the news or not, the contact is verified.
          await arrival.renew().catch(() => undefined);
        } else {
          state.isOver = true;
          if (choice !== 'skip') await snooze.until(session.sub, now() + remindIn * DAY);
        }
      },
    };
  }
}
