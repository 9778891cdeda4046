/**
 * Shows style sheets the states of an element, by `:state()`. Browsers before 2024 have none, or others: then sheets cannot
 * ask, and all else goes on.
 */
export function showStates({ states }: ElementInternals, wanted: Readonly<Record<string, boolean>>): void {
  try {
    for (const [state, isOn] of Object.entries(wanted)) states[isOn ? 'add' : 'delete'](state);
  } catch {
    // See above.
  }
}
