import {
  deleteAttributes,
  getAttributes,
  sendAttributeCode,
  updateAttributes,
  verifyAttribute,
} from '../../cognito/account/attributes.js';
import type { AttributeAccount } from '../account-client.js';
import type { AccountRequest } from './account-request.js';

/** The attributes of an account. */
export const attributeAccount = (request: AccountRequest): AttributeAccount => ({
  attributes: (options) => request(getAttributes, options),
  updateAttributes: ({ attributes, ...options }) => request((post) => updateAttributes(post, attributes), options),
  deleteAttributes: ({ names, ...options }) => request((post) => deleteAttributes(post, names), options),
  sendAttributeCode: ({ name, ...options }) => request((post) => sendAttributeCode(post, name), options),
  verifyAttribute: ({ name, code, ...options }) => request((post) => verifyAttribute(post, name, code), options),
});
