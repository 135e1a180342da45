/** The recordings of the data path, with their types, and the clusters they were made in. */
import { readFileSync } from 'node:fs';
import {
  buildCluster,
  type Cluster,
  type Environment,
  type KubeObject,
  parseManifests,
} from '../../src/engine/index.ts';

const folder = new URL('./datapath/', import.meta.url);

export interface RecordedAnswer {
  outcome: string;
  by?: string;
  port?: number;
  sees?: string;
  http?: number;
}

export interface RecordedAnswers {
  tries?: number;
  partial?: boolean;
  answers: RecordedAnswer[];
}

export interface RecordedLookUp {
  status: string;
  addresses?: string[];
  cname?: string[];
  srv?: [string, number][];
}

interface Common {
  id: string;
  from: string;
  rules?: string[];
}

export type ConnectionProbe = Common & { to: string; iptables: RecordedAnswers; nftables: RecordedAnswers };
export type LookUpProbe = Common & {
  lookUp: string;
  type: 'A' | 'SRV';
  iptables: RecordedLookUp;
  nftables: RecordedLookUp;
};

export interface RecordedSlice {
  name: string;
  ns: string;
  service: string | null;
  ports: { name: string; protocol: string; port: number }[] | null;
  endpoints: {
    addresses: string[];
    conditions: object;
    hostname?: string;
    nodeName?: string;
    hints?: object;
    target: string | null;
  }[];
}

export interface RecordedCluster {
  id: string;
  files: string[];
  nodeListen?: Record<string, string>;
  outsideListen?: Record<string, string>;
  terminate?: { pods: string[] };
  probes: (ConnectionProbe | LookUpProbe)[];
  endpointSlices: RecordedSlice[];
  kubectl: Record<string, string>;
}

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

export const environment = JSON.parse(read('environment.json')) as Environment;
export const { clusters: recordings } = JSON.parse(read('clusters.json')) as { clusters: RecordedCluster[] };

export function objectsOf({ files }: RecordedCluster): KubeObject[] {
  return files.flatMap((file) => parseManifests(read(file)).objects);
}

export function environmentOf({
  nodeListen = {},
  outsideListen = {},
  terminate = { pods: [] },
}: RecordedCluster): Environment {
  return { ...environment, nodeListen, outsideListen, terminate };
}

const built = new Map<string, Cluster>();

export function clusterOf(recording: RecordedCluster): Cluster {
  const cluster = built.get(recording.id) ?? buildCluster(objectsOf(recording), environmentOf(recording));
  built.set(recording.id, cluster);
  return cluster;
}

export function isConnection(probe: ConnectionProbe | LookUpProbe): probe is ConnectionProbe {
  return 'to' in probe;
}
