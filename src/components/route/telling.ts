/**
 * The hops of a route in words: for each item of the list its titles, sentences and values.
 * The list says everything that the drawing says; which sentence is told is decided by the engine's reason alone.
 */
import type { Atlas } from '../../diagram/atlas.ts';
import type { Case, Item, RouteModel } from '../../diagram/model.ts';
import type { Step } from '../../diagram/path.ts';
import { listening, type PortMark } from '../../diagram/roles.ts';
import { markOf } from '../../diagram/route.ts';
import { type Ending, verdictOf } from '../../diagram/verdict.ts';
import type { Lang } from '../../i18n/locales.ts';
import { fill, plural } from '../../i18n/plural.ts';
import { routeWords } from '../../i18n/route/index.ts';
import type { PlacedReason, RouteMessages } from '../../i18n/route/messages.ts';

/** Text, a number with its mark, or code. */
export type Part = string | { mark: PortMark | null } | { code: string };

export interface Value {
  parts: readonly Part[];
  struck: boolean;
}

export interface Told {
  title: string;
  /** The proxy mode it is true in, where it is not true in both. */
  mode: string | null;
  text: readonly Part[];
  values: readonly Value[];
}

export interface ToldItem {
  number: number;
  cases: readonly Told[];
}

interface Teller {
  lang: Lang;
  words: RouteMessages;
  model: RouteModel;
  atlas: Atlas;
  /** From this item on numbers are to be found. */
  blankFrom: number;
}

export function tell(model: RouteModel, atlas: Atlas, lang: Lang, ask = false): ToldItem[] {
  const rules = model.trunk.find(({ kind }) => kind === 'rules')?.item ?? model.trunk.length;
  const teller: Teller = {
    lang,
    words: routeWords(lang),
    model,
    atlas,
    blankFrom: ask ? rules : Number.POSITIVE_INFINITY,
  };
  const items = ask ? model.items.filter(({ number }) => number <= rules) : model.items;
  return items.map((item) => ({ number: item.number, cases: casesOf(teller, item) }));
}

function casesOf(teller: Teller, item: Item): Told[] {
  const asked = item.number >= teller.blankFrom;
  const cases = asked ? item.cases.slice(0, 1) : item.cases;
  return cases.map((one) => ({
    title: titleOf(teller, one),
    mode: one.mode && !asked ? teller.words.mode[one.mode] : null,
    text: asked ? [] : sentences(teller, one),
    values: asked ? [{ parts: [{ mark: null }], struck: false }] : valuesOf(teller, one),
  }));
}

const lastPart = (at: string): string => at.split('/').at(-1) ?? at;
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

function titleOf({ words, lang }: Teller, { steps }: Case): string {
  const [step] = steps;
  if (!step) return '';
  switch (step.place) {
    case 'name':
      return step.hop.because === 'cluster-dns-not-asked' ? words.kind.resolver : words.kind.name;
    case 'service':
      return words.service;
    case 'node-rule':
      return fill(words.rules, { node: lastPart(step.at) });
    case 'beyond':
      return step.event === 'dropped' ? words.end : lastPart(step.at);
    case 'client':
    case 'node':
    case 'pod':
    case 'process':
      return join(unique(steps.map(({ at }) => lastPart(at))), lang, words);
    default:
      return step.place satisfies never;
  }
}

/** Up to four names; more are counted. */
function join(names: readonly string[], lang: Lang, words: RouteMessages): string {
  if (names.length <= 4) return names.join(words.listSeparator);
  return `${names.slice(0, 3).join(words.listSeparator)} ${plural(lang, words.morePods, names.length - 3)}`;
}

function sentences(teller: Teller, one: Case): Part[] {
  const [step] = one.steps;
  if (!step) return [];
  const { words } = teller;
  const told: Part[][] = [];
  const arrivesUntold = step.place === 'pod' && step.process !== null && step.hop.because === 'pod-address';
  if (!arrivesUntold) told.push(fillParts(teller, sentenceOf(words, step), step, one));
  if (step.event === 'rewritten') told.push(...rewritingSentences(teller, one, step));
  if (step.process && step.process !== step.hop) told.push(...acceptedSentences(teller, one, step));
  else if (step.process) told.push(...seenSentences(teller, one));
  return told.flatMap((parts, index) => (index > 0 && teller.lang !== 'zh-CN' ? [' ', ...parts] : parts));
}

const PLACED: readonly PlacedReason[] = ['nothing-listens', 'listens-on-other-address', 'own-address'];

function sentenceOf(words: RouteMessages, { hop, place }: Step): string {
  const placed = PLACED.find((reason) => reason === hop.because);
  if (!placed) return words.hop[hop.because as Exclude<typeof hop.because, PlacedReason>];
  return words.hop[placed][place === 'pod' || place === 'node' ? place : 'beyond'];
}

function rewritingSentences(teller: Teller, one: Case, step: Step): Part[][] {
  const { words, lang } = teller;
  // A host port leads to the one Pod that has it; nothing is picked.
  const told: Part[][] =
    step.hop.because === 'host-port' ? [] : [[plural(lang, words.pick, one.steps.length)]];
  if (one.steps.some(({ before, carried }) => before?.source.address !== carried?.source.address)) {
    told.push([fill(words.masquerade, { node: lastPart(step.at) })]);
  }
  return told;
}

function acceptedSentences(teller: Teller, one: Case, step: Step): Part[][] {
  const reason = step.process?.because ?? 'process-listens';
  const sentence = teller.words.hop[reason as 'process-listens'];
  return [fillParts(teller, sentence, step, one), ...seenSentences(teller, one)];
}

/** The packet's last source is the client's own address, or a node's. */
function seenSentences({ words, model, atlas }: Teller, { steps }: Case): Part[][] {
  const source = steps[0]?.carried?.source.address;
  if (source === undefined) return [];
  const own = source === model.strip?.from;
  const isNode = atlas.nodeAt(source) !== null && !model.from.startsWith('node/');
  if (!own && !isNode && atlas.nodeAt(source) === null) return [];
  return [[fill(own ? words.sees.client : words.sees.node, { source, client: lastPart(model.from) })]];
}

/** A template's backticks become code, its placeholders names, addresses or numbers with their marks. */
function fillParts(teller: Teller, template: string, step: Step, { steps }: Case): Part[] {
  const at = unique(steps.map((each) => lastPart(each.at))).join(teller.words.listSeparator);
  const values: Readonly<Record<string, Part>> = { ...valuesFor(teller, step), at };
  return [...template.matchAll(/`([^`]+)`|\{(\w+)\}|[^`{]+/g)].map(([whole, code, name]) => {
    if (code) return { code };
    if (!name) return whole;
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${template}"`);
    return value;
  });
}

function valuesFor(
  { model, atlas }: Teller,
  { hop, at, before, carried, event }: Step,
): Record<string, Part> {
  const sent = before ?? carried;
  const values: Record<string, Part> = { client: lastPart(model.from), node: lastPart(at) };
  if (sent) {
    const written =
      event !== 'rewritten' &&
      model.strip?.to.every(({ address }) => address !== sent.destination.address) === true;
    values['address'] = sent.destination.address;
    // The number a machine refuses is told as it is drawn there.
    const refusing = model.rows.find(({ station, end }) => station?.at === at && end.because === hop.because);
    values['port'] = { mark: refusing?.line ?? markOf(sent, atlas, written) };
  }
  if (carried) values['new'] = { mark: markOf(carried, atlas, true) };
  return values;
}

/* Values ----------------------------------------------------------------------------------------------------------- */

function valuesOf(teller: Teller, one: Case): Value[] {
  const [step] = one.steps;
  if (!step) return [];
  const { words, model, atlas } = teller;
  if (step.process && step.carried)
    return [plain([`${words.listensOn} `, { mark: listening(step.carried.destination.port) }])];
  switch (step.event) {
    case 'sent':
      return [plain([model.dialed.text.replace(/^\w+:\/\//, ''), { mark: model.dialed.port }])];
    case 'resolved':
      return unique(one.steps.flatMap(({ carried }) => carried?.destination.address ?? [])).map((address) =>
        plain([`→ ${address}`]),
      );
    case 'rewritten':
      return rewrittenValues(teller, one.steps);
    case 'no-rule':
      return [plain([words.notRewritten])];
    case 'not-found':
      return [plain([words.verdict['no-such-name']])];
    case 'refused':
      return [plain([words.verdict.refused])];
    case 'dropped':
    case 'answer-lost':
      return [plain([words.verdict['timed-out']])];
    case 'matched':
    case 'forwarded':
    case 'accepted': {
      const written = step.place === 'pod' && (model.strip?.toAfter.length ?? 0) > 0;
      return step.before
        ? [address(step.before.destination.address, markOf(step.before, atlas, written))]
        : [];
    }
    default:
      return step.event satisfies never;
  }
}

const plain = (parts: readonly Part[]): Value => ({ parts, struck: false });
const address = (host: string, mark: PortMark): Value => plain([`${host}:`, { mark }]);

function rewrittenValues({ atlas, model, words }: Teller, steps: readonly Step[]): Value[] {
  const [first] = steps;
  const before = first?.before;
  const news = steps.flatMap(({ carried }) => carried ?? []);
  const to = [
    ...new Map(
      news.map((packet) => [`${packet.destination.address}:${packet.destination.port}`, packet] as const),
    ).values(),
  ];
  const strip = model.strip;
  return [
    ...(before
      ? [{ ...address(before.destination.address, markOf(before, atlas, false)), struck: true }]
      : []),
    ...to.map((packet) => address(packet.destination.address, markOf(packet, atlas, true))),
    ...(strip?.fromAfter
      ? [
          { parts: [`${words.from} ${strip.from}`], struck: true },
          plain([`${words.from} ${strip.fromAfter}`]),
        ]
      : []),
  ];
}

/* What came of it -------------------------------------------------------------------------------------------------- */

/** The outcome in a few words: `reaches ▲ 8170`, `timed out (iptables mode) or refused (nftables mode)`. */
export function tellVerdict(model: RouteModel, lang: Lang): Part[] {
  const words = routeWords(lang);
  const { endings } = verdictOf(model);
  return endings.flatMap((ending, index) => [
    ...(index > 0 ? [words.joinVerdict] : []),
    ...tellEnding(words, ending),
  ]);
}

function tellEnding(words: RouteMessages, { outcome, mode, listens }: Ending): Part[] {
  const [before = '', after = ''] = words.verdict[outcome].split('{port}');
  const marks = listens.flatMap((mark, index): Part[] => [
    ...(index > 0 ? [words.listSeparator] : []),
    { mark },
  ]);
  const verdict: Part[] = outcome === 'reached' ? [before, ...marks, after] : [words.verdict[outcome]];
  if (mode === null) return verdict;
  const [open = '', close = ''] = fill(words.verdictInMode, { verdict: '\0', mode: words.mode[mode] }).split(
    '\0',
  );
  return [open, ...verdict, close];
}

/** What the rules did and what came of it: a line of the routes at a glance. */
export const tellRewriting = (model: RouteModel, lang: Lang): string =>
  routeWords(lang).rewriting[verdictOf(model).rewritten];

/** The whole route in a few sentences, for those who do not see the drawing. */
export function tellAloud(model: RouteModel, lang: Lang, number: number, ask: boolean): string {
  const words = routeWords(lang);
  const { sentence } = words;
  const dialed = `${model.dialed.text}${model.dialed.port.value}`;
  const start = fill(sentence.start, { n: number, client: lastPart(model.from), dialed });
  if (ask) return [start, sentence.ask].join(lang === 'zh-CN' ? '' : ' ');
  const { endings } = verdictOf(model);
  const told = [
    start,
    rewritingSentence(model, words),
    ...endings.map((ending) => endingSentence(words, ending)),
  ];
  return told.filter((text) => text !== '').join(lang === 'zh-CN' ? '' : ' ');
}

function rewritingSentence(model: RouteModel, words: RouteMessages): string {
  const { sentence } = words;
  const after = model.strip?.toAfter ?? [];
  if (after.length === 0) return model.strip ? sentence.kept : '';
  const node = lastPart(model.trunk.find(({ kind }) => kind === 'rules')?.at ?? '');
  const ports = unique(after.map(({ port }) => String(port.value))).join(words.listSeparator);
  return fill(sentence.rewritten, { node, ports });
}

function endingSentence(words: RouteMessages, { outcome, mode, listens, names }: Ending): string {
  const ports = listens.map(({ value }) => value).join(words.listSeparator);
  const told = fill(words.sentence[outcome], { ports, names: unique(names).join(words.listSeparator) });
  return mode === null ? told : `${words.inMode[mode]} ${told}`;
}
