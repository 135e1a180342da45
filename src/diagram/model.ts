/**
 * What a route shows, in reading order: stations on a trunk, rows behind its fork, what is written on the packet, and the list of hops.
 * Codes, names and numbers only. Positions are in horizontal/ and vertical/, words in src/i18n/route.
 */
import type { HopReason, ProxyMode } from '../engine/index.ts';
import type { Outcome, Step } from './path.ts';
import type { PortMark } from './roles.ts';

export interface Destination {
  address: string;
  port: PortMark;
}

/** What a station is, which decides its sign and its words. */
export type StationKind =
  | 'client'
  | 'name'
  | 'cluster-ip'
  | 'external-ip'
  | 'load-balancer'
  | 'node'
  | 'rules'
  | 'pod'
  | 'outside';

export interface Station {
  kind: StationKind;
  at: string;
  /** The name of the machine or the name dialed; null where the kind says it all. */
  name: string | null;
  /** The node on whose land it stands; null in open water. */
  node: string | null;
  /** Its number in the list of hops. */
  item: number;
  address: string | null;
  /** The other addresses of a name that has several. */
  others: readonly string[];
  port: PortMark | null;
  steps: readonly Step[];
}

/** What the rules of one node do to the packet. */
export interface Rewriting {
  before: PortMark;
  /** Null where they leave it as it is, in one mode or in both. */
  after: PortMark | null;
}

export interface End {
  outcome: Outcome;
  because: HopReason;
  /** The packet left all nodes. */
  leaves: boolean;
  item: number;
}

export interface Row {
  station: Station | null;
  /** What the process there listens on. */
  listens: PortMark | null;
  end: End;
  mode: ProxyMode | null;
  /** The port on the packet along this row; null before any is known. */
  line: PortMark | null;
  node: string | null;
  /** This row stands for so many Pods; then `node` is theirs if they share one. */
  more: number;
}

export interface Strip {
  to: readonly Destination[];
  /** What the rules write instead; empty where nothing is rewritten. */
  toAfter: readonly Destination[];
  from: string;
  /** The node whose address the rules write as source, or that address. */
  fromAfter: string | null;
}

/** Steps of a kind that are told in one go. */
export interface Case {
  mode: ProxyMode | null;
  steps: readonly Step[];
}

export interface Item {
  number: number;
  cases: readonly Case[];
}

export type EntryState = 'dialed' | 'written' | 'idle';

export interface EntryRow {
  mark: PortMark;
  state: EntryState;
}

/** The Service as what it is: a row of numbers that rules were made from. */
export interface Entry {
  name: string;
  rows: readonly EntryRow[];
}

export interface RouteModel {
  from: string;
  /** The address as dialed, its port last. */
  dialed: { text: string; port: PortMark };
  trunk: readonly Station[];
  rewriting: Rewriting | null;
  rows: readonly Row[];
  /** The port on the packet behind each station of the trunk. */
  lines: readonly (PortMark | null)[];
  items: readonly Item[];
  strip: Strip | null;
  entry: Entry | null;
  nodes: Readonly<Record<string, string>>;
}
