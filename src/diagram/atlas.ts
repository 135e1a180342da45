/**
 * What a route needs to know of a cluster beside its trace: on which node a Pod runs, who holds an address, which ports a Service has.
 * The diagram asks these few questions and nothing else, so that it can be drawn – and tested – without a whole cluster.
 */

export interface EntryPort {
  name?: string;
  port: number;
  /** The numbers that its endpoints have for `targetPort`; several when a name stands for different numbers. */
  targets: readonly number[];
  nodePort: number | null;
}

export interface ServiceEntry {
  /** `service/default/web`. */
  at: string;
  name: string;
  /** Addresses at which its `port` is dialed: cluster IPs, external IPs, load balancers. */
  addresses: readonly string[];
  ports: readonly EntryPort[];
  /** The addresses of its Pods. */
  endpoints: readonly string[];
}

export interface Atlas {
  services: readonly ServiceEntry[];
  /** The name of the node on which `pod/…` or `node/…` runs. */
  nodeOf(at: string): string | null;
  /** The name of the node that holds an address. */
  nodeAt(address: string): string | null;
  /** The address by which `pod/…`, `node/…` or `outside/…` is known. */
  addressOf(at: string): string | null;
  /** The `containerPort`s declared by the Pod at an address. */
  declaredAt(address: string): readonly number[];
}
