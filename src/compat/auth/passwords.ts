import { required } from '../auth-errors.js';
import type { CompatConfig } from '../compat-config.js';
import type { AuthCore } from '../core.js';
import { HUB_MESSAGES } from '../hub-messages.js';
import type { CompatUser } from '../open-pool.js';
import { answered, promised } from '../promised.js';
import { userSession } from './session.js';
import type { CodeDelivery } from './sign-up.js';

type Metadata = CompatConfig['clientMetadata'];

export async function forgotPassword(
  core: AuthCore,
  username: string,
  clientMetadata?: Metadata,
): Promise<CodeDelivery> {
  const pool = await core.open();
  const user = pool.userOf(required(username, 'empty-username'));
  const metadata = { ...core.metadata(clientMetadata) };
  const delivery = await core.hub.tellFailure('forgotPassword', HUB_MESSAGES.forgotPassword_failure(username), () =>
    answered<CodeDelivery>(({ onSuccess, onFailure }) =>
      user.forgotPassword({ onSuccess, onFailure, inputVerificationCode: onSuccess }, metadata),
    ),
  );
  core.hub.tell('forgotPassword', user, HUB_MESSAGES.forgotPassword(username));
  return delivery;
}

export async function forgotPasswordSubmit(
  core: AuthCore,
  username: string,
  code: string,
  password: string,
  clientMetadata?: Metadata,
): Promise<string> {
  const pool = await core.open();
  const user = pool.userOf(required(username, 'empty-username'));
  required(code, 'empty-code');
  required(password, 'empty-password');
  const metadata = { ...core.metadata(clientMetadata) };
  const result = await core.hub.tellFailure(
    'forgotPasswordSubmit',
    HUB_MESSAGES.forgotPasswordSubmit_failure(username),
    () => answered<string>((callbacks) => user.confirmPassword(code, password, callbacks, metadata)),
  );
  core.hub.tell('forgotPasswordSubmit', user, HUB_MESSAGES.forgotPasswordSubmit(username));
  return result;
}

export async function changePassword(
  core: AuthCore,
  user: CompatUser,
  oldPassword: string,
  newPassword: string,
  clientMetadata?: Metadata,
): Promise<'SUCCESS'> {
  await userSession(core, user);
  return promised((callback) =>
    user.changePassword(oldPassword, newPassword, callback, { ...core.metadata(clientMetadata) }),
  );
}
