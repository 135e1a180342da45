/**
 * Two lines as a person types them → a connection, or what is wrong with them.
 *
 * `from`: pod/NAMESPACE/NAME, node/NAME or outside/NAME. `to`: HOST:PORT/PROTOCOL (no protocol means TCP) or SCHEME://HOST:PORT (http without a port is 80).
 */
import type { Cluster } from './cluster.ts';
import { isAddress } from './ipv4.ts';
import type { Connection, ConnectionFindingCode, Finding, Protocol } from './types.ts';

const SCHEMES: Readonly<Record<string, number>> = { http: 80, https: 443 };
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
/** A DNS name as resolvers take it: labels may begin with an underscore; a final dot means "absolute". */
const NAME =
  /^(?=.{1,253}\.?$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.?$/i;

export function parseConnection(
  cluster: Cluster,
  text: { from: string; to: string },
): Connection | readonly Finding[] {
  const from = String(text.from).trim();
  const destination = parseDestination(String(text.to).trim());
  const findings = [...vantageFindings(cluster, from), ...(Array.isArray(destination) ? destination : [])];
  return findings.length > 0 || Array.isArray(destination) ? findings : { from, to: destination };
}

function finding(path: 'from' | 'to', code: ConnectionFindingCode, value: string): Finding {
  return { code, severity: 'error', path, params: { value } };
}

function vantageFindings(cluster: Cluster, from: string): Finding[] {
  const [kind, ...rest] = from.split('/');
  const key = rest.join('/');
  const shape = kind === 'pod' ? 2 : kind === 'node' || kind === 'outside' ? 1 : 0;
  if (shape === 0 || rest.length !== shape || rest.includes(''))
    return [finding('from', 'vantage-malformed', from)];
  if (kind === 'node') return cluster.nodes.has(key) ? [] : [finding('from', 'vantage-unknown', from)];
  if (kind === 'outside') return cluster.outside.has(key) ? [] : [finding('from', 'vantage-unknown', from)];
  const pod = cluster.pods.get(key);
  if (pod === undefined) return [finding('from', 'vantage-unknown', from)];
  return pod.node === null || pod.address === undefined ? [finding('from', 'vantage-not-running', from)] : [];
}

function parseDestination(to: string): Connection['to'] | Finding[] {
  const url = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(?:[/?#].*)?$/i.exec(to);
  if (url) return parseUrl(to, (url[1] ?? '').toLowerCase(), url[2] ?? '');
  const parts = /^([^:/]*)(?::([^/:]*))?(?:\/([^/]*))?$/.exec(to);
  if (!parts) return [finding('to', 'destination-malformed', to)];
  const [, host = '', port, protocol = 'TCP'] = parts;
  return check(host, port, protocol.toUpperCase());
}

function parseUrl(to: string, scheme: string, authority: string): Connection['to'] | Finding[] {
  const parts = /^([^:@]*)(?::([^:@]*))?$/.exec(authority);
  const usual = SCHEMES[scheme];
  if (!parts) return [finding('to', 'destination-malformed', to)];
  const protocol = PROTOCOLS.includes(scheme.toUpperCase()) ? scheme.toUpperCase() : 'TCP';
  return check(parts[1] ?? '', parts[2] || (usual === undefined ? undefined : String(usual)), protocol);
}

function check(host: string, port: string | undefined, protocol: string): Connection['to'] | Finding[] {
  const findings: Finding[] = [];
  if (!isHost(host)) findings.push(finding('to', 'destination-host-malformed', host));
  if (port === undefined || port === '') findings.push(finding('to', 'destination-port-missing', host));
  else if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    findings.push(finding('to', 'destination-port-out-of-range', port));
  if (!PROTOCOLS.includes(protocol)) findings.push(finding('to', 'destination-protocol-unknown', protocol));
  return findings.length > 0 ? findings : { host, port: Number(port), protocol: protocol as Protocol };
}

/** Digits and dots alone must be an address: no resolver looks up `10.96.1.300`. */
function isHost(host: string): boolean {
  return isAddress(host) || (NAME.test(host) && !/^[\d.]+$/.test(host));
}
