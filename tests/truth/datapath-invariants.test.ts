/** What must hold of every trace of a recorded connection: the last paragraph of tests/truth/README.md, sentence by sentence. */
import { describe, expect, test } from 'vitest';
import {
  buildCluster,
  type Cluster,
  type Decision,
  type Hop,
  type KubeObject,
  lookUp,
  resolveConnection,
  type Trace,
} from '../../src/engine/index.ts';
import {
  type ConnectionProbe,
  clusterOf,
  environment,
  environmentOf,
  isConnection,
  objectsOf,
  recordings,
} from './datapath-recordings.ts';
import { at, namesValue, without, writtenObject } from './manifest-paths.ts';

const MODES = ['iptables', 'nftables'] as const;
const ENDS: readonly Hop['event'][] = ['not-found', 'accepted', 'refused', 'dropped', 'answer-lost'];
const PLACES: Readonly<Record<Hop['event'], readonly Hop['place'][]>> = {
  sent: ['client'],
  resolved: ['name'],
  'not-found': ['name'],
  matched: ['service'],
  'no-rule': ['node-rule'],
  rewritten: ['node-rule'],
  forwarded: ['node', 'pod', 'beyond'],
  accepted: ['process'],
  refused: ['node-rule', 'pod', 'node', 'beyond'],
  dropped: ['node-rule', 'beyond'],
  'answer-lost': ['client'],
};

interface Case {
  probe: ConnectionProbe;
  trace: Trace;
  cluster: Cluster;
}

function childrenOf({ hops }: Trace, index: number): { hop: Hop; index: number }[] {
  return hops.map((hop, place) => ({ hop, index: place })).filter(({ hop }) => hop.parent === index);
}

function leftBy(hop: Hop): Hop['after'] {
  return hop.after ?? hop.before;
}

function hostOf({ to }: ConnectionProbe): string {
  return to.replace(/:\d+\/\w+$/, '');
}

/** Addresses of somebody, from the manifests and the environment alone. */
function addressesOf(who: string, cluster: Cluster): string[] {
  const [kind, ...rest] = who.split('/');
  const node = (name: string) => [
    ...(environment.nodes[name]?.addresses ?? []),
    environment.nodes[name]?.podGateway ?? '',
  ];
  if (kind === 'node') return node(rest[0] ?? '');
  if (kind === 'outside') return [environment.outside[rest[0] ?? '']?.address ?? ''];
  const { spec, status } = cluster.pods.get(rest.join('/'))?.object ?? {};
  return spec?.hostNetwork ? node(spec.nodeName ?? '') : [status?.podIP ?? ''];
}

function sameMachine(one: string, other: string, cluster: Cluster): boolean {
  return addressesOf(one, cluster).some((address) => addressesOf(other, cluster).includes(address));
}

const CHECKS: Readonly<Record<string, (checked: Case) => void>> = {
  'a parent stands before its children, and only the first hop has none': ({ trace }) => {
    for (const [index, { parent }] of trace.hops.entries()) {
      if (index === 0) expect(parent).toBeNull();
      else expect(parent).toBeLessThan(index);
    }
  },
  'each address of a name and each endpoint is a hop of its own': ({ trace }) => {
    for (const index of trace.hops.keys()) {
      const destinations = childrenOf(trace, index).map(({ hop }) =>
        JSON.stringify(leftBy(hop)?.destination),
      );
      expect(new Set(destinations).size).toBe(destinations.length);
    }
  },
  'no hop has a packet before an address is known': ({ trace, probe }) => {
    const named = /[a-z]/i.test(hostOf(probe));
    expect(trace.hops[0]?.before).toBeUndefined();
    expect(trace.hops[0]?.after === undefined).toBe(named);
    for (const { place, before } of trace.hops) if (place === 'name') expect(before).toBeUndefined();
  },
  "the first packet goes to the address dialed, or to one of the name's": ({ trace, probe, cluster }) => {
    const host = hostOf(probe);
    const known = /[a-z]/i.test(host) ? (lookUp(cluster, probe.from, host, 'A').addresses ?? []) : [host];
    const first = trace.hops.filter(({ before, after }) => before === undefined && after !== undefined);
    for (const { after } of first) expect(known).toContain(after?.destination.address);
    if (known.length > 0) expect(first).toHaveLength(known.length);
  },
  'each packet comes as its parent left it': ({ trace }) => {
    for (const { parent, before } of trace.hops) {
      if (parent !== null) expect(before).toEqual(leftBy(trace.hops[parent] as Hop));
    }
  },
  'a packet changes where it is rewritten and nowhere else': ({ trace }) => {
    for (const { event, before, after } of trace.hops) {
      if (event === 'rewritten') expect(after).not.toEqual(before);
      else if (before !== undefined) expect(after).toBeUndefined();
    }
  },
  'every event has its place': ({ trace }) => {
    for (const { event, place, at: where } of trace.hops) {
      expect(PLACES[event]).toContain(place);
      expect(where).toMatch(
        place === 'name' ? /./ : /^(pod\/[^/]+\/|service\/[^/]+\/|node\/|outside\/)[^/]+$|^outside$/,
      );
    }
  },
  'ways end where something ends them': ({ trace }) => {
    for (const [index, { event }] of trace.hops.entries()) {
      expect(childrenOf(trace, index).length === 0).toBe(ENDS.includes(event));
    }
  },
  'each hop knows the answers behind it': ({ trace }) => {
    expect(trace.hops[0]?.answers).toEqual([...trace.answers.keys()]);
    for (const [index, { answers }] of trace.hops.entries()) {
      const behind = new Set(childrenOf(trace, index).flatMap(({ hop }) => hop.answers));
      if (behind.size > 0) expect([...answers].sort()).toEqual([...behind].sort());
      else expect(answers).toHaveLength(1);
    }
  },
  'the last hop says how it ends': ({ trace }) => {
    for (const { event, answers } of trace.hops) {
      const outcome = trace.answers[answers[0] ?? -1]?.outcome;
      if (event === 'accepted') expect(outcome).toBe('reached');
      if (event === 'refused') expect(outcome).toBe('refused');
      if (event === 'dropped' || event === 'answer-lost') expect(outcome).toBe('timed-out');
      if (event === 'not-found') expect(outcome).toBe('no-such-name');
    }
  },
  'who is reached has the last destination and the port': ({ trace, probe, cluster }) => {
    for (const { event, before, answers, at: where } of trace.hops) {
      const answer = trace.answers[answers[0] ?? -1];
      if (event !== 'accepted' || answer?.outcome !== 'reached' || before === undefined) continue;
      const { address, port } = before.destination;
      if ('http' in answer) {
        expect(addressesOf(where, cluster)).toContain(address);
        expect([...cluster.services.values()].map(({ object }) => object.spec.healthCheckNodePort)).toContain(
          port,
        );
        continue;
      }
      const loopback = address.startsWith('127.') && sameMachine(answer.by, probe.from, cluster);
      expect(loopback || addressesOf(answer.by, cluster).includes(address)).toBe(true);
      expect(port).toBe(answer.port);
    }
  },
  "the last source is the client's own exactly when the process sees the client": ({
    trace,
    probe,
    cluster,
  }) => {
    for (const { event, before, answers } of trace.hops) {
      const answer = trace.answers[answers[0] ?? -1];
      if (event !== 'accepted' || answer?.outcome !== 'reached' || 'http' in answer || before === undefined)
        continue;
      const own = [...addressesOf(probe.from, cluster), '127.0.0.1'];
      expect(own.includes(before.source.address)).toBe(answer.sees === 'client');
    }
  },
};

const all = recordings.map((recording) => {
  const cluster = clusterOf(recording);
  const cases = recording.probes.filter(isConnection).flatMap((probe) =>
    MODES.map((proxyMode): Case & { proxyMode: (typeof MODES)[number] } => ({
      probe,
      proxyMode,
      cluster,
      trace: resolveConnection(cluster, probe, { proxyMode }),
    })),
  );
  return { recording, id: recording.id, cases, objects: objectsOf(recording) };
});

describe.each(all)('$id', ({ recording, cases, objects }) => {
  test.each(Object.entries(CHECKS))('%s', (_fact, check) => {
    for (const checked of cases) check(checked);
  });

  const decisions = new Map<string, { decision: Decision; checked: (typeof cases)[number] }>();
  for (const checked of cases) {
    for (const { decidedBy, matchedBy, foundAt } of checked.trace.hops) {
      for (const decision of [decidedBy, matchedBy, foundAt]) {
        if (decision)
          decisions.set(`${decision.object} ${decision.path} ${checked.proxyMode}`, { decision, checked });
      }
    }
  }

  test('what decided is written in a manifest', () => {
    for (const { decision } of decisions.values()) {
      expect(namesValue(objects, decision), `${decision.object} ${decision.path}`).toBe(true);
    }
  });

  test('removing what decided changes the trace', () => {
    for (const { decision, checked } of decisions.values()) {
      const after = traceWith(without(objects, decision), checked);
      expect(after, `${checked.probe.id} ${decision.object} ${decision.path}`).not.toBe(
        JSON.stringify(checked.trace),
      );
    }
  });

  function traceWith(mutated: KubeObject[], { probe, proxyMode }: (typeof cases)[number]): string {
    try {
      return JSON.stringify(
        resolveConnection(buildCluster(mutated, environmentOf(recording)), probe, { proxyMode }),
      );
    } catch (error) {
      return String(error);
    }
  }
});

test('a path of the API names one value of a manifest', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', annotations: { 'a.b/c': 'x' } },
    spec: { containers: [{ ports: [{ containerPort: 1 }] }] },
  };
  expect(at(pod, 'metadata.annotations[a.b/c]')).toBe('x');
  expect(at(pod, 'spec.containers[0].ports[0].containerPort')).toBe(1);
  expect(at(pod, 'spec.containers[1].ports')).toBeUndefined();
  expect(writtenObject([pod], 'Pod/default/p')).toBe(pod);
});
