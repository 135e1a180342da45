/**
 * `repair`: the learner edits the manifest of the Service until the connection arrives. Graded by what comes of it, so every edit that works is
 * right. The repair that is shown in the end is computed too: the first change of one value that helps.
 */
import { fill } from '../../i18n/plural.ts';
import { objectName, type Scenario, type TracedConnection } from '../../scenario.ts';
import { documentSpan } from '../../yaml-marks.ts';
import type { Asked } from '../ask-in.ts';
import { isRight } from '../attempt.ts';
import type { RepairQuestion } from '../question.ts';
import { processesReached } from '../reach.ts';
import { editedText, repairValue } from '../repair-text.ts';
import { type Broken, repaired } from '../repaired.ts';
import { PARSERS } from '../response.ts';
import { type Situation, situationOf, workloadOf } from '../situation.ts';
import { modesOf } from './address.ts';
import { engineData } from './engine-data.ts';
import type { Kind } from './kind.ts';
import { outcome } from './outcome.ts';

export const repair: Kind<RepairQuestion> = {
  key(question, connection, scenario) {
    const modes = modesOf(question);
    if (processesReached(modes.map((mode) => connection.traces[mode])).length > 0)
      return { refused: ARRIVES };
    const situation = situationOf(scenario, connection, modes[0] ?? 'iptables');
    const broken = brokenOf(question, connection, scenario, situation);
    if (!broken) return { refused: NO_SERVICE };
    const text = broken.text.slice(broken.edit.start, broken.edit.end);
    const works = candidates(text, situation).find((edited) => repaired(broken, edited).right);
    return works ? [repairValue(works)] : { refused: NO_REPAIR };
  },
  answersOf: () => [],
  parse: PARSERS.repair,
  grade(key, value, asked) {
    const broken = asked ? brokenIn(asked) : null;
    return Number(broken ? repaired(broken, editedText(value)).right : isRight(key, value));
  },
  decidingHop: (_, trace) => outcome.decidingHop({} as never, trace),
  tell: {
    asks: (_, words) => words.asksRepair,
    controls: (asked) => ({ type: 'manifest', text: textOf(brokenIn(asked)) }),
    answer(asked, words) {
      const lines = textOf(brokenIn(asked)).split('\n');
      const right = editedText(asked.key[0] ?? '').split('\n');
      const line = lines.findIndex((written, index) => written !== right[index]);
      const removed = right.length < lines.length;
      const text = ((removed ? lines : right)[line] ?? '').trim();
      return fill(removed ? words.oneRemoval : words.oneRepair, { line: line + 1, text });
    },
    explain: () => '',
    engine: (asked, voice) => {
      const { goal, edit } = brokenIn(asked);
      return { ...engineData(asked, goal, voice), edit };
    },
    hides: [],
    unknown: 'repair',
  },
};

const ARRIVES =
  'this connection arrives, so there is nothing to repair. Ask about a connection that does not.';
const NO_SERVICE =
  'no Service of cluster.yaml is dialed, so there is no manifest to edit. Ask about a connection to a Service or to a node port.';
const NO_REPAIR =
  'no change of one value in the Service lets this connection arrive, so no repair could be shown. Ask about another connection.';

function brokenOf(
  question: RepairQuestion,
  { from, written }: TracedConnection,
  { text, objects }: Scenario,
  { service }: Situation,
): Broken | null {
  const name = `Service/${service?.namespace}/${service?.name}`;
  const object = objects.find((one) => objectName(one) === name);
  if (!object) return null;
  return {
    text,
    goal: { from, by: null, modes: modesOf(question) },
    edit: { ...documentSpan(text, object), to: written },
  };
}

function brokenIn({ question, connection, scenario, situation }: Asked): Broken {
  const broken = brokenOf(question as RepairQuestion, connection, scenario, situation);
  if (!broken) throw new Error(`${question.id}: no manifest to repair`);
  return broken;
}

const textOf = ({ text, edit }: Broken): string => text.slice(edit.start, edit.end).trimEnd();

/** One line changed: every value into each that might be meant, `targetPort` where it is left out, or a line too many. */
function candidates(text: string, { dialed, scenario, service }: Situation): string[] {
  const pods = scenario.objects
    .flatMap(workloadOf)
    .filter(({ namespace }) => namespace === service?.namespace);
  const ports = unique(pods.flatMap(({ listening }) => listening.map(String)));
  const labels = unique(pods.flatMap((pod) => Object.values(pod.labels)));
  const lines = text.trimEnd().split('\n');
  const changes = lines.flatMap((line, index) =>
    valuesFor(line, String(dialed.port), ports, labels).map((value) =>
      lines.with(index, line.replace(/: .*$/, `: ${value}`)),
    ),
  );
  const removals = lines.map((_, index) => lines.toSpliced(index, 1));
  return [...changes, ...withTargetPort(lines, ports), ...removals].map((changed) => changed.join('\n'));
}

function valuesFor(
  line: string,
  dialed: string,
  ports: readonly string[],
  labels: readonly string[],
): readonly string[] {
  if (/^\s+(?:- )?(?:port|nodePort): /.test(line)) return [dialed];
  if (/^\s+(?:- )?targetPort: /.test(line)) return ports;
  return /^ {4}[\w./]+: /.test(line) ? labels : [];
}

function withTargetPort(lines: readonly string[], ports: readonly string[]): string[][] {
  const at = lines.findIndex((line) => /^\s+(?:- )?port: /.test(line));
  if (at < 0 || lines.some((line) => line.includes('targetPort:'))) return [];
  const indent = (lines[at] ?? '').replace('- ', '  ').search(/\S/);
  return ports.map((port) => lines.toSpliced(at + 1, 0, `${' '.repeat(indent)}targetPort: ${port}`));
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
