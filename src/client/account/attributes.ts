import {
  deleteAttributes,
  getAttributes,
  sendAttributeCode,
  updateAttributes,
  verifyAttribute,
} from '../../cognito/account/attributes.js';
import type { AttributeAccount } from '../account-client.js';
import type { Ask } from './account-request.js';

/** What Cognito knows about the owner of an account. */
export const attributeAccount = (ask: Ask): AttributeAccount => ({
  attributes: (options) => ask(getAttributes, options),
  updateAttributes: ({ attributes, ...options }) => ask((post) => updateAttributes(post, attributes), options),
  deleteAttributes: ({ names, ...options }) => ask((post) => deleteAttributes(post, names), options),
  sendAttributeCode: ({ name, ...options }) => ask((post) => sendAttributeCode(post, name), options),
  verifyAttribute: ({ name, code, ...options }) => ask((post) => verifyAttribute(post, name, code), options),
});
