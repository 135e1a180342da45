/** Findings in English. */
import type { FindingMessages } from './messages.ts';

export const findings = {
  'yaml-syntax': {
    what: 'Line {line} is not valid YAML.',
    fix: 'Look at line {line} and the one before it: a quote, a bracket, or a colon is usually missing there.',
  },
  'yaml-tab': {
    what: 'Line {line} is indented with a tab, which YAML does not allow.',
    fix: 'Replace every tab at the start of a line with spaces.',
  },
  'yaml-colon': {
    what: 'Near line {line}, a colon is missing or there is one too many.',
    fix: 'Write one colon and one space between a field and its value, and put a value that contains a colon in quotes.',
  },
  'yaml-indentation': {
    what: 'The indentation near line {line} fits no field above it.',
    fix: 'Start all fields of one object in the same column, and all items of one list with a hyphen in the same column.',
  },
  'yaml-unclosed': {
    what: 'A quote or a bracket is never closed; YAML noticed it at line {line}.',
    fix: 'Close it where its value ends.',
  },
  'yaml-template': {
    what: 'Braces at line {line} make a whole object the name of a field; a template was probably not filled in.',
    fix: 'Fill in the template before you apply the file, or put the braces in quotes.',
  },
  'yaml-anchor': {
    what: 'An alias or a merge key at line {line} refers to nothing that can be used there.',
    fix: 'Define the anchor above the place that uses it, on an object if it is merged.',
  },
  'yaml-characters': {
    what: 'The text holds control characters or bytes that are not UTF-8.',
    fix: 'Save the file as UTF-8 and remove invisible characters.',
  },
  'json-syntax': {
    what: 'The text is not valid JSON.',
    fix: 'Check commas, quotes, and brackets at the marked place.',
  },
  'text-too-large': {
    what: 'The text has more than {limit} characters.',
    fix: 'Split it into smaller files.',
  },
  'nested-too-deep': {
    what: 'Objects and lists are nested too deeply here.',
    fix: 'Remove the extra levels; no manifest needs more than a few dozen.',
  },
  'aliases-too-many': {
    what: 'The aliases in this document multiply its content without bound.',
    fix: 'Write the values out instead of nesting aliases.',
  },
  'documents-too-many': {
    what: 'The file holds {value} documents, more than the {limit} that are read here.',
    fix: 'Split it into several files.',
  },
  'duplicate-key': {
    what: 'The field `{value}` occurs twice in the same object.',
    fix: 'Keep one of the two; kubectl would silently use the last.',
  },
  'number-not-finite': {
    what: 'A value is infinite or not a number, which JSON cannot hold.',
    fix: 'Write a number, or put the word in quotes.',
  },
  'not-an-object': {
    what: 'The document is not an object with fields.',
    fix: 'Begin with `apiVersion`, `kind`, and `metadata`.',
  },
  'api-version-invalid': {
    what: 'The value of `apiVersion` cannot be read.',
    fix: 'Write a version such as v1, or a group and a version such as apps/v1.',
  },
  'kind-invalid': {
    what: 'The value of `kind` is not text.',
    fix: 'Write the name of a kind, such as Service.',
  },
  'kind-unknown': {
    what: 'The API server knows no kind {value}.',
    fix: 'Check the capital letters of `kind` and the group and version in `apiVersion`.',
  },
  'kind-mismatch': {
    what: 'The document declares {value}, but {wanted} was expected.',
    fix: 'Change `kind` and `apiVersion`, or send the document to where its kind belongs.',
  },
  'namespace-mismatch': {
    what: 'The object names namespace {value}, but was sent to namespace {wanted}.',
    fix: 'Remove `metadata.namespace`, or send the object to the namespace it names.',
  },
  'unknown-field': {
    what: 'The API has no field `{field}`.',
    fix: 'Check the spelling, the capital letters, and the indentation of `{value}`.',
  },
  'number-in-quotes': {
    what: '`{field}` must be a number, but the quotes make {value} text.',
    fix: 'Remove the quotes.',
  },
  'number-fractional': {
    what: '`{field}` must be a whole number, and {value} is not.',
    fix: 'Write a whole number.',
  },
  'number-too-large': {
    what: '{value} does not fit into `{field}`.',
    fix: 'Write a smaller number.',
  },
  'number-expected': {
    what: '`{field}` must be a number.',
    fix: 'Write a whole number without quotes.',
  },
  'text-expected-number': {
    what: '`{field}` must be text, but {value} without quotes is a number.',
    fix: 'Put the value in quotes.',
  },
  'text-expected-boolean': {
    what: '`{field}` must be text, but YAML 1.1 reads this word as true or false.',
    fix: 'Put words such as yes, no, on, off, y, and n in quotes.',
  },
  'text-expected': {
    what: '`{field}` must be one piece of text.',
    fix: 'Write one value there, not a list or an object.',
  },
  'boolean-expected': {
    what: '`{field}` must be true or false.',
    fix: 'Write true or false without quotes.',
  },
  'list-expected': {
    what: '`{field}` must be a list.',
    fix: 'Put a hyphen and a space before each item.',
  },
  'object-expected': {
    what: '`{field}` must be an object with fields.',
    fix: 'Write fields with a colon and a space between name and value.',
  },
  'value-undecodable': {
    what: 'The value of `{field}` has a form that the API does not read.',
    fix: 'Write it in the form that the API documents for this field.',
  },
  'name-required': {
    what: 'The object has no name.',
    fix: 'Add `metadata.name`.',
  },
  'name-invalid': {
    what: '{value} cannot be the name of this object.',
    fix: 'Use only lowercase letters, digits, and hyphens, begin and end with a letter or digit, and stay within 63 characters.',
  },
  'namespace-invalid': {
    what: 'The namespace of this object is not allowed.',
    fix: 'Use the name of a namespace, or remove `metadata.namespace` from an object that belongs to the whole cluster.',
  },
  'already-exists': {
    what: 'The {kind} {value} already exists in this namespace.',
    fix: 'Choose another name, or change the existing object.',
  },
  'resource-version-set': {
    what: 'A new object must not carry a `resourceVersion`.',
    fix: 'Remove `metadata.resourceVersion`.',
  },
  'label-key-invalid': {
    what: '{value} cannot be the key of a label.',
    fix: 'Use letters, digits, hyphens, underscores, and dots, at most 63 of them, with an optional DNS name and one slash in front.',
  },
  'label-value-invalid': {
    what: '{value} cannot be the value of a label.',
    fix: 'Use at most 63 letters, digits, hyphens, underscores, and dots, and begin and end with a letter or digit.',
  },
  'annotation-key-invalid': {
    what: '{value} cannot be the key of an annotation.',
    fix: 'Use letters, digits, hyphens, underscores, and dots, with an optional DNS name and one slash in front.',
  },
  'annotations-too-large': {
    what: 'The annotations are larger than {limit} bytes in all.',
    fix: 'Move long texts into a ConfigMap.',
  },
  'metadata-invalid': {
    what: 'The value {value} is not allowed in `{field}`.',
    fix: 'Use a name with an optional DNS name and one slash in front.',
  },
  'ports-required': {
    what: 'This Service has no port.',
    fix: 'Add at least one item with a `port` to `spec.ports`; only headless Services and type ExternalName can do without.',
  },
  'port-out-of-range': {
    what: '{value} is not a port number.',
    fix: 'Write a number from 1 to 65535.',
  },
  'port-duplicate': {
    what: 'Port {value} with protocol {protocol} is listed twice.',
    fix: 'Change the number or the protocol of one of them, or remove it.',
  },
  'port-name-required': {
    what: 'A Service with several ports needs a name for each of them.',
    fix: 'Add `{field}`.',
  },
  'port-name-invalid': {
    what: '{value} cannot be the name of this port.',
    fix: 'Use only lowercase letters, digits, and hyphens, at most 63, and begin and end with a letter or digit.',
  },
  'port-name-duplicate': {
    what: 'Two ports share the name {value}.',
    fix: 'Give each port a name of its own, even if the protocols differ.',
  },
  'protocol-unsupported': {
    what: '{value} is not a protocol that Kubernetes knows.',
    fix: 'Write TCP, UDP, or SCTP, in capital letters.',
  },
  'app-protocol-invalid': {
    what: '{value} cannot be an application protocol.',
    fix: 'Use a name such as http, with an optional DNS name and one slash in front.',
  },
  'target-port-out-of-range': {
    what: 'The target port {value} is not a port number.',
    fix: 'Write a number from 1 to 65535; without `targetPort` the value of `port` is used, so check that one too.',
  },
  'target-port-name-is-number': {
    what: 'The quotes make {value} the name of a port, and a name needs a letter.',
    fix: 'Remove the quotes to mean the port number {value}.',
  },
  'target-port-name-invalid': {
    what: '{value} cannot be the name of a container port.',
    fix: 'Use at most 15 lowercase letters, digits, and single hyphens, with at least one letter and no hyphen at either end.',
  },
  'node-port-not-allowed': {
    what: 'A Service of type ClusterIP has no node ports, so {value} has no place here.',
    fix: 'Add `type: NodePort` to `spec`, or remove `{field}`.',
  },
  'node-port-out-of-range': {
    what: 'The node port {value} lies outside the range {range}.',
    fix: 'Choose a number from {range}, or leave `nodePort` out and get a free one.',
  },
  'node-port-taken': {
    what: 'The node port {value} is already taken.',
    fix: 'Choose another number, or leave `nodePort` out; another protocol does not help.',
  },
  'node-port-duplicate': {
    what: 'The node port {value} is used twice with the same protocol.',
    fix: 'Give each port a node port of its own.',
  },
  'node-ports-exhausted': {
    what: 'Every node port is taken.',
    fix: 'Delete Services that nobody uses, or change those that need no node port to type ClusterIP.',
  },
  'health-check-node-port-not-allowed': {
    what: 'This Service gets no health checks, so `healthCheckNodePort` has no place here.',
    fix: 'Remove it, or use type LoadBalancer with `externalTrafficPolicy: Local`.',
  },
  'health-check-node-port-out-of-range': {
    what: 'The health check node port {value} lies outside the range {range}.',
    fix: 'Choose a number from {range}, or leave `healthCheckNodePort` out.',
  },
  'health-check-node-port-taken': {
    what: 'The health check node port {value} is already taken.',
    fix: 'Choose another number from {range}, or leave `healthCheckNodePort` out.',
  },
  'ip-invalid': {
    what: '{value} in `{field}` is not an IP address of the right kind.',
    fix: 'Write an address such as 10.9.8.7, without port, prefix length, or spaces.',
  },
  'ip-not-strict': {
    what: 'The address {value} is written in a form that programs read differently.',
    fix: 'Write {suggestion} instead.',
  },
  'ip-not-usable': {
    what: 'The address {value} means something else on every machine, so nothing can be sent to it from elsewhere.',
    fix: 'Use an address that is neither unspecified, loopback, nor link-local.',
  },
  'cluster-ip-out-of-range': {
    what: 'The address {address} lies outside the range from which this cluster gives addresses to Services.',
    fix: 'Choose a free address inside that range, or leave `clusterIP` out.',
  },
  'cluster-ip-taken': {
    what: 'The cluster IP {address} already belongs to another Service.',
    fix: 'Choose another address, or leave `clusterIP` out.',
  },
  'cluster-ip-needs-name': {
    what: 'No cluster IP can be assigned, because the Service has no usable name.',
    fix: 'Write a valid name in `metadata.name`.',
  },
  'cluster-ips-exhausted': {
    what: 'Every cluster IP is taken.',
    fix: 'Delete Services that nobody uses, or create some of them again as headless.',
  },
  'cluster-ips-inconsistent': {
    what: '`clusterIP` and `clusterIPs` contradict each other.',
    fix: 'Write only `clusterIP`, or repeat it as the first value of `clusterIPs`.',
  },
  'cluster-ips-too-many': {
    what: '`clusterIPs` holds more than one address of the same IP family.',
    fix: 'Keep at most one IPv4 and one IPv6 address.',
  },
  'cluster-ip-family-mismatch': {
    what: 'The address {value} is not of the family that `ipFamilies` names for it.',
    fix: 'Put addresses and families in the same order, or leave `ipFamilies` out.',
  },
  'headless-not-allowed': {
    what: 'A Service of type {type} needs a cluster IP, but `clusterIP` is None.',
    fix: 'Remove `clusterIP: None`, or use type ClusterIP.',
  },
  'ip-family-not-configured': {
    what: '`{field}` asks for IPv6, but this cluster has IPv4 only.',
    fix: 'Use IPv4 only.',
  },
  'ip-family-duplicate': {
    what: '`ipFamilies` lists {value} twice.',
    fix: 'List each family once.',
  },
  'ip-family-policy-too-narrow': {
    what: 'The policy SingleStack allows one family, but two are given.',
    fix: 'Set `ipFamilyPolicy` to PreferDualStack or RequireDualStack, or keep one family.',
  },
  'dual-stack-not-configured': {
    what: 'The Service requires two IP families, but this cluster has one.',
    fix: 'Set `ipFamilyPolicy` to PreferDualStack or SingleStack.',
  },
  'source-range-invalid': {
    what: '{value} is not a range of addresses.',
    fix: 'Write an address, a slash, and a prefix length, such as 10.9.8.0/24, with zeros after the prefix.',
  },
  'service-type-unsupported': {
    what: '{value} is not a type of Service.',
    fix: 'Write ClusterIP, NodePort, LoadBalancer, or ExternalName, with exactly these capital letters.',
  },
  'value-unsupported': {
    what: '`{field}` does not take the value {value}.',
    fix: 'Use one of these: {supported}.',
  },
  'external-name-required': {
    what: 'A Service of type ExternalName needs the name it stands for.',
    fix: 'Add `externalName`.',
  },
  'external-name-invalid': {
    what: '{value} is not a DNS name.',
    fix: 'Write a lowercase DNS name, without scheme, port, path, or underscore.',
  },
  'external-name-excludes': {
    what: 'A Service of type ExternalName has no address, so `{field}` has no place here.',
    fix: 'Remove `{field}`.',
  },
  'affinity-timeout-out-of-range': {
    what: 'Session affinity cannot last {value} seconds.',
    fix: 'Write a number from 1 to 86400.',
  },
  'external-traffic-policy-not-allowed': {
    what: 'This Service has no entrance from outside, so `externalTrafficPolicy` has no place here.',
    fix: 'Remove it, or use type NodePort or LoadBalancer.',
  },
  'load-balancer-only': {
    what: '`{field}` belongs to Services of type LoadBalancer.',
    fix: 'Remove it, or set `type` to LoadBalancer.',
  },
  'load-balancer-class-invalid': {
    what: '{value} cannot be the name of a load balancer class.',
    fix: 'Use a name such as example.com/internal.',
  },
  'value-required': {
    what: '`{field}` is missing.',
    fix: 'Add it.',
  },
  'value-invalid': {
    what: 'The value of `{field}` is not allowed.',
    fix: 'Compare it with the message of the server, which names the rule.',
  },
  'value-duplicate': {
    what: '{value} occurs twice, but must be unique here.',
    fix: 'Rename or remove one of them.',
  },
  'container-port-required': {
    what: 'This container port has no number.',
    fix: 'Write a number from 1 to 65535 in `containerPort`.',
  },
  'container-port-out-of-range': {
    what: 'The container port {value} is not a port number.',
    fix: 'Write a number from 1 to 65535.',
  },
  'container-port-name-invalid': {
    what: '{value} cannot be the name of a container port.',
    fix: 'Use at most 15 lowercase letters, digits, and single hyphens, with at least one letter and no hyphen at either end.',
  },
  'container-port-name-duplicate': {
    what: 'Two ports of this container share the name {value}.',
    fix: 'Give each port a name of its own.',
  },
  'host-port-out-of-range': {
    what: 'The host port {value} is not a port number.',
    fix: 'Write a number from 1 to 65535, or leave `hostPort` out.',
  },
  'host-port-mismatch': {
    what: 'With `hostNetwork`, the host port {value} and the container port {containerPort} must be equal, but they differ.',
    fix: 'Make both numbers equal, or leave `hostPort` out.',
  },
  'host-port-conflict': {
    what: 'Two ports of this Pod claim the same host port.',
    fix: 'Change the number, the protocol, or the host address of one of them.',
  },
  'selector-mismatch': {
    what: 'The selector does not match the Pods that the template makes.',
    fix: 'Give the template all labels that `spec.selector` names.',
  },
  'external-ips-deprecated': {
    what: '`externalIPs` is deprecated; some clusters may ignore it.',
    fix: 'Use a Service of type LoadBalancer or a Gateway if you can.',
  },
  'field-ignored': {
    what: '`{field}` has no effect together with {where}.',
    fix: 'Remove it.',
  },
  'value-deprecated': {
    what: '{value} is deprecated.',
    fix: 'Use {instead}.',
  },
  'ip-not-canonical': {
    what: 'The address {value} is valid, but not written in its usual form.',
    fix: 'Write {suggestion}.',
  },
  'port-defined-twice': {
    what: 'Port {value} is declared again; it is already listed in `{other}`.',
    fix: 'Remove one of the two.',
  },
  'port-name-ambiguous': {
    what: 'The port name {value} is already used in `{other}`, and a Service that asks for the name gets that one.',
    fix: 'Give the two ports different names.',
  },
  'vantage-malformed': {
    what: '{value} names no place from which a connection can start.',
    fix: 'Write pod/NAMESPACE/NAME, node/NAME, or outside/NAME.',
  },
  'vantage-unknown': {
    what: 'This cluster has no {value}.',
    fix: 'Check the kind, the namespace, and the name.',
  },
  'vantage-not-running': {
    what: '{value} is not running, so it cannot dial anything.',
    fix: 'Choose a Pod that has an address and a node.',
  },
  'destination-malformed': {
    what: '{value} is not an address that can be dialed.',
    fix: 'Write a host, a colon, and a port, such as 10.96.1.10:8080, or a URL such as http://web:8080.',
  },
  'destination-host-malformed': {
    what: '{value} is neither an IPv4 address nor a name.',
    fix: 'Write four numbers with dots between them, or a DNS name.',
  },
  'destination-port-missing': {
    what: 'The address {value} lacks a port.',
    fix: 'Add a colon and the port number.',
  },
  'destination-port-out-of-range': {
    what: '{value} is not a port number.',
    fix: 'Write a number from 1 to 65535 after the colon.',
  },
  'destination-protocol-unknown': {
    what: '{value} is not a protocol that Kubernetes knows.',
    fix: 'Write TCP, UDP, or SCTP after the slash, or nothing for TCP.',
  },
} satisfies FindingMessages;
