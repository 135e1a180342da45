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
    rule: 'Rules match `port` at the cluster IP. On a Pod’s own address, what counts is where its process listens.',
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
} satisfies QuizMessages['misconceptions'];
