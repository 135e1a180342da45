/** Small texts that kubectl's tables and descriptions share (k8s pkg/printers/internalversion, staging/src/k8s.io/kubectl/pkg/describe). */
import type { Slice } from '../endpoints.ts';

const MAX_LISTED = 3;

export interface Named {
  metadata: { name?: string; namespace?: string };
}

/** The order in which the API server lists. */
export function byName(one: Named, other: Named): number {
  return String(one.metadata.name) < String(other.metadata.name) ? -1 : 1;
}

/** `app=web,tier=front`: by key. */
export function formatLabels(labels: Readonly<Record<string, string>> | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? '<none>' : pairs.sort().join(',');
}

/** The first three, and how many more there are. */
export function listSome(list: readonly string[]): string {
  const shown = list.slice(0, MAX_LISTED).join(',');
  return list.length > MAX_LISTED ? `${shown} + ${list.length - MAX_LISTED} more...` : shown;
}

function joinHostPort(host: string, port: number | null | undefined): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** What `describe` says of a Service port: it goes by the port's name alone, and knows no protocol. */
export function formatEndpoints(slices: readonly Slice[], portName: string): string {
  if (slices.length === 0) return '<none>';
  const list: string[] = [];
  for (const { ports, endpoints } of slices) {
    const ready = endpoints.filter(({ conditions }) => conditions?.ready !== false);
    if (ports.length === 0) list.push(...ready.map(({ addresses }) => addresses[0] ?? ''));
    for (const { name, port } of ports) {
      if ((name ?? '') === portName)
        list.push(...ready.map(({ addresses: [address = ''] }) => joinHostPort(address, port)));
    }
  }
  return listSome(list);
}
