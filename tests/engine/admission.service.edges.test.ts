/** Services: rules that few manifests meet. A row is a fact. */
import { describe, expect, test } from 'vitest';
import { fitWarnings } from '../../src/engine/admission/warnings.ts';
import type { AdmissionResponse } from '../../src/engine/types.ts';
import { causesOf, codesOf, messageOf, post, service, specOf } from './admission.helpers.ts';

const ONE_PORT = 'ports: [{port: 80}]';
const annotated = (annotations: string, spec: string): AdmissionResponse =>
  post(
    `apiVersion: v1\nkind: Service\nmetadata: {name: web, annotations: {${annotations}}}\nspec: {${spec}}\n`,
  );

const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const AN_ADDRESS = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
const A_RANGE = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

describe('what is refused', () => {
  test.each<[fact: string, spec: string, causes: string[]]>([
    [
      'an ExternalName has no families and no policy for them, and their values do not matter',
      '{type: ExternalName, externalName: a.example.com, ipFamilyPolicy: Any, ipFamilies: [IPv5]}',
      ['ipFamilies', 'ipFamilyPolicy'].map(
        (field) => `spec.${field}: Forbidden: may not be set for ExternalName services`,
      ),
    ],
    [
      'an ExternalName has no cluster IP, be it one or not',
      '{type: ExternalName, externalName: a.example.com, clusterIP: web}',
      ['spec.clusterIPs: Forbidden: may not be set for ExternalName services'],
    ],
    [
      'an affinity lasts a second at least',
      `{sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 0}}, ${ONE_PORT}}`,
      [
        'spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 0: must be greater than 0 and less than 86400',
      ],
    ],
    [
      'an affinity lasts a day at most',
      `{sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 86401}}, ${ONE_PORT}}`,
      [
        'spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 86401: must be greater than 0 and less than 86400',
      ],
    ],
    [
      'of three addresses of two families only their number is wrong',
      `{clusterIP: 10.96.0.77, clusterIPs: [10.96.0.77, "fd00::7", 10.96.0.78], ipFamilyPolicy: PreferDualStack, ${ONE_PORT}}`,
      ['spec.clusterIPs: Invalid value: ["10.96.0.77","fd00::7","10.96.0.78"]: may only hold up to 2 values'],
    ],
    [
      'of three addresses of one family that is wrong too',
      `{clusterIP: 10.96.0.77, clusterIPs: [10.96.0.77, 10.96.0.78, 10.96.0.79], ipFamilyPolicy: PreferDualStack, ${ONE_PORT}}`,
      ['may only hold up to 2 values', 'may specify no more than one IP for each IP family'].map(
        (problem) => `spec.clusterIPs: Invalid value: ["10.96.0.77","10.96.0.78","10.96.0.79"]: ${problem}`,
      ),
    ],
    [
      'what is no address has no family that could be wrong',
      `{clusterIP: web, ipFamilies: [IPv6], ${ONE_PORT}}`,
      [`spec.clusterIPs[0]: Invalid value: "web": ${AN_ADDRESS}`],
    ],
    [
      'a second address of the family that the cluster has not',
      `{clusterIP: 10.96.0.77, clusterIPs: [10.96.0.77, "fd00::7"], ipFamilyPolicy: PreferDualStack, ${ONE_PORT}}`,
      ['spec.clusterIPs[1]: Invalid value: ["10.96.0.77","fd00::7"]: IPv6 is not configured on this cluster'],
    ],
    [
      'an external address with more than four digits in a group',
      `{externalIPs: ["2001:db8::00007", "::ffff:198.51.100.007"], ${ONE_PORT}}`,
      ['2001:db8::00007', '::ffff:198.51.100.007'].map(
        (ip, i) => `spec.externalIPs[${i}]: Invalid value: "${ip}": must not have leading 0s`,
      ),
    ],
    [
      'an external IPv4 address in the dress of IPv6',
      `{externalIPs: ["::ffff:198.51.100.7"], ${ONE_PORT}}`,
      ['spec.externalIPs[0]: Invalid value: "::ffff:198.51.100.7": must not be an IPv4-mapped IPv6 address'],
    ],
  ])('%s', (_, spec, causes) => {
    expect(causesOf(post(service(spec)))).toEqual(causes);
  });

  test.each<[fact: string, type: string, value: string, causes: string[]]>([
    ['source ranges in an annotation', 'LoadBalancer', '" 10.0.0.0/8, 198.51.100.0/24 "', []],
    ['none in an annotation', 'LoadBalancer', '" "', []],
    [
      'one in an annotation that is none',
      'LoadBalancer',
      '"10.0.0.0/8,web"',
      [`metadata.annotations[${SOURCE_RANGES}]: Invalid value: "web": ${A_RANGE}`],
    ],
    [
      'in an annotation of another type',
      'NodePort',
      '10.0.0.0/8',
      [`metadata.annotations[${SOURCE_RANGES}]: Forbidden: may only be used when \`type\` is 'LoadBalancer'`],
    ],
    [
      'an empty annotation of another type',
      'NodePort',
      '""',
      [`metadata.annotations[${SOURCE_RANGES}]: Forbidden: may only be used when \`type\` is 'LoadBalancer'`],
    ],
  ])('%s', (_, type, value, causes) => {
    expect(causesOf(annotated(`${SOURCE_RANGES}: ${value}`, `type: ${type}, ${ONE_PORT}`))).toEqual(causes);
  });

  test('the annotation is not read if the field has ranges', () => {
    const ranges = 'loadBalancerSourceRanges: [10.0.0.0/8]';
    expect(annotated(`${SOURCE_RANGES}: web`, `type: LoadBalancer, ${ranges}, ${ONE_PORT}`).http).toBe(201);
  });

  test.each([
    ['one annotation for topology is enough', 'service.kubernetes.io/topology-mode: Auto'],
    [
      'two that agree may stand together',
      'service.kubernetes.io/topology-mode: Auto, service.kubernetes.io/topology-aware-hints: Auto',
    ],
  ])('not: %s', (_, annotations) => {
    expect(annotated(annotations, ONE_PORT).http).toBe(201);
  });
});

describe('why a number or a name is refused', () => {
  const taken = (spec: string): AdmissionResponse => {
    const old = post(
      service(
        `{type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 31001, ports: [{port: 80, nodePort: 31000}]}`,
        'old',
      ),
    );
    if (old.http !== 201) throw new Error(old.message);
    return post(service(spec), { existing: [old.object] });
  };
  const local = 'type: LoadBalancer, externalTrafficPolicy: Local';

  test.each([
    [
      'a node port of another Service',
      '{type: NodePort, ports: [{port: 80, nodePort: 31000}]}',
      'node-port-taken',
    ],
    [
      "another Service's port for health checks",
      '{type: NodePort, ports: [{port: 80, nodePort: 31001}]}',
      'node-port-taken',
    ],
    [
      'a node port outside of the range',
      '{type: NodePort, ports: [{port: 80, nodePort: 32768}]}',
      'node-port-out-of-range',
    ],
    [
      'a port for health checks that is taken',
      `{${local}, healthCheckNodePort: 31000, ${ONE_PORT}}`,
      'health-check-node-port-taken',
    ],
    [
      'a port for health checks outside of the range',
      `{${local}, healthCheckNodePort: 29999, ${ONE_PORT}}`,
      'health-check-node-port-out-of-range',
    ],
    ['a number in quotes', '{ports: [{port: 80, targetPort: "8080"}]}', 'target-port-name-is-number'],
    ['a name that ends in digits', '{ports: [{port: 80, targetPort: "Aa80"}]}', 'target-port-name-invalid'],
    [
      'a name that begins with digits',
      '{ports: [{port: 80, targetPort: "80_a"}]}',
      'target-port-name-invalid',
    ],
  ])('%s', (_, spec, code) => {
    expect(codesOf(taken(spec))).toEqual([code]);
  });

  test('a port that is there twice is told with its number and protocol', () => {
    const response = post(service('{ports: [{name: a, port: 80}, {name: b, port: 80}]}'));
    expect(response.findings).toMatchObject([
      { code: 'port-duplicate', path: 'spec.ports[1]', params: { value: 80, protocol: 'TCP' } },
    ]);
  });

  test('what is missing or must not be there has no value', () => {
    const { findings } = post(service('{type: ExternalName, clusterIP: 10.96.0.77}'));
    expect(findings.map(({ path, params }) => [path, params])).toEqual([
      [
        'spec.clusterIPs',
        {
          field: 'spec.clusterIPs',
          value: '""',
          detail: 'Forbidden: may not be set for ExternalName services',
        },
      ],
      ['spec.externalName', { field: 'spec.externalName', value: '""', detail: 'Required value' }],
    ]);
  });
});

describe('what is stored', () => {
  test('an ExternalName has no internalTrafficPolicy, even if it asks for one', () => {
    const named = '{type: ExternalName, externalName: a.example.com';
    expect(specOf(post(service(`${named}}`)))).not.toHaveProperty('internalTrafficPolicy');
    expect(specOf(post(service(`${named}, internalTrafficPolicy: Local}`)))).not.toHaveProperty(
      'internalTrafficPolicy',
    );
  });

  test.each(['sessionAffinityConfig: {}, ', 'sessionAffinityConfig: {clientIP: {}}, ', ''])(
    'an affinity without a time lasts three hours: %s',
    (config) => {
      expect(specOf(post(service(`{sessionAffinity: ClientIP, ${config}${ONE_PORT}}`)))).toMatchObject({
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } },
      });
    },
  );

  test('without an affinity no time is kept for it', () => {
    const config = 'sessionAffinityConfig: {clientIP: {timeoutSeconds: 5}}';
    expect(specOf(post(service(`{sessionAffinity: None, ${config}, ${ONE_PORT}}`)))).not.toHaveProperty(
      'sessionAffinityConfig',
    );
  });

  test('an affinity may last a day', () => {
    const config = 'sessionAffinityConfig: {clientIP: {timeoutSeconds: 86400}}';
    expect(post(service(`{sessionAffinity: ClientIP, ${config}, ${ONE_PORT}}`)).http).toBe(201);
  });

  test('only a load balancer that is Local has a port for health checks', () => {
    expect(specOf(post(service(`{type: LoadBalancer, ${ONE_PORT}}`)))).not.toHaveProperty(
      'healthCheckNodePort',
    );
    const local = `{type: NodePort, externalTrafficPolicy: Local, ${ONE_PORT}}`;
    expect(specOf(post(service(local)))).not.toHaveProperty('healthCheckNodePort');
  });

  test('headless without a selector keeps the two families it asks for', () => {
    const spec = `{clusterIP: None, ipFamilies: [IPv6, IPv4], ipFamilyPolicy: PreferDualStack, ${ONE_PORT}}`;
    expect(specOf(post(service(spec)))).toMatchObject({
      ipFamilies: ['IPv6', 'IPv4'],
      ipFamilyPolicy: 'PreferDualStack',
    });
  });
});

describe('warnings', () => {
  test('an IPv6 address in its shortest form is none', () => {
    const spec = `{type: LoadBalancer, loadBalancerIP: "2001:db8::7", ${ONE_PORT}}`;
    expect(post(service(spec)).warnings).toEqual([]);
  });

  test('an external IPv6 address that could be shorter is found where it stands', () => {
    const response = post(service(`{externalIPs: [198.51.100.7, "2001:db8:0::7"], ${ONE_PORT}}`));
    expect(response.findings).toMatchObject([
      {
        code: 'ip-not-canonical',
        path: 'spec.externalIPs[1]',
        params: { value: '2001:db8:0::7', suggestion: '2001:db8::7' },
      },
      { code: 'external-ips-deprecated', path: 'spec.externalIPs' },
    ]);
  });

  test('4096 characters fit, of which no warning is cut', () => {
    const two = ['a'.repeat(2048), 'b'.repeat(2048)];
    expect(fitWarnings(two)).toEqual(two);
  });

  test('of more, each is cut to 256 characters until there are 4096', () => {
    const long = Array.from({ length: 17 }, (_, i) => `${i}`.padEnd(300, '.'));
    expect(fitWarnings(long)).toEqual(long.slice(0, 16).map((text) => text.slice(0, 256)));
  });
});

describe('apiVersion and kind', () => {
  const CONVERSIONS: readonly [path: string, type: string][] = [
    ['/api/v1/namespaces/default/pods', 'core.Pod'],
    ['/api/v1/namespaces/default/endpoints', 'core.Endpoints'],
    ['/api/v1/namespaces/default/secrets', 'core.Secret'],
    ['/api/v1/namespaces', 'core.Namespace'],
    ['/api/v1/nodes', 'core.Node'],
    ['/apis/discovery.k8s.io/v1/namespaces/default/endpointslices', 'discovery.EndpointSlice'],
    ['/apis/apps/v1/namespaces/default/deployments', 'apps.Deployment'],
    ['/apis/apps/v1/namespaces/default/replicasets', 'apps.ReplicaSet'],
    ['/apis/apps/v1/namespaces/default/statefulsets', 'apps.StatefulSet'],
  ];

  test.each(CONVERSIONS)('a ConfigMap sent to %s is no %s', (path, type) => {
    const body = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n';
    expect(messageOf(post(body, { path }))).toMatch(
      new RegExp(`: converting \\(v1\\.ConfigMap\\) to \\(${type}\\): unknown conversion$`),
    );
  });

  test.each([
    ['apps/v1', 'DaemonSet'],
    ['autoscaling/v1', 'HorizontalPodAutoscaler'],
    ['autoscaling/v2', 'HorizontalPodAutoscaler'],
    ['batch/v1', 'CronJob'],
    ['discovery.k8s.io/v1', 'EndpointSliceList'],
    ['networking.k8s.io/v1', 'Ingress'],
    ['policy/v1', 'PodDisruptionBudget'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
    ['scheduling.k8s.io/v1', 'PriorityClass'],
    ['storage.k8s.io/v1', 'StorageClass'],
  ])('%s has a %s, which is no Service', (apiVersion, kind) => {
    const version = apiVersion.split('/')[1];
    expect(messageOf(post(`apiVersion: ${apiVersion}\nkind: ${kind}\n`))).toBe(
      `${kind} in version "${version}" cannot be handled as a Service: converting (${version}.${kind}) to (core.Service): unknown conversion`,
    );
  });

  test('the group of the path alone is enough as a version', () => {
    const path = '/apis/apps/v1/namespaces/default/deployments';
    const response = post('apiVersion: apps/\nkind: Deployment\nmetadata: {name: web}\n', { path });
    expect(causesOf(response)).toContain('spec.selector: Required value');
  });

  test('a version of three parts is found where it stands', () => {
    expect(post('apiVersion: a/b/v1\nkind: Service\n').findings).toMatchObject([
      { code: 'api-version-invalid', path: 'apiVersion', params: { value: 'a/b/v1' }, span: { line: 1 } },
    ]);
  });

  test('a version that is missing is found where its group stands', () => {
    expect(post('apiVersion: apps/\nkind: Service\n').findings).toMatchObject([
      { code: 'api-version-invalid', path: 'apiVersion', params: { value: 'apps' }, span: { line: 1 } },
    ]);
  });

  test('a body of bytes is quoted as text', () => {
    const body = new TextEncoder().encode('apiVersion: apps/\nkind: Service\n');
    expect(messageOf(post('', { body }))).toBe(
      "Service in version \"\" cannot be handled as a Service: Object 'apiVersion' is missing in 'apiVersion: apps/\nkind: Service\n'",
    );
  });

  test('what can not be read is refused of any resource', () => {
    const path = '/apis/example.com/v1/namespaces/default/widgets';
    expect(codesOf(post('a: b: c\n', { path }))).toEqual(['yaml-colon']);
  });
});
