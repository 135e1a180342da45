/** Which role the number on a packet has at the address it is sent to (roles.ts), hop by hop. */
import type { Packet } from '../../engine/index.ts';
import type { Atlas } from '../atlas.ts';
import type { Path, Step } from '../path.ts';
import { type PortMark, roleAt } from '../roles.ts';

/** The role of the port on a packet; what a rule wrote is told from what the client wrote. */
export function markOf(packet: Packet, atlas: Atlas, written: boolean): PortMark {
  return roleAt(atlas, packet.destination.address, packet.destination.port, written);
}

/** A node port that the rules do not match at this address of the node is a stranger there. */
export const strayed = (mark: PortMark, steps: readonly Step[]): PortMark =>
  steps.some(({ hop }) => hop.because === 'node-port-not-on-this-address')
    ? { ...mark, hollow: mark.role !== null }
    : mark;

export function lineBehind(paths: readonly Path[], index: number, atlas: Atlas): PortMark | null {
  for (const { steps } of paths) {
    const from =
      steps.slice(0, index + 1).findLast(({ carried }) => carried) ?? steps.find(({ carried }) => carried);
    if (!from?.carried) continue;
    const written = steps.slice(0, index + 1).some(({ event }) => event === 'rewritten');
    return markOf(from.carried, atlas, written);
  }
  return null;
}
