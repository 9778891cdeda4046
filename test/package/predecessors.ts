/** The words of a text. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * What the libraries of components before this one have for apps, by their headings in docs/migration.md: exports, tags, props,
 * slots, enums, hooks and what they answer. A name with two meanings stands here twice, as
 * it has two rows there. Written by hand: none of these libraries is installed here.
 */
export const PREDECESSORS: Readonly<Record<string, readonly string[]>> = {
  'aws-amplify-react': words(`
    withAuthenticator includeGreetings Authenticator amplifyConfig authState authData onStateChange container
    errorMessage federated hide SignUp hideDefault signUpConfig label placeholder required type displayOrder key
    custom header hideAllDefaults hiddenDefaults defaultCountryCode theme AmplifyTheme usernameAttributes
    UsernameAttributes SignIn ConfirmSignIn ConfirmSignUp ForgotPassword RequireNewPassword VerifyContact TOTPSetup
    TOTPSetupComp SelectMFAType MFATypes Greetings inGreeting outGreeting SignOut Loading PhoneField FederatedSignIn
    FederatedButtons GoogleButton FacebookButton AmazonButton OAuthButton Auth0Button withFederated withGoogle
    withFacebook withAmazon withOAuth withAuth0 AuthPiece _validAuthStates showComponent changeState
    AuthenticatorWrapper AmplifyMessageMap map onAuthEvent signUpWithUsernameFields countryDialCodes AmplifyI18n
    amplify-authenticator-authState username data-test Container FormSection SectionHeader InputRow Button Toast
    NavBar S3Album S3Image S3Text PhotoPicker TextPicker ChatBot Connect SumerianScene trackLifecycle trackUpdate`),
  '@aws-amplify/ui-components': words(`
    amplify-authenticator initial-auth-state signup username-alias hide-toast handleAuthStateChange federated
    sign-in sign-up confirm-sign-in confirm-sign-up forgot-password verify-contact totp-setup loading
    require-new-password greetings amplify-sign-in amplify-sign-up amplify-confirm-sign-in amplify-confirm-sign-up
    amplify-forgot-password amplify-verify-contact amplify-totp-setup amplify-select-mfa-type amplify-greetings
    amplify-sign-out amplify-require-new-password formFields hint handleInputChange inputProps headerText
    submitButtonText sendButtonText signInText haveAccountText hide-sign-up handleSubmit handleSignUp handleSend
    handleComplete validationErrors header-subtitle footer primary-footer-content secondary-footer-content
    federated-buttons user issuer standalone MFATypes authData username logo button-text amplify-federated-buttons
    amplify-federated-sign-in amplify-sign-in-button amplify-google-button amplify-facebook-button
    amplify-amazon-button amplify-auth0-button amplify-oauth-button amplify-auth-container amplify-auth-fields
    amplify-form-section amplify-form-field amplify-username-field amplify-country-dial-code amplify-input
    amplify-label amplify-select amplify-checkbox amplify-radio-button amplify-button amplify-hint amplify-link
    amplify-section amplify-container amplify-nav amplify-strike amplify-tooltip amplify-icon amplify-icon-button
    amplify-loading-spinner amplify-toast amplify-chatbot amplify-picker amplify-photo-picker amplify-s3-
    onAuthUIStateChange UI Auth Hub AuthStateChange ToastAuthError AuthState ChallengeName MfaOption AuthFormField
    Translations I18n --amplify-primary-color --amplify-primary-contrast --amplify-background-color
    --background-color --amplify-font-family --amplify-text- --amplify-red --amplify-grey --amplify-secondary-color
    --border-radius --box-shadow --width --padding --container-height --container-align`),
  'Amplify UI 6': words(`
    Authenticator withAuthenticator signOut Provider initialState loginMechanisms signUpAttributes hideSignUp
    socialProviders variation modal passwordless preferredAuthMethod hiddenAuthMethods passkeyRegistrationPrompts
    passwordSettings className formFields labelHidden dialCode dialCodeList pattern minLength maxLength isReadOnly
    isRequired defaultValue autocapitalize totpIssuer totpUsername components Header Footer SignUp FormFields SignIn
    sign-in-header verify-user-footer services handleSignIn handle validateCustomSignUp validateFormPassword
    validateConfirmPassword getCurrentUser getAmplifyConfig useAuthenticator route authStatus isPending username
    error QRFields preferredChallenge selectedAuthMethod challengeName codeDeliveryDetails totpSecretCode
    allowedMfaTypes availableAuthMethods unverifiedUserAttributes loginMechanism validationErrors
    hasValidationErrors toSignIn toSignUp toForgotPassword submitForm resendCode skipVerification selectAuthMethod
    toShowAuthMethods toFederatedSignIn initializeMachine updateForm updateBlur AccountSettings ChangePassword
    DeleteUser translations I18n putVocabularies ThemeProvider --amplify-components-authenticator- colorMode
    data-amplify-authenticator View Card Heading
    user signOut socialProviders`),
};
