/**
 * IPv4 addresses and networks as numbers: what every rule about "is this address in that network" asks.
 *
 * Source: RFC 4632; the text form is the strict one the API server demands (no leading zeros).
 */

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ADDRESS = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

const DOT = 46;
const ZERO = 48;

/** Of an address as `isAddress` takes it. Asked several times for every connection, so nothing is allocated. */
export function toNumber(address: string): number {
  let number = 0;
  let octet = 0;
  for (let at = 0; at < address.length; at++) {
    const sign = address.charCodeAt(at);
    if (sign === DOT) {
      number = number * 256 + octet;
      octet = 0;
    } else octet = octet * 10 + sign - ZERO;
  }
  return number * 256 + octet;
}

export function toAddress(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

export interface Network {
  first: number;
  last: number;
}

/** `10.244.1.0/24`; a bare address is a network of one. Null for anything else, IPv6 included. */
export function parseNetwork(text: string): Network | null {
  const [address = '', bits = '32', rest] = text.trim().split('/');
  if (rest !== undefined || !isAddress(address) || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return null;
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(toNumber(address) / size) * size;
  return { first, last: first + size - 1 };
}

export function contains(network: Network, address: string): boolean {
  const number = toNumber(address);
  return network.first <= number && number <= network.last;
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.');
}
