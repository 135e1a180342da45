/**
 * The words of a route: labels of its drawing, the sentences of its list of hops, what came of it.
 *
 * `|` breaks a label into two lines. Placeholders hold names, addresses and port numbers; numbers are drawn with their marks.
 * The reasons are the engine's; one without a sentence is a compile error.
 */
import type { HopReason, ProxyMode } from '../../engine/types.ts';
import type { Lang } from '../locales.ts';
import type { Plural } from '../plural.ts';

/** Told differently at a Pod, at a node and beyond the nodes. */
export type PlacedReason = 'nothing-listens' | 'listens-on-other-address' | 'own-address';
export type PlacedSentence = Readonly<Record<'pod' | 'node' | 'beyond', string>>;

export type HopSentences = Readonly<Record<Exclude<HopReason, PlacedReason>, string>> &
  Readonly<Record<PlacedReason, PlacedSentence>>;

/** Reasons that stop a connection or leave it as it is: two short lines beside the place in the drawing. */
export type NoteReason = Exclude<
  HopReason,
  | PlacedReason
  | 'address-dialed'
  | 'name-dialed'
  | 'cluster-ip-record'
  | 'headless-record'
  | 'endpoint-record'
  | 'localhost-record'
  | 'external-name-record'
  | 'cluster-ip'
  | 'external-ip'
  | 'load-balancer-ip'
  | 'service-port'
  | 'node-port'
  | 'external-ip-port'
  | 'load-balancer-port'
  | 'host-port'
  | 'node-address'
  | 'routed-to-node'
  | 'pod-address'
  | 'process-listens'
  | 'health-check'
  | 'outside-address'
>;

export type KindLabel =
  | 'client'
  | 'name'
  | 'resolver'
  | 'cluster-ip'
  | 'external-ip'
  | 'load-balancer'
  | 'node'
  | 'node-port'
  | 'rules'
  | 'pod'
  | 'outside';

export type OutcomeLabel = 'reached' | 'refused' | 'timed-out' | 'no-such-name';

export interface RouteMessages<L extends Lang = Lang> {
  route: string;
  hopsOf: string;
  kind: Readonly<Record<KindLabel, string>>;
  /** What the station of a virtual address is called. */
  service: string;
  rules: string;
  unchanged: string;
  rejected: string;
  listens: string;
  noPort: string;
  outsideLand: string;
  beyond: string;
  /** Above an outcome, where no proxy mode stands. */
  end: string;
  oneOfMany: string;
  onlyOne: string;
  mode: Readonly<Record<ProxyMode, string>>;
  outcome: Readonly<Record<OutcomeLabel, string>>;
  /** Two lines beside the end of a line in the drawing; ≤ 22 letters each. */
  note: Readonly<Record<NoteReason | PlacedReason, string>>;
  packet: string;
  to: string;
  from: string;
  or: string;
  rewrittenHere: string;
  neverRewritten: string;
  sourceKept: string;
  masqueraded: string;
  unchangedShort: string;
  morePods: Plural<L>;
  hop: HopSentences;
  pick: Plural<L>;
  masquerade: string;
  sees: Readonly<Record<'client' | 'node', string>>;
  inMode: Readonly<Record<ProxyMode, string>>;
  listensOn: string;
  notRewritten: string;
  verdict: Readonly<Record<OutcomeLabel, string>>;
  verdictInMode: string;
  rewriting: Readonly<Record<'destination' | 'both' | 'none' | 'sent-none', string>>;
  joinVerdict: string;
  toFind: string;
  sentence: Readonly<
    Record<
      'start' | 'rewritten' | 'kept' | 'reached' | 'refused' | 'timed-out' | 'no-such-name' | 'ask',
      string
    >
  >;
  listSeparator: string;
}
