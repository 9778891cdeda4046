import { environmentOf } from '../cognito/environment.js';
import { AuthError } from '../cognito/errors.js';
import { createJsonProtocol } from '../cognito/json-protocol.js';
import { Secret } from '../cognito/secret.js';
import { refreshTokens, revokeToken } from '../cognito/tokens.js';
import type { AuthConfig } from '../config/config.js';
import { Devices } from '../session/devices.js';
import type { Keeper } from '../session/keeper.js';
import { MethodMemory } from '../session/method-memory.js';
import { PasskeyMemory } from '../session/passkey-memory.js';
import { ReminderSnooze } from '../session/reminder-snooze.js';
import { SessionKeeper } from '../session/session-keeper.js';
import { SharedRecord } from '../session/shared-record.js';
import { eitherKind } from '../session/either-kind.js';
import { identityKind } from '../session/identity-kind.js';
import { isIdentity } from '../session/signed-in.js';
import { identityPlaceOf } from '../session/session-keys.js';
import { keysOf } from '../session/storage-keys.js';
import { storeOf } from '../session/store.js';
import { listenToTabs, sharingOf } from '../session/tabs.js';
import { userPoolKind } from '../session/user-pool-kind.js';
import type { UserPoolSession } from '../session/user-pool-session.js';
import { abortable } from '../cognito/abortable.js';
import { Attempts } from './attempts.js';
import type { AuthClient, AwsCredentials, FlowClient, Tokens } from './auth-client.js';
import type { FederatedIdentity } from './federated-identity.js';
import { FLOW_INPUTS } from './flow-inputs.js';
import { DirectLogins } from './federation/direct-logins.js';
import { directProviderOf } from './federation/direct-provider.js';
import { FederationFlow } from './federation/federation-flow.js';
import { LazyIdentities } from './federation/lazy-identities.js';
import { renewalModeOf } from './federation/renewal-mode.js';
import { forEachMethod } from './flow-methods.js';
import { PendingStep } from './flows/pending-step.js';
import { ResetPasswordFlow } from './flows/reset-password.js';
import { SignInSteps } from './flows/sign-in-steps.js';
import { SignInFlow } from './flows/sign-in.js';
import { SignOutFlow } from './flows/sign-out.js';
import { SignUpFlow } from './flows/sign-up.js';
import { TotpEnrollment } from './flows/totp-enrollment.js';
import { checked, flag, optional } from './input-checks.js';
import { LazyCode } from './lazy-code.js';
import { Listeners } from './listeners.js';
import { MethodRequests } from './method-requests.js';
import { Proofs } from './proofs.js';
import { freshTokens, signedIn, withTokens } from './signed-in.js';
import { Tickets } from './tickets.js';
import { Wire } from './wire.js';
import type { RefreshListeners } from './wire.js';

/** The flow that has each method. */
type Flows = { readonly [Method in keyof FlowClient]: Pick<FlowClient, Method> };

/** A client that speaks to Cognito, and checks its input. Nothing is sent before a method is called. */
export const createCognitoClient = (config: AuthConfig): AuthClient => createWiredClient(config).client;

/** The same, with what another API needs of it. */
export function createWiredClient(config: AuthConfig): { readonly client: AuthClient; readonly wire: Wire } {
  const environment = environmentOf(config.environment);
  const { now } = environment;
  const requests = new MethodRequests();
  const bare = createJsonProtocol(config, environment);
  const connect = requests.over(bare);
  const revoke = (refreshToken: string) => void revokeToken(connect(), refreshToken).catch(() => undefined);
  const refresh = async (refreshToken: string, username: string, post = connect()) =>
    refreshTokens(post, refreshToken, (await devices.of(username))?.key);

  const listeners = new Listeners(
    () => void keeper.wake(),
    () => listenToTabs(config, () => void keeper.read()),
    ({ name }) => {
      if (name === 'ended') identities.forget();
      // A sign-in or sign-out here replaces the user whom another library has left.
      if (name === 'started' || name === 'ended') void federate.dropLeft();
    },
  );
  const refreshes: RefreshListeners = new Set();
  const store = storeOf(config, () => listeners.tell({ name: 'degraded' }));
  const devices = new Devices(config, store);
  const methods = new MethodMemory(config, store);
  const passkeys = new PasskeyMemory(config, store);
  const identity = identityKind(identityPlaceOf(config), {
    renewal: (session) => renewalModeOf(config, session),
    refresh: async (session) => (await identities.load()).logins.refresh(session),
  });
  const ofSessions = {
    refresh: (refreshToken: string, { username }: UserPoolSession) => refresh(refreshToken, username),
    revoke,
  };
  const keeper: Keeper = new SessionKeeper({
    // Without a user pool, there are no sessions of one.
    kind:
      config.userPoolId === undefined
        ? identity
        : eitherKind({ userPool: userPoolKind(config, store, ofSessions), identity }),
    record: new SharedRecord(store, keysOf(config).record, sharingOf(config), environment),
    events: {
      ended: (reason) => listeners.tell({ name: 'ended', reason }),
      started: (session) => listeners.tell({ name: 'started', step: signedIn(session) }),
      refreshed: (error) => refreshes.forEach((listener) => listener(error)),
    },
    environment,
  });

  const direct = new DirectLogins({ config, environment });
  const identities = new LazyIdentities({ config, environment, keeper, store, direct });
  const tickets = new Tickets();
  const proofs = new Proofs(config);
  const pendingStep = new PendingStep(config, now, (ticket) => tickets.challengeOf(ticket));
  const attempts = new Attempts({ connect, bare }, pendingStep);
  const shared = {
    ...{ config, environment, now, connect, keeper, listeners },
    ...{ tickets, attempts, pendingStep, methods, passkeys },
  };
  const steps = new SignInSteps({
    ...shared,
    proofs,
    devices,
    snooze: new ReminderSnooze(config, store, 'verify-contact'),
    revoke,
  });
  const starts = { ...shared, signIn: steps.start.bind(steps) };
  const signUp = new SignUpFlow(starts);
  const resetPassword = new ResetPasswordFlow(starts);
  const federate = new FederationFlow({ ...shared, direct, identities, store, revoke });
  const signIn = new SignInFlow({ ...shared, steps, signUp, federate });
  const setUpTotp = new TotpEnrollment(shared);
  const signOut = new SignOutFlow({ ...shared, signUp, federate, refresh, revoke });

  const flows: Flows = {
    restore: signIn,
    signIn,
    offerPasskey: signIn,
    federate,
    answer: signIn,
    startAgain: signIn,
    signUp,
    confirmSignUp: signUp,
    resendSignUpCode: signUp,
    forgotPassword: resetPassword,
    resetPassword,
    setUpTotp,
    signOut,
  };

  const accountCode = new LazyCode(() => import('./account/open-account.js'));

  async function openAccount() {
    const session = await keeper.read();
    if (!session) throw new AuthError('session-expired');
    const { sub } = withTokens(session);
    const { openAccount } = await accountCode.load();
    return openAccount({ sub, keeper, devices, connect, signOut: () => signOut.signOut({}) });
  }

  const getCredentials = async (forceRefresh?: boolean) => (await identities.load()).credentials.get(forceRefresh);

  async function getIdentity(): Promise<FederatedIdentity | undefined> {
    const session = await keeper.read();
    if (!session || !isIdentity(session)) return undefined;
    const { provider, token, sub, user } = session;
    const expiresAt = now() + keeper.remaining(session);
    return { provider, token: new Secret(token), expiresAt, identityId: sub, user };
  }

  const client: AuthClient = {
    ...forEachMethod<FlowClient>((method) => {
      // The table says which flow has the method.
      const flow = flows[method] as FlowClient;
      return checked((input: never, signal?: AbortSignal) => flow[method](input, signal), FLOW_INPUTS[method]);
    }),
    authFlow: config.authFlow,
    async prepare({ provider } = {}) {
      if (provider !== undefined) {
        const beside = directProviderOf(config, provider);
        return beside && direct.prepare(beside);
      }
      if (config.authFlow === 'USER_PASSWORD_AUTH' || config.authFlow === 'CUSTOM_WITHOUT_SRP') return;
      await proofs.prepare();
    },
    leave() {
      pendingStep.forget();
      signUp.forget();
      tickets.end();
    },
    getTokens: checked<Parameters<AuthClient['getTokens']>[0], [], Tokens>(
      ({ forceRefresh, signal } = {}) => {
        const tokens = freshTokens(keeper, forceRefresh).then((session) => ({
          accessToken: session.accessToken,
          idToken: session.idToken,
          expiresAt: now() + keeper.remaining(session),
        }));
        return abortable(tokens, signal);
      },
      { forceRefresh: optional(flag) },
    ),
    getCredentials: checked<Parameters<AuthClient['getCredentials']>[0], [], AwsCredentials>(
      ({ forceRefresh, signal } = {}) => abortable(getCredentials(forceRefresh), signal),
      { forceRefresh: optional(flag) },
    ),
    rememberMethod: () => methods.keep(),
    lastMethod: () => methods.last(),
    identity: () => abortable(getIdentity()),
    account: () => abortable(openAccount()),
    watch: (listener) => listeners.add(listener),
  };
  return { client, wire: new Wire({ ...shared, connect: bare, devices, steps, refreshes, requests }) };
}
