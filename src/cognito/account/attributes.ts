import { deliveryOf } from '../delivery.js';
import type { CodeDelivery } from '../delivery.js';
import { fieldsOf, listOf, objectOf, textOf } from '../json.js';
import { namedValues, nameValueList } from '../name-value.js';
import type { Secret } from '../secret.js';
import type { Post } from '../json-protocol.js';

/** The attributes that Cognito verifies by a code. */
export type Contact = 'email' | 'phone_number';

const CONTACTS: readonly Contact[] = ['email', 'phone_number'];

/** Something that Cognito knows about a user. */
export interface Attribute {
  /** `email`, `given_name`, `custom:plan` …, and `sub`, the user's id in the pool. */
  readonly name: string;
  readonly value: string;
  /** For an e-mail address or a phone number: whether its owner has shown that it is theirs. */
  readonly verified?: boolean;
}

/** What became of an attribute that was to be changed. */
export interface AttributeUpdate {
  readonly name: string;
  /** Where the code went that verifies the new value. Without one, there is nothing left to do. */
  readonly delivery?: CodeDelivery;
}

/** The UserAttributes of GetUser. What says that a contact is verified is said of the contact. */
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

/** UpdateUserAttributes: tells of each attribute what became of it. */
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
