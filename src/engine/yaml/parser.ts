/**
 * Tokens → a tree of nodes, one per document.
 *
 * Upstream: go.yaml.in/yaml/v2 parserc.go (the grammar) and decode.go `parser` (the tree).
 * A document nested deeper than MAX_DEPTH is refused, far below the 10,000 levels upstream allows: no manifest comes near either.
 */
import type { Input } from './reader.ts';
import { Scanner } from './scanner.ts';
import { type Mark, parserError, type Token, type TokenType, YamlError } from './tokens.ts';

export interface YamlNode {
  kind: 'scalar' | 'sequence' | 'mapping' | 'alias';
  start: Mark;
  end: Mark;
  value: string;
  tag: string;
  /** A scalar that may stand for something else than a string. */
  implicit: boolean;
  /** Of a mapping: key, value, key, value, … */
  children: YamlNode[];
  target?: YamlNode;
}

export const MAX_DEPTH = 500;
const YAML_TAGS = 'tag:yaml.org,2002:';

export class Parser {
  private readonly scanner: Scanner;
  private anchors = new Map<string, YamlNode>();
  private tags = new Map<string, string>();
  private depth = 0;
  private first = true;

  constructor(input: Input) {
    this.scanner = new Scanner(input);
  }

  /** The next document, or null at the end of the stream. */
  document(): YamlNode | null {
    const start = this.documentStart();
    if (!start) return null;
    this.anchors = new Map();
    const root = this.documentContent(start);
    if (this.peek().type === 'document-end') this.scanner.skip();
    return root;
  }

  private documentStart(): Token | null {
    const implicit = this.first;
    this.first = false;
    if (!implicit) while (this.peek().type === 'document-end') this.scanner.skip();
    const token = this.peek();
    if (token.type === 'stream-end') return null;
    const explicit = /directive|document-start/.test(token.type);
    this.directives();
    if (implicit && !explicit) return token;
    const indicator = this.peek();
    if (indicator.type !== 'document-start')
      throw parserError('did not find expected <document start>', indicator.start);
    this.scanner.skip();
    return indicator;
  }

  private documentContent(start: Token): YamlNode {
    const token = this.peek();
    const empty = /directive|document|stream-end/.test(token.type);
    return start.type === 'document-start' && empty ? emptyScalar(token.start) : this.node(false);
  }

  private directives(): void {
    this.tags = new Map();
    let version = false;
    for (let token = this.peek(); token.type.endsWith('directive'); token = this.peek()) {
      if (token.type === 'version-directive') {
        if (version) throw parserError('found duplicate %YAML directive', token.start);
        if (token.value !== '1.1') throw parserError('found incompatible YAML document', token.start);
        version = true;
      } else this.tagDirective(token);
      this.scanner.skip();
    }
    for (const [handle, prefix] of [
      ['!', '!'],
      ['!!', YAML_TAGS],
    ] as const)
      if (!this.tags.has(handle)) this.tags.set(handle, prefix);
  }

  private tagDirective(token: Token): void {
    if (this.tags.has(token.value)) throw parserError('found duplicate %TAG directive', token.start);
    this.tags.set(token.value, token.suffix);
  }

  private peek(): Token {
    return this.scanner.peek();
  }

  private take(): Token {
    const token = this.scanner.peek();
    this.scanner.skip();
    return token;
  }

  private node(indentless: boolean): YamlNode {
    if (++this.depth > MAX_DEPTH) throw new YamlError('exceeded max depth of 10000', this.peek().start);
    const node = this.peek().type === 'alias' ? this.alias(this.take()) : this.content(indentless);
    this.depth--;
    return node;
  }

  private alias(token: Token): YamlNode {
    const target = this.anchors.get(token.value);
    if (!target) throw new YamlError(`unknown anchor '${token.value}' referenced`, token.start);
    return { ...emptyScalar(token.start), kind: 'alias', end: token.end, value: token.value, target };
  }

  private content(indentless: boolean): YamlNode {
    const start = this.peek().start;
    const { anchor, tag } = this.properties();
    const token = this.peek();
    const node: YamlNode = { ...emptyScalar(start), tag, implicit: false };
    if (anchor !== undefined) this.anchors.set(anchor, node);
    if (indentless && token.type === 'block-entry')
      return this.sequence(node, () => this.indentlessEntries(node));
    switch (token.type) {
      case 'scalar':
        return this.scalar(node, this.take());
      case 'flow-sequence-start':
        return this.sequence(node, () => this.flowSequence(node));
      case 'flow-mapping-start':
        return this.mapping(node, () => this.flowMapping(node));
      case 'block-sequence-start':
        return this.sequence(node, () => this.blockSequence(node));
      case 'block-mapping-start':
        return this.mapping(node, () => this.blockMapping(node));
    }
    if (anchor === undefined && !tag) throw parserError('did not find expected node content', token.start);
    node.implicit = !tag;
    return node;
  }

  private properties(): { anchor: string | undefined; tag: string } {
    let anchor: string | undefined;
    let tag: Token | undefined;
    for (;;) {
      const token = this.peek();
      if (token.type === 'anchor' && anchor === undefined) anchor = this.take().value;
      else if (token.type === 'tag' && !tag) tag = this.take();
      else break;
    }
    return { anchor, tag: tag ? this.resolveTag(tag) : '' };
  }

  private resolveTag(token: Token): string {
    if (!token.value) return token.suffix;
    const prefix = this.tags.get(token.value);
    if (prefix === undefined) throw parserError('found undefined tag handle', token.start);
    return prefix + token.suffix;
  }

  private scalar(node: YamlNode, token: Token): YamlNode {
    node.value = token.value;
    node.end = token.end;
    node.implicit = node.tag === '!' || (!node.tag && token.plain);
    return node;
  }

  private sequence(node: YamlNode, fill: () => Mark): YamlNode {
    node.kind = 'sequence';
    node.end = fill();
    return node;
  }

  private mapping(node: YamlNode, fill: () => Mark): YamlNode {
    node.kind = 'mapping';
    node.end = fill();
    return node;
  }

  /** A node, or an empty scalar where one of these tokens follows. */
  private nodeUnless(stop: readonly TokenType[], mark: Mark, indentless: boolean): YamlNode {
    return stop.includes(this.peek().type) ? emptyScalar(mark) : this.node(indentless);
  }

  private blockSequence(node: YamlNode): Mark {
    this.take();
    while (this.peek().type === 'block-entry') {
      const { end } = this.take();
      node.children.push(this.nodeUnless(['block-entry', 'block-end'], end, false));
    }
    return this.endBlock(node, "did not find expected '-' indicator");
  }

  private indentlessEntries(node: YamlNode): Mark {
    while (this.peek().type === 'block-entry') {
      const { end } = this.take();
      node.children.push(this.nodeUnless(['block-entry', 'key', 'value', 'block-end'], end, false));
    }
    return lastEnd(node);
  }

  private blockMapping(node: YamlNode): Mark {
    this.take();
    const stop: TokenType[] = ['key', 'value', 'block-end'];
    while (this.peek().type === 'key') {
      const key = this.take();
      node.children.push(this.nodeUnless(stop, key.end, true));
      const value = this.peek();
      if (value.type === 'value') {
        this.take();
        node.children.push(this.nodeUnless(stop, value.end, true));
      } else node.children.push(emptyScalar(value.start));
    }
    return this.endBlock(node, 'did not find expected key');
  }

  private endBlock(node: YamlNode, problem: string): Mark {
    const token = this.peek();
    if (token.type !== 'block-end') throw parserError(problem, token.start);
    this.take();
    return lastEnd(node);
  }

  private flowSequence(node: YamlNode): Mark {
    this.take();
    while (this.peek().type !== 'flow-sequence-end') {
      if (this.flowSeparator(node, "did not find expected ',' or ']'", 'flow-sequence-end')) break;
      if (this.peek().type === 'key') node.children.push(this.flowPair());
      else node.children.push(this.node(false));
    }
    return this.take().end;
  }

  /** `[a: b]`: a mapping of one pair. */
  private flowPair(): YamlNode {
    const key = this.take();
    const pair: YamlNode = { ...emptyScalar(key.start), kind: 'mapping' };
    const token = this.peek();
    if (['value', 'flow-entry', 'flow-sequence-end'].includes(token.type)) {
      this.take();
      pair.children.push(emptyScalar(token.end));
    } else pair.children.push(this.node(false));
    pair.children.push(this.flowValue('flow-sequence-end'));
    pair.end = lastEnd(pair);
    return pair;
  }

  private flowMapping(node: YamlNode): Mark {
    this.take();
    while (this.peek().type !== 'flow-mapping-end') {
      if (this.flowSeparator(node, "did not find expected ',' or '}'", 'flow-mapping-end')) break;
      this.flowMappingEntry(node);
    }
    return this.take().end;
  }

  private flowMappingEntry(node: YamlNode): void {
    if (this.peek().type !== 'key') {
      node.children.push(this.node(false), emptyScalar(this.peek().start));
      return;
    }
    this.take();
    const stop: TokenType[] = ['value', 'flow-entry', 'flow-mapping-end'];
    node.children.push(this.nodeUnless(stop, this.peek().start, false));
    node.children.push(this.flowValue('flow-mapping-end'));
  }

  private flowValue(end: TokenType): YamlNode {
    if (this.peek().type === 'value') this.take();
    else return emptyScalar(this.peek().start);
    return this.nodeUnless(['flow-entry', end], this.peek().start, false);
  }

  /** Takes the comma between entries; true when the collection ends after it. */
  private flowSeparator(node: YamlNode, problem: string, end: TokenType): boolean {
    if (node.children.length === 0) return false;
    const token = this.peek();
    if (token.type !== 'flow-entry') throw parserError(problem, token.start);
    this.take();
    return this.peek().type === end;
  }
}

const emptyScalar = (mark: Mark): YamlNode => ({
  kind: 'scalar',
  start: mark,
  end: mark,
  value: '',
  tag: '',
  implicit: true,
  children: [],
});

/** Block collections end where their last child does, not where the next token starts. */
const lastEnd = (node: YamlNode): Mark => node.children.at(-1)?.end ?? node.start;
