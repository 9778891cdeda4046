/** Values of ClientMetadata or ValidationData. */
export type Metadata = Readonly<Record<string, string>>;

/** One challenge of a custom sign-in, as triggers see it. */
export interface ChallengeResult {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  readonly challengeMetadata?: string;
}

/** What every trigger is told about the user. */
interface UserRequest {
  readonly userAttributes: Readonly<Record<string, string>>;
  readonly clientMetadata?: Metadata;
}
/** What a trigger is told that also runs for unknown users. */
interface MaybeUserRequest extends UserRequest {
  readonly userNotFound?: boolean;
}
interface Row<Source extends string, Request, Response> {
  readonly source: `${string}_${Source}`;
  readonly request: Request;
  readonly response: Response;
}

/**
 * The events of the triggers: their sources, request and response. The developer guide of Cognito describes each under
 * "Customizing user pool workflows with Lambda triggers".
 */
export interface TriggerEvents {
  preSignUp: Row<
    'SignUp',
    UserRequest & { readonly validationData?: Metadata },
    { autoConfirmUser: boolean; autoVerifyEmail: boolean; autoVerifyPhone: boolean }
  >;
  preAuthentication: Row<'Authentication', MaybeUserRequest & { readonly validationData?: Metadata }, object>;
  postAuthentication: Row<'Authentication', UserRequest & { readonly newDeviceUsed: boolean }, object>;
  postConfirmation: Row<'ConfirmSignUp' | 'ConfirmForgotPassword', UserRequest, object>;
  userMigration: Row<
    'Authentication' | 'ForgotPassword',
    { readonly password?: string; readonly validationData?: Metadata; readonly clientMetadata?: Metadata },
    { userAttributes?: Record<string, string>; finalUserStatus?: 'CONFIRMED' | 'RESET_REQUIRED' }
  >;
  customMessage: Row<
    'SignUp' | 'ResendCode' | 'ForgotPassword' | 'UpdateUserAttribute' | 'VerifyUserAttribute' | 'Authentication',
    UserRequest & { readonly codeParameter: string; readonly usernameParameter: string },
    { smsMessage?: string; emailMessage?: string; emailSubject?: string }
  >;
  defineAuthChallenge: Row<
    'Authentication',
    MaybeUserRequest & { readonly session: readonly ChallengeResult[] },
    { challengeName?: string; issueTokens?: boolean; failAuthentication?: boolean }
  >;
  createAuthChallenge: Row<
    'Authentication',
    MaybeUserRequest & { readonly challengeName: string; readonly session: readonly ChallengeResult[] },
    {
      publicChallengeParameters?: Record<string, string>;
      privateChallengeParameters?: Record<string, string>;
      challengeMetadata?: string;
    }
  >;
  verifyAuthChallengeResponse: Row<
    'Authentication',
    MaybeUserRequest & {
      readonly privateChallengeParameters: Readonly<Record<string, string>>;
      readonly challengeAnswer: string;
    },
    { answerCorrect?: boolean }
  >;
  preTokenGeneration: Row<
    'Authentication' | 'HostedAuth' | 'NewPasswordChallenge' | 'AuthenticateDevice' | 'RefreshTokens',
    UserRequest & { readonly groupConfiguration: { readonly groupsToOverride: readonly string[] } },
    {
      claimsOverrideDetails?: {
        claimsToAddOrOverride?: Record<string, string>;
        claimsToSuppress?: readonly string[];
        groupOverrideDetails?: { groupsToOverride?: readonly string[] };
      };
    }
  >;
}

/** The name of a trigger in the configuration of a pool. */
export type TriggerName = keyof TriggerEvents;

/** The event that a trigger receives, and returns with its response filled in. */
export interface TriggerEvent<Name extends TriggerName> {
  readonly version: string;
  readonly triggerSource: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly awsSdkVersion: string; readonly clientId: string };
  readonly request: TriggerEvents[Name]['request'];
  readonly response: TriggerEvents[Name]['response'];
}

/** The triggers of a pool: functions instead of Lambda functions. An exception fails the request. */
export type Triggers = {
  readonly [Name in TriggerName]?: (event: TriggerEvent<Name>) => Promise<TriggerEvent<Name>>;
};
