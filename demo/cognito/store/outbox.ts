import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { Contact, User } from './model.js';

/** What a message is about. */
export type MessageKind = 'sign-up' | 'forgot-password' | 'attribute' | 'mfa' | 'invitation';

/** What a pool would rather say: `{####}` stands for the code and `{username}` for the name. */
export type Wording = Readonly<Record<Contact, string | undefined>>;

/** How a message differs from the usual one. */
export interface Style {
  readonly wording?: Wording | undefined;
  /** Makes the link that takes the place of a code, if one does. */
  readonly link?: (code: string) => string | undefined;
}

/** A mail or text message that would have been sent. */
export interface Message {
  readonly to: string;
  readonly medium: 'email' | 'sms';
  readonly kind: MessageKind;
  /** The code, or the temporary password of an invitation; empty when there is a link instead. */
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
  invitation: (code, username) => `Your username is ${username} and your temporary password is ${code}`,
};

const TEXT_WITH_LINK = 'Please click the link below to verify your email address.';

const MEDIUM = { email: 'email', phone_number: 'sms' } as const satisfies Record<Contact, Message['medium']>;

/** A contact as Cognito shows it to somebody who may not be its owner. */
export const masked = (contact: Contact, value: string): string =>
  contact === 'email' ? value.replace(/^(.).*@(.).*$/, '$1***@$2***') : value.replace(/\d(?=\d{4})/g, '*');

/** All that was sent, in order. */
export class Outbox {
  readonly messages: Message[] = [];

  /** Sends a code to one of a person's contacts, and tells where in Cognito's words. */
  send(
    kind: MessageKind,
    user: User,
    contact: Contact,
    code: string,
    at: number,
    { wording, link }: Style = {},
  ): CodeDeliveryDetailsType {
    const to = user.attributes.get(contact) ?? '';
    const target = link?.(code);
    const text =
      wording?.[contact]?.replaceAll('{####}', code).replaceAll('{username}', user.username) ??
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

  /** The messages to one address, or all of them. */
  to(address?: string | null): readonly Message[] {
    return this.messages.filter((message) => !address || message.to === address);
  }

  /** The newest message to an address. Throws when there is none. */
  latest(address: string): Message {
    const found = this.to(address).at(-1);
    if (!found) throw new Error(`Nothing was sent to ${address}.`);
    return found;
  }

  /** Throws the messages to one address away, or all of them. */
  clear(address?: string | null): void {
    const kept = this.messages.filter(({ to }) => address && to !== address);
    this.messages.splice(0, Infinity, ...kept);
  }
}
