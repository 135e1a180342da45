/**
 * What stands in an article besides prose: the tags of `components/lesson/`, the questions it asks, the ids of its headings. A tag
 * that would not render, or that says what it must not, is a mistake with its place in the MDX – before anything is rendered.
 */
import { type MdastNode, mdxToMdast } from 'satteri';
import { AuthorError, type AuthorMistake, didYouMean } from './author-error.ts';
import { glossary } from './glossary.ts';
import { findObject, isTraced, loadScenario, objectName, type Scenario, scenarioIds } from './scenarios.ts';

/** What the lesson of an article offers to its tags. */
export interface ArticleContext {
  file: string;
  scenarios: readonly string[];
  questions: readonly string[];
  figureAlt: boolean;
}

export interface ArticleBody {
  /** The ids of its headings, in order. */
  sections: readonly string[];
  mistakes: readonly AuthorMistake[];
}

/** The drawings of `components/figures/`. */
export const DRAWINGS = ['telephone'] as const;
const FIELDS = ['port', 'targetPort', 'nodePort', 'listening', 'containerPort'];

interface Tag {
  name: string;
  attributes: Readonly<Record<string, string | null>>;
  text: string;
  line: number;
  column: number;
}

/** The value of an attribute that must be there; missing ones have been reported. */
const of = (tag: Tag, attribute: string): string => tag.attributes[attribute] ?? '';

interface TagRule {
  needs: readonly string[];
  may?: readonly string[];
  /** What is wrong with its values, none of which is missing. */
  check?: (tag: Tag, context: ArticleContext) => string[];
}

export const TAGS: Readonly<Record<string, TagRule>> = {
  Figure: { needs: ['name', 'caption'], check: checkFigure },
  Findings: { needs: ['scenario', 'object'], check: checkObject },
  Glance: { needs: ['scenario', 'connections'], check: checkConnections },
  Note: { needs: [] },
  Port: { needs: ['field'], check: checkPort },
  PortFlow: { needs: ['scenario', 'connection'], may: ['ask'], check: checkConnections },
  Quiz: {
    needs: ['id'],
    check: (tag, { questions }) => among(of(tag, 'id'), questions, 'quiz.yaml has no question'),
  },
  ServiceYaml: { needs: ['scenario', 'object'], may: ['legend'], check: checkObject },
  Term: { needs: ['id'], check: (tag) => among(of(tag, 'id'), terms(), 'the glossary has no term') },
  Video: { needs: ['id', 'title'] },
};

/** An article, front matter included → its sections, and everything that is wrong with its tags. */
export function readArticle(text: string, context: ArticleContext): ArticleBody {
  const { file } = context;
  try {
    const nodes = [...walk(mdxToMdast(text, { features: { headingAttributes: true, frontmatter: true } }))];
    const tags = nodes.flatMap(tagOf);
    const mistakes = [
      ...tags.flatMap((tag) =>
        checkTag(tag, context).map((message) => at(file, tag, `${written(tag)}: ${message}`)),
      ),
      ...nodes.flatMap((node) => checkExpression(file, node)),
      ...checkQuestions(tags, context),
    ];
    return { sections: nodes.flatMap(sectionOf), mistakes };
  } catch (error) {
    if (error instanceof AuthorError) return { sections: [], mistakes: error.mistakes };
    return { sections: [], mistakes: [syntaxMistake(file, error)] };
  }
}

/** `3:5: Expected a closing tag …` → a mistake at 3:5. */
function syntaxMistake(file: string, error: unknown): AuthorMistake {
  const said = error instanceof Error ? error.message : String(error);
  const [, line = '1', column = '1', message = said] =
    /^(\d+):(\d+): ([\s\S]*?)(?: \(mdx[^)]*\))?$/.exec(said) ?? [];
  return { file, line: Number(line), column: Number(column), message: `this is no MDX: ${message}.` };
}

function checkTag(tag: Tag, context: ArticleContext): string[] {
  const rule = TAGS[tag.name];
  if (!rule) return [`there is no such tag. ${didYouMean(tag.name, Object.keys(TAGS))}`];
  const known = [...rule.needs, ...(rule.may ?? [])];
  const unknown = Object.keys(tag.attributes).filter((name) => !known.includes(name));
  const missing = rule.needs.filter((name) => !tag.attributes[name]);
  if (unknown.length + missing.length === 0) return rule.check?.(tag, context) ?? [];
  return [
    ...unknown.map((name) => `it takes no "${name}". ${didYouMean(name, known)}`),
    ...missing.map((name) => `it needs ${name}="…".`),
  ];
}

const among = (written: string, known: readonly string[], complaint: string): string[] =>
  known.includes(written) ? [] : [`${complaint} "${written}". ${didYouMean(written, known)}`];

const terms = (): string[] => glossary('en').map(({ id }) => id);

function checkFigure(tag: Tag, { figureAlt }: ArticleContext): string[] {
  const unknown = among(of(tag, 'name'), DRAWINGS, 'there is no drawing');
  if (unknown.length > 0 || figureAlt) return unknown;
  return ['it needs an alternative text: write figureAlt in the front matter.'];
}

function checkPort({ attributes, text }: Tag): string[] {
  const field = among(attributes['field'] ?? '', FIELDS, 'there is no field');
  const isPort = text === '' || (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535);
  return isPort
    ? field
    : [
        ...field,
        `"${text}" is no port. Write a number from 1 to 65535 between the tags, or nothing for the name of the field.`,
      ];
}

/** Checks against the tag's scenario, which the lesson must have. What is wrong inside a scenario is reported where it is wrong. */
function inScenario(
  tag: Tag,
  { scenarios }: ArticleContext,
  check: (scenario: Scenario) => string[],
): string[] {
  const id = of(tag, 'scenario');
  if (!scenarioIds().includes(id)) return among(id, scenarioIds(), 'there is no scenario');
  if (!scenarios.includes(id))
    return [
      `add "${id}" to the scenarios of lesson.yaml, so that a change of it sends you back to this article.`,
    ];
  try {
    return check(loadScenario(id));
  } catch (error) {
    if (error instanceof AuthorError) return [];
    throw error;
  }
}

function checkObject(tag: Tag, context: ArticleContext): string[] {
  return inScenario(tag, context, (scenario) => {
    if (findObject(scenario, of(tag, 'object'))) return [];
    return among(
      of(tag, 'object'),
      scenario.objects.map(objectName),
      `scenario ${scenario.id} has no object`,
    );
  });
}

function checkConnections(tag: Tag, context: ArticleContext): string[] {
  const ids = 'connection' in tag.attributes ? [of(tag, 'connection')] : listOf(of(tag, 'connections'));
  if (!ids) return ['write connections={["one", "two"]}, in double quotes.'];
  return inScenario(tag, context, (scenario) => {
    const known = Object.values(scenario.connections).flatMap((one) => (isTraced(one) ? [one.id] : []));
    return ids.flatMap((id) => among(id, known, `scenario ${scenario.id} has no connection to draw`));
  });
}

/** `["one", "two"]` → its texts. */
function listOf(expression: string): string[] | null {
  try {
    const list: unknown = JSON.parse(expression.replace(/,\s*\]$/, ']'));
    return Array.isArray(list) ? list.map(String) : null;
  } catch {
    return null;
  }
}

/** Every question of the lesson is asked once: its number says "2 of 5", and its place keeps the answer. */
function checkQuestions(tags: readonly Tag[], { file, questions }: ArticleContext): AuthorMistake[] {
  const asked = tags.filter(({ name }) => name === 'Quiz');
  const again = asked.filter(
    (tag, index) => asked.findIndex((other) => of(other, 'id') === of(tag, 'id')) < index,
  );
  const never = questions.filter((id) => !asked.some((tag) => of(tag, 'id') === id));
  return [
    ...again.map((tag) =>
      at(file, tag, `${written(tag)}: this question is asked above already. Ask it once.`),
    ),
    ...never.map((id) =>
      at(
        file,
        { line: 1, column: 1 },
        `the question "${id}" is never asked. Write <Quiz id="${id}" /> where it belongs.`,
      ),
    ),
  ];
}

/** In braces stands text that Markdown would change, `{'a_b'}`, or a comment; nothing is computed in an article. */
function checkExpression(file: string, node: MdastNode): AuthorMistake[] {
  if (node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression') return [];
  if (/^\s*(?:(['"])[^'"]*\1|\/\*[\s\S]*\*\/)\s*$/.test(node.value)) return [];
  return [
    at(file, place(node), `{${node.value}}: write a text in quotes between the braces, or \\{ for a brace.`),
  ];
}

const at = (
  file: string,
  { line, column }: { line: number; column: number },
  message: string,
): AuthorMistake => ({
  file,
  line,
  column,
  message,
});

/** The tag as its author wrote it, near enough to be found. */
function written({ name, attributes }: Tag): string {
  const first = Object.entries(attributes).map(([key, value]) =>
    value === null ? key : `${key}="${value}"`,
  );
  return `<${[name, ...first].join(' ')}>`;
}

const place = (node: MdastNode): { line: number; column: number } =>
  node.position?.start ?? { line: 1, column: 1 };

function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children as MdastNode[]) yield* walk(child);
}

function tagOf(node: MdastNode): Tag[] {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  // HTML is written in lower case.
  if (!node.name || /^[a-z]/.test(node.name)) return [];
  const attributes = Object.fromEntries(
    node.attributes.flatMap((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute') return [];
      const { value } = attribute;
      return [[attribute.name, typeof value === 'object' && value ? value.value : (value ?? null)]];
    }),
  );
  const text = [...walk(node)]
    .flatMap((inner) => (inner.type === 'text' ? [inner.value] : []))
    .join('')
    .trim();
  return [{ name: node.name, attributes, text, ...place(node) }];
}

function sectionOf(node: MdastNode): string[] {
  if (node.type !== 'heading') return [];
  const properties = node.data as { hProperties?: { id?: string } } | undefined;
  return [properties?.hProperties?.id ?? ''];
}
