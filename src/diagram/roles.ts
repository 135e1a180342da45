/**
 * Which role a port has at an address, and whether it belongs there: the colour and the mark of every number on the site.
 *
 * A number alone has no role; a number at an address has. At a cluster IP, an external IP or a load balancer's address it is a
 * `port`, at a node a `nodePort`, at a Pod the `targetPort` of a Service that selects the Pod. A number that has a role, but at
 * another address, is hollow: dialed where it does not belong. Listening is decided by processes and never read from an address.
 */
import type { Atlas, EntryPort, ServiceEntry } from './atlas.ts';

export type PortRole = 'port' | 'targetPort' | 'nodePort' | 'listening' | 'containerPort';

/** The class that gives a number its colour, and with `m-` before it the id of its mark. */
export const ROLE_CLASS: Readonly<Record<PortRole, string>> = {
  port: 'port',
  targetPort: 'target',
  nodePort: 'node',
  listening: 'listen',
  containerPort: 'container',
};

/** A port number with what it is at the place where it stands. */
export interface PortMark {
  value: number;
  role: PortRole | null;
  /** A number of that role dialed elsewhere. */
  hollow: boolean;
}

/** The role of a destination. `written`: a rule wrote it, so at a Pod it is a `targetPort` whatever the manifests say. */
export function roleAt(atlas: Atlas, address: string, value: number, written = false): PortMark {
  const filled = written ? 'targetPort' : roleTakenAt(atlas, address, value);
  if (filled) return { value, role: filled, hollow: false };
  const elsewhere = roleElsewhere(atlas, address, value);
  return { value, role: elsewhere, hollow: elsewhere !== null };
}

/** What the process in front of an address accepts on. */
export const listening = (value: number): PortMark => ({ value, role: 'listening', hollow: false });

function roleTakenAt(atlas: Atlas, address: string, value: number): PortRole | null {
  const at = atlas.services.filter((service) => service.addresses.includes(address));
  if (at.length > 0) return has(at, (port) => port.port === value) ? 'port' : null;
  if (atlas.nodeAt(address) !== null)
    return has(atlas.services, (port) => port.nodePort === value) ? 'nodePort' : null;
  if (has(selecting(atlas, address), (port) => port.targets.includes(value))) return 'targetPort';
  return atlas.declaredAt(address).includes(value) ? 'containerPort' : null;
}

/** The Service at the address or of the Pod is asked first: another one may use the same number for something else. */
function roleElsewhere(atlas: Atlas, address: string, value: number): PortRole | null {
  const near = [
    ...atlas.services.filter((service) => service.addresses.includes(address)),
    ...selecting(atlas, address),
  ];
  for (const services of [near, atlas.services]) {
    if (has(services, (port) => port.targets.includes(value))) return 'targetPort';
    if (has(services, (port) => port.port === value)) return 'port';
    if (has(services, (port) => port.nodePort === value)) return 'nodePort';
  }
  return null;
}

const selecting = (atlas: Atlas, address: string): readonly ServiceEntry[] =>
  atlas.services.filter((service) => service.endpoints.includes(address));

const has = (services: readonly ServiceEntry[], test: (port: EntryPort) => boolean): boolean =>
  services.some((service) => service.ports.some(test));
