/**
 * When an answer of the engine agrees with a recorded one: the rules of README.md beside this file.
 */
import { readFileSync } from 'node:fs';
import { admit } from '../../src/engine/admission/index.ts';
import { kubectlApply } from '../../src/engine/kubectl-apply.ts';
import type { AdmissionResponse, KubeObject } from '../../src/engine/types.ts';

export interface RecordedCase {
  id: string;
  rule: string;
  manifest: string;
  path: string;
  contentType: 'application/yaml' | 'application/json';
  fieldValidation: 'Strict' | 'Warn' | 'Ignore';
  existing?: string[];
  answer: {
    http: number;
    reason?: string;
    message?: string;
    causes?: { reason?: string; message: string; field?: string }[];
    warnings?: string[];
    object?: unknown;
  };
  kubectlApply?: { exit: number; stdout: string; stderr: string };
}

const folder = new URL('admission/', import.meta.url);

export const readManifest = (file: string): Uint8Array => readFileSync(new URL(file, folder));

export const recordedCases = (): RecordedCase[] =>
  (JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8')) as { cases: RecordedCase[] }).cases;

/** What had been created before: through the door, one after another. */
function existingObjects(files: readonly string[]): KubeObject[] {
  const objects: KubeObject[] = [];
  for (const file of files) {
    const body = readManifest(file);
    const response = admit({ path: '/api/v1/namespaces/default/services', body }, objects);
    if (response.http === 201) objects.push(response.object);
  }
  return objects;
}

export function answerOf(recorded: RecordedCase): AdmissionResponse {
  const { path, contentType, fieldValidation, manifest, existing = [] } = recorded;
  return admit(
    { path, contentType, fieldValidation, body: readManifest(manifest) },
    existingObjects(existing),
  );
}

/** The fields that differ, or none. */
export function differences(recorded: RecordedCase, response: AdmissionResponse): string[] {
  const { answer } = recorded;
  const out: string[] = [];
  const check = (what: string, theirs: unknown, ours: unknown, agrees: boolean): void => {
    if (!agrees) out.push(`${what}\n  theirs: ${JSON.stringify(theirs)}\n  ours:   ${JSON.stringify(ours)}`);
  };
  check('http', answer.http, response.http, answer.http === response.http);
  const warnings = [...(answer.warnings ?? [])].sort();
  const own = [...response.warnings].sort();
  check('warnings', warnings, own, sameText(warnings.join('\n'), own.join('\n')));
  if (response.http === 201) {
    check('object', answer.object, response.object, sameValue(answer.object, response.object));
    return out;
  }
  check('reason', answer.reason, response.reason, answer.reason === response.reason);
  check('message', answer.message, response.message, sameText(answer.message ?? '', response.message));
  const causes = [...(answer.causes ?? [])];
  check('causes', causes, response.causes, sameValue(causes, response.causes));
  return out;
}

export interface Agreement {
  id: string;
  rule: string;
  differs: string[];
}

export const agreements = (): Agreement[] =>
  recordedCases().map((recorded) => ({
    id: recorded.id,
    rule: recorded.rule,
    differs: differences(recorded, answerOf(recorded)),
  }));

/** What `kubectl apply` prints differently, or none. */
export function kubectlDifferences({
  kubectlApply: theirs,
  manifest,
  existing = [],
}: RecordedCase): string[] {
  if (!theirs) return [];
  const name = manifest.endsWith('.json') ? 'manifest.json' : 'manifest.yaml';
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readManifest(manifest));
  const ours = kubectlApply(text, { name, existing: existingObjects(existing) });
  const fields = ['exit', 'stdout', 'stderr'] as const;
  return fields
    .filter((field) => !sameText(String(theirs[field]), String(ours[field])))
    .map(
      (field) =>
        `${field}\n  theirs: ${JSON.stringify(theirs[field])}\n  ours:   ${JSON.stringify(ours[field])}`,
    );
}

export const kubectlAgreements = (): Agreement[] =>
  recordedCases()
    .filter((recorded) => recorded.kubectlApply)
    .map((recorded) => ({
      id: recorded.id,
      rule: recorded.rule,
      differs: kubectlDifferences(recorded),
    }));

const ALLOCATED = '<allocated>';

/** `<allocated>` stands for any legal value; of the YAML parser only the line number counts. */
export function sameText(theirs: string, ours: string): boolean {
  const [theirText, theirTail] = splitYaml(theirs);
  const [ourText, ourTail] = splitYaml(ours);
  if (theirTail !== ourTail) return false;
  const pattern = theirText
    .split(ALLOCATED)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[0-9a-z.]+');
  return new RegExp(`^${pattern}$`, 's').test(ourText);
}

/** The text up to and with `yaml: line N:`, and the hexadecimal tail. */
function splitYaml(text: string): [string, string] {
  const match = /yaml: (line \d+: )?(?!unmarshal errors)/.exec(text);
  if (!match) return [text, ''];
  const end = match.index + match[0].length;
  return [text.slice(0, end), /\([0-9a-f]+( \.\.\.)?\)$/.exec(text)?.[0] ?? ''];
}

function sameValue(theirs: unknown, ours: unknown): boolean {
  if (typeof theirs === 'string' && theirs.includes(ALLOCATED)) return sameText(theirs, String(ours));
  if (typeof theirs === 'string' && typeof ours === 'string') return sameText(theirs, ours);
  if (typeof theirs !== 'object' || theirs === null) return theirs === ours;
  if (typeof ours !== 'object' || ours === null || Array.isArray(theirs) !== Array.isArray(ours))
    return false;
  const keys = Object.keys(theirs);
  const own = Object.keys(ours).filter((key) => (ours as Record<string, unknown>)[key] !== undefined);
  return (
    keys.length === own.length &&
    keys.every((key) =>
      sameValue((theirs as Record<string, unknown>)[key], (ours as Record<string, unknown>)[key]),
    )
  );
}
