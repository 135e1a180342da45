/**
 * What the YAML scanner hands to the parser, and how either reports that it can't go on.
 *
 * Upstream: go.yaml.in/yaml/v2 yamlh.go, and `fail` of decode.go for the line numbers.
 */

export interface Mark {
  /** UTF-16 offset in the scanner's text. */
  position: number;
  /** From 0. */
  line: number;
  column: number;
}

export type TokenType =
  | 'stream-end'
  | 'version-directive'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  type: TokenType;
  start: Mark;
  end: Mark;
  /** Scalar text, anchor name, tag handle, directive value. */
  value: string;
  /** Tag suffix or prefix. */
  suffix: string;
  /** Only a plain scalar may stand for something else than a string. */
  plain: boolean;
}

/** The text is no YAML. The message is what `yaml: ` is followed by. */
export class YamlError extends Error {
  /** Where a reader would look; absent when the whole text is meant. */
  mark: Mark | undefined;

  constructor(message: string, mark?: Mark) {
    super(message);
    this.mark = mark;
  }
}

/** Scanner errors count lines from 1, but an error on the first line names none. */
export function scannerError(problem: string, at: Mark): YamlError {
  return new YamlError(`${at.line ? `line ${at.line + 1}: ` : ''}${problem}`, at);
}

/** Parser errors count lines from 0. */
export function parserError(problem: string, at: Mark): YamlError {
  return new YamlError(`${at.line ? `line ${at.line}: ` : ''}${problem}`, at);
}
