import type { QuizMessages } from './messages.ts';

export const beliefs = {
  'port-is-reached': {
    belief: 'the number dialed is the number reached',
    rule: 'The rules on the client’s node write a Pod’s address and the port given in `targetPort`; no process ever hears of `port`.',
  },
  'port-is-reached/node': {
    belief: 'the node port leads to `port`',
    rule: 'The two never meet: the rules for either write a Pod’s address and the port given in `targetPort`.',
  },
  'port-is-reached/pod': {
    belief: 'every connection ends on `port`',
    rule: '`port` belongs to the cluster IP. This client dials a Pod’s own address, and no rule touches the packet.',
  },
  'node-port-in-pod': {
    belief: '`nodePort` is a port of the Pod',
    rule: 'It is dialed at a node, and the rules there replace it: no Pod ever sees that number.',
  },
  'container-port-is-reached': {
    belief: '`containerPort` decides where a process accepts',
    rule: 'The field only declares a port. A process accepts where its program listens.',
  },
  'container-port-opens': {
    belief: '`containerPort` opens a port',
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
    rule: 'It is the other way round.',
  },
  'port-is-in-the-pod': {
    belief: '`port` is a port of the Pod too',
    rule: 'Rules match `port` only at the cluster IP.',
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
    rule: 'The address exists in the rules on the nodes. Outside, by default, no route leads there.',
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
    rule: 'By default only Pods ask cluster DNS. Nodes and outside machines ask another resolver.',
  },
  'no-endpoints-times-out': {
    belief: 'connections to a Service without endpoints vanish',
    rule: 'For this case kube-proxy writes a rule, so an answer does come.',
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
    rule: 'An A record holds an address and no port. The name exists.',
  },
  'node-port-on-localhost': {
    belief: '127.0.0.1 counts as an address of the node',
    rule: 'In nftables mode, node ports are matched at the primary address of a node only.',
  },
  'target-port-always': {
    belief: 'every connection ends on `targetPort`',
    rule: 'A rule writes that number only into packets that match it; any other packet keeps its own.',
  },
  'first-port-wins': {
    belief: 'the first entry of `ports` counts for all',
    rule: 'Each entry of `ports` has rules of its own.',
  },
  'protocol-is-ignored': {
    belief: 'a number is open for TCP and UDP alike',
    rule: 'A rule matches address, protocol and port together.',
  },
  'headless-translates': {
    belief: 'a headless Service leads to `targetPort`',
    rule: 'Without a cluster IP no rule touches the packet: it keeps the number dialed.',
  },
  'headless-has-rules': {
    belief: 'only declared numbers lead to a headless Service’s Pods',
    rule: 'Its name gives addresses of Pods, and no rule stands in between.',
  },
  'local-is-a-preference': {
    belief: '`Local` falls back to Pods elsewhere',
    rule: '`Local` is strict: Pods of other nodes are never used.',
  },
  'local-for-everybody': {
    belief: '`externalTrafficPolicy` binds Pods as well',
    rule: 'It is about clients outside the cluster; Pods are exempt from it.',
  },
  'running-is-enough': {
    belief: 'a Pod that runs gets traffic',
    rule: 'Only ready Pods count, and this one is not.',
  },
  'target-port-beats-slice': {
    belief: '`targetPort` decides here too',
    rule: 'Without a selector, the port written in the EndpointSlice counts.',
  },
  'no-selector-means-all': {
    belief: 'without a selector every Pod is meant',
    rule: 'Without a selector nobody looks for Pods at all.',
  },
  'selector-crosses-namespaces': {
    belief: 'a selector finds Pods in every namespace',
    rule: 'It looks in the namespace of the Service only.',
  },
  'one-label-is-enough': {
    belief: 'one common label is enough',
    rule: 'A Pod must carry every label in `selector`.',
  },
  'short-name-everywhere': {
    belief: 'the short name works in every namespace',
    rule: 'A Pod completes short names with its own namespace.',
  },
  'namespaces-are-walls': {
    belief: 'namespaces keep connections apart',
    rule: 'They separate names, not packets.',
  },
  'wrong-field-is-dropped': {
    belief: 'the API server drops what is wrong',
    rule: 'It takes an object whole or not at all.',
  },
  'unknown-name-is-refused': {
    belief: 'somebody turns callers of an unknown name away',
    rule: 'Without an address no packet leaves the client.',
  },
  'unknown-name-vanishes': {
    belief: 'a question about an unknown name stays unanswered',
    rule: 'The resolver answers at once, whatever it finds.',
  },
  'unreachable-is-refused': {
    belief: 'whatever does not arrive is turned away by somebody',
    rule: 'Here nobody answers for it: the packet is dropped or lost on the way.',
  },
  'pod-from-anywhere': {
    belief: 'a Pod’s address works from everywhere',
    rule: 'Outside, by default, no route leads to Pods.',
  },
  'external-name-maps-ports': {
    belief: 'an ExternalName Service maps its ports',
    rule: 'It is an alias for a name; its ports do nothing.',
  },
  'external-name-takes-an-address': {
    belief: '`externalName` may be an address',
    rule: 'Cluster DNS takes that text for a name made of digits.',
  },
  'source-ranges-everywhere': {
    belief: 'the source ranges guard node ports too',
    rule: 'They are checked at the load balancer’s address only.',
  },
  'pending-is-dead': {
    belief: 'a Service waits for its load balancer',
    rule: 'Cluster IP and node port work from the start.',
  },
  'node-port-on-balancer': {
    belief: '`nodePort` can be dialed at the load balancer',
    rule: 'At that address rules match `port`.',
  },
  'host-network-everywhere': {
    belief: '`hostNetwork` opens the port on every node',
    rule: 'The process listens on its own node, and there only.',
  },
  'loopback-is-enough': {
    belief: '127.0.0.1 is reached from other Pods',
    rule: 'In a Pod that address is the Pod’s own; nothing from outside arrives there.',
  },
  'only-target-port-is-open': {
    belief: 'on a Pod only `targetPort` is open',
    rule: 'No Service stands in between: what counts is where a process listens.',
  },
  'pods-are-alike': {
    belief: 'all Pods of a Service listen on one number',
    rule: 'Each Pod listens where its own program says.',
  },
  'ranges-are-for-the-cloud': {
    belief: 'only a cloud reads `loadBalancerSourceRanges`',
    rule: 'kube-proxy checks the sender on every node.',
  },
} satisfies QuizMessages['misconceptions'];
