/** What the controls of a question say, as texts; and, of a lesson's question, what was typed and not yet checked, kept for this tab. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
export const controlsIn = (fields: HTMLElement): Control[] => [
  ...fields.querySelectorAll<Control>('input, select, textarea'),
];
export const isTick = (control: Control): control is HTMLInputElement =>
  /^(radio|checkbox)$/.test(control.type);

/** What all controls say, in their order. */
export const stateOf = (fields: HTMLElement): string[] =>
  controlsIn(fields).map((control) => (isTick(control) ? String(control.checked) : control.value));

/** Puts that back; nothing where there are other controls by now. */
export function putState(fields: HTMLElement, state: readonly string[]): void {
  const controls = controlsIn(fields);
  if (controls.length !== state.length) return;
  for (const [index, control] of controls.entries()) {
    if (isTick(control)) control.checked = state[index] === 'true';
    else control.value = state[index] ?? '';
  }
}

const PREFIX = 'port-of-call/typed/';

/** Called on every input and hint; a storage that is forbidden or full keeps nothing. */
export function keepTyped(id: string, fields: HTMLElement, hints: number): void {
  try {
    sessionStorage.setItem(PREFIX + id, JSON.stringify([hints, ...stateOf(fields)]));
  } catch {
    // It stays where it is: in the controls.
  }
}

export function dropTyped(id: string): void {
  try {
    sessionStorage.removeItem(PREFIX + id);
  } catch {
    // Nothing was kept.
  }
}

/** After a reload; returns how many hints there had been. */
export function restoreTyped(id: string, fields: HTMLElement): number {
  try {
    const [hints, ...state]: unknown[] = JSON.parse(sessionStorage.getItem(PREFIX + id) ?? '[]');
    putState(fields, state.map(String));
    return typeof hints === 'number' ? hints : 0;
  } catch {
    return 0;
  }
}
