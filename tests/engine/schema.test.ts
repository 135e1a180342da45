/**
 * Which type every field has: what is said when it holds something else. Every row was asked of kubectl:
 * `kubectl set image --local -f - c=x`.
 */
import { describe, expect, test } from 'vitest';
import { RESOURCES, type Resource } from '../../src/engine/admission/schema.ts';
import { messageOf, post } from './admission.helpers.ts';

const TYPES: Readonly<Record<string, readonly [fields: string, mistake: string][]>> = {
  Service: [
    ['metadata: x', 'string into Service.metadata of type v1.ObjectMeta'],
    ['metadata: {name: 7}', 'number into ObjectMeta.metadata.name of type string'],
    ['metadata: {generateName: 7}', 'number into ObjectMeta.metadata.generateName of type string'],
    ['metadata: {namespace: 7}', 'number into ObjectMeta.metadata.namespace of type string'],
    ['metadata: {selfLink: 7}', 'number into ObjectMeta.metadata.selfLink of type string'],
    ['metadata: {uid: 7}', 'number into ObjectMeta.metadata.uid of type types.UID'],
    ['metadata: {resourceVersion: 7}', 'number into ObjectMeta.metadata.resourceVersion of type string'],
    ['metadata: {generation: x}', 'string into ObjectMeta.metadata.generation of type int64'],
    [
      'metadata: {deletionGracePeriodSeconds: x}',
      'string into ObjectMeta.metadata.deletionGracePeriodSeconds of type int64',
    ],
    ['metadata: {labels: x}', 'string into ObjectMeta.metadata.labels of type map[string]string'],
    ['metadata: {labels: {a: 7}}', 'number into ObjectMeta.metadata.labels of type string'],
    ['metadata: {annotations: x}', 'string into ObjectMeta.metadata.annotations of type map[string]string'],
    ['metadata: {annotations: {a: 7}}', 'number into ObjectMeta.metadata.annotations of type string'],
    [
      'metadata: {ownerReferences: x}',
      'string into ObjectMeta.metadata.ownerReferences of type []v1.OwnerReference',
    ],
    [
      'metadata: {ownerReferences: [x]}',
      'string into ObjectMeta.metadata.ownerReferences of type v1.OwnerReference',
    ],
    [
      'metadata: {ownerReferences: [{apiVersion: 7}]}',
      'number into OwnerReference.metadata.ownerReferences.apiVersion of type string',
    ],
    [
      'metadata: {ownerReferences: [{kind: 7}]}',
      'number into OwnerReference.metadata.ownerReferences.kind of type string',
    ],
    [
      'metadata: {ownerReferences: [{name: 7}]}',
      'number into OwnerReference.metadata.ownerReferences.name of type string',
    ],
    [
      'metadata: {ownerReferences: [{uid: 7}]}',
      'number into OwnerReference.metadata.ownerReferences.uid of type types.UID',
    ],
    [
      'metadata: {ownerReferences: [{controller: x}]}',
      'string into OwnerReference.metadata.ownerReferences.controller of type bool',
    ],
    [
      'metadata: {ownerReferences: [{blockOwnerDeletion: x}]}',
      'string into OwnerReference.metadata.ownerReferences.blockOwnerDeletion of type bool',
    ],
    ['metadata: {finalizers: x}', 'string into ObjectMeta.metadata.finalizers of type []string'],
    ['metadata: {finalizers: [7]}', 'number into ObjectMeta.metadata.finalizers of type string'],
    ['spec: x', 'string into Service.spec of type v1.ServiceSpec'],
    ['spec: {ports: x}', 'string into ServiceSpec.spec.ports of type []v1.ServicePort'],
    ['spec: {ports: [x]}', 'string into ServiceSpec.spec.ports of type v1.ServicePort'],
    ['spec: {ports: [{name: 7}]}', 'number into ServicePort.spec.ports.name of type string'],
    ['spec: {ports: [{protocol: 7}]}', 'number into ServicePort.spec.ports.protocol of type v1.Protocol'],
    ['spec: {ports: [{appProtocol: 7}]}', 'number into ServicePort.spec.ports.appProtocol of type string'],
    ['spec: {ports: [{port: x}]}', 'string into ServicePort.spec.ports.port of type int32'],
    ['spec: {ports: [{targetPort: 1.5}]}', 'number 1.5 into ServicePort.spec.ports.targetPort of type int32'],
    ['spec: {ports: [{nodePort: x}]}', 'string into ServicePort.spec.ports.nodePort of type int32'],
    ['spec: {selector: x}', 'string into ServiceSpec.spec.selector of type map[string]string'],
    ['spec: {selector: {a: 7}}', 'number into ServiceSpec.spec.selector of type string'],
    ['spec: {clusterIP: 7}', 'number into ServiceSpec.spec.clusterIP of type string'],
    ['spec: {clusterIPs: x}', 'string into ServiceSpec.spec.clusterIPs of type []string'],
    ['spec: {clusterIPs: [7]}', 'number into ServiceSpec.spec.clusterIPs of type string'],
    ['spec: {type: 7}', 'number into ServiceSpec.spec.type of type v1.ServiceType'],
    ['spec: {externalIPs: x}', 'string into ServiceSpec.spec.externalIPs of type []string'],
    ['spec: {externalIPs: [7]}', 'number into ServiceSpec.spec.externalIPs of type string'],
    ['spec: {sessionAffinity: 7}', 'number into ServiceSpec.spec.sessionAffinity of type v1.ServiceAffinity'],
    ['spec: {loadBalancerIP: 7}', 'number into ServiceSpec.spec.loadBalancerIP of type string'],
    [
      'spec: {loadBalancerSourceRanges: x}',
      'string into ServiceSpec.spec.loadBalancerSourceRanges of type []string',
    ],
    [
      'spec: {loadBalancerSourceRanges: [7]}',
      'number into ServiceSpec.spec.loadBalancerSourceRanges of type string',
    ],
    ['spec: {externalName: 7}', 'number into ServiceSpec.spec.externalName of type string'],
    [
      'spec: {externalTrafficPolicy: 7}',
      'number into ServiceSpec.spec.externalTrafficPolicy of type v1.ServiceExternalTrafficPolicy',
    ],
    ['spec: {healthCheckNodePort: x}', 'string into ServiceSpec.spec.healthCheckNodePort of type int32'],
    [
      'spec: {publishNotReadyAddresses: x}',
      'string into ServiceSpec.spec.publishNotReadyAddresses of type bool',
    ],
    [
      'spec: {sessionAffinityConfig: x}',
      'string into ServiceSpec.spec.sessionAffinityConfig of type v1.SessionAffinityConfig',
    ],
    [
      'spec: {sessionAffinityConfig: {clientIP: x}}',
      'string into SessionAffinityConfig.spec.sessionAffinityConfig.clientIP of type v1.ClientIPConfig',
    ],
    [
      'spec: {sessionAffinityConfig: {clientIP: {timeoutSeconds: x}}}',
      'string into ClientIPConfig.spec.sessionAffinityConfig.clientIP.timeoutSeconds of type int32',
    ],
    ['spec: {ipFamilies: x}', 'string into ServiceSpec.spec.ipFamilies of type []v1.IPFamily'],
    ['spec: {ipFamilies: [7]}', 'number into ServiceSpec.spec.ipFamilies of type v1.IPFamily'],
    ['spec: {ipFamilyPolicy: 7}', 'number into ServiceSpec.spec.ipFamilyPolicy of type v1.IPFamilyPolicy'],
    [
      'spec: {allocateLoadBalancerNodePorts: x}',
      'string into ServiceSpec.spec.allocateLoadBalancerNodePorts of type bool',
    ],
    ['spec: {loadBalancerClass: 7}', 'number into ServiceSpec.spec.loadBalancerClass of type string'],
    [
      'spec: {internalTrafficPolicy: 7}',
      'number into ServiceSpec.spec.internalTrafficPolicy of type v1.ServiceInternalTrafficPolicy',
    ],
    ['spec: {trafficDistribution: 7}', 'number into ServiceSpec.spec.trafficDistribution of type string'],
    ['status: x', 'string into Service.status of type v1.ServiceStatus'],
    [
      'status: {loadBalancer: x}',
      'string into ServiceStatus.status.loadBalancer of type v1.LoadBalancerStatus',
    ],
    [
      'status: {loadBalancer: {ingress: x}}',
      'string into LoadBalancerStatus.status.loadBalancer.ingress of type []v1.LoadBalancerIngress',
    ],
    [
      'status: {loadBalancer: {ingress: [x]}}',
      'string into LoadBalancerStatus.status.loadBalancer.ingress of type v1.LoadBalancerIngress',
    ],
    [
      'status: {loadBalancer: {ingress: [{ip: 7}]}}',
      'number into LoadBalancerIngress.status.loadBalancer.ingress.ip of type string',
    ],
    [
      'status: {loadBalancer: {ingress: [{hostname: 7}]}}',
      'number into LoadBalancerIngress.status.loadBalancer.ingress.hostname of type string',
    ],
    [
      'status: {loadBalancer: {ingress: [{ipMode: 7}]}}',
      'number into LoadBalancerIngress.status.loadBalancer.ingress.ipMode of type v1.LoadBalancerIPMode',
    ],
    [
      'status: {loadBalancer: {ingress: [{ports: x}]}}',
      'string into LoadBalancerIngress.status.loadBalancer.ingress.ports of type []v1.PortStatus',
    ],
    [
      'status: {loadBalancer: {ingress: [{ports: [x]}]}}',
      'string into LoadBalancerIngress.status.loadBalancer.ingress.ports of type v1.PortStatus',
    ],
    [
      'status: {loadBalancer: {ingress: [{ports: [{port: x}]}]}}',
      'string into PortStatus.status.loadBalancer.ingress.ports.port of type int32',
    ],
    [
      'status: {loadBalancer: {ingress: [{ports: [{protocol: 7}]}]}}',
      'number into PortStatus.status.loadBalancer.ingress.ports.protocol of type v1.Protocol',
    ],
    [
      'status: {loadBalancer: {ingress: [{ports: [{error: 7}]}]}}',
      'number into PortStatus.status.loadBalancer.ingress.ports.error of type string',
    ],
    ['status: {conditions: x}', 'string into ServiceStatus.status.conditions of type []v1.Condition'],
    ['status: {conditions: [x]}', 'string into ServiceStatus.status.conditions of type v1.Condition'],
    ['status: {conditions: [{type: 7}]}', 'number into Condition.status.conditions.type of type string'],
    [
      'status: {conditions: [{status: 7}]}',
      'number into Condition.status.conditions.status of type v1.ConditionStatus',
    ],
    [
      'status: {conditions: [{observedGeneration: x}]}',
      'string into Condition.status.conditions.observedGeneration of type int64',
    ],
    ['status: {conditions: [{reason: 7}]}', 'number into Condition.status.conditions.reason of type string'],
    [
      'status: {conditions: [{message: 7}]}',
      'number into Condition.status.conditions.message of type string',
    ],
  ],
  Pod: [
    ['metadata: x', 'string into Pod.metadata of type v1.ObjectMeta'],
    ['spec: x', 'string into Pod.spec of type v1.PodSpec'],
    ['spec: {volumes: x}', 'string into PodSpec.spec.volumes of type []v1.Volume'],
    ['spec: {initContainers: x}', 'string into PodSpec.spec.initContainers of type []v1.Container'],
    ['spec: {initContainers: [x]}', 'string into PodSpec.spec.initContainers of type v1.Container'],
    ['spec: {initContainers: [{name: 7}]}', 'number into Container.spec.initContainers.name of type string'],
    [
      'spec: {initContainers: [{image: 7}]}',
      'number into Container.spec.initContainers.image of type string',
    ],
    [
      'spec: {initContainers: [{command: x}]}',
      'string into Container.spec.initContainers.command of type []string',
    ],
    [
      'spec: {initContainers: [{command: [7]}]}',
      'number into Container.spec.initContainers.command of type string',
    ],
    [
      'spec: {initContainers: [{args: x}]}',
      'string into Container.spec.initContainers.args of type []string',
    ],
    [
      'spec: {initContainers: [{args: [7]}]}',
      'number into Container.spec.initContainers.args of type string',
    ],
    [
      'spec: {initContainers: [{workingDir: 7}]}',
      'number into Container.spec.initContainers.workingDir of type string',
    ],
    [
      'spec: {initContainers: [{ports: x}]}',
      'string into Container.spec.initContainers.ports of type []v1.ContainerPort',
    ],
    [
      'spec: {initContainers: [{ports: [x]}]}',
      'string into Container.spec.initContainers.ports of type v1.ContainerPort',
    ],
    [
      'spec: {initContainers: [{ports: [{name: 7}]}]}',
      'number into ContainerPort.spec.initContainers.ports.name of type string',
    ],
    [
      'spec: {initContainers: [{ports: [{hostPort: x}]}]}',
      'string into ContainerPort.spec.initContainers.ports.hostPort of type int32',
    ],
    [
      'spec: {initContainers: [{ports: [{containerPort: x}]}]}',
      'string into ContainerPort.spec.initContainers.ports.containerPort of type int32',
    ],
    [
      'spec: {initContainers: [{ports: [{protocol: 7}]}]}',
      'number into ContainerPort.spec.initContainers.ports.protocol of type v1.Protocol',
    ],
    [
      'spec: {initContainers: [{ports: [{hostIP: 7}]}]}',
      'number into ContainerPort.spec.initContainers.ports.hostIP of type string',
    ],
    [
      'spec: {initContainers: [{envFrom: x}]}',
      'string into Container.spec.initContainers.envFrom of type []v1.EnvFromSource',
    ],
    [
      'spec: {initContainers: [{env: x}]}',
      'string into Container.spec.initContainers.env of type []v1.EnvVar',
    ],
    [
      'spec: {initContainers: [{env: [x]}]}',
      'string into Container.spec.initContainers.env of type v1.EnvVar',
    ],
    [
      'spec: {initContainers: [{env: [{name: 7}]}]}',
      'number into EnvVar.spec.initContainers.env.name of type string',
    ],
    [
      'spec: {initContainers: [{env: [{value: 7}]}]}',
      'number into EnvVar.spec.initContainers.env.value of type string',
    ],
    [
      'spec: {initContainers: [{resources: x}]}',
      'string into Container.spec.initContainers.resources of type v1.ResourceRequirements',
    ],
    [
      'spec: {initContainers: [{resources: {limits: x}}]}',
      'string into ResourceRequirements.spec.initContainers.resources.limits of type v1.ResourceList',
    ],
    [
      'spec: {initContainers: [{resources: {requests: x}}]}',
      'string into ResourceRequirements.spec.initContainers.resources.requests of type v1.ResourceList',
    ],
    [
      'spec: {initContainers: [{resizePolicy: x}]}',
      'string into Container.spec.initContainers.resizePolicy of type []v1.ContainerResizePolicy',
    ],
    [
      'spec: {initContainers: [{restartPolicy: 7}]}',
      'number into Container.spec.initContainers.restartPolicy of type v1.ContainerRestartPolicy',
    ],
    [
      'spec: {initContainers: [{volumeMounts: x}]}',
      'string into Container.spec.initContainers.volumeMounts of type []v1.VolumeMount',
    ],
    [
      'spec: {initContainers: [{volumeMounts: [x]}]}',
      'string into Container.spec.initContainers.volumeMounts of type v1.VolumeMount',
    ],
    [
      'spec: {initContainers: [{volumeMounts: [{name: 7}]}]}',
      'number into VolumeMount.spec.initContainers.volumeMounts.name of type string',
    ],
    [
      'spec: {initContainers: [{volumeMounts: [{readOnly: x}]}]}',
      'string into VolumeMount.spec.initContainers.volumeMounts.readOnly of type bool',
    ],
    [
      'spec: {initContainers: [{volumeMounts: [{mountPath: 7}]}]}',
      'number into VolumeMount.spec.initContainers.volumeMounts.mountPath of type string',
    ],
    [
      'spec: {initContainers: [{volumeMounts: [{subPath: 7}]}]}',
      'number into VolumeMount.spec.initContainers.volumeMounts.subPath of type string',
    ],
    [
      'spec: {initContainers: [{volumeMounts: [{subPathExpr: 7}]}]}',
      'number into VolumeMount.spec.initContainers.volumeMounts.subPathExpr of type string',
    ],
    [
      'spec: {initContainers: [{volumeMounts: [{mountPropagation: 7}]}]}',
      'number into VolumeMount.spec.initContainers.volumeMounts.mountPropagation of type v1.MountPropagationMode',
    ],
    [
      'spec: {initContainers: [{volumeMounts: [{recursiveReadOnly: 7}]}]}',
      'number into VolumeMount.spec.initContainers.volumeMounts.recursiveReadOnly of type v1.RecursiveReadOnlyMode',
    ],
    [
      'spec: {initContainers: [{volumeDevices: x}]}',
      'string into Container.spec.initContainers.volumeDevices of type []v1.VolumeDevice',
    ],
    [
      'spec: {initContainers: [{livenessProbe: x}]}',
      'string into Container.spec.initContainers.livenessProbe of type v1.Probe',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {exec: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.exec of type v1.ExecAction',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {exec: {command: x}}}]}',
      'string into ExecAction.spec.initContainers.livenessProbe.exec.command of type []string',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {exec: {command: [7]}}}]}',
      'number into ExecAction.spec.initContainers.livenessProbe.exec.command of type string',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {httpGet: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.httpGet of type v1.HTTPGetAction',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {httpGet: {path: 7}}}]}',
      'number into HTTPGetAction.spec.initContainers.livenessProbe.httpGet.path of type string',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {httpGet: {port: 1.5}}}]}',
      'number 1.5 into HTTPGetAction.spec.initContainers.livenessProbe.httpGet.port of type int32',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {httpGet: {host: 7}}}]}',
      'number into HTTPGetAction.spec.initContainers.livenessProbe.httpGet.host of type string',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {httpGet: {scheme: 7}}}]}',
      'number into HTTPGetAction.spec.initContainers.livenessProbe.httpGet.scheme of type v1.URIScheme',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {httpGet: {httpHeaders: x}}}]}',
      'string into HTTPGetAction.spec.initContainers.livenessProbe.httpGet.httpHeaders of type []v1.HTTPHeader',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {httpGet: {httpHeaders: [x]}}}]}',
      'string into HTTPGetAction.spec.initContainers.livenessProbe.httpGet.httpHeaders of type v1.HTTPHeader',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {httpGet: {httpHeaders: [{name: 7}]}}}]}',
      'number into HTTPHeader.spec.initContainers.livenessProbe.httpGet.httpHeaders.name of type string',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {httpGet: {httpHeaders: [{value: 7}]}}}]}',
      'number into HTTPHeader.spec.initContainers.livenessProbe.httpGet.httpHeaders.value of type string',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {tcpSocket: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.tcpSocket of type v1.TCPSocketAction',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {tcpSocket: {port: 1.5}}}]}',
      'number 1.5 into TCPSocketAction.spec.initContainers.livenessProbe.tcpSocket.port of type int32',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {tcpSocket: {host: 7}}}]}',
      'number into TCPSocketAction.spec.initContainers.livenessProbe.tcpSocket.host of type string',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {grpc: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.grpc of type v1.GRPCAction',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {grpc: {port: x}}}]}',
      'string into GRPCAction.spec.initContainers.livenessProbe.grpc.port of type int32',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {grpc: {service: 7}}}]}',
      'number into GRPCAction.spec.initContainers.livenessProbe.grpc.service of type string',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {initialDelaySeconds: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.initialDelaySeconds of type int32',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {timeoutSeconds: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.timeoutSeconds of type int32',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {periodSeconds: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.periodSeconds of type int32',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {successThreshold: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.successThreshold of type int32',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {failureThreshold: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.failureThreshold of type int32',
    ],
    [
      'spec: {initContainers: [{livenessProbe: {terminationGracePeriodSeconds: x}}]}',
      'string into Probe.spec.initContainers.livenessProbe.terminationGracePeriodSeconds of type int64',
    ],
    [
      'spec: {initContainers: [{readinessProbe: x}]}',
      'string into Container.spec.initContainers.readinessProbe of type v1.Probe',
    ],
    [
      'spec: {initContainers: [{startupProbe: x}]}',
      'string into Container.spec.initContainers.startupProbe of type v1.Probe',
    ],
    [
      'spec: {initContainers: [{lifecycle: x}]}',
      'string into Container.spec.initContainers.lifecycle of type v1.Lifecycle',
    ],
    [
      'spec: {initContainers: [{lifecycle: {postStart: x}}]}',
      'string into Lifecycle.spec.initContainers.lifecycle.postStart of type v1.LifecycleHandler',
    ],
    [
      'spec: {initContainers: [{lifecycle: {postStart: {exec: x}}}]}',
      'string into LifecycleHandler.spec.initContainers.lifecycle.postStart.exec of type v1.ExecAction',
    ],
    [
      'spec: {initContainers: [{lifecycle: {postStart: {httpGet: x}}}]}',
      'string into LifecycleHandler.spec.initContainers.lifecycle.postStart.httpGet of type v1.HTTPGetAction',
    ],
    [
      'spec: {initContainers: [{lifecycle: {postStart: {tcpSocket: x}}}]}',
      'string into LifecycleHandler.spec.initContainers.lifecycle.postStart.tcpSocket of type v1.TCPSocketAction',
    ],
    [
      'spec: {initContainers: [{lifecycle: {postStart: {sleep: x}}}]}',
      'string into LifecycleHandler.spec.initContainers.lifecycle.postStart.sleep of type v1.SleepAction',
    ],
    [
      'spec: {initContainers: [{lifecycle: {postStart: {sleep: {seconds: x}}}}]}',
      'string into SleepAction.spec.initContainers.lifecycle.postStart.sleep.seconds of type int64',
    ],
    [
      'spec: {initContainers: [{lifecycle: {preStop: x}}]}',
      'string into Lifecycle.spec.initContainers.lifecycle.preStop of type v1.LifecycleHandler',
    ],
    [
      'spec: {initContainers: [{terminationMessagePath: 7}]}',
      'number into Container.spec.initContainers.terminationMessagePath of type string',
    ],
    [
      'spec: {initContainers: [{terminationMessagePolicy: 7}]}',
      'number into Container.spec.initContainers.terminationMessagePolicy of type v1.TerminationMessagePolicy',
    ],
    [
      'spec: {initContainers: [{imagePullPolicy: 7}]}',
      'number into Container.spec.initContainers.imagePullPolicy of type v1.PullPolicy',
    ],
    ['spec: {initContainers: [{stdin: x}]}', 'string into Container.spec.initContainers.stdin of type bool'],
    [
      'spec: {initContainers: [{stdinOnce: x}]}',
      'string into Container.spec.initContainers.stdinOnce of type bool',
    ],
    ['spec: {initContainers: [{tty: x}]}', 'string into Container.spec.initContainers.tty of type bool'],
    ['spec: {containers: x}', 'string into PodSpec.spec.containers of type []v1.Container'],
    ['spec: {containers: [x]}', 'string into PodSpec.spec.containers of type v1.Container'],
    [
      'spec: {ephemeralContainers: x}',
      'string into PodSpec.spec.ephemeralContainers of type []v1.EphemeralContainer',
    ],
    [
      'spec: {ephemeralContainers: [x]}',
      'string into PodSpec.spec.ephemeralContainers of type v1.EphemeralContainer',
    ],
    [
      'spec: {ephemeralContainers: [{name: 7}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.name of type string',
    ],
    [
      'spec: {ephemeralContainers: [{image: 7}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.image of type string',
    ],
    [
      'spec: {ephemeralContainers: [{command: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.command of type []string',
    ],
    [
      'spec: {ephemeralContainers: [{command: [7]}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.command of type string',
    ],
    [
      'spec: {ephemeralContainers: [{args: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.args of type []string',
    ],
    [
      'spec: {ephemeralContainers: [{args: [7]}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.args of type string',
    ],
    [
      'spec: {ephemeralContainers: [{workingDir: 7}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.workingDir of type string',
    ],
    [
      'spec: {ephemeralContainers: [{ports: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.ports of type []v1.ContainerPort',
    ],
    [
      'spec: {ephemeralContainers: [{ports: [x]}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.ports of type v1.ContainerPort',
    ],
    [
      'spec: {ephemeralContainers: [{envFrom: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.envFrom of type []v1.EnvFromSource',
    ],
    [
      'spec: {ephemeralContainers: [{env: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.env of type []v1.EnvVar',
    ],
    [
      'spec: {ephemeralContainers: [{env: [x]}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.env of type v1.EnvVar',
    ],
    [
      'spec: {ephemeralContainers: [{resources: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.resources of type v1.ResourceRequirements',
    ],
    [
      'spec: {ephemeralContainers: [{resizePolicy: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.resizePolicy of type []v1.ContainerResizePolicy',
    ],
    [
      'spec: {ephemeralContainers: [{restartPolicy: 7}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.restartPolicy of type v1.ContainerRestartPolicy',
    ],
    [
      'spec: {ephemeralContainers: [{volumeMounts: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.volumeMounts of type []v1.VolumeMount',
    ],
    [
      'spec: {ephemeralContainers: [{volumeMounts: [x]}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.volumeMounts of type v1.VolumeMount',
    ],
    [
      'spec: {ephemeralContainers: [{volumeDevices: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.volumeDevices of type []v1.VolumeDevice',
    ],
    [
      'spec: {ephemeralContainers: [{livenessProbe: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.livenessProbe of type v1.Probe',
    ],
    [
      'spec: {ephemeralContainers: [{readinessProbe: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.readinessProbe of type v1.Probe',
    ],
    [
      'spec: {ephemeralContainers: [{startupProbe: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.startupProbe of type v1.Probe',
    ],
    [
      'spec: {ephemeralContainers: [{lifecycle: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.lifecycle of type v1.Lifecycle',
    ],
    [
      'spec: {ephemeralContainers: [{terminationMessagePath: 7}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.terminationMessagePath of type string',
    ],
    [
      'spec: {ephemeralContainers: [{terminationMessagePolicy: 7}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.terminationMessagePolicy of type v1.TerminationMessagePolicy',
    ],
    [
      'spec: {ephemeralContainers: [{imagePullPolicy: 7}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.imagePullPolicy of type v1.PullPolicy',
    ],
    [
      'spec: {ephemeralContainers: [{stdin: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.stdin of type bool',
    ],
    [
      'spec: {ephemeralContainers: [{stdinOnce: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.stdinOnce of type bool',
    ],
    [
      'spec: {ephemeralContainers: [{tty: x}]}',
      'string into EphemeralContainer.spec.ephemeralContainers.tty of type bool',
    ],
    [
      'spec: {ephemeralContainers: [{targetContainerName: 7}]}',
      'number into EphemeralContainer.spec.ephemeralContainers.targetContainerName of type string',
    ],
    ['spec: {restartPolicy: 7}', 'number into PodSpec.spec.restartPolicy of type v1.RestartPolicy'],
    [
      'spec: {terminationGracePeriodSeconds: x}',
      'string into PodSpec.spec.terminationGracePeriodSeconds of type int64',
    ],
    ['spec: {activeDeadlineSeconds: x}', 'string into PodSpec.spec.activeDeadlineSeconds of type int64'],
    ['spec: {dnsPolicy: 7}', 'number into PodSpec.spec.dnsPolicy of type v1.DNSPolicy'],
    ['spec: {nodeSelector: x}', 'string into PodSpec.spec.nodeSelector of type map[string]string'],
    ['spec: {nodeSelector: {a: 7}}', 'number into PodSpec.spec.nodeSelector of type string'],
    ['spec: {serviceAccountName: 7}', 'number into PodSpec.spec.serviceAccountName of type string'],
    ['spec: {serviceAccount: 7}', 'number into PodSpec.spec.serviceAccount of type string'],
    [
      'spec: {automountServiceAccountToken: x}',
      'string into PodSpec.spec.automountServiceAccountToken of type bool',
    ],
    ['spec: {nodeName: 7}', 'number into PodSpec.spec.nodeName of type string'],
    ['spec: {hostNetwork: x}', 'string into PodSpec.spec.hostNetwork of type bool'],
    ['spec: {hostPID: x}', 'string into PodSpec.spec.hostPID of type bool'],
    ['spec: {hostIPC: x}', 'string into PodSpec.spec.hostIPC of type bool'],
    ['spec: {shareProcessNamespace: x}', 'string into PodSpec.spec.shareProcessNamespace of type bool'],
    [
      'spec: {imagePullSecrets: x}',
      'string into PodSpec.spec.imagePullSecrets of type []v1.LocalObjectReference',
    ],
    [
      'spec: {imagePullSecrets: [x]}',
      'string into PodSpec.spec.imagePullSecrets of type v1.LocalObjectReference',
    ],
    [
      'spec: {imagePullSecrets: [{name: 7}]}',
      'number into LocalObjectReference.spec.imagePullSecrets.name of type string',
    ],
    ['spec: {hostname: 7}', 'number into PodSpec.spec.hostname of type string'],
    ['spec: {subdomain: 7}', 'number into PodSpec.spec.subdomain of type string'],
    ['spec: {schedulerName: 7}', 'number into PodSpec.spec.schedulerName of type string'],
    ['spec: {tolerations: x}', 'string into PodSpec.spec.tolerations of type []v1.Toleration'],
    ['spec: {tolerations: [x]}', 'string into PodSpec.spec.tolerations of type v1.Toleration'],
    ['spec: {tolerations: [{key: 7}]}', 'number into Toleration.spec.tolerations.key of type string'],
    [
      'spec: {tolerations: [{operator: 7}]}',
      'number into Toleration.spec.tolerations.operator of type v1.TolerationOperator',
    ],
    ['spec: {tolerations: [{value: 7}]}', 'number into Toleration.spec.tolerations.value of type string'],
    [
      'spec: {tolerations: [{effect: 7}]}',
      'number into Toleration.spec.tolerations.effect of type v1.TaintEffect',
    ],
    [
      'spec: {tolerations: [{tolerationSeconds: x}]}',
      'string into Toleration.spec.tolerations.tolerationSeconds of type int64',
    ],
    ['spec: {hostAliases: x}', 'string into PodSpec.spec.hostAliases of type []v1.HostAlias'],
    ['spec: {hostAliases: [x]}', 'string into PodSpec.spec.hostAliases of type v1.HostAlias'],
    ['spec: {hostAliases: [{ip: 7}]}', 'number into HostAlias.spec.hostAliases.ip of type string'],
    [
      'spec: {hostAliases: [{hostnames: x}]}',
      'string into HostAlias.spec.hostAliases.hostnames of type []string',
    ],
    [
      'spec: {hostAliases: [{hostnames: [7]}]}',
      'number into HostAlias.spec.hostAliases.hostnames of type string',
    ],
    ['spec: {priorityClassName: 7}', 'number into PodSpec.spec.priorityClassName of type string'],
    ['spec: {priority: x}', 'string into PodSpec.spec.priority of type int32'],
    ['spec: {runtimeClassName: 7}', 'number into PodSpec.spec.runtimeClassName of type string'],
    ['spec: {enableServiceLinks: x}', 'string into PodSpec.spec.enableServiceLinks of type bool'],
    ['spec: {preemptionPolicy: 7}', 'number into PodSpec.spec.preemptionPolicy of type v1.PreemptionPolicy'],
    ['spec: {setHostnameAsFQDN: x}', 'string into PodSpec.spec.setHostnameAsFQDN of type bool'],
    ['spec: {hostUsers: x}', 'string into PodSpec.spec.hostUsers of type bool'],
    ['status: x', 'string into Pod.status of type v1.PodStatus'],
    ['status: {phase: 7}', 'number into PodStatus.status.phase of type v1.PodPhase'],
    ['status: {conditions: x}', 'string into PodStatus.status.conditions of type []v1.PodCondition'],
    ['status: {conditions: [x]}', 'string into PodStatus.status.conditions of type v1.PodCondition'],
    [
      'status: {conditions: [{type: 7}]}',
      'number into PodCondition.status.conditions.type of type v1.PodConditionType',
    ],
    [
      'status: {conditions: [{status: 7}]}',
      'number into PodCondition.status.conditions.status of type v1.ConditionStatus',
    ],
    ['status: {message: 7}', 'number into PodStatus.status.message of type string'],
    ['status: {reason: 7}', 'number into PodStatus.status.reason of type string'],
    ['status: {hostIP: 7}', 'number into PodStatus.status.hostIP of type string'],
    ['status: {podIP: 7}', 'number into PodStatus.status.podIP of type string'],
    ['status: {podIPs: x}', 'string into PodStatus.status.podIPs of type []v1.PodIP'],
    ['status: {podIPs: [x]}', 'string into PodStatus.status.podIPs of type v1.PodIP'],
    ['status: {podIPs: [{ip: 7}]}', 'number into PodIP.status.podIPs.ip of type string'],
    ['status: {qosClass: 7}', 'number into PodStatus.status.qosClass of type v1.PodQOSClass'],
  ],
  Endpoints: [
    ['metadata: x', 'string into Endpoints.metadata of type v1.ObjectMeta'],
    ['subsets: x', 'string into Endpoints.subsets of type []v1.EndpointSubset'],
    ['subsets: [x]', 'string into Endpoints.subsets of type v1.EndpointSubset'],
    [
      'subsets: [{addresses: x}]',
      'string into EndpointSubset.subsets.addresses of type []v1.EndpointAddress',
    ],
    [
      'subsets: [{addresses: [x]}]',
      'string into EndpointSubset.subsets.addresses of type v1.EndpointAddress',
    ],
    ['subsets: [{addresses: [{ip: 7}]}]', 'number into EndpointAddress.subsets.addresses.ip of type string'],
    [
      'subsets: [{addresses: [{hostname: 7}]}]',
      'number into EndpointAddress.subsets.addresses.hostname of type string',
    ],
    [
      'subsets: [{addresses: [{nodeName: 7}]}]',
      'number into EndpointAddress.subsets.addresses.nodeName of type string',
    ],
    [
      'subsets: [{addresses: [{targetRef: x}]}]',
      'string into EndpointAddress.subsets.addresses.targetRef of type v1.ObjectReference',
    ],
    [
      'subsets: [{addresses: [{targetRef: {kind: 7}}]}]',
      'number into ObjectReference.subsets.addresses.targetRef.kind of type string',
    ],
    [
      'subsets: [{addresses: [{targetRef: {namespace: 7}}]}]',
      'number into ObjectReference.subsets.addresses.targetRef.namespace of type string',
    ],
    [
      'subsets: [{addresses: [{targetRef: {name: 7}}]}]',
      'number into ObjectReference.subsets.addresses.targetRef.name of type string',
    ],
    [
      'subsets: [{addresses: [{targetRef: {uid: 7}}]}]',
      'number into ObjectReference.subsets.addresses.targetRef.uid of type types.UID',
    ],
    [
      'subsets: [{addresses: [{targetRef: {apiVersion: 7}}]}]',
      'number into ObjectReference.subsets.addresses.targetRef.apiVersion of type string',
    ],
    [
      'subsets: [{addresses: [{targetRef: {resourceVersion: 7}}]}]',
      'number into ObjectReference.subsets.addresses.targetRef.resourceVersion of type string',
    ],
    [
      'subsets: [{addresses: [{targetRef: {fieldPath: 7}}]}]',
      'number into ObjectReference.subsets.addresses.targetRef.fieldPath of type string',
    ],
    [
      'subsets: [{notReadyAddresses: x}]',
      'string into EndpointSubset.subsets.notReadyAddresses of type []v1.EndpointAddress',
    ],
    [
      'subsets: [{notReadyAddresses: [x]}]',
      'string into EndpointSubset.subsets.notReadyAddresses of type v1.EndpointAddress',
    ],
    ['subsets: [{ports: x}]', 'string into EndpointSubset.subsets.ports of type []v1.EndpointPort'],
    ['subsets: [{ports: [x]}]', 'string into EndpointSubset.subsets.ports of type v1.EndpointPort'],
    ['subsets: [{ports: [{name: 7}]}]', 'number into EndpointPort.subsets.ports.name of type string'],
    ['subsets: [{ports: [{port: x}]}]', 'string into EndpointPort.subsets.ports.port of type int32'],
    [
      'subsets: [{ports: [{protocol: 7}]}]',
      'number into EndpointPort.subsets.ports.protocol of type v1.Protocol',
    ],
    [
      'subsets: [{ports: [{appProtocol: 7}]}]',
      'number into EndpointPort.subsets.ports.appProtocol of type string',
    ],
  ],
  ConfigMap: [
    ['metadata: x', 'string into ConfigMap.metadata of type v1.ObjectMeta'],
    ['immutable: x', 'string into ConfigMap.immutable of type bool'],
    ['data: x', 'string into ConfigMap.data of type map[string]string'],
    ['data: {a: 7}', 'number into ConfigMap.data of type string'],
  ],
  Secret: [
    ['metadata: x', 'string into Secret.metadata of type v1.ObjectMeta'],
    ['immutable: x', 'string into Secret.immutable of type bool'],
    ['stringData: x', 'string into Secret.stringData of type map[string]string'],
    ['stringData: {a: 7}', 'number into Secret.stringData of type string'],
    ['type: 7', 'number into Secret.type of type v1.SecretType'],
  ],
  Namespace: [
    ['metadata: x', 'string into Namespace.metadata of type v1.ObjectMeta'],
    ['spec: x', 'string into Namespace.spec of type v1.NamespaceSpec'],
    ['spec: {finalizers: x}', 'string into NamespaceSpec.spec.finalizers of type []v1.FinalizerName'],
    ['spec: {finalizers: [7]}', 'number into NamespaceSpec.spec.finalizers of type v1.FinalizerName'],
  ],
  Node: [
    ['metadata: x', 'string into Node.metadata of type v1.ObjectMeta'],
    ['spec: x', 'string into Node.spec of type v1.NodeSpec'],
    ['spec: {podCIDR: 7}', 'number into NodeSpec.spec.podCIDR of type string'],
    ['spec: {podCIDRs: x}', 'string into NodeSpec.spec.podCIDRs of type []string'],
    ['spec: {podCIDRs: [7]}', 'number into NodeSpec.spec.podCIDRs of type string'],
    ['spec: {providerID: 7}', 'number into NodeSpec.spec.providerID of type string'],
    ['spec: {unschedulable: x}', 'string into NodeSpec.spec.unschedulable of type bool'],
    ['spec: {externalID: 7}', 'number into NodeSpec.spec.externalID of type string'],
    ['status: x', 'string into Node.status of type v1.NodeStatus'],
    ['status: {addresses: x}', 'string into NodeStatus.status.addresses of type []v1.NodeAddress'],
    ['status: {addresses: [x]}', 'string into NodeStatus.status.addresses of type v1.NodeAddress'],
    [
      'status: {addresses: [{type: 7}]}',
      'number into NodeAddress.status.addresses.type of type v1.NodeAddressType',
    ],
    [
      'status: {addresses: [{address: 7}]}',
      'number into NodeAddress.status.addresses.address of type string',
    ],
  ],
  EndpointSlice: [
    ['metadata: x', 'string into EndpointSlice.metadata of type v1.ObjectMeta'],
    ['addressType: 7', 'number into EndpointSlice.addressType of type v1.AddressType'],
    ['endpoints: x', 'string into EndpointSlice.endpoints of type []v1.Endpoint'],
    ['endpoints: [x]', 'string into EndpointSlice.endpoints of type v1.Endpoint'],
    ['endpoints: [{addresses: x}]', 'string into Endpoint.endpoints.addresses of type []string'],
    ['endpoints: [{addresses: [7]}]', 'number into Endpoint.endpoints.addresses of type string'],
    [
      'endpoints: [{conditions: x}]',
      'string into Endpoint.endpoints.conditions of type v1.EndpointConditions',
    ],
    [
      'endpoints: [{conditions: {ready: x}}]',
      'string into EndpointConditions.endpoints.conditions.ready of type bool',
    ],
    [
      'endpoints: [{conditions: {serving: x}}]',
      'string into EndpointConditions.endpoints.conditions.serving of type bool',
    ],
    [
      'endpoints: [{conditions: {terminating: x}}]',
      'string into EndpointConditions.endpoints.conditions.terminating of type bool',
    ],
    ['endpoints: [{hostname: 7}]', 'number into Endpoint.endpoints.hostname of type string'],
    ['endpoints: [{targetRef: x}]', 'string into Endpoint.endpoints.targetRef of type v1.ObjectReference'],
    [
      'endpoints: [{deprecatedTopology: x}]',
      'string into Endpoint.endpoints.deprecatedTopology of type map[string]string',
    ],
    [
      'endpoints: [{deprecatedTopology: {a: 7}}]',
      'number into Endpoint.endpoints.deprecatedTopology of type string',
    ],
    ['endpoints: [{nodeName: 7}]', 'number into Endpoint.endpoints.nodeName of type string'],
    ['endpoints: [{zone: 7}]', 'number into Endpoint.endpoints.zone of type string'],
    ['endpoints: [{hints: x}]', 'string into Endpoint.endpoints.hints of type v1.EndpointHints'],
    [
      'endpoints: [{hints: {forZones: x}}]',
      'string into EndpointHints.endpoints.hints.forZones of type []v1.ForZone',
    ],
    [
      'endpoints: [{hints: {forZones: [x]}}]',
      'string into EndpointHints.endpoints.hints.forZones of type v1.ForZone',
    ],
    [
      'endpoints: [{hints: {forZones: [{name: 7}]}}]',
      'number into ForZone.endpoints.hints.forZones.name of type string',
    ],
    ['ports: x', 'string into EndpointSlice.ports of type []v1.EndpointPort'],
    ['ports: [x]', 'string into EndpointSlice.ports of type v1.EndpointPort'],
    ['ports: [{name: 7}]', 'number into EndpointPort.ports.name of type string'],
    ['ports: [{protocol: 7}]', 'number into EndpointPort.ports.protocol of type v1.Protocol'],
    ['ports: [{port: x}]', 'string into EndpointPort.ports.port of type int32'],
    ['ports: [{appProtocol: 7}]', 'number into EndpointPort.ports.appProtocol of type string'],
  ],
  Deployment: [
    ['metadata: x', 'string into Deployment.metadata of type v1.ObjectMeta'],
    ['spec: x', 'string into Deployment.spec of type v1.DeploymentSpec'],
    ['spec: {replicas: x}', 'string into DeploymentSpec.spec.replicas of type int32'],
    ['spec: {selector: x}', 'string into DeploymentSpec.spec.selector of type v1.LabelSelector'],
    [
      'spec: {selector: {matchLabels: x}}',
      'string into LabelSelector.spec.selector.matchLabels of type map[string]string',
    ],
    [
      'spec: {selector: {matchLabels: {a: 7}}}',
      'number into LabelSelector.spec.selector.matchLabels of type string',
    ],
    [
      'spec: {selector: {matchExpressions: x}}',
      'string into LabelSelector.spec.selector.matchExpressions of type []v1.LabelSelectorRequirement',
    ],
    [
      'spec: {selector: {matchExpressions: [x]}}',
      'string into LabelSelector.spec.selector.matchExpressions of type v1.LabelSelectorRequirement',
    ],
    [
      'spec: {selector: {matchExpressions: [{key: 7}]}}',
      'number into LabelSelectorRequirement.spec.selector.matchExpressions.key of type string',
    ],
    [
      'spec: {selector: {matchExpressions: [{operator: 7}]}}',
      'number into LabelSelectorRequirement.spec.selector.matchExpressions.operator of type v1.LabelSelectorOperator',
    ],
    [
      'spec: {selector: {matchExpressions: [{values: x}]}}',
      'string into LabelSelectorRequirement.spec.selector.matchExpressions.values of type []string',
    ],
    [
      'spec: {selector: {matchExpressions: [{values: [7]}]}}',
      'number into LabelSelectorRequirement.spec.selector.matchExpressions.values of type string',
    ],
    ['spec: {template: x}', 'string into DeploymentSpec.spec.template of type v1.PodTemplateSpec'],
    [
      'spec: {template: {metadata: x}}',
      'string into PodTemplateSpec.spec.template.metadata of type v1.ObjectMeta',
    ],
    ['spec: {template: {spec: x}}', 'string into PodTemplateSpec.spec.template.spec of type v1.PodSpec'],
    ['spec: {strategy: x}', 'string into DeploymentSpec.spec.strategy of type v1.DeploymentStrategy'],
    [
      'spec: {strategy: {type: 7}}',
      'number into DeploymentStrategy.spec.strategy.type of type v1.DeploymentStrategyType',
    ],
    [
      'spec: {strategy: {rollingUpdate: x}}',
      'string into DeploymentStrategy.spec.strategy.rollingUpdate of type v1.RollingUpdateDeployment',
    ],
    [
      'spec: {strategy: {rollingUpdate: {maxUnavailable: 1.5}}}',
      'number 1.5 into RollingUpdateDeployment.spec.strategy.rollingUpdate.maxUnavailable of type int32',
    ],
    [
      'spec: {strategy: {rollingUpdate: {maxSurge: 1.5}}}',
      'number 1.5 into RollingUpdateDeployment.spec.strategy.rollingUpdate.maxSurge of type int32',
    ],
    ['spec: {minReadySeconds: x}', 'string into DeploymentSpec.spec.minReadySeconds of type int32'],
    ['spec: {revisionHistoryLimit: x}', 'string into DeploymentSpec.spec.revisionHistoryLimit of type int32'],
    ['spec: {paused: x}', 'string into DeploymentSpec.spec.paused of type bool'],
    [
      'spec: {progressDeadlineSeconds: x}',
      'string into DeploymentSpec.spec.progressDeadlineSeconds of type int32',
    ],
  ],
  ReplicaSet: [
    ['metadata: x', 'string into ReplicaSet.metadata of type v1.ObjectMeta'],
    ['spec: x', 'string into ReplicaSet.spec of type v1.ReplicaSetSpec'],
    ['spec: {replicas: x}', 'string into ReplicaSetSpec.spec.replicas of type int32'],
    ['spec: {minReadySeconds: x}', 'string into ReplicaSetSpec.spec.minReadySeconds of type int32'],
    ['spec: {selector: x}', 'string into ReplicaSetSpec.spec.selector of type v1.LabelSelector'],
    ['spec: {template: x}', 'string into ReplicaSetSpec.spec.template of type v1.PodTemplateSpec'],
  ],
  StatefulSet: [
    ['metadata: x', 'string into StatefulSet.metadata of type v1.ObjectMeta'],
    ['spec: x', 'string into StatefulSet.spec of type v1.StatefulSetSpec'],
    ['spec: {replicas: x}', 'string into StatefulSetSpec.spec.replicas of type int32'],
    ['spec: {selector: x}', 'string into StatefulSetSpec.spec.selector of type v1.LabelSelector'],
    ['spec: {template: x}', 'string into StatefulSetSpec.spec.template of type v1.PodTemplateSpec'],
    ['spec: {serviceName: 7}', 'number into StatefulSetSpec.spec.serviceName of type string'],
    [
      'spec: {podManagementPolicy: 7}',
      'number into StatefulSetSpec.spec.podManagementPolicy of type v1.PodManagementPolicyType',
    ],
    [
      'spec: {revisionHistoryLimit: x}',
      'string into StatefulSetSpec.spec.revisionHistoryLimit of type int32',
    ],
    ['spec: {minReadySeconds: x}', 'string into StatefulSetSpec.spec.minReadySeconds of type int32'],
  ],
};

/** Newer than the kubectl that was asked. */
const NEWER: Readonly<Record<string, readonly [fields: string, mistake: string][]>> = {
  Pod: [
    [
      'spec: {containers: [{restartPolicyRules: x}]}',
      'string into Container.spec.containers.restartPolicyRules of type []v1.ContainerRestartRule',
    ],
    [
      'spec: {containers: [{lifecycle: {stopSignal: 7}}]}',
      'number into Lifecycle.spec.containers.lifecycle.stopSignal of type v1.Signal',
    ],
    ['spec: {hostnameOverride: 7}', 'number into PodSpec.spec.hostnameOverride of type string'],
  ],
  EndpointSlice: [
    [
      'endpoints: [{hints: {forNodes: x}}]',
      'string into EndpointHints.endpoints.hints.forNodes of type []v1.ForNode',
    ],
    [
      'endpoints: [{hints: {forNodes: [{name: 7}]}}]',
      'number into ForNode.endpoints.hints.forNodes.name of type string',
    ],
  ],
};

const pathOf = ({ group, namespaced, resource }: Resource): string =>
  `/${group ? `apis/${group}` : 'api'}/v1/${namespaced ? 'namespaces/default/' : ''}${resource}`;

describe.each(RESOURCES.map((resource) => ({ kind: resource.kind, resource })))(
  'a field of a $kind',
  ({ kind, resource }) => {
    const rows = [...(TYPES[kind] ?? []), ...(NEWER[kind] ?? [])];

    test.each(rows)('%s: %s', (fields, mistake) => {
      const apiVersion = resource.group ? `${resource.group}/v1` : 'v1';
      const body = `apiVersion: ${apiVersion}\nkind: ${kind}\n${fields}\n`;
      const [what, where] = mistake.split(' into ');
      expect(messageOf(post(body, { path: pathOf(resource) }))).toBe(
        `${kind} in version "v1" cannot be handled as a ${kind}: json: cannot unmarshal ${what} into Go struct field ${where}`,
      );
    });
  },
);

/** Fields that the API knows and no rule reads: Strict knows them too. */
const KNOWN: readonly [kind: string, place: string, fields: string][] = [
  [
    'Pod',
    'spec',
    'volumes securityContext affinity dnsConfig readinessGates overhead topologySpreadConstraints os schedulingGates resourceClaims resources',
  ],
  [
    'Pod',
    'status',
    'observedGeneration nominatedNodeName hostIPs startTime initContainerStatuses containerStatuses ephemeralContainerStatuses resize resourceClaimStatuses',
  ],
  [
    'StatefulSet',
    'spec',
    'volumeClaimTemplates updateStrategy persistentVolumeClaimRetentionPolicy ordinals',
  ],
  ['Node', 'spec', 'taints configSource'],
  [
    'Node',
    'status',
    'capacity allocatable phase conditions daemonEndpoints nodeInfo images volumesInUse volumesAttached config runtimeHandlers features',
  ],
];

describe.each(KNOWN)('a %s has in its %s', (kind, place, fields) => {
  test.each(fields.split(' '))('%s', (field) => {
    const resource = RESOURCES.find((one) => one.kind === kind) as Resource;
    const apiVersion = resource.group ? `${resource.group}/v1` : 'v1';
    const body = (name: string): string =>
      `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: w}\n${place}: {${name}: null}\n`;
    const unknown = (name: string): string => `unknown field "${place}.${name}"`;
    expect(messageOf(post(body(field), { path: pathOf(resource) }))).not.toContain(unknown(field));
    expect(messageOf(post(body(`${field}s`), { path: pathOf(resource) }))).toContain(unknown(`${field}s`));
  });
});
