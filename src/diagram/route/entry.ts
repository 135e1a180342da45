/** The Service that is dialed or whose rules match, as a list of its ports: which was dialed, which is written. */
import type { Atlas, EntryPort, ServiceEntry } from '../atlas.ts';
import type { Entry, EntryRow } from '../model.ts';
import type { Path, Step } from '../path.ts';
import type { PortMark } from '../roles.ts';
import { markOf } from './marks.ts';

/** The Service that is dialed or whose rules match, with the rows that were hit. */
export function entryOf(paths: readonly Path[], atlas: Atlas): Entry | null {
  const steps = paths.flatMap((path) => path.steps);
  const service = serviceMet(steps, atlas);
  const first = steps.find(({ carried }) => carried)?.carried;
  if (!service || !first) return null;
  const dialed = markOf(first, atlas, false);
  const rewrites = steps.some(({ event }) => event === 'rewritten');
  return { name: service.name, rows: service.ports.flatMap((port) => entryRows(port, dialed, rewrites)) };
}

function serviceMet(steps: readonly Step[], atlas: Atlas): ServiceEntry | undefined {
  const named = steps.flatMap(({ at, hop }) => [
    at,
    ...[hop.matchedBy, hop.decidedBy].flatMap(
      (decision) => decision?.object.replace(/^Service/, 'service') ?? [],
    ),
  ]);
  const met = named.find((name) => name.startsWith('service/'));
  return atlas.services.find(({ at, addresses }) => at === met && (addresses.length > 0 || at === met));
}

function entryRows(entry: EntryPort, dialed: PortMark, rewrites: boolean): EntryRow[] {
  const hit =
    !dialed.hollow &&
    ((dialed.role === 'port' && dialed.value === entry.port) ||
      (dialed.role === 'nodePort' && dialed.value === entry.nodePort));
  const row = (role: 'port' | 'targetPort' | 'nodePort', value: number): EntryRow => {
    const state = !hit
      ? 'idle'
      : role === dialed.role
        ? 'dialed'
        : role === 'targetPort' && rewrites
          ? 'written'
          : 'idle';
    return { mark: { value, role, hollow: false }, state };
  };
  return [
    row('port', entry.port),
    ...entry.targets.map((value) => row('targetPort', value)),
    ...(entry.nodePort === null ? [] : [row('nodePort', entry.nodePort)]),
  ];
}
