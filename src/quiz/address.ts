/**
 * An address as a person types it: `http://web`, `web.default:8080`, `10.96.1.10:8080/TCP`, in full-width letters of a Chinese keyboard too. Only
 * its form is judged here; whether it leads anywhere is the engine's to say.
 */
import type { ParsedResponse } from './response.ts';

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
const WITH_SCHEME = /^https?:\/\/([a-z0-9._-]+)(?::(\d{1,5}))?$/;
const WITH_PORT = /^([a-z0-9._-]+):(\d{1,5})(\/(?:tcp|udp|sctp))?$/;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;
const OCTET = /^(?:0|[1-9]\d{0,2})$/;

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
  const [, host = '', port = '80'] = scheme ?? bare ?? [];
  if (!isHost(host) || Number(port) < 1 || Number(port) > 65535) return { problem: 'not-an-address' };
  return { value: bare ? inCapitals(typed, bare[3]) : typed };
}

/** A name that a resolver would take, or an address; digits and dots alone must be one. */
function isHost(host: string): boolean {
  const labels = host.replace(/\.$/, '').split('.');
  if (!/^[\d.]+$/.test(host)) return host.length <= 254 && labels.every((label) => LABEL.test(label));
  return (
    /^[^.]+(?:\.[^.]+){3}$/.test(host) && labels.every((octet) => OCTET.test(octet) && Number(octet) <= 255)
  );
}

/** Without a protocol it is TCP. */
const inCapitals = (typed: string, protocol: string | undefined): string =>
  protocol ? typed.replace(protocol, protocol.toUpperCase()) : `${typed}/TCP`;
