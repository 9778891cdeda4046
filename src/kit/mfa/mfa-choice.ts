import type { MfaPreference } from '../../client/account-client.js';
import type { MfaType } from '../../client/step.js';

/** A second factor to be asked for, or none. */
export type MfaChoiceValue = MfaType | 'none';

const TYPES: readonly MfaType[] = ['totp', 'sms', 'email'];

/** The factor that sign-in asks for; undefined when it asks which. */
export function chosenIn(preference: MfaPreference): MfaChoiceValue | undefined {
  const enabled = TYPES.filter((type) => preference[type] !== 'disabled');
  return (
    TYPES.find((type) => preference[type] === 'preferred') ?? (enabled.length > 1 ? undefined : (enabled[0] ?? 'none'))
  );
}

/** What has to change for a choice: one factor is preferred, and the others stay on; or all are turned off. */
export function changesFor(choice: MfaChoiceValue, preference: MfaPreference): Partial<MfaPreference> {
  if (choice !== 'none') return { [choice]: 'preferred' };
  const enabled = Object.entries(preference).filter(([, state]) => state !== 'disabled');
  return Object.fromEntries(enabled.map(([type]) => [type, 'disabled']));
}

/** The preference once that has changed: one factor at most is preferred. */
export const changed = (before: MfaPreference, changes: Partial<MfaPreference>): MfaPreference => ({
  ...before,
  ...Object.fromEntries(TYPES.filter((type) => before[type] === 'preferred').map((type) => [type, 'enabled'])),
  ...changes,
});
