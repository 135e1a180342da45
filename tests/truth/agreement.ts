/** How the engine agrees with the recordings, counted by part and by rule, and the table of it that README.md carries. */
import { readFileSync } from 'node:fs';
import { agreements, kubectlAgreements } from './admission-agreement.ts';
import {
  agrees,
  commandsOf,
  compareConnection,
  compareLookUp,
  compareSlices,
  compareTerminal,
  connectionsOf,
  lookUpsOf,
} from './datapath-comparisons.ts';
import { type RecordedCluster, recordings } from './datapath-recordings.ts';

/** One recorded answer: what it is part of, the rules of semantics.md it was made for, whether ours agrees. */
export interface Replayed {
  part: string;
  rules: readonly string[];
  agrees: boolean;
}

interface Count {
  agree: number;
  differ: number;
}

const RANDOM = 'random';

export function replayAll(): Replayed[] {
  const manifest = (
    part: string,
    { rule, differs }: { rule: string; differs: readonly string[] },
  ): Replayed => ({
    part,
    rules: [rule],
    agrees: differs.length === 0,
  });
  return [
    ...agreements().map((one) => manifest('manifests POSTed to the API server', one)),
    ...kubectlAgreements().map((one) => manifest('manifests given to `kubectl apply`', one)),
    ...recordings.flatMap(replayConnections),
    ...recordings.flatMap(replayLookUps),
    ...recordings.flatMap(replayObjects),
  ];
}

const replayConnections = (recording: RecordedCluster): Replayed[] =>
  connectionsOf(recording).map((probe) => ({
    part: `connections, kube-proxy in ${probe.proxyMode} mode`,
    rules: probe.rules ?? [RANDOM],
    agrees: agrees(compareConnection(recording, probe)),
  }));

const replayLookUps = (recording: RecordedCluster): Replayed[] =>
  lookUpsOf(recording).map((probe) => ({
    part: 'DNS look-ups',
    rules: probe.rules ?? [RANDOM],
    agrees: agrees(compareLookUp(recording, probe)),
  }));

/** What a cluster holds and prints was recorded for no rule in particular. */
const replayObjects = (recording: RecordedCluster): Replayed[] => [
  { part: 'clusters with their EndpointSlices', rules: [], agrees: agrees(compareSlices(recording)) },
  ...commandsOf(recording).map((command) => ({
    part: 'tables of `kubectl get` and `kubectl describe`',
    rules: [],
    agrees: agrees(compareTerminal(recording, command)),
  })),
];

function countBy(
  replayed: readonly Replayed[],
  keysOf: (one: Replayed) => readonly string[],
): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const one of replayed)
    for (const key of keysOf(one)) {
      const { agree, differ } = counts.get(key) ?? { agree: 0, differ: 0 };
      counts.set(key, one.agrees ? { agree: agree + 1, differ } : { agree, differ: differ + 1 });
    }
  return counts;
}

/** `1 Service validation` of the headings of semantics.md, by number. */
function sections(): Map<string, string> {
  const rules = readFileSync(new URL('semantics.md', import.meta.url), 'utf8');
  const headings = [...rules.matchAll(/^## (\d+) ([^(\n]+?)(?: \(.*)?$/gm)];
  return new Map(headings.map(([, number = '', title = '']) => [number, `${number} ${title}`]));
}

const inOrder = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  one.localeCompare(other, 'en', { numeric: true });

function ruleRows(replayed: readonly Replayed[]): string[] {
  const titles = sections();
  const rows = new Map<string, string[]>();
  for (const [rule, { agree, differ }] of [...countBy(replayed, ({ rules }) => rules)].sort(inOrder)) {
    const title = titles.get(rule.split('.')[0] ?? '') ?? 'chosen at random';
    rows.set(title, [
      ...(rows.get(title) ?? []),
      `${rule === RANDOM ? '' : `**${rule}** `}${agree}${differ > 0 ? `/${differ}` : ''}`,
    ]);
  }
  return [...rows].map(([title, cells]) => `| ${title} | ${cells.join(' · ')} |`);
}

/** In Markdown: totals, and rule × agree/differ. */
export function agreementTable(replayed: readonly Replayed[]): string {
  const parts = [...countBy(replayed, ({ part }) => [part])].map(
    ([part, { agree, differ }]) => `| ${part} | ${agree} | ${differ} |`,
  );
  return [
    '| recorded | agree | differ |',
    '|---|--:|--:|',
    ...parts,
    '',
    '<details><summary>Rule by rule</summary>',
    '',
    '| rules of [semantics.md](tests/truth/semantics.md) | each with how many of the answers that were recorded for it agree, and after a slash how many differ |',
    '|---|---|',
    ...ruleRows(replayed),
    '',
    '</details>',
  ].join('\n');
}
