/** The words of a language, in the places where a drawing wants them. */
import type { Card, Lettering } from '../../diagram/lettering.ts';
import type { RouteModel, Row, Station } from '../../diagram/model.ts';
import type { Lang } from '../../i18n/locales.ts';
import { fill, plural } from '../../i18n/plural.ts';
import { routeWords } from '../../i18n/route/index.ts';
import type { KindLabel, RouteMessages } from '../../i18n/route/messages.ts';

export function letteringOf(lang: Lang): Lettering {
  const words = routeWords(lang);
  return {
    station: (station, model) => stationCard(words, station, model),
    end: (row) => endCard(words, row),
    more: (count) => plural(lang, words.morePods, count),
    words: {
      listens: words.listens,
      noPort: words.noPort,
      outside: words.outsideLand,
      outsideShort: words.kind.outside,
      beyond: words.beyond,
      packet: words.packet,
      to: words.to,
      from: words.from,
      or: words.or,
      here: words.rewrittenHere,
      neverRewritten: words.neverRewritten,
      sourceKept: words.sourceKept,
      masqueraded: words.masqueraded,
      unchanged: words.unchangedShort,
    },
  };
}

const lines = (label: string): string[] => label.split('|').filter((line) => line !== '');

function stationCard(words: RouteMessages, station: Station, model: RouteModel): Card {
  const kind = lines(fill(words.kind[kindLabel(station)], { node: station.at.split('/').at(-1) ?? '' }));
  return {
    kind,
    name: stationName(words, station),
    notes: station.kind === 'rules' ? rulesNotes(words, station, model) : [],
  };
}

export function kindLabel(station: Station): KindLabel {
  const [step] = station.steps;
  if (station.kind === 'name' && step?.hop.because === 'cluster-dns-not-asked') return 'resolver';
  if (station.kind === 'node' && station.port?.role === 'nodePort' && !station.port.hollow)
    return 'node-port';
  return station.kind;
}

function stationName(words: RouteMessages, station: Station): string {
  switch (station.kind) {
    case 'cluster-ip':
    case 'external-ip':
    case 'load-balancer':
      return words.service;
    case 'rules':
      return rulesName(words, station);
    default:
      return station.name ?? '';
  }
}

function rulesName(words: RouteMessages, { steps }: Station): string {
  if (steps.some(({ event }) => event === 'rewritten')) return 'kube-proxy';
  return steps.every(({ event }) => event === 'no-rule') ? words.unchanged : words.rejected;
}

function rulesNotes(words: RouteMessages, { steps }: Station, model: RouteModel): string[] {
  if (steps.some(({ event }) => event === 'rewritten')) {
    if (steps.some(({ hop }) => hop.because === 'host-port')) return [];
    const picked = model.strip?.toAfter.length ?? 1;
    return lines(picked > 1 ? words.oneOfMany : words.onlyOne);
  }
  const [step] = steps;
  if (!step || !(step.hop.because in words.note)) return [];
  return lines(
    note(
      words,
      step.hop.because as keyof RouteMessages['note'],
      step.before?.destination.port,
      step.before?.protocol,
    ),
  );
}

const note = (
  words: RouteMessages,
  reason: keyof RouteMessages['note'],
  port?: number,
  protocol?: string,
): string => fill(words.note[reason], { port: port ?? '', protocol: protocol ?? '' });

function endCard(words: RouteMessages, row: Row): Card {
  const { because, outcome } = row.end;
  return {
    kind: [row.mode ? words.mode[row.mode] : words.end],
    name: words.outcome[outcome],
    notes:
      because in words.note
        ? lines(note(words, because as keyof RouteMessages['note'], row.line?.value))
        : [],
  };
}
