/** Rows of selects as one text: `service=8080,node=30333`. */
const selects = (fields: HTMLElement): HTMLSelectElement[] => [...fields.querySelectorAll('select')];

export const readSelects = (fields: HTMLElement): string =>
  selects(fields)
    .map(({ name, value }) => `${name}=${value}`)
    .join();

export function writeSelects(fields: HTMLElement, value: string): void {
  const parts = new Map(value.split(',').map((part) => part.split('=') as [string, string]));
  for (const select of selects(fields)) select.value = parts.get(select.name) ?? '';
}
