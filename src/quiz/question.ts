/**
 * What a question is once quiz.yaml has been read: ids and facts, no text and no key. Text comes from `src/i18n/quiz`, the key from
 * the trace of its connection.
 */
import type { ProxyMode } from '../engine/index.ts';
import type { MisconceptionId } from './misconceptions/index.ts';

export const KIND_IDS = [
  'which-port',
  'outcome',
  'which-line',
  'why',
  'match-fields',
  'order-hops',
  'address',
  'repair',
] as const;
export type KindId = (typeof KIND_IDS)[number];

/** Where the port of a `which-port` question is read off. */
export const VIEWPOINTS = ['process', 'packet-after-rules'] as const;
export type Viewpoint = (typeof VIEWPOINTS)[number];

/**
 * Which line a `which-line` question asks for: the one with the number that rules match at the address dialed, the one that gives the
 * port they write on the packet, the one that says where the process listens.
 */
export const LINE_ROLES = ['matched', 'written', 'listened'] as const;
export type LineRole = (typeof LINE_ROLES)[number];

export const PROXY_MODES = ['iptables', 'nftables'] as const satisfies readonly ProxyMode[];

interface Common {
  /** Kebab-case, unique on the whole site: progress is kept under it. */
  id: string;
  scenario: string;
  connection: string;
  /** Named in the question where the answer depends on it. */
  proxyMode?: ProxyMode;
  /** The beliefs this question is meant to catch. */
  targets: readonly MisconceptionId[];
}

/** Kinds in which a wrong answer comes from no single belief: "targets" is left out. */
export const WITHOUT_TARGETS: readonly KindId[] = ['order-hops', 'address', 'repair'];

export interface WhichPortQuestion extends Common {
  kind: 'which-port';
  at: Viewpoint;
}

export interface OutcomeQuestion extends Common {
  kind: 'outcome';
}

export interface WhichLineQuestion extends Common {
  kind: 'which-line';
  line: LineRole;
}

/** The reasons to choose from are the true one and those of the beliefs under `targets`. */
export interface WhyQuestion extends Common {
  kind: 'why';
}

/** The numbers of the Service that is dialed and of its Pods are given the place where each of them is right. */
export interface MatchFieldsQuestion extends Common {
  kind: 'match-fields';
}

/** The places on the route of a connection are put in order. No belief leads to an order, so it has no targets. */
export interface OrderHopsQuestion extends Common {
  kind: 'order-hops';
}

/** An address is typed that leads the client of the connection to the same processes. */
export interface AddressQuestion extends Common {
  kind: 'address';
}

/** The manifest of the Service is edited until the connection arrives. */
export interface RepairQuestion extends Common {
  kind: 'repair';
}

export type Question =
  | WhichPortQuestion
  | OutcomeQuestion
  | WhichLineQuestion
  | WhyQuestion
  | MatchFieldsQuestion
  | OrderHopsQuestion
  | AddressQuestion
  | RepairQuestion;
