/** When an answer of the engine agrees with a recorded one: the rules of tests/truth/README.md. */
import type { Answer, LookUp } from '../../src/engine/index.ts';
import type {
  RecordedAnswer,
  RecordedAnswers,
  RecordedLookUp,
  RecordedSlice,
} from './datapath-recordings.ts';

/** What a recorded answer may be in the engine's words; from a node, `sees` is not compared. */
function spellings(answer: RecordedAnswer | Answer, from: string): string[] {
  const { outcome } = answer;
  if (outcome === 'reached') {
    const { by, port, http, sees } = answer as RecordedAnswer;
    return [http === undefined ? `${by} ${port} ${from.startsWith('node/') ? '' : sees}` : `${by} ${http}`];
  }
  if (outcome === 'unreachable') return ['timed-out'];
  return outcome === 'not-permitted' ? ['refused', 'timed-out'] : [outcome];
}

export function answersAgree(mine: readonly Answer[], recorded: RecordedAnswers, from: string): boolean {
  const said = mine.flatMap((answer) => spellings(answer, from));
  const heard = recorded.answers.map((answer) => spellings(answer, from));
  if (!heard.every((any) => any.some((spelling) => said.includes(spelling)))) return false;
  return recorded.partial === true || said.every((spelling) => heard.some((any) => any.includes(spelling)));
}

export function comparableLookUp({
  status,
  addresses = [],
  cname = [],
  srv = [],
}: LookUp | RecordedLookUp): object {
  return {
    status,
    addresses: [...addresses].sort(),
    cname,
    srv: srv.map(([name, port]) => `${name} ${port}`).sort(),
  };
}

/** Names of generated slices and the order of their endpoints are accidental. */
export function comparableSlice({ ns, service, ports, endpoints }: Omit<RecordedSlice, 'name'>): string {
  const places = endpoints.map(({ addresses, conditions, hostname, nodeName, hints, target }) =>
    JSON.stringify([addresses, conditions, hostname ?? null, nodeName ?? null, hints ?? null, target]),
  );
  return JSON.stringify([
    ns,
    service,
    (ports ?? []).map(({ name, protocol, port }) => [name, protocol, port]),
    places.sort(),
  ]);
}

const SUFFIX = /-[2456789bcdfghjklmnpqrstvwxz]{5}\b/g;
const TIME = /\d{4}-\d\d-\d\dT[\d:]+Z/g;
const AGE = /(?<=\s)(?:\d+[dhms])+(?=\s)/g;

/** Ages, generated suffixes, drawn node ports and timestamps are accidental; runs of spaces count as one. */
function masked(text: string, pinned: ReadonlySet<string>): string {
  return text
    .replace(TIME, '<time>')
    .replace(SUFFIX, '-<suffix>')
    .replace(AGE, '<age>')
    .replace(/(?<=80:|\d:|\t| )3[0-2]\d{3}(?=\/|$)/gm, (port) => (pinned.has(port) ? port : '<drawn>'))
    .replace(/ +/g, ' ');
}

/**
 * What is listed in the order of generated names or of a Go map: endpoints of a slice that came at once, slices of one Service. Such a list agrees
 * as a set; of one that is cut off ("+ 2 more...") only the number is known, and "+ 0 more..." means that one not ready stood behind the third.
 */
function unordered(line: string): string {
  return line
    .replace(' + 0 more...', '')
    .replace(/\S+(?:,\S+)+(?: \+ (\d+) more\.\.\.)?/g, (list, more: string | undefined) =>
      more === undefined
        ? list.split(',').sort().join(',')
        : `<${list.split(',').length + Number(more)} in all>`,
    );
}

/**
 * Whether a slice with endpoints still bears the moment of its making depends on a race: it does when its Pods were there before the controller first
 * saw the Service. (One slice of r40; the others were filled later.)
 */
function withoutTrigger(object: string): string {
  return object.includes('\n - Addresses:')
    ? object.replace(/endpoints\.kubernetes\.io\/last-change-trigger-time: <time>/, '<none>')
    : object;
}

/** A table as a set of lines. */
export function comparableTable(text: string, pinned: ReadonlySet<string>): string[] {
  return masked(text, pinned).split('\n').map(unordered).sort();
}

/** A description as a set of objects, each with its endpoints as a set. */
export function comparableDescription(text: string, pinned: ReadonlySet<string>): string[] {
  return masked(text, pinned)
    .split('\n\n\n')
    .map(withoutTrigger)
    .map((object) => {
      const [head = '', ...endpoints] = object.trimEnd().split('\n - Addresses:');
      const lines = head.split('\n').map((line) => (line.startsWith('Endpoints: ') ? unordered(line) : line));
      const events = endpoints.at(-1)?.includes('\nEvents:') ? ['Events'] : [];
      return [
        ...lines,
        ...endpoints.map((endpoint) => endpoint.replace(/\nEvents: <none>/, '')).sort(),
        ...events,
      ].join('\n');
    })
    .sort();
}
