/** The order in which the EndpointSlice controller lists a slice's ports. */
import type { EndpointPort } from './shapes.ts';

export function portsInOrder(ports: EndpointPort[]): EndpointPort[] {
  return ports;
}
