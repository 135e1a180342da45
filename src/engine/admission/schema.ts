/**
 * The kinds that are decoded: every field that the API knows, typed as far as a rule or an error message needs it.
 *
 * Upstream: k8s.io/api core/v1, apps/v1, discovery/v1 and k8s.io/apimachinery meta/v1, 1.36. A field missing here would be
 * reported as unknown, so `unread` lists those whose content nobody looks at.
 */
import {
  always,
  any,
  bool,
  type GoType,
  int32,
  int64,
  intOrString,
  list,
  map,
  named,
  opaque,
  pointer,
  quantity,
  type StructType,
  strings,
  struct,
  text,
  texts,
  time,
  unread,
} from './types.ts';

const OwnerReference = struct('v1.OwnerReference', {
  apiVersion: always(text),
  kind: always(text),
  name: always(text),
  uid: always(named('types.UID')),
  controller: pointer(bool),
  blockOwnerDeletion: pointer(bool),
});

export const ObjectMeta = struct('v1.ObjectMeta', {
  name: text,
  generateName: text,
  namespace: text,
  selfLink: text,
  uid: named('types.UID'),
  resourceVersion: text,
  generation: int64,
  creationTimestamp: time,
  deletionTimestamp: time,
  deletionGracePeriodSeconds: pointer(int64),
  labels: strings,
  annotations: strings,
  ownerReferences: list(OwnerReference),
  finalizers: texts,
  managedFields: any,
});

const LabelSelector = struct('v1.LabelSelector', {
  matchLabels: strings,
  matchExpressions: list(
    struct('v1.LabelSelectorRequirement', {
      key: always(text),
      operator: always(named('v1.LabelSelectorOperator')),
      values: texts,
    }),
  ),
});

const object = (name: string, fields: Parameters<typeof struct>[1]): StructType =>
  struct(name, { kind: text, apiVersion: text, metadata: ObjectMeta, ...fields });

const ServicePort = struct('v1.ServicePort', {
  name: text,
  protocol: named('v1.Protocol'),
  appProtocol: pointer(text),
  port: always(int32),
  targetPort: intOrString,
  nodePort: int32,
});

const ServiceSpec = struct('v1.ServiceSpec', {
  ports: list(ServicePort),
  selector: strings,
  clusterIP: text,
  clusterIPs: texts,
  type: named('v1.ServiceType'),
  externalIPs: texts,
  sessionAffinity: named('v1.ServiceAffinity'),
  loadBalancerIP: text,
  loadBalancerSourceRanges: texts,
  externalName: text,
  externalTrafficPolicy: named('v1.ServiceExternalTrafficPolicy'),
  healthCheckNodePort: int32,
  publishNotReadyAddresses: bool,
  sessionAffinityConfig: struct('v1.SessionAffinityConfig', {
    clientIP: struct('v1.ClientIPConfig', { timeoutSeconds: pointer(int32) }),
  }),
  ipFamilies: list(named('v1.IPFamily')),
  ipFamilyPolicy: pointer(named('v1.IPFamilyPolicy')),
  allocateLoadBalancerNodePorts: pointer(bool),
  loadBalancerClass: pointer(text),
  internalTrafficPolicy: pointer(named('v1.ServiceInternalTrafficPolicy')),
  trafficDistribution: pointer(text),
});

const Condition = struct('v1.Condition', {
  type: always(text),
  status: always(named('v1.ConditionStatus')),
  observedGeneration: int64,
  lastTransitionTime: time,
  reason: always(text),
  message: always(text),
});

const Service = object('v1.Service', {
  spec: ServiceSpec,
  status: struct('v1.ServiceStatus', {
    loadBalancer: struct('v1.LoadBalancerStatus', {
      ingress: list(
        struct('v1.LoadBalancerIngress', {
          ip: text,
          hostname: text,
          ipMode: pointer(named('v1.LoadBalancerIPMode')),
          ports: list(
            struct('v1.PortStatus', {
              port: always(int32),
              protocol: named('v1.Protocol'),
              error: pointer(text),
            }),
          ),
        }),
      ),
    }),
    conditions: list(Condition),
  }),
});

const ContainerPort = struct('v1.ContainerPort', {
  name: text,
  hostPort: int32,
  containerPort: always(int32),
  protocol: named('v1.Protocol'),
  hostIP: text,
});

const HTTPGetAction = struct('v1.HTTPGetAction', {
  path: text,
  port: intOrString,
  host: text,
  scheme: named('v1.URIScheme'),
  httpHeaders: list(struct('v1.HTTPHeader', { name: always(text), value: always(text) })),
});

const handlers = {
  exec: struct('v1.ExecAction', { command: texts }),
  httpGet: HTTPGetAction,
  tcpSocket: struct('v1.TCPSocketAction', { port: intOrString, host: text }),
};

const Probe = struct('v1.Probe', {
  ...handlers,
  grpc: struct('v1.GRPCAction', { port: always(int32), service: pointer(text) }),
  initialDelaySeconds: int32,
  timeoutSeconds: int32,
  periodSeconds: int32,
  successThreshold: int32,
  failureThreshold: int32,
  terminationGracePeriodSeconds: pointer(int64),
});

const LifecycleHandler = struct('v1.LifecycleHandler', {
  ...handlers,
  sleep: struct('v1.SleepAction', { seconds: always(int64) }),
});

const ResourceList: GoType = { ...map(quantity), name: 'v1.ResourceList' };
const ResourceRequirements = struct('v1.ResourceRequirements', {
  limits: ResourceList,
  requests: ResourceList,
  ...unread('claims'),
});

const container = {
  name: always(text),
  image: text,
  command: texts,
  args: texts,
  workingDir: text,
  ports: list(ContainerPort),
  envFrom: list(opaque('v1.EnvFromSource')),
  env: list(struct('v1.EnvVar', { name: always(text), value: text, valueFrom: any })),
  resources: ResourceRequirements,
  resizePolicy: list(opaque('v1.ContainerResizePolicy')),
  restartPolicy: pointer(named('v1.ContainerRestartPolicy')),
  restartPolicyRules: list(opaque('v1.ContainerRestartRule')),
  volumeMounts: list(
    struct('v1.VolumeMount', {
      name: always(text),
      readOnly: bool,
      mountPath: always(text),
      subPath: text,
      subPathExpr: text,
      mountPropagation: pointer(named('v1.MountPropagationMode')),
      recursiveReadOnly: pointer(named('v1.RecursiveReadOnlyMode')),
    }),
  ),
  volumeDevices: list(opaque('v1.VolumeDevice')),
  livenessProbe: Probe,
  readinessProbe: Probe,
  startupProbe: Probe,
  lifecycle: struct('v1.Lifecycle', {
    postStart: LifecycleHandler,
    preStop: LifecycleHandler,
    stopSignal: pointer(named('v1.Signal')),
  }),
  terminationMessagePath: text,
  terminationMessagePolicy: named('v1.TerminationMessagePolicy'),
  imagePullPolicy: named('v1.PullPolicy'),
  securityContext: any,
  stdin: bool,
  stdinOnce: bool,
  tty: bool,
};

export const Container = struct('v1.Container', container);

export const PodSpec = struct('v1.PodSpec', {
  volumes: list(opaque('v1.Volume')),
  initContainers: list(Container),
  containers: always(list(Container)),
  ephemeralContainers: list(struct('v1.EphemeralContainer', { ...container, targetContainerName: text })),
  restartPolicy: named('v1.RestartPolicy'),
  terminationGracePeriodSeconds: pointer(int64),
  activeDeadlineSeconds: pointer(int64),
  dnsPolicy: named('v1.DNSPolicy'),
  nodeSelector: strings,
  serviceAccountName: text,
  serviceAccount: text,
  automountServiceAccountToken: pointer(bool),
  nodeName: text,
  hostNetwork: bool,
  hostPID: bool,
  hostIPC: bool,
  shareProcessNamespace: pointer(bool),
  imagePullSecrets: list(struct('v1.LocalObjectReference', { name: text })),
  hostname: text,
  subdomain: text,
  schedulerName: text,
  tolerations: list(
    struct('v1.Toleration', {
      key: text,
      operator: named('v1.TolerationOperator'),
      value: text,
      effect: named('v1.TaintEffect'),
      tolerationSeconds: pointer(int64),
    }),
  ),
  hostAliases: list(struct('v1.HostAlias', { ip: always(text), hostnames: texts })),
  priorityClassName: text,
  priority: pointer(int32),
  runtimeClassName: pointer(text),
  enableServiceLinks: pointer(bool),
  preemptionPolicy: pointer(named('v1.PreemptionPolicy')),
  setHostnameAsFQDN: pointer(bool),
  hostUsers: pointer(bool),
  hostnameOverride: pointer(text),
  ...unread(
    'securityContext affinity dnsConfig readinessGates overhead topologySpreadConstraints os schedulingGates resourceClaims resources workloadRef schedulingGroup',
  ),
});

const PodStatus = struct('v1.PodStatus', {
  phase: named('v1.PodPhase'),
  conditions: list(
    struct('v1.PodCondition', {
      type: always(named('v1.PodConditionType')),
      status: always(named('v1.ConditionStatus')),
      ...unread('observedGeneration lastProbeTime lastTransitionTime reason message'),
    }),
  ),
  message: text,
  reason: text,
  hostIP: text,
  podIP: text,
  podIPs: list(struct('v1.PodIP', { ip: always(text) })),
  qosClass: named('v1.PodQOSClass'),
  ...unread(
    'observedGeneration nominatedNodeName hostIPs startTime initContainerStatuses containerStatuses ephemeralContainerStatuses resize resourceClaimStatuses extendedResourceClaimStatus allocatedResources resources',
  ),
});

const Pod = object('v1.Pod', { spec: PodSpec, status: PodStatus });

const PodTemplateSpec = struct('v1.PodTemplateSpec', { metadata: ObjectMeta, spec: PodSpec });

const Deployment = object('v1.Deployment', {
  spec: struct('v1.DeploymentSpec', {
    replicas: pointer(int32),
    selector: LabelSelector,
    template: PodTemplateSpec,
    strategy: struct('v1.DeploymentStrategy', {
      type: named('v1.DeploymentStrategyType'),
      rollingUpdate: struct('v1.RollingUpdateDeployment', {
        maxUnavailable: intOrString,
        maxSurge: intOrString,
      }),
    }),
    minReadySeconds: int32,
    revisionHistoryLimit: pointer(int32),
    paused: bool,
    progressDeadlineSeconds: pointer(int32),
  }),
  status: any,
});

const ReplicaSet = object('v1.ReplicaSet', {
  spec: struct('v1.ReplicaSetSpec', {
    replicas: pointer(int32),
    minReadySeconds: int32,
    selector: LabelSelector,
    template: PodTemplateSpec,
  }),
  status: any,
});

const StatefulSet = object('v1.StatefulSet', {
  spec: struct('v1.StatefulSetSpec', {
    replicas: pointer(int32),
    selector: LabelSelector,
    template: PodTemplateSpec,
    serviceName: text,
    podManagementPolicy: named('v1.PodManagementPolicyType'),
    revisionHistoryLimit: pointer(int32),
    minReadySeconds: int32,
    ...unread('volumeClaimTemplates updateStrategy persistentVolumeClaimRetentionPolicy ordinals'),
  }),
  status: any,
});

const Namespace = object('v1.Namespace', {
  spec: struct('v1.NamespaceSpec', { finalizers: list(named('v1.FinalizerName')) }),
  status: any,
});

const Node = object('v1.Node', {
  spec: struct('v1.NodeSpec', {
    podCIDR: text,
    podCIDRs: texts,
    providerID: text,
    unschedulable: bool,
    externalID: text,
    ...unread('taints configSource'),
  }),
  status: struct('v1.NodeStatus', {
    addresses: list(
      struct('v1.NodeAddress', { type: always(named('v1.NodeAddressType')), address: always(text) }),
    ),
    ...unread(
      'capacity allocatable phase conditions daemonEndpoints nodeInfo images volumesInUse volumesAttached config runtimeHandlers features declaredFeatures',
    ),
  }),
});

const ObjectReference = struct('v1.ObjectReference', {
  kind: text,
  namespace: text,
  name: text,
  uid: named('types.UID'),
  apiVersion: text,
  resourceVersion: text,
  fieldPath: text,
});

const EndpointSlice = object('v1.EndpointSlice', {
  addressType: always(named('v1.AddressType')),
  endpoints: always(
    list(
      struct('v1.Endpoint', {
        addresses: always(texts),
        conditions: struct('v1.EndpointConditions', {
          ready: pointer(bool),
          serving: pointer(bool),
          terminating: pointer(bool),
        }),
        hostname: pointer(text),
        targetRef: ObjectReference,
        deprecatedTopology: strings,
        nodeName: pointer(text),
        zone: pointer(text),
        hints: struct('v1.EndpointHints', {
          forZones: list(struct('v1.ForZone', { name: always(text) })),
          forNodes: list(struct('v1.ForNode', { name: always(text) })),
        }),
      }),
    ),
  ),
  ports: always(
    list(
      struct('v1.EndpointPort', {
        name: pointer(text),
        protocol: pointer(named('v1.Protocol')),
        port: pointer(int32),
        appProtocol: pointer(text),
      }),
    ),
  ),
});

const EndpointAddress = struct('v1.EndpointAddress', {
  ip: always(text),
  hostname: text,
  nodeName: pointer(text),
  targetRef: ObjectReference,
});

const Endpoints = object('v1.Endpoints', {
  subsets: list(
    struct('v1.EndpointSubset', {
      addresses: list(EndpointAddress),
      notReadyAddresses: list(EndpointAddress),
      ports: list(
        struct('v1.EndpointPort', {
          name: text,
          port: always(int32),
          protocol: named('v1.Protocol'),
          appProtocol: pointer(text),
        }),
      ),
    }),
  ),
});

const ConfigMap = object('v1.ConfigMap', { immutable: pointer(bool), data: strings, binaryData: any });

const Secret = object('v1.Secret', {
  immutable: pointer(bool),
  data: any,
  stringData: strings,
  type: named('v1.SecretType'),
});

export interface Resource {
  /** As in the path: `services`. */
  resource: string;
  kind: string;
  group: string;
  version: string;
  namespaced: boolean;
  /** The package of the internal type: `core.Service`. */
  package: string;
  type: StructType;
}

const resource = (
  name: string,
  group: string,
  pkg: string,
  type: StructType,
  namespaced = true,
): Resource => ({ resource: name, kind: type.short, group, version: 'v1', namespaced, package: pkg, type });

export const RESOURCES: readonly Resource[] = [
  resource('services', '', 'core', Service),
  resource('pods', '', 'core', Pod),
  resource('endpoints', '', 'core', Endpoints),
  resource('configmaps', '', 'core', ConfigMap),
  resource('secrets', '', 'core', Secret),
  resource('namespaces', '', 'core', Namespace, false),
  resource('nodes', '', 'core', Node, false),
  resource('endpointslices', 'discovery.k8s.io', 'discovery', EndpointSlice),
  resource('deployments', 'apps', 'apps', Deployment),
  resource('replicasets', 'apps', 'apps', ReplicaSet),
  resource('statefulsets', 'apps', 'apps', StatefulSet),
];

/** Kinds that are registered in the server's scheme but not decoded here: `apiVersion` → kinds. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  v1: 'ServiceAccount PersistentVolume PersistentVolumeClaim ReplicationController ResourceQuota LimitRange Event Binding PodTemplate ComponentStatus List Status ServiceList PodList EndpointsList NamespaceList NodeList ConfigMapList SecretList',
  'apps/v1': 'DaemonSet ControllerRevision DeploymentList ReplicaSetList StatefulSetList DaemonSetList',
  'batch/v1': 'Job CronJob',
  'networking.k8s.io/v1': 'Ingress IngressClass NetworkPolicy ServiceCIDR IPAddress',
  'discovery.k8s.io/v1': 'EndpointSliceList',
  'rbac.authorization.k8s.io/v1': 'Role RoleBinding ClusterRole ClusterRoleBinding',
  'autoscaling/v1': 'HorizontalPodAutoscaler Scale',
  'autoscaling/v2': 'HorizontalPodAutoscaler',
  'policy/v1': 'PodDisruptionBudget',
  'storage.k8s.io/v1': 'StorageClass',
  'scheduling.k8s.io/v1': 'PriorityClass',
};

/** Their names in one API version; none in a version that the server does not have. */
export const otherKindsIn = (apiVersion: string): readonly string[] =>
  Object.hasOwn(OTHER_KINDS, apiVersion) ? (OTHER_KINDS[apiVersion] ?? '').split(' ') : [];
