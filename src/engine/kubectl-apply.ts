/**
 * What `kubectl apply -f FILE` prints, and its exit status.
 *
 * Upstream: cli-runtime/pkg/resource/visitor.go and mapper.go (reading), kubectl/pkg/cmd/apply/apply.go (applying),
 * kubectl/pkg/cmd/util/helpers.go `checkErr` (the words). How documents are read is in kubectl-read.ts.
 */
import { type AdmissionState, admitJson, newAdmissionState } from './admission/index.ts';
import { isPathSegment } from './admission/names.ts';
import type { Resource } from './admission/schema.ts';
import { quote } from './go.ts';
import { textAt, toPlain } from './json.ts';
import { type Failure, identify, readDocuments, type Target } from './kubectl-read.ts';
import type { AdmissionResponse, Cause, KubeObject, Rejected } from './types.ts';

export interface ApplyOptions {
  /** The file's name as messages quote it. */
  name?: string;
  existing?: readonly KubeObject[];
}

export interface Terminal {
  exit: number;
  stdout: string;
  stderr: string;
}

/** What `kubectl apply -f NAME` prints for this text, and its exit status. */
export function kubectlApply(text: string, options: ApplyOptions = {}): Terminal {
  const { name = 'manifest.yaml', existing = [] } = options;
  const { objects, failures } = readDocuments(text, name);
  const run = new ApplyRun(name, existing);
  const targets: Target[] = [];
  for (const object of objects) {
    const target = identify(object, name);
    if ('message' in target) failures.push(target);
    else targets.push(target);
  }
  if (targets.length === 0 && failures.length === 0)
    return failed([{ message: 'no objects passed to apply' }]);
  for (const target of targets) {
    const failure = run.apply(target);
    if (failure) failures.push(failure);
  }
  return run.finish(failures);
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

class ApplyRun {
  private readonly file: string;
  private readonly state: AdmissionState;
  private readonly namespaces: Set<string>;
  /** What this run has created, by what it was created from. */
  private readonly applied = new Map<string, string>();
  private readonly warnings = new Set<string>();
  private stdout = '';

  constructor(file: string, existing: readonly KubeObject[]) {
    this.file = file;
    this.state = newAdmissionState(existing);
    const named = existing
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ metadata }) => metadata.name ?? '');
    this.namespaces = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease', ...named]);
  }

  apply(target: Target): Failure | null {
    const failure = this.unreachable(target);
    if (failure) return failure;
    const key = `${target.resource.kind}/${target.namespace}/${target.name}`;
    if (this.state.ledger.has(target.resource.kind, target.namespace, target.name))
      return this.update(target, key);
    const response = this.create(target);
    for (const warning of response.warnings) this.warnings.add(warning);
    if (response.http !== 201) return creationFailure(response, target, this.file);
    this.applied.set(key, JSON.stringify(toPlain(target.json)));
    if (target.resource.kind === 'Namespace') this.namespaces.add(target.name);
    return this.report(target, 'created');
  }

  /** What the client refuses before it asks the server. */
  private unreachable(target: Target): Failure | null {
    const { name, namespace, json } = target;
    const prefix = textAt(json, 'metadata.generateName');
    if (!name && prefix) return { message: `from ${prefix}: cannot use generate name with apply` };
    const problem = pathProblem(name, namespace);
    return problem ? { message: `${this.retrieving(target)}${problem}` } : null;
  }

  private retrieving({ resource, version, name, namespace }: Target): string {
    const group = `${resource.group}/${version}`;
    return [
      'error when retrieving current configuration of:',
      `Resource: "${group}, Resource=${resource.resource}", GroupVersionKind: "${group}, Kind=${resource.kind}"`,
      `Name: ${quote(name)}, Namespace: ${quote(namespace)}`,
      `from server for: ${quote(this.file)}: `,
    ].join('\n');
  }

  private create(target: Target): AdmissionResponse {
    if (!target.version) return notFound('the server could not find the requested resource');
    const { json, namespace } = target;
    const known = !namespace || this.namespaces.has(namespace);
    const response = admitJson(known ? this.state : newAdmissionState(), json, target);
    return known || response.http === 400 ? response : notFound(`namespaces ${quote(namespace)} not found`);
  }

  private update(target: Target, key: string): null {
    const before = this.applied.get(key);
    const { resource, name } = target;
    if (before === undefined)
      this.warnings.add(
        `resource ${resource.resource}/${name} is missing the ${LAST_APPLIED} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.`,
      );
    return this.report(target, before === JSON.stringify(toPlain(target.json)) ? 'unchanged' : 'configured');
  }

  private report({ resource, name }: Target, what: string): null {
    this.stdout += `${qualified(resource)}/${name} ${what}\n`;
    return null;
  }

  finish(failures: readonly Failure[]): Terminal {
    const warnings = [...this.warnings].map((warning) => `Warning: ${warning}\n`).join('');
    const { exit, stderr } = failures.length > 0 ? failed(failures) : { exit: 0, stderr: '' };
    return { exit, stdout: this.stdout, stderr: warnings + stderr };
  }
}

/** `deployment.apps` */
function qualified({ kind, group }: Resource): string {
  const name = kind.toLowerCase();
  return group ? `${name}.${group}` : name;
}

function pathProblem(name: string, namespace: string): string | null {
  const place = isPathSegment(namespace);
  if (place.length > 0) return `invalid namespace ${quote(namespace)}: [${place.join(' ')}]`;
  if (!name) return 'resource name may not be empty';
  const problems = isPathSegment(name);
  return problems.length > 0 ? `invalid resource name ${quote(name)}: [${problems.join(' ')}]` : null;
}

const notFound = (message: string): AdmissionResponse => ({
  http: 400,
  reason: 'NotFound',
  message,
  causes: [],
  warnings: [],
  findings: [],
});

function creationFailure(response: Rejected, target: Target, file: string): Failure {
  const message = `error when creating ${quote(file)}: ${response.message}`;
  const reason = response.reason ? ` (${response.reason})` : '';
  const failure: Failure = { message, server: `Error from server${reason}: ${message}` };
  if (response.reason !== 'Invalid') return failure;
  const title = `The ${target.resource.kind} ${quote(target.name)} is invalid: `;
  return { ...failure, invalid: { title, causes: [...new Set(response.causes.map(causeText))] } };
}

const causeText = (cause: Cause): string => `${cause.field}: ${cause.message}`;

/** One failure is told in full; several on a line each. */
function failed(failures: readonly Failure[]): Terminal {
  const [only] = failures;
  const stderr =
    failures.length === 1 && only
      ? single(only)
      : failures.map(({ server, message }) => `${server ?? message}\n`).join('');
  return { exit: 1, stdout: '', stderr };
}

function single({ message, server, invalid }: Failure): string {
  if (!invalid) return `${server ?? `error: ${message}`}\n`;
  const { title, causes } = invalid;
  if (causes.length === 1) return `${title}${causes[0]}\n`;
  return `${title}\n${causes.map((cause) => `* ${cause}\n`).join('')}`;
}
