import type * as Cognito from '@aws-sdk/client-cognito-identity-provider';
import type { Store } from '../store/store.js';

/** Request and response of each operation, in the types of AWS's own client. */
interface OperationTypes {
  AdminCreateUser: [Cognito.AdminCreateUserRequest, Cognito.AdminCreateUserResponse];
  AssociateSoftwareToken: [Cognito.AssociateSoftwareTokenRequest, Cognito.AssociateSoftwareTokenResponse];
  ChangePassword: [Cognito.ChangePasswordRequest, Cognito.ChangePasswordResponse];
  ConfirmForgotPassword: [Cognito.ConfirmForgotPasswordRequest, Cognito.ConfirmForgotPasswordResponse];
  ConfirmSignUp: [Cognito.ConfirmSignUpRequest, Cognito.ConfirmSignUpResponse];
  CompleteWebAuthnRegistration: [
    Cognito.CompleteWebAuthnRegistrationRequest,
    Cognito.CompleteWebAuthnRegistrationResponse,
  ];
  ConfirmDevice: [Cognito.ConfirmDeviceRequest, Cognito.ConfirmDeviceResponse];
  DeleteUserAttributes: [Cognito.DeleteUserAttributesRequest, Cognito.DeleteUserAttributesResponse];
  DeleteUser: [Cognito.DeleteUserRequest, object];
  DeleteWebAuthnCredential: [Cognito.DeleteWebAuthnCredentialRequest, Cognito.DeleteWebAuthnCredentialResponse];
  ForgetDevice: [Cognito.ForgetDeviceRequest, object];
  ForgotPassword: [Cognito.ForgotPasswordRequest, Cognito.ForgotPasswordResponse];
  GetDevice: [Cognito.GetDeviceRequest, Cognito.GetDeviceResponse];
  GetTokensFromRefreshToken: [Cognito.GetTokensFromRefreshTokenRequest, Cognito.GetTokensFromRefreshTokenResponse];
  GetUserAuthFactors: [Cognito.GetUserAuthFactorsRequest, Cognito.GetUserAuthFactorsResponse];
  GetUser: [Cognito.GetUserRequest, Cognito.GetUserResponse];
  GetUserAttributeVerificationCode: [
    Cognito.GetUserAttributeVerificationCodeRequest,
    Cognito.GetUserAttributeVerificationCodeResponse,
  ];
  GlobalSignOut: [Cognito.GlobalSignOutRequest, Cognito.GlobalSignOutResponse];
  InitiateAuth: [Cognito.InitiateAuthRequest, Cognito.InitiateAuthResponse];
  ListDevices: [Cognito.ListDevicesRequest, Cognito.ListDevicesResponse];
  ListUserSessions: [Cognito.ListUserSessionsRequest, Cognito.ListUserSessionsResponse];
  ListWebAuthnCredentials: [Cognito.ListWebAuthnCredentialsRequest, Cognito.ListWebAuthnCredentialsResponse];
  ResendConfirmationCode: [Cognito.ResendConfirmationCodeRequest, Cognito.ResendConfirmationCodeResponse];
  RespondToAuthChallenge: [Cognito.RespondToAuthChallengeRequest, Cognito.RespondToAuthChallengeResponse];
  RevokeToken: [Cognito.RevokeTokenRequest, Cognito.RevokeTokenResponse];
  RevokeUserSession: [Cognito.RevokeUserSessionRequest, Cognito.RevokeUserSessionResponse];
  SetUserMFAPreference: [Cognito.SetUserMFAPreferenceRequest, Cognito.SetUserMFAPreferenceResponse];
  SetUserSettings: [Cognito.SetUserSettingsRequest, Cognito.SetUserSettingsResponse];
  SignUp: [Cognito.SignUpRequest, Cognito.SignUpResponse];
  StartWebAuthnRegistration: [Cognito.StartWebAuthnRegistrationRequest, Cognito.StartWebAuthnRegistrationResponse];
  UpdateDeviceStatus: [Cognito.UpdateDeviceStatusRequest, Cognito.UpdateDeviceStatusResponse];
  UpdateUserAttributes: [Cognito.UpdateUserAttributesRequest, Cognito.UpdateUserAttributesResponse];
  VerifySoftwareToken: [Cognito.VerifySoftwareTokenRequest, Cognito.VerifySoftwareTokenResponse];
  VerifyUserAttribute: [Cognito.VerifyUserAttributeRequest, Cognito.VerifyUserAttributeResponse];
}

/** The name of an operation, as in `x-amz-target`. */
export type OperationName = keyof OperationTypes;

/** The implementation of each operation. Any member of a request may be missing. */
export type Operations = {
  readonly [Name in OperationName]: (
    store: Store,
    request: Partial<OperationTypes[Name][0]>,
  ) => Promise<OperationTypes[Name][1]>;
};
