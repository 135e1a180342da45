/**
 * Scenario id → manifests, cluster and connections, traced in both proxy modes. The only reader of `content/scenarios/`.
 *
 * A scenario is a folder with `cluster.yaml` (what `kubectl apply` would take) and `connections.yaml` (who dials what). Whatever
 * is wrong in either is an AuthorError with file, line and column: no page is built from a scenario that lies.
 */
import { existsSync, readdirSync } from 'node:fs';
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { AuthorError, type AuthorMistake, didYouMean } from './author-error.ts';
import { read } from './checked-yaml.ts';
import {
  type AdmissionResponse,
  buildCluster,
  type Cluster,
  type Finding,
  type KubeObject,
  parseConnection,
  parseManifests,
  spanOf,
} from './engine/index.ts';
import { explain } from './i18n/findings/explain.ts';
import {
  type AppliedObject,
  fillPlaceholders,
  findObject,
  isTraced,
  objectName,
  type Scenario,
  type ScenarioConnection,
  type TracedConnection,
  trace,
} from './scenario.ts';

export * from './scenario.ts';

const ROOT = 'content/scenarios';
const MISSING =
  'this file is missing. A scenario is cluster.yaml, manifests, and connections.yaml, who dials what.';
const cache = new Map<string, { key: string; scenario: Scenario }>();

export const scenarioIds = (): string[] =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

export const scenarioFiles = (id: string): string[] => [
  `${ROOT}/${id}/cluster.yaml`,
  `${ROOT}/${id}/connections.yaml`,
];

/** The scenario of that id. Throws an AuthorError when there is none or when its files are wrong. */
export function loadScenario(id: string): Scenario {
  if (!scenarioIds().includes(id)) {
    const message = `there is no scenario "${id}". ${didYouMean(id, scenarioIds())} Scenarios are folders of ${ROOT}/.`;
    throw new AuthorError([{ file: ROOT, line: 1, column: 1, message }]);
  }
  const missing = scenarioFiles(id).filter((file) => !existsSync(file));
  failOn(missing.map((file) => ({ file, line: 1, column: 1, message: MISSING })));
  const [cluster = '', connections = ''] = scenarioFiles(id).map(read);
  const key = `${cluster}\0${connections}`;
  const known = cache.get(id);
  if (known?.key === key) return known.scenario;
  const scenario = parseScenario(id, cluster, connections);
  cache.set(id, { key, scenario });
  return scenario;
}

/** The texts of a scenario → the scenario. Throws an AuthorError that lists everything that is wrong. */
export function parseScenario(id: string, clusterText: string, connectionsText: string): Scenario {
  const [clusterFile = '', connectionsFile = ''] = scenarioFiles(id);
  const { objects, findings } = parseManifests(clusterText);
  failOn(findings.map((finding) => atFinding(clusterFile, finding)));
  const cluster = buildCluster(objects);
  const reader = new ConnectionsReader(connectionsFile, connectionsText, objects, cluster);
  const connections = reader.read();
  failOn([...reader.mistakes, ...unexpectedRejections(clusterFile, cluster, connections)]);
  return { id, text: clusterText, objects, cluster, connections };
}

/** The answer of the API server to an object of the scenario, those before it applied. */
export function responseTo(cluster: Cluster, object: KubeObject): AdmissionResponse {
  const rejected = cluster.rejected.find((entry) => entry.object === object);
  if (rejected) return rejected.response;
  return { http: 201, object, warnings: [], findings: [] };
}

function failOn(mistakes: readonly AuthorMistake[]): void {
  if (mistakes.length > 0) throw new AuthorError(mistakes);
}

const inWords = (finding: Finding): string => {
  const { what, fix } = explain('en', finding);
  return `${what} ${fix}`;
};

const atFinding = (file: string, finding: Finding): AuthorMistake => ({
  file,
  line: finding.span?.line ?? 1,
  column: finding.span?.column ?? 1,
  message: `${inWords(finding)} kubectl apply would not take this manifest.`,
});

/** A rejected manifest is a mistake unless the scenario is about it, that is, applies it in connections.yaml. */
function unexpectedRejections(
  file: string,
  cluster: Cluster,
  connections: Readonly<Record<string, ScenarioConnection>>,
): AuthorMistake[] {
  const meant = new Set(Object.values(connections).flatMap((c) => (isTraced(c) ? [] : [c.apply])));
  return cluster.rejected
    .filter(({ object }) => !meant.has(objectName(object)))
    .map(({ object, response }) => {
      const path = response.findings[0]?.path ?? 'kind';
      const span = spanOf(object, path) ?? spanOf(object, 'kind');
      const text = 'message' in response ? response.message : '';
      return {
        file,
        line: span?.line ?? 1,
        column: span?.column ?? 1,
        message: `the API server rejects this manifest: ${text}. Correct it or, if that is the point, add "apply-it: { apply: ${objectName(object)} }" to connections.yaml.`,
      };
    });
}

/** connections.yaml: a map from connection id to `{ from, to }` or `{ apply }`. */
class ConnectionsReader {
  readonly mistakes: AuthorMistake[] = [];
  private readonly file: string;
  private readonly text: string;
  private readonly objects: readonly KubeObject[];
  private readonly cluster: Cluster;
  private readonly lines = new LineCounter();

  constructor(file: string, text: string, objects: readonly KubeObject[], cluster: Cluster) {
    this.file = file;
    this.text = text;
    this.objects = objects;
    this.cluster = cluster;
  }

  read(): Record<string, ScenarioConnection> {
    const document = parseDocument(this.text, { lineCounter: this.lines });
    for (const error of document.errors) this.mistake(error.pos[0], error.message);
    const root = document.contents;
    if (!isMap(root)) {
      this.mistake(0, 'write a map from connection id to { from, to } or { apply }.');
      return {};
    }
    const connections: Record<string, ScenarioConnection> = {};
    for (const { key, value } of root.items) {
      const id = isScalar(key) ? String(key.value) : '';
      const connection = this.connection(id, key as Node, value as Node | null);
      if (connection) connections[id] = connection;
    }
    return connections;
  }

  private connection(id: string, key: Node, value: Node | null): ScenarioConnection | null {
    const at = key.range?.[0] ?? 0;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      return this.mistake(at, `"${id}" is no id: write it in kebab-case.`);
    if (!isMap(value)) return this.mistake(at, `"${id}" needs { from, to } or { apply }.`);
    for (const pair of value.items) {
      const field = isScalar(pair.key) ? String(pair.key.value) : '';
      if (!['from', 'to', 'apply'].includes(field)) {
        return this.mistake(
          (pair.key as Node).range?.[0] ?? at,
          `unknown field "${field}". ${didYouMean(field, ['from', 'to', 'apply'])}`,
        );
      }
    }
    const field = (name: string): { text: string; at: number } | null => {
      const node = value.get(name, true);
      return isScalar(node) && typeof node.value === 'string'
        ? { text: node.value, at: node.range?.[0] ?? at }
        : null;
    };
    const [from, to, apply] = [field('from'), field('to'), field('apply')];
    if (apply && !from && !to) return this.applied(id, apply.text, apply.at);
    if (!from || !to || apply)
      return this.mistake(at, `"${id}" needs either both "from" and "to", as texts, or "apply" alone.`);
    return this.traced(id, from, to);
  }

  private applied(id: string, apply: string, at: number): AppliedObject | null {
    const object = findObject({ objects: this.objects }, apply);
    if (!object) {
      return this.mistake(
        at,
        `cluster.yaml has no object "${apply}". ${didYouMean(apply, this.objects.map(objectName))}`,
      );
    }
    return { id, apply: objectName(object), response: responseTo(this.cluster, object) };
  }

  private traced(
    id: string,
    from: { text: string; at: number },
    to: { text: string; at: number },
  ): TracedConnection | null {
    const filled = this.fillPlaceholders(to.text, to.at);
    if (filled === null) return null;
    const parsed = parseConnection(this.cluster, { from: from.text, to: filled });
    if (Array.isArray(parsed)) {
      for (const finding of parsed as readonly Finding[]) {
        const where = finding.path === 'from' ? from : to;
        this.mistake(
          where.at,
          `connection "${id}": ${inWords(finding)} ${this.vantages(finding, from.text)}`,
        );
      }
      return null;
    }
    return trace(this.cluster, { id, from: from.text, to: filled, written: to.text });
  }

  /** `{node-1}`, `{pod/default/order-b}`, `{service/default/order-service}` → the address the engine assigned. */
  private fillPlaceholders(text: string, at: number): string | null {
    const { filled, missing } = fillPlaceholders(this.cluster, text);
    if (missing === null) return filled;
    return this.mistake(
      at,
      `{${missing}} has no address here. Write {node-1}, {pod/NAMESPACE/NAME} or {service/NAMESPACE/NAME} of something in cluster.yaml.`,
    );
  }

  private vantages(finding: Finding, from: string): string {
    if (finding.path !== 'from')
      return 'Write an address as a person types it: http://NAME:PORT or NAME:PORT/TCP.';
    const pods = this.objects
      .filter((o) => o.kind === 'Pod')
      .map((o) => `pod/${o.metadata.namespace ?? 'default'}/${o.metadata.name}`);
    return didYouMean(from, [...pods, 'node/node-1', 'node/node-2', 'outside/out-1']);
  }

  private mistake(offset: number, message: string): null {
    const { line, col } = this.lines.linePos(offset);
    this.mistakes.push({ file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), message });
    return null;
  }
}
