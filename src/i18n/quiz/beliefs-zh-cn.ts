import type { QuizMessages } from './messages.ts';

export const beliefs = {
  'port-is-reached': {
    belief: '进程监听的端口就是 `port`',
    rule: 'Pod 收到数据包之前，节点上的规则已经改写了目的 IP 和端口，进程见不到 `port`。',
  },
  'port-is-reached/node': {
    belief: '从节点进来的连接都先转给 `port`',
    rule: '`nodePort` 和 `port` 是两个互不相干的入口：从哪个进来，规则都直接把目的端口改成 `targetPort` 写的端口。',
  },
  'port-is-reached/pod': {
    belief: '不管连哪里，进程监听的都是 `port`',
    rule: '`port` 跟集群 IP 搭配。这里直接连 Pod 的 IP，没有规则改写数据包。',
  },
  'node-port-in-pod': {
    belief: '节点端口是 Pod 的端口',
    rule: '`nodePort` 只跟节点的 IP 搭配，节点上的规则认出它，就换成 Pod 的端口。',
  },
  'container-port-is-reached': {
    belief: '进程监听哪个端口由 `containerPort` 决定',
    rule: '`containerPort` 只是声明；监听哪个端口，程序说了算。',
  },
  'container-port-opens': {
    belief: '端口要靠 `containerPort` 打开',
    rule: '`containerPort` 只是声明，不开端口。',
  },
  'target-port-makes-listen': {
    belief: '进程会照 `targetPort` 去监听',
    rule: '没有谁把 `targetPort` 告诉进程，监听哪个端口由程序自己定。',
  },
  'process-is-found': {
    belief: '规则会去找进程监听的端口',
    rule: '规则只照清单写，不会去问 Pod。',
  },
  'ports-swapped': {
    belief: '规则是把 `targetPort` 换成 `port`',
    rule: '正好相反：客户端连的是 `port`，Pod 用的是 `targetPort`。',
  },
  'port-is-in-the-pod': {
    belief: '在 Pod 上也能连 `port`',
    rule: '直接连 Pod 的 IP，没有规则认 `port`，只看进程监听哪个端口。',
  },
  'target-port-on-cluster-ip': {
    belief: '集群 IP 上也能连 `targetPort`',
    rule: '集群 IP 只认 `port` 写的端口，别的端口没有改写规则。',
  },
  'node-port-on-cluster-ip': {
    belief: '集群 IP 上也能连 `nodePort`',
    rule: '`nodePort` 只跟节点的 IP 搭配。',
  },
  'target-port-is-closed': {
    belief: '只有经过 Service 才能连到 Pod',
    rule: '在集群里可以直接连 Pod 的 IP，除非网络策略（NetworkPolicy）拦着。',
  },
  'port-is-on-the-node': {
    belief: '在节点上也能连 `port`',
    rule: '在节点的 IP 上，规则只认 `nodePort`，别的端口归节点自己处理。',
  },
  'target-port-on-the-node': {
    belief: '在节点上也能连 `targetPort`',
    rule: '`targetPort` 是 Pod 的端口。在节点的 IP 上，规则只认 `nodePort`，别的端口归节点自己处理。',
  },
  'cluster-ip-from-anywhere': {
    belief: '从哪里都连得上集群 IP',
    rule: '集群 IP 只靠节点上的规则起作用，集群外默认没有通往它的路由。',
  },
  'cluster-ip-is-a-machine': {
    belief: '有台机器配着集群 IP，能当场回绝',
    rule: '没有哪台机器配了集群 IP；没有规则管的数据包，谁也不会回话。',
  },
  'undeclared-is-refused': {
    belief: '连错端口总会有人当场回绝',
    rule: '在 iptables 模式下，`ports` 里没有声明的端口没有规则管，集群 IP 也没有哪台机器配着。',
  },
  'name-from-anywhere': {
    belief: '哪台机器都能解析 Service 的名称',
    rule: '默认只有 Pod 会问集群 DNS，节点和集群外的机器问的是别的 DNS 服务器。',
  },
  'no-endpoints-times-out': {
    belief: '连到没有端点的 Service 就没有回音',
    rule: 'kube-proxy 专门为这种情况写了一条规则，所以会有回音。',
  },
  'no-endpoints-no-name': {
    belief: '没有端点的 Service 连名称也查不到',
    rule: '名称和集群 IP 属于 Service，有没有 Pod 都在。',
  },
  'pods-found-by-name': {
    belief: '名称相同就能选中 Pod',
    rule: '起作用的是标签，不是名称：`selector` 里的标签，Pod 上要一个不少。',
  },
  'nobody-listens-times-out': {
    belief: '连到没有进程监听的端口就没有回音',
    rule: '数据包确实到了。没有进程监听，内核也会回话。',
  },
  'address-needs-a-name': {
    belief: '连 IP 地址也要先查名称',
    rule: '这里连的就是 IP 地址，不用查名称。',
  },
  'name-holds-the-port': {
    belief: '集群 DNS 会连端口一起查',
    rule: 'A 记录里只有地址，没有端口；查名称用不着端口。',
  },
  'node-port-on-localhost': {
    belief: '本地回路地址 127.0.0.1 也算节点的 IP',
    rule: '在 nftables 模式下，节点端口只在节点的主 IP 上有效。',
  },
  'target-port-always': {
    belief: '不管连哪里，端口都会换成 `targetPort`',
    rule: '规则只改写匹配上的数据包，别的数据包端口不变。',
  },
  'first-port-wins': {
    belief: '规则只认 `ports` 的第一项',
    rule: '`ports` 的每一项都有自己的规则。',
  },
  'protocol-is-ignored': {
    belief: '同一个端口号不分 TCP 和 UDP',
    rule: '规则要地址、协议、端口都对上才算匹配。',
  },
  'headless-translates': {
    belief: '无头服务的端口也会换成 `targetPort`',
    rule: '没有集群 IP，就没有规则改写数据包，端口照旧。',
  },
  'headless-has-rules': {
    belief: '无头服务只有声明过的端口才连得上',
    rule: '无头服务的名称直接解析成 Pod 的 IP，中间没有规则。',
  },
  'local-is-a-preference': {
    belief: '流量策略 `Local` 会改用别的节点上的 Pod',
    rule: '`Local` 没有例外，别的节点上的 Pod 一概不用。',
  },
  'local-for-everybody': {
    belief: '集群里发出的连接也归 `externalTrafficPolicy` 管',
    rule: '`externalTrafficPolicy` 只管从集群外来的连接。',
  },
  'running-is-enough': {
    belief: '在运行的 Pod 都会收到连接',
    rule: '只有就绪的 Pod 才算数，这里的还没有就绪。',
  },
  'target-port-beats-slice': {
    belief: '这里的端口也由 `targetPort` 决定',
    rule: '没有选择算符时，要看 EndpointSlice 里写的端口。',
  },
  'no-selector-means-all': {
    belief: '不写选择算符就是选中所有 Pod',
    rule: '没有选择算符，控制器根本不会去找 Pod。',
  },
  'selector-crosses-namespaces': {
    belief: '选择算符会找遍所有命名空间',
    rule: '选择算符只在 Service 所在的命名空间里找 Pod。',
  },
  'one-label-is-enough': {
    belief: '标签对上一个就够',
    rule: '`selector` 里的标签，Pod 上要一个不少。',
  },
  'short-name-everywhere': {
    belief: '名称在哪个命名空间都查得到',
    rule: '名称里写了命名空间，就只查那一个；没写，就补上 Pod 自己的。',
  },
  'namespaces-are-walls': {
    belief: '命名空间之间互相隔离',
    rule: '命名空间隔开的是名称，不是数据包。',
  },
  'wrong-field-is-dropped': {
    belief: '清单里写错的地方会自动略过',
    rule: 'API 服务器要么收下整个对象，要么整个拒收。',
  },
  'unknown-name-is-refused': {
    belief: '名称查不到也会有服务器来拒绝',
    rule: '没有 IP，数据包根本发不出去。',
  },
  'unknown-name-vanishes': {
    belief: '名称查不到就没有回音',
    rule: '不管查没查到，DNS 服务器都会马上回话。',
  },
  'unreachable-is-refused': {
    belief: '连不通时总会有人当场回绝',
    rule: '这里没有人回话，数据包在半路就丢了。',
  },
  'pod-from-anywhere': {
    belief: '从哪里都连得上 Pod 的 IP',
    rule: '集群外默认没有通往 Pod 的路由。',
  },
  'external-name-maps-ports': {
    belief: '别名后面的端口也会换成 `targetPort`',
    rule: 'ExternalName 类型的 Service 只是别名，上面写的端口不起作用。',
  },
  'external-name-takes-an-address': {
    belief: '给 `externalName` 填 IP 也行',
    rule: 'API 服务器不当它是地址，只当它是由数字组成的名称。',
  },
  'source-ranges-everywhere': {
    belief: '节点端口也归 `loadBalancerSourceRanges` 管',
    rule: '规则只在负载均衡器的 IP 上检查来源。',
  },
  'pending-is-dead': {
    belief: '负载均衡器建好以前 Service 不能用',
    rule: '集群 IP 和节点端口一开始就能用。',
  },
  'node-port-on-balancer': {
    belief: '负载均衡器上也能连 `nodePort`',
    rule: '在负载均衡器的 IP 上，规则只认 `port`。',
  },
  'host-network-everywhere': {
    belief: '用 `hostNetwork` 会在每个节点上开端口',
    rule: '进程只在自己所在的节点上监听。',
  },
  'loopback-is-enough': {
    belief: '监听 127.0.0.1 的进程从别的 Pod 也连得上',
    rule: '127.0.0.1 只在 Pod 里面有效，外面来的数据包，目的地址是 Pod 的 IP。',
  },
  'only-target-port-is-open': {
    belief: '只有 `targetPort` 在 Pod 上开着',
    rule: '这里不经过 Service，只看进程监听哪个端口。',
  },
  'pods-are-alike': {
    belief: '同一个 Service 选中的 Pod 都监听同一个端口',
    rule: '每个 Pod 监听哪个端口，由自己的程序决定。',
  },
  'ranges-are-for-the-cloud': {
    belief: '只有云平台才看 `loadBalancerSourceRanges`',
    rule: 'kube-proxy 在每个节点上都写了检查来源的规则。',
  },
} satisfies QuizMessages['misconceptions'];
