import type { QuizMessages } from './messages.ts';

export const beliefs = {
  'port-is-reached': {
    belief: '客户端连哪个端口，进程就监听哪个端口',
    rule: '但客户端所在节点的规则会把目的 IP 和端口改成 Pod 的 IP 和 `targetPort` 写的端口，进程见不到 `port`。',
  },
  'port-is-reached/node': {
    belief: '外部连接先从节点端口转给 `port`',
    rule: '但这两个入口互不相干：从哪个进来，规则都直接把目的端口改成 `targetPort` 写的端口。',
  },
  'port-is-reached/pod': {
    belief: '每条连接最后都走 `port`',
    rule: '但 `port` 跟集群 IP 搭配。这里直接连 Pod 的 IP，没有规则改写数据包。',
  },
  'node-port-in-pod': {
    belief: '节点端口是 Pod 的端口',
    rule: '但 `nodePort` 跟节点的 IP 搭配，节点上的规则当场换掉它，Pod 见不到这个数字。',
  },
  'container-port-is-reached': {
    belief: '进程监听哪个端口由 `containerPort` 决定',
    rule: '但它只是声明；监听哪个端口，程序说了算。',
  },
  'container-port-opens': {
    belief: '端口要靠 `containerPort` 打开',
    rule: '但 `containerPort` 只是声明，不开端口。',
  },
  'target-port-makes-listen': {
    belief: '写了 `targetPort`，进程就会监听那个端口',
    rule: '但没有谁通知进程，监听哪个端口由程序自己定。',
  },
  'process-is-found': {
    belief: '规则会去找进程监听的端口',
    rule: '但规则用的是清单里的数字，不问 Pod。',
  },
  'ports-swapped': {
    belief: '客户端连 `targetPort`、Pod 用 `port`',
    rule: '但客户端连的是 `port`，Pod 用的才是 `targetPort`。',
  },
  'port-is-in-the-pod': {
    belief: '在 Pod 上也能连 `port`',
    rule: '但规则只在集群 IP 上认 `port`；直接连 Pod 的 IP，要看进程监听哪个端口。',
  },
  'target-port-on-cluster-ip': {
    belief: '集群 IP 上也能连 `targetPort`',
    rule: '但集群 IP 只认 `port` 写的端口，别的端口没有改写规则。',
  },
  'node-port-on-cluster-ip': {
    belief: '集群 IP 上也能连 `nodePort`',
    rule: '但 `nodePort` 只跟节点的 IP 搭配。',
  },
  'target-port-is-closed': {
    belief: '只有经过 Service 才能连到 Pod',
    rule: '但在集群里可以直接连 Pod 的 IP，除非网络策略（NetworkPolicy）拦着。',
  },
  'port-is-on-the-node': {
    belief: '在节点上也能连 `port`',
    rule: '但在节点的 IP 上，规则只认 `nodePort`，别的端口归节点自己处理。',
  },
  'target-port-on-the-node': {
    belief: '在节点上也能连 `targetPort`',
    rule: '但它是 Pod 的端口。在节点的 IP 上，规则只认 `nodePort`，别的端口归节点自己处理。',
  },
  'cluster-ip-from-anywhere': {
    belief: '集群 IP 从哪里都连得上',
    rule: '但这个地址只靠节点上的规则起作用，集群外默认没有通往它的路由。',
  },
  'cluster-ip-is-a-machine': {
    belief: '有台机器配着集群 IP，能当场回绝',
    rule: '但没有哪台机器配了这个地址；没有规则管的数据包，也就没有谁来回话。',
  },
  'undeclared-is-refused': {
    belief: '连错端口总有谁当场回绝',
    rule: '但在 iptables 模式下，`ports` 里没有声明的端口没有规则管，集群 IP 也没有哪台机器配着。',
  },
  'name-from-anywhere': {
    belief: '哪台机器都能解析 Service 的名称',
    rule: '但默认只有 Pod 会问集群 DNS，节点和集群外的机器问的是别的服务器。',
  },
  'no-endpoints-times-out': {
    belief: '没有端点时数据包就此消失',
    rule: '但 kube-proxy 专门为这种情况写了一条规则，所以会有回音。',
  },
  'no-endpoints-no-name': {
    belief: '没有端点的 Service 就没有名称',
    rule: '但名称和集群 IP 属于 Service，有没有 Pod 都在。',
  },
  'pods-found-by-name': {
    belief: '按名称就能找到 Pod',
    rule: '但起作用的是标签，不是名称：`selector` 里的标签，Pod 上要一个不少。',
  },
  'nobody-listens-times-out': {
    belief: '没有进程监听的端口就没有回音',
    rule: '但数据包确实到了。没有进程监听，内核也会回话。',
  },
  'address-needs-a-name': {
    belief: '连 IP 地址也要先查名称',
    rule: '但这里连的就是 IP 地址，不用查名称。',
  },
  'name-holds-the-port': {
    belief: '集群 DNS 认得端口',
    rule: '但 A 记录里只有地址，没有端口。这个名称查得到。',
  },
  'node-port-on-localhost': {
    belief: '把 127.0.0.1 当成节点的普通地址',
    rule: '但在 nftables 模式下，只有连节点的主 IP，`nodePort` 才有效。',
  },
  'target-port-always': {
    belief: '不管连哪里都会转到 `targetPort`',
    rule: '但规则只改写它匹配的数据包，别的数据包端口不变。',
  },
  'first-port-wins': {
    belief: '`ports` 只认第一项',
    rule: '但 `ports` 的每一项都有自己的规则。',
  },
  'protocol-is-ignored': {
    belief: '同一个端口号不分 TCP 和 UDP',
    rule: '但规则要地址、协议、端口都对上才算匹配。',
  },
  'headless-translates': {
    belief: '无头服务也会转到 `targetPort`',
    rule: '但没有集群 IP，就没有规则改写数据包，端口照旧。',
  },
  'headless-has-rules': {
    belief: '无头服务也只放行声明过的端口',
    rule: '但它的名称直接解析成 Pod 的 IP，中间没有规则。',
  },
  'local-is-a-preference': {
    belief: '`Local` 在本节点没有 Pod 时会换别的节点',
    rule: '但 `Local` 很严格，绝不用别的节点上的 Pod。',
  },
  'local-for-everybody': {
    belief: '`externalTrafficPolicy` 也管 Pod 发出的连接',
    rule: '但它只管集群外的客户端，不管 Pod。',
  },
  'running-is-enough': {
    belief: 'Pod 在运行就会收到连接',
    rule: '但只有就绪的 Pod 才算，这个还没有就绪。',
  },
  'target-port-beats-slice': {
    belief: '这里也由 `targetPort` 决定',
    rule: '但没有选择算符时，要看 EndpointSlice 里写的端口。',
  },
  'no-selector-means-all': {
    belief: '不写选择算符就是选中所有 Pod',
    rule: '但没有选择算符，就根本不会去找 Pod。',
  },
  'selector-crosses-namespaces': {
    belief: '选择算符会找遍所有命名空间',
    rule: '但它只看 Service 所在的命名空间。',
  },
  'one-label-is-enough': {
    belief: '有一个标签对上就行',
    rule: '但 `selector` 里的标签，Pod 上要一个不少。',
  },
  'short-name-everywhere': {
    belief: '短名称在哪个命名空间都能用',
    rule: '但 Pod 会把短名称补上自己的命名空间。',
  },
  'namespaces-are-walls': {
    belief: '命名空间之间不通',
    rule: '但命名空间隔开的是名称，不是数据包。',
  },
  'wrong-field-is-dropped': {
    belief: 'API 服务器会丢掉写错的字段',
    rule: '但它要么收下整个对象，要么一点都不收。',
  },
  'unknown-name-is-refused': {
    belief: '查不到的名称也有谁来回绝',
    rule: '但没有地址，数据包根本发不出去。',
  },
  'unknown-name-vanishes': {
    belief: '问查不到的名称就没有回音',
    rule: '但不管查没查到，DNS 都马上回话。',
  },
  'unreachable-is-refused': {
    belief: '到不了的连接总有谁回绝',
    rule: '但这里没有谁回话，数据包在半路就丢了。',
  },
  'pod-from-anywhere': {
    belief: 'Pod 的 IP 从哪里都连得上',
    rule: '但集群外默认没有通往 Pod 的路由。',
  },
  'external-name-maps-ports': {
    belief: 'ExternalName 的 Service 会转换端口',
    rule: '但它只是别名，它的端口不起作用。',
  },
  'external-name-takes-an-address': {
    belief: '`externalName` 可以写 IP',
    rule: '但集群 DNS 把它当成由数字组成的名称。',
  },
  'source-ranges-everywhere': {
    belief: '来源网段也管节点端口',
    rule: '但它只在负载均衡器的地址上检查。',
  },
  'pending-is-dead': {
    belief: '没有负载均衡器，Service 就不能用',
    rule: '但集群 IP 和节点端口一开始就能用。',
  },
  'node-port-on-balancer': {
    belief: '负载均衡器上也能连 `nodePort`',
    rule: '但在那个地址上，规则只认 `port`。',
  },
  'host-network-everywhere': {
    belief: '`hostNetwork` 在每个节点上都开端口',
    rule: '但进程只在自己的节点上监听。',
  },
  'loopback-is-enough': {
    belief: '监听 127.0.0.1，别的 Pod 也连得上',
    rule: '但那是 Pod 自己的地址，外面来的数据包到不了。',
  },
  'only-target-port-is-open': {
    belief: 'Pod 上只开着 `targetPort`',
    rule: '但中间没有 Service，只看进程监听哪个端口。',
  },
  'pods-are-alike': {
    belief: '同一 Service 的 Pod 都监听同一个端口',
    rule: '但每个 Pod 监听哪个端口，由自己的程序决定。',
  },
  'ranges-are-for-the-cloud': {
    belief: '只有云平台才看 `loadBalancerSourceRanges`',
    rule: '但每个节点上的 kube-proxy 都会检查来源。',
  },
} satisfies QuizMessages['misconceptions'];
