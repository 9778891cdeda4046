/** What a page sends along for triggers: ClientMetadata and ValidationData. */
export type Metadata = Readonly<Record<string, string>>;

/** One round of a custom sign-in, as the triggers are told of it. */
export interface ChallengeResult {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  readonly challengeMetadata?: string;
}

/** What every trigger is told of a person. */
interface About {
  readonly userAttributes: Readonly<Record<string, string>>;
  readonly clientMetadata?: Metadata;
}
/** What triggers are told that run before it is known who somebody is. */
interface AboutSomebody extends About {
  readonly userNotFound?: boolean;
}
interface Row<Source extends string, Request, Response> {
  readonly source: `${string}_${Source}`;
  readonly request: Request;
  readonly response: Response;
}

/**
 * The events of the triggers: by whom they are caused, what they tell, and what is to be filled in. Each is described
 * in the developer guide of Cognito under "Customizing user pool workflows with Lambda triggers".
 */
export interface TriggerEvents {
  preSignUp: Row<
    'SignUp',
    About & { readonly validationData?: Metadata },
    { autoConfirmUser: boolean; autoVerifyEmail: boolean; autoVerifyPhone: boolean }
  >;
  preAuthentication: Row<'Authentication', AboutSomebody & { readonly validationData?: Metadata }, object>;
  postAuthentication: Row<'Authentication', About & { readonly newDeviceUsed: boolean }, object>;
  postConfirmation: Row<'ConfirmSignUp' | 'ConfirmForgotPassword', About, object>;
  userMigration: Row<
    'Authentication' | 'ForgotPassword',
    { readonly password?: string; readonly validationData?: Metadata; readonly clientMetadata?: Metadata },
    { userAttributes?: Record<string, string>; finalUserStatus?: 'CONFIRMED' | 'RESET_REQUIRED' }
  >;
  customMessage: Row<
    'SignUp' | 'ResendCode' | 'ForgotPassword' | 'UpdateUserAttribute' | 'VerifyUserAttribute' | 'Authentication',
    About & { readonly codeParameter: string; readonly usernameParameter: string },
    { smsMessage?: string; emailMessage?: string; emailSubject?: string }
  >;
  defineAuthChallenge: Row<
    'Authentication',
    AboutSomebody & { readonly session: readonly ChallengeResult[] },
    { challengeName?: string; issueTokens?: boolean; failAuthentication?: boolean }
  >;
  createAuthChallenge: Row<
    'Authentication',
    AboutSomebody & { readonly challengeName: string; readonly session: readonly ChallengeResult[] },
    {
      publicChallengeParameters?: Record<string, string>;
      privateChallengeParameters?: Record<string, string>;
      challengeMetadata?: string;
    }
  >;
  verifyAuthChallengeResponse: Row<
    'Authentication',
    AboutSomebody & {
      readonly privateChallengeParameters: Readonly<Record<string, string>>;
      readonly challengeAnswer: string;
    },
    { answerCorrect?: boolean }
  >;
  preTokenGeneration: Row<
    'Authentication' | 'NewPasswordChallenge' | 'AuthenticateDevice' | 'RefreshTokens',
    About & { readonly groupConfiguration: { readonly groupsToOverride: readonly string[] } },
    {
      claimsOverrideDetails?: {
        claimsToAddOrOverride?: Record<string, string>;
        claimsToSuppress?: readonly string[];
        groupOverrideDetails?: { groupsToOverride?: readonly string[] };
      };
    }
  >;
}

/** The name of a trigger, as a pool is set up with it. */
export type TriggerName = keyof TriggerEvents;

/** What a trigger gets, and gives back with its response filled in. */
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

/** The triggers of a pool: what would be Lambda functions are functions here. An exception refuses the request. */
export type Triggers = {
  readonly [Name in TriggerName]?: (event: TriggerEvent<Name>) => Promise<TriggerEvent<Name>>;
};
