/** The words of routes in English. */
import type { RouteMessages } from './messages.ts';

export const route = {
  route: 'Route {n}',
  hopsOf: 'Hops of route {n}',
  kind: {
    client: 'client',
    name: 'cluster DNS',
    resolver: 'resolver',
    'cluster-ip': 'virtual IP',
    'external-ip': 'external IP',
    'load-balancer': 'load balancer',
    node: 'node',
    'node-port': 'node port',
    rules: 'rules|on {node}',
    pod: 'Pod',
    outside: 'outside',
  },
  service: 'Service',
  rules: 'rules on {node}',
  unchanged: 'unchanged',
  rejected: 'rejected',
  listens: 'listens',
  noPort: 'no port here',
  outsideLand: 'outside the cluster',
  beyond: 'beyond',
  end: 'the end',
  oneOfMany: 'one Pod,|at random',
  onlyOne: 'only one Pod|to pick',
  mode: { iptables: 'iptables mode', nftables: 'nftables mode' },
  outcome: {
    reached: 'reached',
    refused: 'refused',
    'timed-out': 'timed out',
    'no-such-name': 'no such name',
  },
  note: {
    'answer-bypasses-node': 'answer takes|a shortcut',
    'hairpin-answer-lost': 'answer takes|a shortcut',
    'name-unknown': 'cluster DNS does|not know it',
    'headless-without-endpoints': 'headless, and|no Pod is ready',
    'external-name-unknown': 'the other name|does not exist',
    'external-name-is-address': 'an address|is no name',
    'cluster-dns-not-asked': 'cluster DNS|is not asked',
    'port-not-declared': 'no rule for|{port}',
    'protocol-not-declared': 'no rule for|{protocol}',
    'cluster-ip-unassigned': 'no Service has|this address',
    'load-balancer-not-intercepted': 'left to the|load balancer',
    'other-proxy': 'left to|another proxy',
    'node-port-not-on-this-address': 'no rule for|this address',
    'endpoint-is-cluster-ip': 'never rewritten|twice',
    'no-selector': 'no selector,|no endpoint',
    'no-pod-selected': 'no Pod|selected',
    'no-ready-endpoint': 'no Pod|is ready',
    'named-port-missing': 'no Pod has|that name',
    'slice-port-differs': 'no endpoint|has that port',
    'cluster-ip-rejected': 'a rule rejects what|no rule has rewritten',
    'no-local-endpoint': 'dropped: no Pod|on this node',
    'source-not-allowed': 'dropped: source|not allowed',
    'unassigned-dropped': 'dropped: nobody|has this address',
    'nobody-answers': 'it leaves the node,|and nothing answers',
    'not-routed-from-outside': 'no route leads|to this address',
    'nothing-listens': 'no process|listens here',
    'listens-on-other-address': 'listens on|another address',
    'own-address': '',
  },
  packet: 'Written on the packet',
  to: 'to',
  from: 'from',
  or: 'or',
  rewrittenHere: 'rewritten here',
  neverRewritten: 'never rewritten',
  sourceKept: 'never rewritten: the process sees the client',
  masqueraded: 'the process sees this',
  unchangedShort: 'unchanged',
  morePods: { one: 'and {n} more Pod', other: 'and {n} more Pods' },
  hop: {
    'address-dialed': '{client} dials an address, so nothing has to be looked up.',
    'name-dialed': '{client} dials a name and a port. First the name has to become an address.',
    'answer-bypasses-node':
      'The packet arrived, but the rules of another node had rewritten it without masquerading. The answer takes a shortcut past that node, and the client does not recognize it.',
    'hairpin-answer-lost':
      'The rules of another node sent the Pod to itself, without masquerading. The answer never passes that node, and the client does not recognize it.',
    'cluster-ip-record':
      'Answers with the cluster IP. An A record holds no port; {port} is the client’s own.',
    'headless-record':
      'The Service is headless: the answer is the addresses of its ready Pods. No rule will rewrite anything.',
    'endpoint-record': 'Answers with the address of one Pod of a headless Service.',
    'localhost-record': 'The machine’s own hosts file answers; cluster DNS is not asked.',
    'external-name-record':
      'The Service is of type ExternalName: the answer is another name, which is resolved in turn. The port stays as dialed.',
    'name-unknown': 'Cluster DNS has no such name. Without an address, no packet is sent.',
    'headless-without-endpoints':
      'The Service is headless and none of its Pods is ready, so there is no address to answer with.',
    'external-name-unknown': 'The Service stands for another name, and that name does not exist.',
    'external-name-is-address':
      '`externalName` holds an IP address, and cluster DNS does not serve one as a name.',
    'cluster-dns-not-asked':
      'Nodes and machines outside ask another resolver. By default, it knows no name of the cluster.',
    'cluster-ip':
      'The address is the cluster IP of {at}. No machine has it; it lives in rules on every node.',
    'external-ip': 'The address is one of the `externalIPs` of {at}, matched by rules on the nodes.',
    'load-balancer-ip':
      'The address belongs to the load balancer of {at}, and rules on the nodes match it too.',
    'service-port':
      'The rules match {port} at the cluster IP. The kernel rewrites the destination to the address of a ready Pod and {new}.',
    'node-port':
      'The rules match {port} at the node. The kernel rewrites the destination straight to the address of a ready Pod and {new}; `port` plays no part.',
    'external-ip-port':
      'The rules match {port} at the external IP. The kernel rewrites the destination to the address of a ready Pod and {new}.',
    'load-balancer-port':
      'The rules match {port} at the load balancer’s address. The kernel rewrites the destination to the address of a ready Pod and {new}.',
    'host-port':
      'A rule of the network plugin matches {port}, a `hostPort`, and the kernel rewrites the destination to the Pod and {new}.',
    'port-not-declared':
      'The Service declares no port {port}, so no rule matches. The destination stays as it is.',
    'protocol-not-declared':
      'The Service declares {port} for another protocol, so no rule matches. The destination stays as it is.',
    'cluster-ip-unassigned': 'No Service has this address, so no rule matches it.',
    'load-balancer-not-intercepted':
      '`ipMode` is Proxy: the rules leave the connection to the load balancer, and nothing is rewritten here.',
    'other-proxy': 'A label leaves this Service to another proxy, so kube-proxy has written no rule for it.',
    'node-port-not-on-this-address':
      'The rules match {port} at the primary address of a node only, and {address} is another. Nothing is rewritten.',
    'endpoint-is-cluster-ip':
      'The new destination is itself a cluster IP, and a packet is not rewritten twice.',
    'no-selector':
      'The Service has no selector and no EndpointSlice, so it has no endpoints. A rule rejects the connection.',
    'no-pod-selected':
      'No Pod carries the labels that the selector asks for. For a Service without endpoints, a rule rejects the connection at once.',
    'no-ready-endpoint': 'None of the selected Pods is ready. A rule rejects the connection at once.',
    'named-port-missing':
      '`targetPort` is a name, and no selected Pod declares a port of that name. A rule rejects the connection at once.',
    'slice-port-differs':
      'The EndpointSlices hold no port of that name and protocol. A rule rejects the connection at once.',
    'cluster-ip-rejected': 'A rule rejects whatever still goes to a cluster IP. The answer comes at once.',
    'no-local-endpoint':
      'The traffic policy is Local, and every ready Pod is on another node. A rule drops the packet.',
    'source-not-allowed': 'The client is in none of the `loadBalancerSourceRanges`. A rule drops the packet.',
    'unassigned-dropped': 'A rule drops what goes to the Service range without belonging to a Service.',
    'node-address': 'The address belongs to {at}, so the packet comes to this node and meets its rules.',
    'own-address': {
      pod: 'The Pod dials itself: the packet never leaves it.',
      node: 'The node dials itself: the packet never leaves it.',
      beyond: 'The machine dials itself: the packet never leaves it.',
    },
    'routed-to-node': 'The network has a route for this address, and it leads to {at}.',
    'pod-address': 'The packet is routed to the address of the Pod.',
    'nothing-listens': {
      pod: 'The packet arrives. No process in {at} listens on {port}, so the kernel refuses.',
      node: 'No rule matches {port} here, and no process of {at} listens on it. The kernel refuses.',
      beyond: 'No process of {at} listens on {port}, so its kernel refuses.',
    },
    'listens-on-other-address': {
      pod: 'A process listens on {port}, but on another address, such as 127.0.0.1 only. The kernel refuses.',
      node: 'A process of {at} listens on {port}, but on another address. The kernel refuses.',
      beyond: 'A process of {at} listens on {port}, but on another address. Its kernel refuses.',
    },
    'process-listens': 'The process accepts.',
    'health-check': 'kube-proxy itself answers here, about the health of the Service.',
    'outside-address': 'The packet leaves the nodes for {at}.',
    'nobody-answers': 'No rule stops the packet. It leaves the node, and nothing answers at {address}.',
    'not-routed-from-outside': 'By default, no route leads from outside to {address}. Nothing answers.',
  },
  pick: {
    one: 'Only one Pod can be picked.',
    other: 'It picks one of {n} ready Pods at random, once per connection.',
  },
  masquerade: 'The source becomes an address of {node}, so that the answer comes back this way.',
  sees: {
    client: 'It sees the client’s own address, {source}.',
    node: 'It sees the address of a node, not {client}.',
  },
  inMode: { iptables: 'In iptables mode:', nftables: 'In nftables mode:' },
  listensOn: 'listens on',
  notRewritten: 'not rewritten',
  verdict: {
    reached: 'reaches {port}',
    refused: 'refused',
    'timed-out': 'timed out',
    'no-such-name': 'no such name',
  },
  verdictInMode: '{verdict} ({mode})',
  rewriting: {
    destination: 'destination rewritten',
    both: 'destination and source rewritten',
    none: 'nothing rewritten',
    'sent-none': 'no packet sent',
  },
  joinVerdict: ' or ',
  toFind: 'one number to find',
  sentence: {
    start: 'Route {n}: {client} dials {dialed}.',
    rewritten: 'The rules on {node} rewrite the destination to port {ports}.',
    kept: 'Nothing is rewritten.',
    reached: 'It reaches port {ports} of {names}.',
    refused: 'It is refused.',
    'timed-out': 'It times out.',
    'no-such-name': 'There is no such name.',
    ask: 'The ports behind the rules are left blank.',
  },
  listSeparator: ' or ',
} satisfies RouteMessages<'en'>;
