/**
 * EndpointSlices as the API server lists them: with a name for each, in the order of names, their ports in the order the controllers give them.
 *
 * The random suffix of a generated name is drawn from the Service's name. Ports stand in the order of their hashes: k8s
 * staging/src/k8s.io/endpointslice/util/controller_utils.go portsInOrder (FNV-1a, 128 bits, of the Go syntax of an EndpointPort).
 */
import type { Cluster } from '../cluster.ts';
import type { Slice } from '../endpoints.ts';
import type { EndpointPort } from '../shapes.ts';

/** The letters of generated names (apimachinery/pkg/util/rand), in the order of their codes. */
const SUFFIX_LETTERS = '2456789bcdfghjklmnpqrstvwxz';
const OFFSET = 0x6c62272e07bb014262b821756295c58dn;
const PRIME = (1n << 88n) + 0x13bn;
const BITS = (1n << 128n) - 1n;

export function listSlices(cluster: Cluster, namespace: string): Slice[] {
  const numbers = new Map<string, number>();
  const named = cluster.slices
    .filter((slice) => slice.namespace === namespace)
    .map((slice) => (slice.generated ? nameGenerated(slice, numbers) : slice));
  return named.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function nameGenerated(slice: Slice, numbers: Map<string, number>): Slice {
  const number = numbers.get(slice.name) ?? 0;
  numbers.set(slice.name, number + 1);
  const ports = slice.ports.toSorted((one, other) => (portHash(one) < portHash(other) ? -1 : 1));
  return { ...slice, name: `${slice.name}-${suffix(slice.name, number)}`, ports };
}

/** Three letters from the name, two that count: the slices of one Service keep their order. */
function suffix(name: string, number: number): string {
  const size = SUFFIX_LETTERS.length;
  const drawn = Number(fnv1a(name) % BigInt(size ** 3));
  const places = [
    Math.floor(drawn / size ** 2),
    Math.floor(drawn / size) % size,
    drawn % size,
    Math.floor(number / size) % size,
    number % size,
  ];
  return places.map((place) => SUFFIX_LETTERS[place]).join('');
}

function portHash({ name, protocol, port, appProtocol }: EndpointPort): bigint {
  const application = appProtocol ?? '<nil>';
  return fnv1a(
    `(v1.EndpointPort){Name:(*string)${name} Protocol:(*v1.Protocol)${protocol} Port:(*int32)${port} AppProtocol:(*string)${application}}`,
  );
}

function fnv1a(text: string): bigint {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * PRIME) & BITS;
  return hash;
}
