import { meaningOf } from '../../cognito/exceptions.js';
import type { Action, Post } from '../../cognito/json-protocol.js';
import { signOutEverywhere } from '../../cognito/tokens.js';
import type { IssuedTokens } from '../../cognito/tokens.js';
import type { Keeper } from '../../session/keeper.js';
import type { MethodMemory } from '../../session/method-memory.js';
import type { PasskeyMemory } from '../../session/passkey-memory.js';
import { isIdentity } from '../../session/signed-in.js';
import type { SignedIn } from '../../session/signed-in.js';
import type { Kept } from '../../session/session.js';
import type { Session } from '../../session/user-pool-session.js';
import { abortable } from '../../cognito/abortable.js';
import type { Attempts } from '../attempts.js';
import type { FlowClient, SignOutInput } from '../auth-client.js';
import type { FederationFlow } from '../federation/federation-flow.js';
import type { Listeners } from '../listeners.js';
import type { Step } from '../step.js';
import type { Tickets } from '../tickets.js';
import type { PendingStep } from './pending-step.js';
import type { SignUpFlow } from './sign-up.js';

/** What a sign-out ends, and how Cognito is told. */
interface SignOutServices {
  readonly keeper: Keeper;
  readonly methods: MethodMemory;
  readonly passkeys: PasskeyMemory;
  readonly listeners: Listeners;
  readonly attempts: Attempts;
  readonly pendingStep: PendingStep;
  readonly tickets: Tickets;
  readonly signUp: SignUpFlow;
  readonly federate: FederationFlow;
  readonly connect: (action?: Action) => Post;
  readonly refresh: (refreshToken: string, username: string, post?: Post) => Promise<IssuedTokens>;
  /** Best effort, for tokens that are not needed any more. */
  readonly revoke: (refreshToken: string) => void;
}

/** Ends the session here, and at Cognito. */
export class SignOutFlow implements Pick<FlowClient, 'signOut'> {
  readonly #services: SignOutServices;

  constructor(services: SignOutServices) {
    this.#services = services;
  }

  async signOut({ global = false, forget = false, redirect }: SignOutInput = {}, signal?: AbortSignal): Promise<Step> {
    const { attempts, federate, keeper, listeners, pendingStep, revoke, signUp, tickets } = this.#services;
    attempts.supersede();
    signUp.forget();
    pendingStep.forget();
    tickets.end();
    let sent: Promise<void> | undefined;
    const tellCognito = (session: Kept<SignedIn>) => {
      // No request ends what a provider has issued.
      if (isIdentity(session)) return;
      if (!global) {
        if (session.refreshToken) revoke(session.refreshToken);
      } else if (keeper.remaining(session) > 0) {
        sent = this.#everywhere(session, signal);
        // Awaited below, once the session is gone here.
        sent.catch(() => undefined);
      }
    };
    const ended = await abortable(keeper.end(tellCognito), signal);
    const session = ended && !isIdentity(ended) ? ended : undefined;
    await federate.dropLeft();
    if (forget) await this.#forget();
    if (ended) listeners.tell({ name: 'ended', reason: 'user' });
    // Expired tokens have to be refreshed first, and only the store has the latest refresh token.
    if (session && global) await (sent ?? this.#everywhere(session, signal));
    if (ended && isIdentity(ended)) await abortable(federate.signOff(ended, { isGlobal: global, redirect }), signal);
    else if (redirect ?? session?.via === 'redirect') await abortable(federate.signOut(), signal);
    return { name: 'signIn' };
  }

  /** Nothing is left of who was here, and how they signed in. */
  async #forget(): Promise<void> {
    const { methods, passkeys } = this.#services;
    await Promise.all([methods.forget(), passkeys.forget()]);
  }

  /** Ends every session of the user at Cognito. */
  async #everywhere(session: Session, signal?: AbortSignal): Promise<void> {
    const { connect, keeper, refresh } = this.#services;
    const post = connect({ signal });
    try {
      const { refreshToken, username } = session;
      const isExpired = refreshToken && keeper.remaining(session) <= 0;
      const { accessToken } = isExpired ? await refresh(refreshToken, username, post) : session;
      await signOutEverywhere(post, accessToken);
    } catch (error) {
      // A session that Cognito has ended already counts as signed out everywhere.
      if (!meaningOf(error).session) throw error;
    }
  }
}
