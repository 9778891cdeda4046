import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { Contact, User } from './model.js';

/** The purpose of a message. */
export type MessageKind = 'sign-up' | 'forgot-password' | 'attribute' | 'mfa' | 'invitation';

/** The text of a message from the pool's trigger, with `{####}` for the code and `{username}` for the name. */
export type CustomText = Readonly<Record<Contact, string | undefined>>;

/** Changes to the default message. */
export interface MessageOptions {
  readonly customText?: CustomText | undefined;
  /** The link to send instead of the code, if any. */
  readonly link?: (code: string) => string | undefined;
}

/** A mail or text message that would have been sent. */
export interface Message {
  readonly to: string;
  readonly medium: 'email' | 'sms';
  readonly kind: MessageKind;
  /** The code, or the temporary password of an invitation; empty when there is a link, or no password. */
  readonly code: string;
  /** Path and query, on the origin of this Cognito. */
  readonly link?: string;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const TEXT: Record<MessageKind, (code: string, username: string) => string> = {
  'sign-up': (code) => `Your confirmation code is ${code}.`,
  'forgot-password': (code) => `Your password reset code is ${code}.`,
  attribute: (code) => `Your verification code is ${code}.`,
  mfa: (code) => `Your authentication code is ${code}.`,
  invitation: (code, username) => `Your username is ${username}` + (code && ` and your temporary password is ${code}`),
};

const TEXT_WITH_LINK = 'Please click the link below to verify your email address.';

const MEDIUM = { email: 'email', phone_number: 'sms' } as const satisfies Record<Contact, Message['medium']>;

/** A contact as Cognito shows it before the sign-in. */
export const masked = (contact: Contact, value: string): string =>
  contact === 'email' ? value.replace(/^(.).*@(.).*$/, '$1***@$2***') : value.replace(/\d(?=\d{4})/g, '*');

/** The messages that were sent, in order. */
export class Outbox {
  readonly messages: Message[] = [];

  /** Sends a code to a contact of the user, and returns its delivery details. */
  send(
    kind: MessageKind,
    user: User,
    contact: Contact,
    code: string,
    at: number,
    { customText, link }: MessageOptions = {},
  ): CodeDeliveryDetailsType {
    const to = user.attributes.get(contact) ?? '';
    const target = link?.(code);
    const text =
      customText?.[contact]?.replaceAll('{####}', code).replaceAll('{username}', user.username) ??
      TEXT[kind](code, user.username);
    this.messages.push({
      to,
      medium: MEDIUM[contact],
      kind,
      at,
      ...(target ? { code: '', text: TEXT_WITH_LINK, link: target } : { code, text }),
    });
    return {
      Destination: masked(contact, to),
      DeliveryMedium: contact === 'email' ? 'EMAIL' : 'SMS',
      AttributeName: contact,
    };
  }

  /** The messages to an address, or all of them. */
  to(address?: string | null): readonly Message[] {
    return this.messages.filter((message) => !address || message.to === address);
  }

  /** The newest message to an address. Throws if there is none. */
  latest(address: string): Message {
    const found = this.to(address).at(-1);
    if (!found) throw new Error(`Nothing was sent to ${address}.`);
    return found;
  }

  /** Deletes the messages to an address, or all of them. */
  clear(address?: string | null): void {
    const kept = this.messages.filter(({ to }) => address && to !== address);
    this.messages.splice(0, Infinity, ...kept);
  }
}
