import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoException, notAuthorized } from '../exceptions.js';
import { afterPassword } from '../flows/after-password.js';
import { beforeSignIn } from '../flows/before-sign-in.js';
import { CHALLENGES } from '../flows/challenge-responses.js';
import { requirePassword } from '../flows/password-proof.js';
import { COGNITO } from '../store/model.js';
import type { User } from '../store/model.js';
import type { Store } from '../store/store.js';
import { findUser } from '../store/users.js';
import { authorizationRequestIn } from './authorization-request.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { completeSignIn } from './grant.js';
import { page } from './http.js';
import type { HostedAnswer, HostedRequest } from './http.js';
import { textsIn } from './page-texts.js';
import type { PageTexts } from './page-texts.js';
import { codePage, sentencePage, signInPage } from './pages.js';

/** The challenges that these pages can ask: those of a code. */
const CODES = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] as const;
type CodeChallenge = (typeof CODES)[number];

const codeNamed = (name: string | null | undefined): CodeChallenge | undefined => CODES.find((one) => one === name);

/** The text for an exception, by its name. */
const REFUSALS: Readonly<Record<string, keyof PageTexts>> = {
  CodeMismatchException: 'wrongCode',
  NotAuthorizedException: 'wrongPassword',
  PasswordResetRequiredException: 'resetRequired',
  UserNotConfirmedException: 'unconfirmed',
};

const WRONG_PASSWORD = notAuthorized().message;

function textOf(refusal: unknown, { lang }: AuthorizationRequest): string {
  if (!(refusal instanceof CognitoException)) throw refusal;
  const { name, message } = refusal;
  const key = Object.hasOwn(REFUSALS, name) ? REFUSALS[name] : undefined;
  const text = key && textsIn(lang)[key];
  // Other refusals of this name, such as for a disabled user or after too many tries, say so themselves.
  const isSaid = name !== 'NotAuthorizedException' || message === WRONG_PASSWORD;
  return typeof text === 'string' && isSaid ? text : message;
}

/** `GET /login` */
export async function showLogin(store: Store, { query }: HostedRequest): Promise<HostedAnswer> {
  const request = authorizationRequestIn(store, query);
  return page(200, signInPage(request, { username: request.loginHint }));
}

/** `POST /login`: a password, or the code of a second factor. */
export async function submitLogin(store: Store, { query, form }: HostedRequest): Promise<HostedAnswer> {
  const request = authorizationRequestIn(store, query);
  if (!request.client.providers.includes(COGNITO)) {
    return page(400, sentencePage(request, textsIn(request.lang).noPassword));
  }
  return form.has('session') ? submitCode(store, request, form) : submitPassword(store, request, form);
}

async function submitPassword(
  store: Store,
  request: AuthorizationRequest,
  form: URLSearchParams,
): Promise<HostedAnswer> {
  const { pool, client } = request;
  const username = form.get('username') ?? '';
  const password = form.get('password') ?? '';
  try {
    await beforeSignIn(store, request, { AuthParameters: { USERNAME: username, PASSWORD: password } });
    const user = findUser(pool, username);
    if (!user) throw notAuthorized();
    requirePassword(store, { pool, client, user }, password);
    return await next(store, request, user, await afterPassword(store, { pool, client, user, isHosted: true }));
  } catch (refusal) {
    return page(400, signInPage(request, { username, error: textOf(refusal, request) }));
  }
}

async function submitCode(store: Store, request: AuthorizationRequest, form: URLSearchParams): Promise<HostedAnswer> {
  const { client } = request;
  const session = form.get('session') ?? '';
  const challenge = codeNamed(form.get('challenge')) ?? 'SOFTWARE_TOKEN_MFA';
  try {
    const { user, isHosted } = store.sessions.get(session, client.id, [challenge]);
    if (!isHosted) throw notAuthorized('Invalid session for the user.');
    const answer = await CHALLENGES[challenge]!(
      store,
      {
        Session: session,
        ChallengeResponses: { USERNAME: user.username, [`${challenge}_CODE`]: form.get('code') ?? '' },
      },
      request,
    );
    return await next(store, request, user, answer);
  } catch (refusal) {
    const error = textOf(refusal, request);
    if (!isOpen(store, session, client.id, challenge)) {
      return page(400, signInPage(request, { error: textsIn(request.lang).expired }));
    }
    const destination = form.get('destination') ?? undefined;
    return page(400, codePage(request, { session, challenge, destination, error }));
  }
}

function isOpen(store: Store, session: string, clientId: string, challenge: CodeChallenge): boolean {
  try {
    return store.sessions.get(session, clientId, [challenge]).isHosted === true;
  } catch {
    return false;
  }
}

/** What comes after a step of a sign-in: the app, the page for a code, or a sentence for what these pages cannot ask. */
async function next(
  store: Store,
  request: AuthorizationRequest,
  user: User,
  { ChallengeName, ChallengeParameters = {}, Session = '' }: RespondToAuthChallengeResponse,
): Promise<HostedAnswer> {
  if (!ChallengeName) return completeSignIn(store, request, user);
  const challenge = codeNamed(ChallengeName);
  if (!challenge) return page(200, sentencePage(request, textsIn(request.lang).needsApp));
  const destination = ChallengeParameters['CODE_DELIVERY_DESTINATION'];
  return page(200, codePage(request, { session: Session, challenge, destination }));
}
