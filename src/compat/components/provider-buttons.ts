import { AuthFederatedButtons } from '../../elements/auth-federated-buttons.js';
import { auth0Name } from './federated.js';

/** `<auth-federated-buttons>` with one button. */
const buttonOf = (nameOf: () => string): typeof AuthFederatedButtons =>
  class extends AuthFederatedButtons {
    constructor() {
      super();
      this.noDivider = true;
      this.providers = [nameOf()];
    }
  };

/** The button of Google, as a class of elements. */
export const GoogleButton = /* @__PURE__ */ buttonOf(() => 'google');
/** The button of Facebook, as a class of elements. */
export const FacebookButton = /* @__PURE__ */ buttonOf(() => 'facebook');
/** The button of Amazon, as a class of elements. */
export const AmazonButton = /* @__PURE__ */ buttonOf(() => 'amazon');
/** The button of Auth0, as a class of elements. Creating one without `auth0` in the configuration throws. */
export const Auth0Button = /* @__PURE__ */ buttonOf(auth0Name);
/** The button of the sign-in pages of the user pool, as a class of elements. */
export const OAuthButton = /* @__PURE__ */ buttonOf(() => '');
