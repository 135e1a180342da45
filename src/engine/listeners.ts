/**
 * On what a machine's processes listen: what no manifest can say, the annotation `port-of-call/listens` does.
 *
 * Rules 4.15, 5.14, 5.30 of tests/truth/semantics.md: declared containerPorts open nothing, so they count only where nothing better is known.
 */
import { declaredPorts } from './ports.ts';
import type { PodObject } from './shapes.ts';
import type { Decision, Protocol } from './types.ts';
import type { Origin } from './workloads.ts';

export interface Listener {
  protocol: Protocol;
  port: number;
  /** Null: on every address of the machine. */
  address: string | null;
  /** `pod/default/web-a`, `node/node-1`, `outside/out-1`. */
  owner: string;
  decidedBy?: Decision;
}

const LISTENS = 'port-of-call/listens';

/** The annotation says on what a Pod's processes listen; without it, on the declared containerPorts. */
export function listenersOf(pod: PodObject, origin: Origin, owner: string): Listener[] {
  const annotation = pod.metadata.annotations?.[LISTENS];
  if (annotation !== undefined) {
    return parseListens(annotation, owner, {
      object: origin.object,
      path: `${origin.prefix}metadata.annotations[${LISTENS}]`,
    });
  }
  return declaredPorts(pod.spec).map(({ port, path }) => ({
    protocol: (port.protocol ?? 'TCP') as Protocol,
    port: port.containerPort,
    address: null,
    owner,
    decidedBy: { object: origin.object, path: `${origin.prefix}${path}.containerPort` },
  }));
}

/** `tcp/8080,udp/127.0.0.1:53`; what cannot be read as such is no process. */
export function parseListens(text: string, owner: string, decidedBy?: Decision): Listener[] {
  return text.split(',').flatMap((part) => {
    const match = /^\s*(tcp|udp|sctp)\/(?:(\d[\d.]*):)?(\d{1,5})\s*$/i.exec(part);
    if (match === null) return [];
    const protocol = (match[1] ?? '').toUpperCase() as Protocol;
    const address = match[2] === undefined || match[2] === '0.0.0.0' ? null : match[2];
    return [{ protocol, port: Number(match[3]), address, owner, ...(decidedBy ? { decidedBy } : {}) }];
  });
}
