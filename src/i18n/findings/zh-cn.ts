/** Findings in Simplified Chinese. */
import type { FindingMessages } from './messages.ts';

export const findings = {
  'yaml-syntax': {
    what: '第 {line} 行不是合法的 YAML。',
    fix: '看第 {line} 行和上一行，多半少了引号、括号或冒号。',
  },
  'yaml-tab': {
    what: '第 {line} 行用制表符缩进，YAML 不允许。',
    fix: '把行首的制表符都换成空格。',
  },
  'yaml-colon': {
    what: '第 {line} 行附近少了一个冒号，或者多了一个。',
    fix: '字段和取值之间写一个冒号加一个空格；取值里有冒号，就加上引号。',
  },
  'yaml-indentation': {
    what: '第 {line} 行附近的缩进跟上面任何字段都对不齐。',
    fix: '同一个对象的字段从同一列开始写，同一个列表的连字符也对齐在同一列。',
  },
  'yaml-unclosed': {
    what: '有一个引号或括号没有闭合，读到第 {line} 行才发现。',
    fix: '在取值结束的地方补上。',
  },
  'yaml-template': {
    what: '第 {line} 行的花括号把整个对象当成了字段名，多半是模板没有填。',
    fix: '先填好模板再应用，或者给花括号加上引号。',
  },
  'yaml-anchor': {
    what: '第 {line} 行引用的锚点不存在，或者不能用在这里。',
    fix: '把锚点写在引用之前；要合并，锚点就得是对象。',
  },
  'yaml-characters': {
    what: '文本里有控制字符，或者不是 UTF-8 编码。',
    fix: '存成 UTF-8，删掉看不见的字符。',
  },
  'json-syntax': {
    what: '这段文本不是合法的 JSON。',
    fix: '看标出的位置，核对逗号、引号和括号。',
  },
  'text-too-large': {
    what: '文本超过 {limit} 个字符。',
    fix: '拆成几个小文件。',
  },
  'nested-too-deep': {
    what: '这里的对象和列表嵌套得太深。',
    fix: '去掉多余的层级，清单用不到几十层。',
  },
  'aliases-too-many': {
    what: '文档里的引用层层展开，内容多得无法处理。',
    fix: '直接写出取值，不要引用套引用。',
  },
  'documents-too-many': {
    what: '文件里有 {value} 份文档，超过上限 {limit}。',
    fix: '拆成几个文件。',
  },
  'duplicate-key': {
    what: '同一个对象里，字段 `{value}` 写了两次。',
    fix: '只留一个；kubectl 会不声不响地取最后一个。',
  },
  'number-not-finite': {
    what: '有个取值是无穷大或 NaN，JSON 写不出来。',
    fix: '写一个数，或者给这个词加上引号。',
  },
  'not-an-object': {
    what: '这份文档不是带字段的对象。',
    fix: '从 `apiVersion`、`kind` 和 `metadata` 写起。',
  },
  'api-version-invalid': {
    what: '`apiVersion` 的取值读不懂。',
    fix: '写版本，例如 v1，或者写组加版本，例如 apps/v1。',
  },
  'kind-invalid': {
    what: '`kind` 的取值不是文本。',
    fix: '写类别的名称，例如 Service。',
  },
  'kind-unknown': {
    what: 'API 服务器不认识 {value} 这个类别。',
    fix: '核对 `kind` 的大小写，以及 `apiVersion` 里的组和版本。',
  },
  'kind-mismatch': {
    what: '这份文档是 {value}，这里要的是 {wanted}。',
    fix: '改 `kind` 和 `apiVersion`，或者把文档发到这个类别对应的地址。',
  },
  'namespace-mismatch': {
    what: '对象写的命名空间是 {value}，却发到了 {wanted}。',
    fix: '删掉 `metadata.namespace`，或者发到它写的命名空间。',
  },
  'unknown-field': {
    what: 'API 里没有 `{field}` 这个字段。',
    fix: '核对 `{value}` 的拼写、大小写和缩进。',
  },
  'number-in-quotes': {
    what: '`{field}` 要填数字，加了引号的 {value} 是文本。',
    fix: '去掉引号。',
  },
  'number-fractional': {
    what: '`{field}` 要填整数，{value} 不是整数。',
    fix: '填一个整数。',
  },
  'number-too-large': {
    what: '{value} 太大，`{field}` 装不下。',
    fix: '填一个小一些的数。',
  },
  'number-expected': {
    what: '`{field}` 要填数字。',
    fix: '填一个整数，不加引号。',
  },
  'text-expected-number': {
    what: '`{field}` 要填文本，不加引号的 {value} 是数字。',
    fix: '给取值加上引号。',
  },
  'text-expected-boolean': {
    what: '`{field}` 要填文本，YAML 1.1 却把这个词读成真或假。',
    fix: '给 yes、no、on、off、y、n 这类词加上引号。',
  },
  'text-expected': {
    what: '`{field}` 只能填一段文本。',
    fix: '只写一个取值，不写列表，也不写对象。',
  },
  'boolean-expected': {
    what: '`{field}` 只能填 true 或 false。',
    fix: '填 true 或 false，不加引号。',
  },
  'list-expected': {
    what: '`{field}` 要填列表。',
    fix: '每一项前面写连字符和一个空格。',
  },
  'object-expected': {
    what: '`{field}` 要填带字段的对象。',
    fix: '写出字段，名称和取值之间用冒号加一个空格。',
  },
  'value-undecodable': {
    what: '`{field}` 的写法，API 读不了。',
    fix: '照 API 文档给这个字段规定的写法写。',
  },
  'name-required': {
    what: '这个对象没有名称。',
    fix: '补上 `metadata.name`。',
  },
  'name-invalid': {
    what: '{value} 不能用作这个对象的名称。',
    fix: '只用小写字母、数字和连字符，首尾是字母或数字，最多 63 个字符。',
  },
  'namespace-invalid': {
    what: '这个对象的命名空间不合规定。',
    fix: '填命名空间的名称；对象属于整个集群的，就删掉 `metadata.namespace`。',
  },
  'already-exists': {
    what: '这个命名空间里已经有名为 {value} 的 {kind}。',
    fix: '换一个名称，或者修改已有的对象。',
  },
  'resource-version-set': {
    what: '新建的对象不能带 `resourceVersion`。',
    fix: '删掉 `metadata.resourceVersion`。',
  },
  'label-key-invalid': {
    what: '{value} 不能用作标签的键。',
    fix: '用字母、数字、连字符、下划线和点，最多 63 个字符；前面可以加 DNS 名称和一个斜杠。',
  },
  'label-value-invalid': {
    what: '{value} 不能用作标签的值。',
    fix: '用字母、数字、连字符、下划线和点，最多 63 个字符，首尾是字母或数字。',
  },
  'annotation-key-invalid': {
    what: '{value} 不能用作注解的键。',
    fix: '用字母、数字、连字符、下划线和点；前面可以加 DNS 名称和一个斜杠。',
  },
  'annotations-too-large': {
    what: '全部注解加起来超过 {limit} 字节。',
    fix: '把长文本移到 ConfigMap 里。',
  },
  'metadata-invalid': {
    what: '`{field}` 不接受 {value}。',
    fix: '用名称，前面可以加 DNS 名称和一个斜杠。',
  },
  'ports-required': {
    what: '这个 Service 一个端口也没有。',
    fix: '在 `spec.ports` 里至少加一项 `port`；只有无头服务和 ExternalName 类型可以不写。',
  },
  'port-out-of-range': {
    what: '{value} 不是端口号。',
    fix: '填 1 到 65535 之间的数。',
  },
  'port-duplicate': {
    what: '{protocol} 协议的 {value} 端口写了两次。',
    fix: '改其中一个的号码或协议，或者删掉一个。',
  },
  'port-name-required': {
    what: '多端口 Service 的每个端口都要有名称。',
    fix: '补上 `{field}`。',
  },
  'port-name-invalid': {
    what: '{value} 不能用作这个端口的名称。',
    fix: '只用小写字母、数字和连字符，首尾是字母或数字，最多 63 个字符。',
  },
  'port-name-duplicate': {
    what: '有两个端口都叫 {value}。',
    fix: '给每个端口单独起名，协议不同也一样。',
  },
  'protocol-unsupported': {
    what: 'Kubernetes 不认识 {value} 这个协议。',
    fix: '填 TCP、UDP 或 SCTP，都是大写。',
  },
  'app-protocol-invalid': {
    what: '{value} 不能用作应用协议。',
    fix: '填 http 这样的名称，前面可以加 DNS 名称和一个斜杠。',
  },
  'target-port-out-of-range': {
    what: '目标端口 {value} 不是端口号。',
    fix: '填 1 到 65535 之间的数；不写 `targetPort` 就取 `port` 的值，所以也核对一下 `port`。',
  },
  'target-port-name-is-number': {
    what: '加了引号，{value} 就成了端口名称，而名称里至少要有一个字母。',
    fix: '要写 {value} 这个端口号，就去掉引号。',
  },
  'target-port-name-invalid': {
    what: '{value} 不能用作容器端口的名称。',
    fix: '用小写字母、数字和不相连的连字符，最多 15 个字符，至少一个字母，首尾不能是连字符。',
  },
  'node-port-not-allowed': {
    what: 'ClusterIP 类型的 Service 没有节点端口，这里不能写 {value}。',
    fix: '在 `spec` 里加上 `type: NodePort`，或者删掉 `{field}`。',
  },
  'node-port-out-of-range': {
    what: '节点端口 {value} 不在 {range} 之内。',
    fix: '在 {range} 里选一个，或者不写 `nodePort`，由 API 服务器分配。',
  },
  'node-port-taken': {
    what: '节点端口 {value} 已经分配出去了。',
    fix: '换一个号码，或者不写 `nodePort`；换协议没有用。',
  },
  'node-port-duplicate': {
    what: '同一个协议下，节点端口 {value} 用了两次。',
    fix: '给每个端口单独的节点端口。',
  },
  'node-ports-exhausted': {
    what: '节点端口已经用完。',
    fix: '删掉用不着节点端口的 Service，或者把类型改成 ClusterIP。',
  },
  'health-check-node-port-not-allowed': {
    what: '这个 Service 不做健康检查，不能写 `healthCheckNodePort`。',
    fix: '删掉，或者用 LoadBalancer 类型加 `externalTrafficPolicy: Local`。',
  },
  'health-check-node-port-out-of-range': {
    what: '健康检查的节点端口 {value} 不在 {range} 之内。',
    fix: '在 {range} 里选一个，或者不写 `healthCheckNodePort`。',
  },
  'health-check-node-port-taken': {
    what: '健康检查的节点端口 {value} 已经分配出去了。',
    fix: '在 {range} 里换一个，或者不写 `healthCheckNodePort`。',
  },
  'ip-invalid': {
    what: '`{field}` 里的 {value} 不是这里要的 IP 地址。',
    fix: '写 10.9.8.7 这样的地址，不带端口、前缀长度和空格。',
  },
  'ip-not-strict': {
    what: '{value} 这种写法，不同的程序会读成不同的地址。',
    fix: '改写成 {suggestion}。',
  },
  'ip-not-usable': {
    what: '{value} 在每台机器上各指各的，别处发不到这里。',
    fix: '不要用未指定地址、本地回路地址和链路本地地址。',
  },
  'cluster-ip-out-of-range': {
    what: '{address} 不在这个集群分给 Service 的地址范围里。',
    fix: '在范围里选一个空闲的地址，或者不写 `clusterIP`。',
  },
  'cluster-ip-taken': {
    what: '集群 IP {address} 已经分给别的 Service 了。',
    fix: '换一个地址，或者不写 `clusterIP`。',
  },
  'cluster-ip-needs-name': {
    what: 'Service 没有可用的名称，分不到集群 IP。',
    fix: '在 `metadata.name` 里填一个合规的名称。',
  },
  'cluster-ips-exhausted': {
    what: '集群 IP 已经用完。',
    fix: '删掉一些 Service，或者改成无头服务。',
  },
  'cluster-ips-inconsistent': {
    what: '`clusterIP` 和 `clusterIPs` 互相矛盾。',
    fix: '只写 `clusterIP`，或者让它也是 `clusterIPs` 的第一个值。',
  },
  'cluster-ips-too-many': {
    what: '`clusterIPs` 里同一个 IP 族的地址不止一个。',
    fix: 'IPv4 和 IPv6 地址各留一个就够。',
  },
  'cluster-ip-family-mismatch': {
    what: '{value} 不属于 `ipFamilies` 给它写的 IP 族。',
    fix: '地址和 IP 族按同样的顺序写，或者不写 `ipFamilies`。',
  },
  'headless-not-allowed': {
    what: '{type} 类型的 Service 要有集群 IP，`clusterIP` 却是 None。',
    fix: '删掉 `clusterIP: None`，或者用 ClusterIP 类型。',
  },
  'ip-family-not-configured': {
    what: '`{field}` 要用 IPv6，这个集群只有 IPv4。',
    fix: '只用 IPv4。',
  },
  'ip-family-duplicate': {
    what: '`ipFamilies` 里写了两次 {value}。',
    fix: '每个 IP 族只写一次。',
  },
  'ip-family-policy-too-narrow': {
    what: 'SingleStack 只容得下一个 IP 族，这里给了两个。',
    fix: '把 `ipFamilyPolicy` 改成 PreferDualStack 或 RequireDualStack，或者只留一个 IP 族。',
  },
  'dual-stack-not-configured': {
    what: '这个 Service 要两个 IP 族，集群只有一个。',
    fix: '把 `ipFamilyPolicy` 改成 PreferDualStack 或 SingleStack。',
  },
  'source-range-invalid': {
    what: '{value} 不是地址范围。',
    fix: '写地址、斜杠和前缀长度，例如 10.9.8.0/24，前缀之后的位都是零。',
  },
  'service-type-unsupported': {
    what: 'Service 没有 {value} 这种类型。',
    fix: '填 ClusterIP、NodePort、LoadBalancer 或 ExternalName，大小写要一样。',
  },
  'value-unsupported': {
    what: '`{field}` 不接受 {value}。',
    fix: '从这些取值里选：{supported}。',
  },
  'external-name-required': {
    what: 'ExternalName 类型的 Service 要写明指向哪个名称。',
    fix: '补上 `externalName`。',
  },
  'external-name-invalid': {
    what: '{value} 不是 DNS 名称。',
    fix: '写小写的 DNS 名称，不带协议、端口、路径和下划线。',
  },
  'external-name-excludes': {
    what: 'ExternalName 类型的 Service 没有地址，不能写 `{field}`。',
    fix: '删掉 `{field}`。',
  },
  'affinity-timeout-out-of-range': {
    what: '会话亲和性的时长不能是 {value} 秒。',
    fix: '填 1 到 86400 之间的数。',
  },
  'external-traffic-policy-not-allowed': {
    what: '这个 Service 没有集群外的入口，不能写 `externalTrafficPolicy`。',
    fix: '删掉，或者用 NodePort 或 LoadBalancer 类型。',
  },
  'load-balancer-only': {
    what: '`{field}` 只能用在 LoadBalancer 类型的 Service 上。',
    fix: '删掉，或者把 `type` 改成 LoadBalancer。',
  },
  'load-balancer-class-invalid': {
    what: '{value} 不能用作负载均衡器类别的名称。',
    fix: '用 example.com/internal 这样的名称。',
  },
  'value-required': {
    what: '少了 `{field}`。',
    fix: '补上。',
  },
  'value-invalid': {
    what: '`{field}` 的取值不合规定。',
    fix: '对照服务器的消息，规则写在里面。',
  },
  'value-duplicate': {
    what: '{value} 出现了两次，这里不能重复。',
    fix: '改掉或删掉其中一个。',
  },
  'container-port-required': {
    what: '这个容器端口没有号码。',
    fix: '`containerPort` 填 1 到 65535 之间的数。',
  },
  'container-port-out-of-range': {
    what: '容器端口 {value} 不是端口号。',
    fix: '填 1 到 65535 之间的数。',
  },
  'container-port-name-invalid': {
    what: '{value} 不能用作容器端口的名称。',
    fix: '用小写字母、数字和不相连的连字符，最多 15 个字符，至少一个字母，首尾不能是连字符。',
  },
  'container-port-name-duplicate': {
    what: '这个容器有两个端口都叫 {value}。',
    fix: '给每个端口单独起名。',
  },
  'host-port-out-of-range': {
    what: '主机端口 {value} 不是端口号。',
    fix: '填 1 到 65535 之间的数，或者不写 `hostPort`。',
  },
  'host-port-mismatch': {
    what: '用了 `hostNetwork`，主机端口就是容器端口，这里却一个是 {value}，一个是 {containerPort}。',
    fix: '两个号码写成一样，或者不写 `hostPort`。',
  },
  'host-port-conflict': {
    what: '这个 Pod 有两个端口占同一个主机端口。',
    fix: '改其中一个的号码、协议或主机地址。',
  },
  'selector-mismatch': {
    what: '选择算符选不中模板创建的 Pod。',
    fix: '把 `spec.selector` 里的标签都加到模板上。',
  },
  'external-ips-deprecated': {
    what: '`externalIPs` 已弃用，有的集群可能不再支持。',
    fix: '能换就换成 LoadBalancer 类型的 Service 或 Gateway API。',
  },
  'field-ignored': {
    what: '跟 {where} 一起用时，`{field}` 不起作用。',
    fix: '删掉。',
  },
  'value-deprecated': {
    what: '{value} 已弃用。',
    fix: '改用 {instead}。',
  },
  'ip-not-canonical': {
    what: '地址 {value} 没错，只是写法不标准。',
    fix: '改写成 {suggestion}。',
  },
  'port-defined-twice': {
    what: '{value} 端口重复声明，`{other}` 里已经有了。',
    fix: '删掉其中一个。',
  },
  'port-name-ambiguous': {
    what: '端口名称 {value} 在 `{other}` 里也有，Service 用这个名称时指的是那一个。',
    fix: '给两个端口起不同的名称。',
  },
  'vantage-malformed': {
    what: '{value} 不是能发起连接的地方。',
    fix: '写 pod/命名空间/名称、node/名称或 outside/名称。',
  },
  'vantage-unknown': {
    what: '这个集群里没有 {value}。',
    fix: '核对类别、命名空间和名称。',
  },
  'vantage-not-running': {
    what: '{value} 没有运行，连不了任何地方。',
    fix: '选一个有地址也有节点的 Pod。',
  },
  'destination-malformed': {
    what: '{value} 不是可以连的地址。',
    fix: '写主机、冒号和端口，例如 10.96.1.10:8080，或者写 http://web:8080 这样的网址。',
  },
  'destination-host-malformed': {
    what: '{value} 既不是 IPv4 地址，也不是名称。',
    fix: '写用点隔开的四个数，或者写 DNS 名称。',
  },
  'destination-port-missing': {
    what: '地址 {value} 没有写端口。',
    fix: '补上冒号和端口号。',
  },
  'destination-port-out-of-range': {
    what: '{value} 不是端口号。',
    fix: '冒号后面填 1 到 65535 之间的数。',
  },
  'destination-protocol-unknown': {
    what: 'Kubernetes 不认识 {value} 这个协议。',
    fix: '斜杠后面写 TCP、UDP 或 SCTP，不写就是 TCP。',
  },
} satisfies FindingMessages;
