/**
 * IP addresses and CIDRs as Go reads them, strictly (1.36) and sloppily (leading zeros).
 *
 * Upstream: k8s.io/utils/net parse.go `ParseIPSloppy`, `ParseCIDRSloppy`; net/netip; apimachinery/pkg/util/validation/ip.go.
 */
import { type FieldError, invalid } from './field.ts';

export interface IP {
  family: 'IPv4' | 'IPv6';
  /** Eight groups of 16 bits; an IPv4 address is the last two, after ::ffff. */
  groups: readonly number[];
  leadingZeros: boolean;
  /** Written as an IPv6 address although it is an IPv4 one. */
  mapped: boolean;
}

export function parseIP(value: string): IP | null {
  return value.includes(':') ? parseIPv6(value) : parseIPv4(value);
}

function parseIPv4(value: string): IP | null {
  const octets = parseOctets(value);
  if (!octets) return null;
  const groups = [0, 0, 0, 0, 0, 0xffff, ...octets.groups];
  return { family: 'IPv4', groups, leadingZeros: octets.leadingZeros, mapped: false };
}

function parseOctets(value: string): { groups: [number, number]; leadingZeros: boolean } | null {
  const parts = value.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^0*[0-9]{1,3}$/.test(part) && Number(part) < 256))
    return null;
  const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
  return { groups: [a * 256 + b, c * 256 + d], leadingZeros: parts.some((part) => /^0./.test(part)) };
}

function parseIPv6(value: string): IP | null {
  const halves = value.split('::');
  if (halves.length > 2) return null;
  let leadingZeros = false;
  const read = (half: string, last: boolean): number[] | null => {
    const groups: number[] = [];
    const parts = half === '' ? [] : half.split(':');
    for (const [i, part] of parts.entries()) {
      if (last && i === parts.length - 1 && part.includes('.')) {
        const octets = parseOctets(part);
        if (!octets) return null;
        leadingZeros ||= octets.leadingZeros;
        groups.push(...octets.groups);
      } else if (/^0*[0-9a-fA-F]{1,4}$/.test(part)) {
        leadingZeros ||= part.length > 4;
        groups.push(Number.parseInt(part, 16));
      } else return null;
    }
    return groups;
  };
  const head = read(halves[0] ?? '', halves.length === 1);
  const tail = read(halves[1] ?? '', true);
  if (!head || !tail) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<number>(missing).fill(0), ...tail];
  const mapped = groups.slice(0, 6).join() === '0,0,0,0,0,65535';
  return { family: mapped ? 'IPv4' : 'IPv6', groups, leadingZeros, mapped };
}

/** RFC 5952: the longest run of zero groups becomes `::`. */
export function formatIP(ip: IP): string {
  if (ip.family === 'IPv4')
    return ip.groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  const hex = ip.groups.map((group) => group.toString(16)).join(':');
  const runs = [...hex.matchAll(/(?<=^|:)0(:0)+(?=:|$)/g)].sort(
    (a, b) => b[0].length - a[0].length || a.index - b.index,
  );
  const run = runs[0];
  if (!run) return hex;
  const before = hex.slice(0, run.index).replace(/:$/, '');
  const after = hex.slice(run.index + run[0].length + 1);
  return `${before}::${after}`;
}

/** IsValidIPForLegacyField. */
export function validateIP(field: string, value: string): FieldError[] {
  const ip = parseIP(value);
  const example = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
  if (!ip) return [invalid('ip-invalid', field, value, example)];
  const suggestion = formatIP(ip);
  if (ip.leadingZeros)
    return [invalid('ip-not-strict', field, value, 'must not have leading 0s', { suggestion })];
  if (ip.mapped)
    return [
      invalid('ip-not-strict', field, value, 'must not be an IPv4-mapped IPv6 address', { suggestion }),
    ];
  return [];
}

/** ValidateEndpointIP: addresses that mean another machine, or none, everywhere. What is no address was refused before. */
export function validateEndpointIP(field: string, value: string): FieldError[] {
  const ip = parseIP(value);
  const problem = ip && specialRange(ip, value);
  return problem ? [invalid('ip-not-usable', field, value, problem)] : [];
}

function specialRange(ip: IP, value: string): string | null {
  const v4 = ip.family === 'IPv4';
  const [first = 0] = ip.groups.slice(v4 ? 6 : 0);
  const rest = ip.groups.slice(v4 ? 7 : 1);
  if (first === 0 && rest.every((group) => group === 0)) return `may not be unspecified (${value})`;
  if (v4 ? first >> 8 === 127 : ip.groups.join() === '0,0,0,0,0,0,0,1')
    return 'may not be in the loopback range (127.0.0.0/8, ::1/128)';
  if (v4 ? first === 0xa9fe : (first & 0xffc0) === 0xfe80)
    return 'may not be in the link-local range (169.254.0.0/16, fe80::/10)';
  if (v4 ? first === 0xe000 && (rest[0] ?? 0) >> 8 === 0 : (first & 0xff0f) === 0xff02)
    return 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)';
  return null;
}

export interface CIDR {
  ip: IP;
  bits: number;
  leadingZeros: boolean;
}

export function parseCIDR(value: string): CIDR | null {
  const match = /^([^/]+)\/([0-9]+)$/.exec(value);
  const ip = match?.[1] === undefined ? null : parseIP(match[1]);
  if (!ip || !match?.[2]) return null;
  const bits = Number(match[2]);
  if (bits > (ip.family === 'IPv4' && !ip.mapped ? 32 : 128)) return null;
  return { ip, bits, leadingZeros: ip.leadingZeros || /^0./.test(match[2]) };
}

/** IsValidCIDRForLegacyField. */
export function validateCIDR(field: string, value: string): FieldError[] {
  const cidr = parseCIDR(value);
  const problem = cidr
    ? cidrProblem(cidr)
    : 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';
  return problem ? [invalid('source-range-invalid', field, value, problem)] : [];
}

function cidrProblem(cidr: CIDR): string | null {
  if (cidr.leadingZeros) return 'must not have leading 0s in IP or prefix length';
  if (cidr.ip.mapped) return 'must not have an IPv4-mapped IPv6 address';
  return hasHostBits(cidr) ? 'must not have bits set beyond the prefix length' : null;
}

function hasHostBits({ ip, bits }: CIDR): boolean {
  const prefix = ip.family === 'IPv4' ? bits + 96 : bits;
  return ip.groups.some((group, i) => {
    const kept = Math.min(Math.max(prefix - i * 16, 0), 16);
    return (group & (0xffff >> kept)) !== 0;
  });
}
