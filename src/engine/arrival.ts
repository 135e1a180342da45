/**
 * The end of a packet's way: is there a process that takes it, and does its answer come back?
 *
 * Rules 4.15, 5.9 – 5.14, 5.16, 5.20, 5.21, 5.27, 5.30 of tests/truth/semantics.md.
 */
import { end, type Journey, step, type Travel } from './journey.ts';
import type { Listener } from './listeners.ts';
import {
  isOwnAddress,
  type Machine,
  type NodeMachine,
  type OutsideMachine,
  type PodMachine,
} from './machines.ts';
import { hasLocalReady } from './proxy/categorize.ts';
import { type Reason, whyHealthCheck } from './proxy/explain.ts';
import type { Packet } from './types.ts';

/** From the network, or from the machine itself. */
export type Whence = 'network' | 'itself';

export function deliverToNode(journey: Journey, node: NodeMachine, travel: Travel): void {
  const listener = listenerFor(node, travel.packet);
  if (isLost(journey, travel, node)) endLost(journey, travel, node);
  else if (listener !== undefined) accept(journey, travel, listener);
  else if (!answerHealthCheck(journey, node, travel)) refuse(journey, travel, 'node', node);
}

/** kube-proxy itself listens on a healthCheckNodePort, wherever nodePorts exist. */
function answerHealthCheck(journey: Journey, node: NodeMachine, travel: Travel): boolean {
  const { destination, protocol } = travel.packet;
  const service = protocol === 'TCP' ? journey.cluster.healthChecks.get(destination.port) : undefined;
  if (
    service === undefined ||
    !journey.rules.hasNodePortsOn(node, journey.cluster.proxy, destination.address)
  )
    return false;
  const { parent } = step(journey, travel, 'process', node.id, 'accepted', whyHealthCheck(service));
  end(journey, parent, {
    outcome: 'reached',
    by: 'kube-proxy',
    http: hasLocalReady(service.slices, node) ? 200 : 503,
  });
  return true;
}

export function deliverToPod(journey: Journey, pod: PodMachine, travel: Travel, whence: Whence): void {
  deliver(journey, pod, travel, whence, 'pod');
}

export function deliverOutside(
  journey: Journey,
  machine: OutsideMachine,
  travel: Travel,
  whence: Whence,
): void {
  deliver(journey, machine, travel, whence, 'beyond');
}

function deliver(
  journey: Journey,
  machine: PodMachine | OutsideMachine,
  travel: Travel,
  whence: Whence,
  place: 'pod' | 'beyond',
): void {
  const usual = place === 'pod' ? 'pod-address' : 'outside-address';
  const arrive = () =>
    step(journey, travel, place, machine.id, 'forwarded', {
      because: whence === 'itself' ? 'own-address' : usual,
    });
  const listener = listenerFor(machine, travel.packet);
  if (whence === 'network' && isLost(journey, travel, machine)) endLost(journey, arrive(), machine);
  else if (listener === undefined) refuse(journey, travel, place, machine);
  else accept(journey, arrive(), listener);
}

function listenerFor({ listeners }: Machine, { destination, protocol }: Packet): Listener | undefined {
  return listeners.find(
    ({ port, protocol: its, address }) =>
      port === destination.port && its === protocol && (address === null || address === destination.address),
  );
}

function accept(journey: Journey, travel: Travel, { owner, decidedBy }: Listener): void {
  const { packet } = travel;
  const reason: Reason = { because: 'process-listens', ...(decidedBy ? { decidedBy } : {}) };
  const { parent } = step(journey, travel, 'process', owner, 'accepted', reason);
  const sees = isOwnAddress(journey.client.machine, packet.source.address) ? 'client' : 'node';
  end(journey, parent, { outcome: 'reached', by: owner, port: packet.destination.port, sees });
}

function refuse(journey: Journey, travel: Travel, place: 'node' | 'pod' | 'beyond', machine: Machine): void {
  const { parent } = step(journey, travel, place, machine.id, 'refused', whyRefused(machine, travel.packet));
  end(journey, parent, { outcome: 'refused' });
}

function whyRefused({ listeners }: Machine, { destination, protocol }: Packet): Reason {
  const elsewhere = listeners.find(
    (listener) => listener.port === destination.port && listener.protocol === protocol,
  );
  if (elsewhere === undefined) return { because: 'nothing-listens' };
  return {
    because: 'listens-on-other-address',
    ...(elsewhere.decidedBy ? { decidedBy: elsewhere.decidedBy } : {}),
  };
}

function isLost(journey: Journey, travel: Travel, machine: Machine): boolean {
  return travel.lost || isToItself(travel, machine) || isBypassed(journey, travel, machine);
}

/** A machine does not take from the network a packet that bears its own source address (rule 5.20). */
function isToItself({ packet, unmasqueraded }: Travel, machine: Machine): boolean {
  return unmasqueraded.some(({ node }) => node !== machine) && isOwnAddress(machine, packet.source.address);
}

/** An answer that goes from `end` straight to the packet's source misses a node that would have to undo its rewriting (issue 74383, rule 5.16). */
export function isBypassed(
  { cluster, client }: Journey,
  { packet, unmasqueraded }: Travel,
  machine: Machine,
): boolean {
  const { address } = packet.source;
  const source = isOwnAddress(client.machine, address) ? client.machine : cluster.holders.get(address);
  return unmasqueraded.some(({ node }) => node !== nodeOf(source) && node !== nodeOf(machine));
}

function nodeOf(machine: Machine | undefined): NodeMachine | null {
  if (machine?.kind === 'pod') return machine.node;
  return machine?.kind === 'node' ? machine : null;
}

function endLost(journey: Journey, travel: Travel, machine: Machine): void {
  const because = isToItself(travel, machine) ? 'hairpin-answer-lost' : 'answer-bypasses-node';
  const decidedBy = travel.unmasqueraded.findLast(({ policy }) => policy !== undefined)?.policy;
  const reason: Reason = { because, ...(decidedBy ? { decidedBy } : {}) };
  const { parent } = step(journey, travel, 'client', journey.client.id, 'answer-lost', reason);
  end(journey, parent, { outcome: 'timed-out' });
}

export function endBeyond(
  journey: Journey,
  travel: Travel,
  because: 'nobody-answers' | 'not-routed-from-outside',
): void {
  const { parent } = step(journey, travel, 'beyond', 'outside', 'dropped', { because });
  end(journey, parent, { outcome: 'timed-out' });
}
