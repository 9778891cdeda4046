import { RespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider';
import type {
  InitiateAuthResponse,
  RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import type { CheckedSdk } from './checked-sdk.js';

/** Responds to a challenge in its session. */
export const answerChallenge = (
  sdk: CheckedSdk,
  ClientId: string,
  { ChallengeName, Session }: InitiateAuthResponse,
  ChallengeResponses: Record<string, string>,
  ClientMetadata?: Record<string, string>,
): Promise<RespondToAuthChallengeCommandOutput> =>
  sdk.send(new RespondToAuthChallengeCommand({ ClientId, ChallengeName, Session, ChallengeResponses, ClientMetadata }));
