/**
 * quiz.yaml → questions. Every field is closed: what is unknown, missing or written twice is a mistake with its place and with what to
 * write instead. Whether a question has a fair key is decided in `check-quiz.ts`.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type AuthorMistake, didYouMean } from '../author-error.ts';
import { MISCONCEPTION_IDS, type MisconceptionId } from './misconceptions/index.ts';
import {
  KIND_IDS,
  type KindId,
  LINE_ROLES,
  type LineRole,
  PROXY_MODES,
  type Question,
  VIEWPOINTS,
  type Viewpoint,
  WITHOUT_TARGETS,
} from './question.ts';

/** A question and where its fields stand. */
export interface WrittenQuestion {
  question: Question;
  at: (field: keyof Question | 'at' | 'line', index?: number) => Place;
}

export type Place = Pick<AuthorMistake, 'line' | 'column'>;

const FIELDS = ['id', 'kind', 'scenario', 'connection', 'at', 'line', 'proxyMode', 'targets'] as const;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function readQuiz(
  file: string,
  text: string,
): { written: WrittenQuestion[]; mistakes: AuthorMistake[] } {
  const reader = new QuizReader(file, text);
  return { written: reader.read(), mistakes: reader.mistakes };
}

function ofKind(
  kind: KindId,
  common: Omit<Question, 'kind' | 'at' | 'line'>,
  at: Viewpoint | null,
  line: LineRole | null,
): Question {
  switch (kind) {
    case 'which-port':
      return { ...common, kind, at: at ?? 'process' };
    case 'which-line':
      return { ...common, kind, line: line ?? 'written' };
    default:
      return { ...common, kind };
  }
}

class QuizReader {
  readonly mistakes: AuthorMistake[] = [];
  private readonly lines = new LineCounter();
  private readonly file: string;
  private readonly text: string;
  private readonly ids = new Map<string, number>();

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  read(): WrittenQuestion[] {
    const document = parseDocument(this.text, { lineCounter: this.lines });
    for (const error of document.errors)
      this.mistake(
        error.pos[0],
        `This is no YAML: ${error.message.split('\n')[0]} Correct it here or just above.`,
      );
    if (document.errors.length > 0) return [];
    if (!isSeq(document.contents)) {
      this.mistake(0, 'a quiz is a list of questions. Begin each with "- id: …".');
      return [];
    }
    return document.contents.items.flatMap((item) => this.question(item as Node) ?? []);
  }

  private question(item: Node): WrittenQuestion | null {
    const start = item.range?.[0] ?? 0;
    if (!isMap(item))
      return this.mistake(start, 'a question is a map with id, kind, scenario, connection and targets.');
    const before = this.mistakes.length;
    for (const pair of item.items) this.fieldName(pair);
    const id = this.id(item);
    const kind = this.oneOf<KindId>(item, 'kind', KIND_IDS);
    const scenario = this.word(item, 'scenario');
    const connection = this.word(item, 'connection');
    const proxyMode = item.has('proxyMode') ? this.oneOf(item, 'proxyMode', PROXY_MODES) : null;
    const at = this.ownField(item, kind, 'which-port', 'at', VIEWPOINTS);
    const line = this.ownField(item, kind, 'which-line', 'line', LINE_ROLES);
    const targets = this.targets(item, kind);
    if (this.mistakes.length > before || !id || !kind || !scenario || !connection) return null;
    const common = { id, scenario, connection, targets, ...(proxyMode ? { proxyMode } : {}) };
    const question = ofKind(kind, common, at, line);
    return { question, at: (field, index) => this.placeOf(item, field, index) };
  }

  private fieldName(pair: Pair): void {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    if ((FIELDS as readonly string[]).includes(name)) return;
    this.mistake(
      (pair.key as Node).range?.[0] ?? 0,
      `a question has no field "${name}". ${didYouMean(name, FIELDS)}`,
    );
  }

  private id(item: YAMLMap): string | null {
    const id = this.word(item, 'id');
    if (id === null) return null;
    const at = this.offset(item, 'id');
    if (!KEBAB.test(id))
      return this.mistake(
        at,
        `"${id}" is no question id. Write it in kebab-case: lower-case letters, digits, single hyphens.`,
      );
    const first = this.ids.get(id);
    if (first !== undefined)
      return this.mistake(
        at,
        `the id "${id}" is already used in line ${first}. Progress is kept by id: give one of them another.`,
      );
    this.ids.set(id, this.lines.linePos(at).line);
    return id;
  }

  /** A field that questions of one kind have and others must not. */
  private ownField<T extends string>(
    item: YAMLMap,
    kind: KindId | null,
    owner: KindId,
    field: string,
    known: readonly T[],
  ): T | null {
    if (kind === owner) return this.oneOf(item, field, known);
    if (kind && item.has(field))
      this.mistake(
        this.offset(item, field),
        `"${field}" belongs to the kind "${owner}". Delete the line, or ask "kind: ${owner}".`,
      );
    return null;
  }

  private noTargets(item: YAMLMap, kind: KindId): [] {
    if (item.has('targets'))
      this.mistake(
        this.offset(item, 'targets'),
        `a question of the kind "${kind}" has no "targets": its wrong answers come from no single belief. Delete the line.`,
      );
    return [];
  }

  private targets(item: YAMLMap, kind: KindId | null): MisconceptionId[] {
    const list = item.get('targets', true);
    if (kind && WITHOUT_TARGETS.includes(kind)) return this.noTargets(item, kind);
    if (!isSeq(list) || list.items.length === 0) {
      this.mistake(
        this.offset(item, 'targets'),
        '"targets" must list at least one misconception that this question is meant to catch, such as [port-is-reached].',
      );
      return [];
    }
    const ids = list.items.map((node) => (isScalar(node) ? String(node.value) : ''));
    for (const [index, id] of ids.entries()) {
      const at = (list.items[index] as Node).range?.[0] ?? 0;
      if (!(MISCONCEPTION_IDS as readonly string[]).includes(id))
        this.mistake(at, `there is no misconception "${id}". ${didYouMean(id, MISCONCEPTION_IDS)}`);
      else if (ids.indexOf(id) < index)
        this.mistake(at, `the misconception "${id}" is listed twice. Delete one of them.`);
    }
    return ids as MisconceptionId[];
  }

  private word(item: YAMLMap, field: string): string | null {
    const node = item.get(field, true);
    if (isScalar(node) && typeof node.value === 'string' && node.value !== '') return node.value;
    return this.mistake(
      this.offset(item, field),
      node ? `"${field}" must be a text.` : `this question has no "${field}". Add "${field}: …".`,
    );
  }

  private oneOf<T extends string>(item: YAMLMap, field: string, known: readonly T[]): T | null {
    const word = this.word(item, field);
    if (word === null || (known as readonly string[]).includes(word)) return word as T | null;
    return this.mistake(
      this.offset(item, field),
      `"${field}" cannot be "${word}". ${didYouMean(word, known)}`,
    );
  }

  /** Where the field's value stands, or the question where there is none. */
  private offset(item: YAMLMap, field: string, index?: number): number {
    const node = (index === undefined ? item.get(field, true) : item.getIn([field, index], true)) as
      | Node
      | undefined;
    return node?.range?.[0] ?? item.range?.[0] ?? 0;
  }

  private placeOf(item: YAMLMap, field: string, index?: number): Place {
    const { line, col } = this.lines.linePos(this.offset(item, field, index));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  private mistake(offset: number, message: string): null {
    const { line, col } = this.lines.linePos(offset);
    this.mistakes.push({ file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), message });
    return null;
  }
}
