// What the guides import from `aws-amplify-react`.
import '../../callback.js';
import './share.js';

export type { AuthPieceProps } from '../../kit/auth-piece.js';
export { AuthPiece } from './auth-piece.js';
export { Authenticator, UsernameAttributes } from './authenticator.js';
export type { Component, ElementClass, Render } from './component.js';
export type { Federated } from './federated.js';
export { ForgotPassword } from './forgot-password.js';
export { Loading } from './loading.js';
export * from './names.js';
export { AmazonButton, Auth0Button, FacebookButton, GoogleButton, OAuthButton } from './provider-buttons.js';
export type { SignUpConfig, SignUpField } from './sign-up-config.js';
export { AmplifyTheme, useTheme } from './theme.js';
export type { Theme, ThemeStyle } from './theme.js';
export { withAuthenticator } from './with-authenticator.js';
export type { WithAuthenticatorArguments, WithAuthenticatorOptions } from './with-authenticator.js';
export { withAmazon, withAuth0, withFacebook, withFederated, withGoogle, withOAuth } from './with-federated.js';
export type {
  AmazonProps,
  Auth0Props,
  FacebookProps,
  FederatedElement,
  GoogleProps,
  OAuthProps,
} from './with-federated.js';
