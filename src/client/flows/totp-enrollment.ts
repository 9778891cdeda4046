import type { Action, Post } from '../../cognito/json-protocol.js';
import { associateSoftwareToken, preferSoftwareToken, verifySoftwareToken } from '../../cognito/software-token.js';
import type { Keeper } from '../../session/keeper.js';
import { abortable } from '../../cognito/abortable.js';
import type { FlowClient } from '../auth-client.js';
import { freshTokens, requireTokens, signedIn } from '../signed-in.js';
import type { Step } from '../step.js';
import type { AnswerHandler, Tickets } from '../tickets.js';

/** What enrolling an authenticator app needs. */
interface EnrollmentServices {
  readonly keeper: Keeper;
  readonly tickets: Tickets;
  readonly connect: (action?: Action) => Post;
}

/** Enrolls an authenticator app for a user who is signed in. */
export class TotpEnrollment implements Pick<FlowClient, 'setUpTotp'> {
  readonly #services: EnrollmentServices;

  constructor(services: EnrollmentServices) {
    this.#services = services;
  }

  setUpTotp(_: void, signal?: AbortSignal): Promise<Step> {
    const { connect, keeper, tickets } = this.#services;
    const enrolled = freshTokens(keeper).then(async ({ sub, username, accessToken }): Promise<Step> => {
      const { secret } = await associateSoftwareToken(connect({ signal }), { AccessToken: accessToken });
      return { name: 'totpSetup', secret, ticket: tickets.issue(username, { handle: this.#verifier(sub) }) };
    });
    return abortable(enrolled, signal);
  }

  /** Takes the first code that the app shows. */
  #verifier(sub: string): AnswerHandler {
    let isVerified = false;
    return async (input, { post }) => {
      const session = await requireTokens(sub, this.#services.keeper, { otherwise: 'challenge-expired' });
      const { accessToken } = session;
      if (!isVerified) await verifySoftwareToken(post, { AccessToken: accessToken }, input);
      // The next try, after a lost response, has another code: Cognito would refuse to verify twice.
      isVerified = true;
      await preferSoftwareToken(post, accessToken);
      return { ...signedIn(session), setUp: 'totp' };
    };
  }
}
