/**
 * The little markup of quiz texts, so that they can travel as JSON and be drawn without innerHTML:
 * `` `targetPort` `` is code, `[target 8170]` a port number with its mark, `[target! 8170]` the same with a hollow mark,
 * `<http://web:[port 8080]>` an address, which is not broken across lines.
 * The words of the marks are the CSS classes of the roles.
 */
export const MARKS = ['port', 'target', 'node', 'listen', 'container', 'none'] as const;
export type Mark = (typeof MARKS)[number];

export type Part =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'port'; mark: Mark; value: string; hollow: boolean }
  | { type: 'address'; parts: readonly Part[] };

const TOKEN = /`([^`]+)`|\[(port|target|node|listen|container|none)(!?) (\d+|\?)\]|<([^<>]+)>/g;

/** Any text gives parts; what is no markup stays as it is. */
export function parseMarks(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, code, mark, hollow, value, address] = match;
    if (match.index > end) parts.push({ type: 'text', text: text.slice(end, match.index) });
    end = match.index + whole.length;
    if (code) parts.push({ type: 'code', text: code });
    else if (mark && value) parts.push({ type: 'port', mark: mark as Mark, value, hollow: hollow === '!' });
    else if (address) parts.push({ type: 'address', parts: parseMarks(address) });
  }
  if (end < text.length) parts.push({ type: 'text', text: text.slice(end) });
  return parts;
}

/** The class that gives the name of a field the colour of its role. */
export const fieldMark = (code: string): Mark | undefined =>
  (({ port: 'port', targetPort: 'target', nodePort: 'node', containerPort: 'container' }) as const)[code];

/** The text alone, as a screen reader or a spreadsheet wants it. */
export const plainText = (text: string): string =>
  parseMarks(text)
    .map((part) => {
      switch (part.type) {
        case 'text':
        case 'code':
          return part.text;
        case 'port':
          return part.value;
        case 'address':
          return part.parts.map((p) => (p.type === 'port' ? p.value : 'text' in p ? p.text : '')).join('');
        default:
          return part satisfies never;
      }
    })
    .join('');

/** Numbers of the key become question marks: while a retry is open, evidence points without giving the value away. */
export const withhold = (text: string, key: readonly string[]): string =>
  text.replace(/\d+/g, (number) => (key.includes(number) ? '?' : number));
