/**
 * What a person types for a port: `8080`, `:8080`, `8080/TCP`, full-width digits from a Chinese keyboard, digits grouped as in Polish.
 * All of these are one number. What cannot be a port is a format problem and no wrong answer.
 * Never fuzzy: 8081 is not nearly 8080.
 */
export type ParsedPort = { port: number } | { problem: 'empty' | 'not-a-port' };

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
const PORT = /^:?\s*(\d{1,5}|\d{1,2} \d{3})\s*(?:\/\s*(?:tcp|udp|sctp))?$/i;

export function parsePort(text: string): ParsedPort {
  // NFKC turns full-width forms into ASCII and every kind of no-break space into a space.
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').trim();
  if (plain === '') return { problem: 'empty' };
  const digits = PORT.exec(plain)?.[1]?.replace(' ', '');
  const port = Number(digits ?? 0);
  return port >= 1 && port <= 65535 ? { port } : { problem: 'not-a-port' };
}
