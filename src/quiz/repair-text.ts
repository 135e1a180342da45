/** An edited manifest as an answer: one text that no quotation mark and no bracket can end, and back. */
export const repairValue = (edited: string): string =>
  encodeURIComponent(edited.trimEnd().toWellFormed()).replace(/'/g, '%27');

/** Empty for what is no such answer. */
export function editedText(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
