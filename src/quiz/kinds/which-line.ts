/**
 * `which-line`: the learner chooses the line of the manifest that decides. Which one that is, the trace says by `matchedBy`, `decidedBy` and
 * `foundAt`; where no rule matched, the address dialed says which field is matched there. Every other line on offer is one that a belief
 * leads to.
 */
import { type Decision, spanOf } from '../../engine/index.ts';
import { fill } from '../../i18n/plural.ts';
import type { QuizMessages } from '../../i18n/quiz/messages.ts';
import { findObject, type Scenario } from '../../scenario.ts';
import { isRight } from '../attempt.ts';
import type { MisconceptionId } from '../misconceptions/index.ts';
import { type LineRole, PROXY_MODES, type WhichLineQuestion } from '../question.ts';
import { lineValue, PARSERS, type Value } from '../response.ts';
import { type Situation, situationOf, type Workload } from '../situation.ts';
import type { Kind } from './kind.ts';
import { theAnswer } from './telling.ts';
import { lastHop, refusedByMode } from './which-port.ts';

/** A field whose line can be chosen. */
export type Field = 'port' | 'targetPort' | 'nodePort' | 'containerPort' | 'listening';

type Beliefs = Readonly<Partial<Record<Field, MisconceptionId>>>;

/** Who chooses which line. */
const AT_CLUSTER_IP: Beliefs = {
  targetPort: 'target-port-on-cluster-ip',
  nodePort: 'node-port-on-cluster-ip',
  containerPort: 'container-port-opens',
  listening: 'process-is-found',
};
const AT_NODE: Beliefs = {
  port: 'port-is-on-the-node',
  targetPort: 'target-port-on-the-node',
  containerPort: 'container-port-opens',
  listening: 'process-is-found',
};
const WRITTEN: Beliefs = {
  port: 'port-is-reached',
  nodePort: 'node-port-in-pod',
  containerPort: 'container-port-is-reached',
  listening: 'process-is-found',
};
const LISTENED: Beliefs = {
  port: 'port-is-in-the-pod',
  targetPort: 'target-port-makes-listen',
  nodePort: 'node-port-in-pod',
  containerPort: 'container-port-is-reached',
};

export const whichLine: Kind<WhichLineQuestion> = {
  key(question, connection, scenario) {
    const modes = question.proxyMode ? [question.proxyMode] : PROXY_MODES;
    const keys = modes.map((mode) =>
      askedLines(question.line, situationOf(scenario, connection, mode)).flatMap(
        (decision) => lineAt(scenario, decision) ?? [],
      ),
    );
    const [first = [], second = first] = keys;
    if (first.length === 0) return { refused: NO_LINE[question.line] };
    return first.join() === second.join() ? first : refusedByMode();
  },
  answersOf(belief, question, situation) {
    const beliefs = beliefsIn(question.line, situation);
    return linesOf(situation).flatMap(({ field, value }) => (beliefs[field] === belief.id ? [value] : []));
  },
  parse: PARSERS['which-line'],
  grade: (key, value) => Number(isRight(key, value)),
  decidingHop(_, trace) {
    const rules = trace.hops.findIndex(({ event }) => event === 'rewritten' || event === 'no-rule');
    return rules >= 0 ? rules : lastHop(trace);
  },
  tell: {
    asks: ({ question }, words) => words.asksLine[(question as WhichLineQuestion).line],
    controls: (asked) => ({
      type: 'options',
      code: true,
      options: [...asked.key, ...asked.distractors.map(({ value }) => value)]
        .sort((a, b) => lineNumber(a) - lineNumber(b))
        .map((value) => ({ value, text: `${lineNumber(value)}: ${textOf(asked.scenario, value)}` })),
    }),
    answer: ({ key, scenario }, words) =>
      theAnswer(
        key.map((value) =>
          fill(words.lineSaid, { line: lineName(value, words), text: textOf(scenario, value) }),
        ),
        words,
      ),
    explain(asked, { value, beliefs }, words) {
      const [one] = beliefs;
      if (!one) throw new Error(`${asked.question.id}: a line without a belief`);
      const { belief } = words.misconceptions[one.wording];
      const answer = fill(words.given.line, { line: lineNumber(value) });
      const field = linesOf(asked.situation).find((line) => line.value === value)?.field ?? 'port';
      return [fill(words.because.one, { answer, belief }), words.fieldNotes[field]].join(words.between);
    },
    hides: ['line'],
  },
};

const NO_LINE: Readonly<Record<LineRole, string>> = {
  matched:
    'no rule matches a number at the address dialed, so "line: matched" has no answer. Dial a Service or one of its node ports.',
  written:
    'no rule rewrites this connection, so "line: written" has no answer. Write "line: matched", or ask about another connection.',
  listened:
    'no single manifest says where the process listens, so "line: listened" has no answer. Give its Pods one "port-of-call/listens" annotation.',
};

/** The lines that answer the question: several where either is right. */
export function askedLines(line: LineRole, situation: Situation): readonly Decision[] {
  const rewritten = situation.trace.hops.filter(({ event }) => event === 'rewritten');
  switch (line) {
    case 'matched': {
      const matched = unique(rewritten.flatMap(({ matchedBy }) => matchedBy ?? []));
      return matched.length > 0 ? matched : matchedAtAddress(situation);
    }
    case 'written':
      return unique(rewritten.flatMap(({ decidedBy, foundAt }) => [decidedBy ?? [], foundAt ?? []].flat()));
    case 'listened':
      return situation.workloads.length === 1 ? situation.workloads.map(listensAt) : [];
    default:
      return line satisfies never;
  }
}

/** No rule matched: the field of the only port that could be matched at this address. */
function matchedAtAddress({ dialed, service, port }: Situation): Decision[] {
  if (!service || !port || service.ports.length > 1) return [];
  if (dialed.what === 'service') return [fieldOf(service, 'port')];
  return dialed.what === 'node' && port.nodePort ? [fieldOf(service, 'nodePort')] : [];
}

const fieldOf = (
  { namespace, name }: { namespace: string; name: string },
  field: Field,
  index = 0,
): Decision => ({
  object: `Service/${namespace}/${name}`,
  path: `spec.ports[${index}].${field}`,
});

const templateOf = ({ kind }: Workload): string => (kind === 'Pod' ? '' : 'spec.template.');
const objectOf = ({ kind, namespace, name }: Workload): string => `${kind}/${namespace}/${name}`;
const listensAt = (workload: Workload): Decision => ({
  object: objectOf(workload),
  path: `${templateOf(workload)}metadata.annotations[port-of-call/listens]`,
});

function beliefsIn(line: LineRole, { dialed }: Situation): Beliefs {
  switch (line) {
    case 'matched':
      return dialed.what === 'node' ? AT_NODE : AT_CLUSTER_IP;
    case 'written':
      return WRITTEN;
    case 'listened':
      return LISTENED;
    default:
      return line satisfies never;
  }
}

/** Every line of the Service and of the Pods that are meant in which a port is written. */
function linesOf(situation: Situation): { field: Field; value: Value }[] {
  const { scenario, service, workloads } = situation;
  const ports = (service?.ports ?? []).flatMap((_, index) =>
    (['port', 'targetPort', 'nodePort'] as const).map((field) => ({
      field,
      at: service ? fieldOf(service, field, index) : null,
    })),
  );
  const pods = workloads.flatMap((workload) => [
    { field: 'listening' as const, at: listensAt(workload) },
    ...workload.containerPorts.map((_, index) => ({
      field: 'containerPort' as const,
      at: {
        object: objectOf(workload),
        path: `${templateOf(workload)}spec.containers[0].ports[${index}].containerPort`,
      },
    })),
  ]);
  return [...ports, ...pods].flatMap(({ field, at }) => {
    const value = at && lineAt(scenario, at);
    return value ? [{ field, value }] : [];
  });
}

function lineAt(scenario: Scenario, { object, path }: Decision): Value | null {
  const found = findObject(scenario, object);
  const line = found && spanOf(found, path)?.line;
  return line ? lineValue(line) : null;
}

const lineNumber = (value: Value): number => Number(value.slice('line-'.length));
const lineName = (value: Value, words: QuizMessages): string =>
  fill(words.lineName, { line: lineNumber(value) });

/** The line as it is written, without its indentation and the hyphen of a list. */
const textOf = (scenario: Scenario, value: Value): string =>
  (scenario.text.split('\n')[lineNumber(value) - 1] ?? '').trim().replace(/^- /, '');

const unique = (decisions: readonly Decision[]): Decision[] =>
  decisions.filter(
    (one, index) =>
      decisions.findIndex(({ object, path }) => object === one.object && path === one.path) === index,
  );
