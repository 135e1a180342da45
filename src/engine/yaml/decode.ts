/**
 * The first document of a YAML text → the JSON that Kubernetes decodes it from, and its duplicate keys.
 *
 * Upstream: go.yaml.in/yaml/v2 decode.go (maps, merge keys, aliases) and sigs.k8s.io/yaml `YAMLToJSON`, which sorts the keys.
 */
import { compareStrings, formatFloat, quote } from '../go.ts';
import type { Json, JsonEntry, Place } from '../json.ts';
import { Parser, type YamlNode } from './parser.ts';
import type { Input } from './reader.ts';
import { keyText, printKey, resolve, type Scalar } from './resolve.ts';
import { YamlError } from './tokens.ts';

export interface DuplicateKey {
  /** `line 8: key "port" already set in map` */
  message: string;
  key: string;
  /** Where the later value stands. */
  at: Place;
}

export interface YamlDocument {
  json: Json;
  duplicates: readonly DuplicateKey[];
}

/** JSON has neither; the message has no `yaml:` before it. */
export class JsonError extends Error {}

const NULL_PLACE: Place = { start: 0, end: 0 };

/** An empty text is a document that is null. */
export function decodeFirst(input: Input): YamlDocument {
  const root = new Parser(input).document();
  return root
    ? new Decoder(input.offset).document(root)
    : { json: { type: 'null', ...NULL_PLACE }, duplicates: [] };
}

/** Each document that holds anything, up to the first error. */
export function* decodeAll(input: Input): Generator<YamlDocument> {
  const parser = new Parser(input);
  for (let root = parser.document(); root; root = parser.document())
    yield new Decoder(input.offset).document(root);
}

const LOW = 400_000;
const HIGH = 4_000_000;

/** How much of the work may come from aliases: less, the larger the document. */
function allowedAliasRatio(decoded: number): number {
  if (decoded <= LOW) return 0.99;
  return decoded >= HIGH ? 0.1 : 0.99 - (0.89 * (decoded - LOW)) / (HIGH - LOW);
}

class Decoder {
  private readonly offset: number;
  private readonly duplicates: DuplicateKey[] = [];
  private readonly active = new Set<YamlNode>();
  /** The document itself counts. */
  private decoded = 1;
  private aliased = 0;
  private depth = 0;

  constructor(offset: number) {
    this.offset = offset;
  }

  document(root: YamlNode): YamlDocument {
    const json = this.value(root);
    refuseNonFinite(json);
    return { json, duplicates: this.duplicates };
  }

  private place(node: YamlNode): Place {
    return { start: node.start.position + this.offset, end: node.end.position + this.offset };
  }

  private value(node: YamlNode): Json {
    this.count();
    switch (node.kind) {
      case 'alias':
        return { ...this.follow(node, (target) => this.value(target)), ...this.place(node) };
      case 'scalar':
        return { ...scalarJson(this.scalar(node)), ...this.place(node) };
      case 'sequence':
        return { type: 'array', items: node.children.map((item) => this.value(item)), ...this.place(node) };
      case 'mapping':
        return { type: 'object', entries: this.mapping(node), ...this.place(node) };
      default:
        return node.kind satisfies never;
    }
  }

  private scalar(node: YamlNode): Scalar {
    return !node.tag && !node.implicit
      ? { type: 'string', value: node.value }
      : resolve(node.tag, node.value);
  }

  private count(): void {
    this.decoded++;
    if (this.depth > 0) this.aliased++;
    const excessive = this.aliased / this.decoded > allowedAliasRatio(this.decoded);
    if (this.aliased > 100 && this.decoded > 1000 && excessive)
      throw new YamlError('document contains excessive aliasing');
  }

  private follow<T>(node: YamlNode, use: (target: YamlNode) => T): T {
    const target = node.target as YamlNode;
    if (this.active.has(node))
      throw new YamlError(`anchor '${node.value}' value contains itself`, node.start);
    this.active.add(node);
    this.depth++;
    const result = use(target);
    this.depth--;
    this.active.delete(node);
    return result;
  }

  private mapping(node: YamlNode): JsonEntry[] {
    const entries = new Map<string, JsonEntry>();
    this.fill(node, entries);
    return [...entries.values()].sort((a, b) => compareStrings(a.key, b.key));
  }

  /** Keys of different types are different keys, even if JSON writes them alike. */
  private fill(node: YamlNode, entries: Map<string, JsonEntry>): void {
    for (let i = 0; i < node.children.length; i += 2) {
      const key = node.children[i] as YamlNode;
      const value = node.children[i + 1] as YamlNode;
      if (isMerge(key)) this.merge(value, entries);
      else this.set(key, value, entries);
    }
  }

  private set(keyNode: YamlNode, valueNode: YamlNode, entries: Map<string, JsonEntry>): void {
    const key = this.key(keyNode);
    const value = this.value(valueNode);
    const text = keyText(key);
    if (text === null) throw new JsonError(unsupportedKey(key, value));
    const id = `${key.type} ${text}`;
    if (entries.has(id)) {
      const message = `line ${valueNode.start.line + 1}: key ${printKey(key, quote)} already set in map`;
      this.duplicates.push({ message, key: text, at: this.place(valueNode) });
    }
    entries.set(id, { key: text, at: this.place(keyNode), value });
  }

  private key(node: YamlNode): Scalar {
    this.count();
    if (node.kind === 'alias') return this.follow(node, (target) => this.key(target));
    if (node.kind === 'scalar') return this.scalar(node);
    throw new YamlError(`invalid map key: ${goSyntax(this.value(node))}`, node.start);
  }

  /** `<<` writes the merged keys over those before it, which YAML says it must not. */
  private merge(node: YamlNode, entries: Map<string, JsonEntry>): void {
    const mappings = node.kind === 'sequence' ? [...node.children].reverse() : [node];
    for (const mapping of mappings) {
      if ((mapping.target ?? mapping).kind !== 'mapping')
        throw new YamlError('map merge requires map or sequence of maps as the value', mapping.start);
      this.count();
      if (mapping.kind === 'alias') this.follow(mapping, (target) => this.mergeTarget(target, entries));
      else this.fill(mapping, entries);
    }
  }

  private mergeTarget(target: YamlNode, entries: Map<string, JsonEntry>): void {
    this.count();
    this.fill(target, entries);
  }
}

/** Null, and integers above 64 signed bits. */
function unsupportedKey(key: Scalar, value: Json): string {
  const type = key.type === 'int' ? 'uint64' : '%!s(<nil>)';
  const printed = key.type === 'int' ? `0x${BigInt(key.text).toString(16)}` : '<nil>';
  return `unsupported map key of type: ${type}, key: ${printed}, value: ${goSyntax(value)}`;
}

/** A value as Go's `%#v` prints it. */
function goSyntax(json: Json): string {
  switch (json.type) {
    case 'null':
      return '<nil>';
    case 'bool':
      return String(json.value);
    case 'number':
      return json.text;
    case 'string':
      return quote(json.value);
    case 'array':
      return `[]interface {}{${json.items.map(nested).join(', ')}}`;
    case 'object':
      return `map[interface {}]interface {}{${json.entries.map((e) => `${quote(e.key)}:${nested(e.value)}`).join(', ')}}`;
    default:
      return json satisfies never;
  }
}

const nested = (json: Json): string => (json.type === 'null' ? 'interface {}(nil)' : goSyntax(json));

const isMerge = (node: YamlNode): boolean =>
  node.kind === 'scalar' && node.value === '<<' && (node.implicit || node.tag === 'tag:yaml.org,2002:merge');

type Bare =
  | { type: 'null' }
  | { type: 'bool'; value: boolean }
  | { type: 'number'; text: string }
  | { type: 'string'; value: string };

function scalarJson(scalar: Scalar): Bare {
  switch (scalar.type) {
    case 'int':
      return { type: 'number', text: scalar.text };
    case 'float':
      return { type: 'number', text: floatText(scalar.value) };
    default:
      return scalar;
  }
}

const floatText = (value: number): string =>
  Number.isFinite(value) ? formatFloat(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';

/** json.Marshal meets them in the order of the sorted keys. */
function refuseNonFinite(json: Json): void {
  if (json.type === 'array') json.items.forEach(refuseNonFinite);
  else if (json.type === 'object') for (const entry of json.entries) refuseNonFinite(entry.value);
  else if (json.type === 'number' && /[Nn]/.test(json.text))
    throw new JsonError(`json: unsupported value: ${json.text}`);
}
