/**
 * The route as lines of text, one per place, and how many of them lead up to the deciding hop. The same items and sentences as in the
 * list beside a diagram; only the acceptance is told shorter.
 */
import { atlasOf } from '../diagram/atlas-of.ts';
import type { Item } from '../diagram/model.ts';
import type { Step } from '../diagram/path.ts';
import { listening, type PortMark, ROLE_CLASS } from '../diagram/roles.ts';
import { markOf, routeOf } from '../diagram/route.ts';
import type { Packet } from '../engine/index.ts';
import { fill, plural } from '../i18n/plural.ts';
import type { Voice } from '../i18n/voice.ts';
import type { Asked } from './ask-in.ts';

export interface RouteLines {
  lines: string[];
  until: number;
}

export function routeLines(asked: Asked, voice: Voice): RouteLines {
  const { connection, situation, decides, scenario } = asked;
  const { trace } = situation;
  const atlas = atlasOf(scenario.cluster);
  // One mode only: the question is about it, or both agree.
  const { items } = routeOf(
    { from: connection.from, to: connection.to, traces: { iptables: trace, nftables: trace } },
    atlas,
  );
  const teller = new Teller(asked, voice, atlas);
  const deciding = items.findIndex((item) =>
    stepsOf(item).some(({ hop, process }) => [hop, process].includes(trace.hops[decides] ?? null)),
  );
  return { lines: items.map((item) => teller.line(stepsOf(item))), until: Math.max(deciding, 0) };
}

const stepsOf = ({ cases }: Item): readonly Step[] => cases.flatMap(({ steps }) => steps);
const nameOf = (at: string): string => at.split('/').at(-1) ?? at;
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** A number as it is drawn at that place, in the markup of `marks.ts`. */
const token = ({ value, role, hollow }: PortMark): string =>
  `[${role ? ROLE_CLASS[role] : 'none'}${role && hollow ? '!' : ''} ${value}]`;

class Teller {
  private readonly asked: Asked;
  private readonly voice: Voice;
  private readonly atlas: ReturnType<typeof atlasOf>;

  constructor(asked: Asked, voice: Voice, atlas: ReturnType<typeof atlasOf>) {
    this.asked = asked;
    this.voice = voice;
    this.atlas = atlas;
  }

  line(steps: readonly Step[]): string {
    const words = this.voice.quiz;
    const place = this.placeOf(steps);
    const ports = unique(
      steps.flatMap(({ process, carried }) =>
        process && carried ? token(listening(carried.destination.port)) : [],
      ),
    );
    if (ports.length > 0) return fill(words.accepts, { place, port: this.joined(ports) });
    const text = this.sentences(steps).join(words.between);
    // The client's sentence begins with its name.
    return steps[0]?.place === 'client' ? text : fill(words.hop, { place, text });
  }

  private placeOf(steps: readonly Step[]): string {
    const words = this.voice.route;
    const names = this.joined(unique(steps.map(({ at }) => nameOf(at))));
    switch (steps[0]?.place) {
      case 'name':
        return words.kind[this.asked.situation.client === 'pod' ? 'name' : 'resolver'];
      case 'service':
        return `${words.service} ${names}`;
      case 'node-rule':
        return fill(words.rules, { node: names });
      case 'beyond':
        return words.beyond;
      default:
        return names;
    }
  }

  private sentences(steps: readonly Step[]): string[] {
    const words = this.voice.route;
    const [step] = steps;
    if (!step) return [];
    const sentence = words.hop[step.hop.because];
    const told =
      typeof sentence === 'string'
        ? sentence
        : sentence[step.place === 'pod' || step.place === 'node' ? step.place : 'beyond'];
    const values = this.values(steps, step);
    const rewritten = step.event === 'rewritten';
    // Where one Pod sees the client and another the node, neither can be said of both.
    const masqueraded =
      rewritten && steps.every(({ before, carried }) => before?.source.address !== carried?.source.address);
    return [
      fill(told, values),
      ...(rewritten ? [plural(this.voice.lang, words.pick, steps.length)] : []),
      ...(masqueraded ? [fill(words.masquerade, values)] : []),
    ];
  }

  private values(steps: readonly Step[], { at, before, carried, hop }: Step): Record<string, string> {
    const packet = before ?? carried;
    return {
      client: nameOf(this.asked.connection.from),
      at: this.joined(unique(steps.map((step) => nameOf(step.at)))),
      node: nameOf(at),
      address: packet?.destination.address ?? '',
      protocol: packet?.protocol ?? '',
      source: packet?.source.address ?? '',
      port: this.portOf(packet, this.isWritten(hop), hop.matchedBy !== undefined),
      new: this.joined(unique(steps.map((step) => this.portOf(step.carried, true)))),
    };
  }

  /** A packet that rules have rewritten on its way to this hop. */
  private isWritten(hop: Step['hop']): boolean {
    const { hops } = this.asked.situation.trace;
    const parent = hop.parent === null ? undefined : hops[hop.parent];
    return parent !== undefined && (parent.event === 'rewritten' || this.isWritten(parent));
  }

  /** Before an address is known there is no packet yet; the number is the client's own. */
  private portOf(packet: Packet | null, written: boolean, matched = false): string {
    if (!packet) return `[none ${this.asked.situation.dialed.port}]`;
    const mark = markOf(packet, this.atlas, written);
    // A number that rules match is at home where they do: a node port at 127.0.0.1, in iptables mode.
    return token(matched ? { ...mark, hollow: false } : mark);
  }

  private joined(texts: readonly string[]): string {
    return texts.join(this.voice.route.listSeparator);
  }
}
