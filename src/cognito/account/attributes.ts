import { deliveryOf } from '../delivery.js';
import type { CodeDelivery } from '../delivery.js';
import type { Post } from '../json-protocol.js';
import { fieldsOf, listOf, objectOf, textOf } from '../json.js';
import { namedValues, nameValueList } from '../name-value.js';
import type { Secret } from '../secret.js';

/** The attributes that Cognito verifies by a code. */
export type Contact = 'email' | 'phone_number';

const CONTACTS: readonly Contact[] = ['email', 'phone_number'];

/** An attribute of a user. */
export interface Attribute {
  /** `email`, `given_name`, `custom:plan` …, and `sub`, the user's id in the pool. */
  readonly name: string;
  readonly value: string;
  /** For an e-mail address or a phone number: whether the user has proved to own it. */
  readonly verified?: boolean;
}

/** The outcome of the change of an attribute. */
export interface AttributeUpdate {
  readonly name: string;
  /** Where the code was sent that verifies the new value. Missing when the change is complete. */
  readonly delivery?: CodeDelivery;
}

/** The UserAttributes of GetUser. The attributes that tell whether a contact is verified become part of the contact. */
export async function getAttributes(post: Post): Promise<readonly Attribute[]> {
  const values = namedValues(await post('GetUser', {}), 'UserAttributes');
  const isFlag = (name: string) => CONTACTS.some((contact) => name === `${contact}_verified`);
  const isContact = (name: string) => CONTACTS.some((contact) => name === contact);
  return [...values]
    .filter(([name]) => !isFlag(name))
    .map(([name, value]) => ({
      name,
      value,
      ...(isContact(name) && { verified: values.get(`${name}_verified`) === 'true' }),
    }));
}

/** UpdateUserAttributes: answers the outcome for each attribute. */
export async function updateAttributes(
  post: Post,
  attributes: Readonly<Record<string, string>>,
): Promise<readonly AttributeUpdate[]> {
  const answer = await post('UpdateUserAttributes', { UserAttributes: nameValueList(attributes) });
  const details = listOf(answer, 'CodeDeliveryDetailsList').map(fieldsOf);
  return Object.keys(attributes).map((name) => {
    const delivery = deliveryOf(details.find((one) => textOf(one, 'AttributeName') === name) ?? {});
    return { name, ...(delivery && { delivery }) };
  });
}

/** DeleteUserAttributes. */
export async function deleteAttributes(post: Post, names: readonly string[]): Promise<void> {
  await post('DeleteUserAttributes', { UserAttributeNames: names });
}

/** GetUserAttributeVerificationCode: sends a code to a contact. */
export const sendAttributeCode = async (post: Post, name: Contact): Promise<CodeDelivery | undefined> =>
  deliveryOf(objectOf(await post('GetUserAttributeVerificationCode', { AttributeName: name }), 'CodeDeliveryDetails'));

/** VerifyUserAttribute. */
export async function verifyAttribute(post: Post, name: Contact, code: Secret): Promise<void> {
  await post('VerifyUserAttribute', { AttributeName: name, Code: code.reveal() });
}
