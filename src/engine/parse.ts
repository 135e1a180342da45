/**
 * Text of one or more documents → plain objects that know where their values stand, and what is wrong with them.
 * YAML is decoded as the API server decodes it: see `yaml/`.
 */
import { admissionFindings } from './admission/strict.ts';
import { MAX_CHARACTERS } from './body.ts';
import { finding, syntaxFinding } from './findings.ts';
import { type Json, toPlain } from './json.ts';
import { remember, SourceText } from './source.ts';
import type { Finding, KubeObject } from './types.ts';
import { decodeAll, type YamlDocument } from './yaml/decode.ts';
import { readText } from './yaml/reader.ts';

export { spanOf } from './source.ts';

const MAX_DOCUMENTS = 999;

export interface Manifests {
  objects: readonly KubeObject[];
  findings: readonly Finding[];
}

/** Every document is decoded as Strict does; empty ones are skipped. */
export function parseManifests(text: string): Manifests {
  const source = new SourceText(text);
  const objects: KubeObject[] = [];
  const findings: Finding[] = [];
  if (text.length > MAX_CHARACTERS)
    return { objects, findings: [finding('text-too-large', source, { params: { limit: MAX_CHARACTERS } })] };
  const input = readText(text);
  try {
    for (const document of decodeAll(input)) addDocument(document, source, objects, findings);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    findings.push(syntaxFinding(error, source, input.offset));
  }
  return objects.length > MAX_DOCUMENTS ? tooMany(source, objects.length) : { objects, findings };
}

function tooMany(source: SourceText, count: number): Manifests {
  const params = { value: count, limit: MAX_DOCUMENTS };
  return { objects: [], findings: [finding('documents-too-many', source, { params })] };
}

function addDocument(
  document: YamlDocument,
  source: SourceText,
  objects: KubeObject[],
  findings: Finding[],
): void {
  const { json } = document;
  if (json.type === 'null') return;
  if (json.type !== 'object') {
    findings.push(finding('not-an-object', source, { at: json, params: { value: json.type } }));
    return;
  }
  findings.push(...admissionFindings(document, source));
  objects.push(toObject(json, source));
}

/** An object that lacks metadata gets an empty one; its spans are those of the text. */
function toObject(json: Json, source: SourceText): KubeObject {
  const plain = toPlain(json) as KubeObject;
  if (typeof plain.metadata !== 'object' || plain.metadata === null) plain.metadata = {};
  plain.apiVersion = typeof plain.apiVersion === 'string' ? plain.apiVersion : '';
  plain.kind = typeof plain.kind === 'string' ? plain.kind : '';
  remember(plain, source, json);
  return plain;
}
