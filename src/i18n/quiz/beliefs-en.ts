import type { QuizMessages } from './messages.ts';

export const beliefs = {
  'port-is-reached': {
    belief: 'Pods are reached on `port`',
    rule: 'Where rules match the Service’s `port`, they write another number in its place; no process ever hears of it.',
  },
  'port-is-reached/node': {
    belief: 'a connection to a node ends on `port`',
    rule: 'At a node, `port` plays no part: the rules there match `nodePort` and write the port given in `targetPort`.',
  },
  'port-is-reached/pod': {
    belief: 'every connection ends on `port`',
    rule: '`port` belongs to the cluster IP. This client dials a Pod’s own address, and no rule touches the packet.',
  },
  'node-port-in-pod': {
    belief: '`nodePort` is a port of the Pod',
    rule: '`nodePort` is dialed at a node, and the rules there replace it before a Pod sees the packet.',
  },
  'container-port-is-reached': {
    belief: '`containerPort` decides where a process accepts',
    rule: '`containerPort` only declares a port; it directs no packet there.',
  },
  'container-port-opens': {
    belief: '`containerPort` decides which ports are open',
    rule: '`containerPort` is documentation and opens nothing.',
  },
  'target-port-makes-listen': {
    belief: '`targetPort` makes a process listen',
    rule: 'A process listens where its program says.',
  },
  'process-is-found': {
    belief: 'the rules look up where a process listens',
    rule: 'The rules copy the manifest and ask no Pod.',
  },
  'ports-swapped': {
    belief: 'clients dial `targetPort` and Pods get `port`',
    rule: 'Clients dial `port`, not `targetPort`.',
  },
  'port-is-in-the-pod': {
    belief: '`port` is a port of the Pod too',
    rule: 'At a Pod’s own address, no rule matches `port`.',
  },
  'target-port-on-cluster-ip': {
    belief: '`targetPort` can be dialed at the cluster IP',
    rule: 'At the cluster IP, rules match only `port`.',
  },
  'node-port-on-cluster-ip': {
    belief: '`nodePort` can be dialed at the cluster IP',
    rule: '`nodePort` is matched at the addresses of nodes, and only there.',
  },
  'target-port-is-closed': {
    belief: 'only a Service can lead to a Pod',
    rule: 'Inside the cluster, and without a NetworkPolicy, Pods can be dialed directly.',
  },
  'port-is-on-the-node': {
    belief: '`port` can be dialed at a node',
    rule: 'At a node, rules match `nodePort` and no other number of the Service. The rest is the node’s own business.',
  },
  'target-port-on-the-node': {
    belief: '`targetPort` can be dialed at a node',
    rule: '`targetPort` is a port of Pods. At a node, rules match `nodePort`; any other number is the node’s own business.',
  },
  'cluster-ip-from-anywhere': {
    belief: 'the cluster IP can be dialed from anywhere',
    rule: 'The address exists only in rules on the nodes. By default, no route from outside leads there.',
  },
  'cluster-ip-is-a-machine': {
    belief: 'a machine at the cluster IP turns strangers away',
    rule: 'No machine has that address. Where no rule matches, nobody is there to say no.',
  },
  'undeclared-is-refused': {
    belief: 'a wrong number always meets somebody who says no',
    rule: 'In iptables mode, no rule covers a number that `ports` does not declare, and no machine has the cluster IP.',
  },
  'name-from-anywhere': {
    belief: 'every machine can resolve the name of a Service',
    rule: 'By default, only Pods ask cluster DNS. Nodes and machines outside ask another resolver.',
  },
  'no-endpoints-times-out': {
    belief: 'connections to a Service without endpoints vanish',
    rule: 'For a Service without endpoints, kube-proxy writes a rule, so an answer does come.',
  },
  'no-endpoints-no-name': {
    belief: 'a Service without endpoints has no name',
    rule: 'Name and cluster IP belong to the Service, and they stay, with Pods or without.',
  },
  'pods-found-by-name': {
    belief: 'a Service finds the Pods that share its name',
    rule: 'Labels decide, not names: a Pod must carry every label in `selector`.',
  },
  'nobody-listens-times-out': {
    belief: 'a port on which no process listens stays silent',
    rule: 'The packet does arrive here, and a kernel can answer even where no process listens.',
  },
  'address-needs-a-name': {
    belief: 'an address is looked up like a name',
    rule: 'Nothing is looked up here: the client dials an address.',
  },
  'name-holds-the-port': {
    belief: 'cluster DNS knows about ports',
    rule: 'An A record holds an address and no port, so no number can make a name unknown.',
  },
  'node-port-on-localhost': {
    belief: '127.0.0.1 counts as an address of the node',
    rule: 'In nftables mode, node ports are matched at the primary address of a node only.',
  },
  'target-port-always': {
    belief: 'every connection ends on `targetPort`',
    rule: 'Rules write that number only on packets that they match; any other packet keeps its own.',
  },
  'first-port-wins': {
    belief: 'the first entry of `ports` counts for all',
    rule: 'Each entry of `ports` has rules of its own.',
  },
  'protocol-is-ignored': {
    belief: 'a number is open for TCP and UDP alike',
    rule: 'A rule matches address, protocol, and port together.',
  },
  'headless-translates': {
    belief: 'a headless Service leads to `targetPort`',
    rule: 'Without a cluster IP, no rule touches the packet: it keeps the number dialed.',
  },
  'headless-has-rules': {
    belief: 'only declared numbers lead to a headless Service’s Pods',
    rule: 'Its name gives addresses of Pods, and no rule stands in between.',
  },
  'local-is-a-preference': {
    belief: '`Local` falls back to Pods elsewhere',
    rule: 'Where `Local` applies, it is strict: no Pod on another node is picked.',
  },
  'local-for-everybody': {
    belief: '`externalTrafficPolicy` applies to Pods that dial',
    rule: '`externalTrafficPolicy` is for clients outside the cluster; a Pod that dials is exempt.',
  },
  'running-is-enough': {
    belief: 'a Pod only has to run',
    rule: 'Only ready Pods count; this one is not ready.',
  },
  'target-port-beats-slice': {
    belief: '`targetPort` decides here too',
    rule: 'Without a selector, the port written in the EndpointSlice counts.',
  },
  'no-selector-means-all': {
    belief: 'a Service without a selector means every Pod',
    rule: 'Without a selector, no controller looks for Pods.',
  },
  'selector-crosses-namespaces': {
    belief: 'a selector finds Pods in every namespace',
    rule: 'It looks in the namespace of the Service only.',
  },
  'one-label-is-enough': {
    belief: 'one matching label is enough',
    rule: 'A Pod must carry every label in `selector`.',
  },
  'short-name-everywhere': {
    belief: 'the name of a Service works in every namespace',
    rule: 'A name means one namespace: the one written in it or, failing that, the client’s own.',
  },
  'namespaces-are-walls': {
    belief: 'namespaces keep connections apart',
    rule: 'Namespaces separate names, not packets.',
  },
  'wrong-field-is-dropped': {
    belief: 'the API server drops what is wrong',
    rule: 'The API server takes an object whole or not at all.',
  },
  'unknown-name-is-refused': {
    belief: 'somebody turns away a client that dials an unknown name',
    rule: 'Without an address, no packet leaves the client.',
  },
  'unknown-name-vanishes': {
    belief: 'a question about an unknown name stays unanswered',
    rule: 'The resolver answers at once, whatever it finds.',
  },
  'unreachable-is-refused': {
    belief: 'whatever does not arrive is turned away by somebody',
    rule: 'A refusal is an answer, and nobody on this route sends one.',
  },
  'pod-from-anywhere': {
    belief: 'a Pod’s address can be dialed from anywhere',
    rule: 'By default, a client outside has no route to Pods.',
  },
  'external-name-maps-ports': {
    belief: 'an ExternalName Service maps its ports',
    rule: 'It is an alias for a name; its ports do nothing.',
  },
  'external-name-takes-an-address': {
    belief: '`externalName` may be an address',
    rule: 'The API server takes that text for a name made of digits.',
  },
  'source-ranges-everywhere': {
    belief: 'the source ranges guard node ports too',
    rule: 'Source ranges are checked only at the load balancer’s address.',
  },
  'pending-is-dead': {
    belief: 'a Service does nothing until its load balancer is ready',
    rule: 'Cluster IP and node port work from the start.',
  },
  'node-port-on-balancer': {
    belief: '`nodePort` can be dialed at the load balancer',
    rule: 'At that address, rules match only `port`.',
  },
  'host-network-everywhere': {
    belief: '`hostNetwork` opens the port on every node',
    rule: 'The process listens only on its own node.',
  },
  'loopback-is-enough': {
    belief: '127.0.0.1 can be reached from other Pods',
    rule: 'Each Pod has a 127.0.0.1 of its own.',
  },
  'only-target-port-is-open': {
    belief: 'only `targetPort` is open on a Pod',
    rule: 'No Service stands in between: what counts is where a process listens.',
  },
  'pods-are-alike': {
    belief: 'all Pods that a Service selects listen on one number',
    rule: 'Each Pod listens where its own program says.',
  },
  'ranges-are-for-the-cloud': {
    belief: 'only the cloud provider reads `loadBalancerSourceRanges`',
    rule: 'Rules on every node check the source address as well.',
  },
} satisfies QuizMessages['misconceptions'];
