/**
 * An address as a person types it: `http://web`, `web.default:8080`, `10.96.1.10:8080/TCP`, in full-width letters of a Chinese keyboard too. Only
 * its form is judged here; whether it leads anywhere is the engine's to say.
 */
import type { ParsedResponse } from './response.ts';

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
const WITH_SCHEME = /^https?:\/\/[a-z0-9.-]+(?::(\d{1,5}))?$/;
const WITH_PORT = /^[a-z0-9.-]+:(\d{1,5})(\/(?:tcp|udp|sctp))?$/;

export function parseAddress(text: string): ParsedResponse {
  const plain = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .trim()
    .toLowerCase()
    .replace(/^curl\s+/, '');
  if (plain === '') return { problem: 'no-address' };
  const typed = plain.replace(/\/$/, '');
  const scheme = WITH_SCHEME.exec(typed);
  const bare = scheme ? null : WITH_PORT.exec(typed);
  const port = Number((scheme ?? bare)?.[1] ?? 80);
  if ((!scheme && !bare) || port < 1 || port > 65535) return { problem: 'not-an-address' };
  return { value: bare ? inCapitals(typed, bare[2]) : typed };
}

/** Without a protocol it is TCP. */
const inCapitals = (typed: string, protocol: string | undefined): string =>
  protocol ? typed.replace(protocol, protocol.toUpperCase()) : `${typed}/TCP`;
