/**
 * A question as it is put to somebody: scenario, variant, text, manifests, controls, key and feedback in one language. Pure, so that the worker
 * of the practice page and the tests run the same.
 */
import { addressOf } from '../engine/index.ts';
import { bindPolish } from '../i18n/polish.ts';
import type { Voice } from '../i18n/voice.ts';
import { markedLines } from '../yaml-marks.ts';
import { type Asked, askIn } from './ask-in.ts';
import { type Controls, kindOf } from './kinds/index.ts';
import { linesText } from './manifest-lines.ts';
import type { KindId, Question } from './question.ts';
import { dataOf } from './question-data.ts';
import type { QuestionData } from './quiz-data.ts';
import { type ScenarioTexts, scenarioOf } from './scenario-of.ts';
import { stemText } from './stem.ts';
import { vary } from './vary.ts';

/** Texts are in the markup of `marks.ts`. */
export interface Presented {
  id: string;
  seed: number;
  bank: string;
  kind: KindId;
  stem: string;
  controls: Controls;
  manifests: readonly Manifest[];
  /** Where an address is asked for: what has which. */
  addresses: readonly Addressed[];
  data: QuestionData;
  /** The same for the same facts: a later bank may make another question of this id and seed. */
  facts: string;
}

export interface Addressed {
  /** `node-1`, `Service web`, `Pod web-a`. */
  what: string;
  address: string;
}

export interface Manifest {
  /** `Service order-service`. */
  object: string;
  /** Number of its first line in the file. */
  first: number;
  lines: readonly string[];
  /** Nothing of it bears on the question: it only says that the client is there. */
  aside: boolean;
}

export interface Put {
  texts: ScenarioTexts;
  question: Question;
  /** 0: as its author wrote it. */
  seed: number;
  /** The bank it was first put from: with id and seed it decides the variant. */
  bank: string;
}

export function present(put: Put, voice: Voice): Presented {
  const asked = askedOf(put);
  const presented: Presented = {
    id: put.question.id,
    seed: put.seed,
    bank: put.bank,
    kind: put.question.kind,
    stem: stemText(asked, voice.quiz),
    controls: kindOf(asked.question).tell.controls(asked, voice.quiz, voice),
    manifests: manifestsOf(asked),
    addresses: put.question.kind === 'address' ? addressesOf(asked) : [],
    data: dataOf(asked, voice),
    facts: factsOf(asked),
  };
  return voice.lang === 'pl' ? JSON.parse(bindPolish(JSON.stringify(presented))) : presented;
}

/** The key and the facts alone: enough to grade. */
export function gradeOf(put: Put, answer: string): { right: boolean; facts: string } {
  const asked = askedOf(put);
  return { right: kindOf(asked.question).grade(asked.key, answer, asked) === 1, facts: factsOf(asked) };
}

function askedOf({ texts, question, seed, bank }: Put): Asked {
  const variant = seed === 0 ? { texts, question } : vary(texts, question, seed, bank);
  return askIn(variant.question, scenarioOf(variant.texts, question.connection));
}

function manifestsOf({ scenario, situation }: Asked): Manifest[] {
  return scenario.objects.map((object) => {
    const lines = markedLines(scenario.text, object);
    const isDialed = situation.workloads.some(
      ({ kind, name }) => kind === 'Pod' && name === object.metadata.name,
    );
    return {
      object: `${object.kind} ${object.metadata.name}`,
      first: lines[0]?.number ?? 1,
      lines: linesText(lines),
      aside: object.kind === 'Pod' && !object.metadata.labels && !isDialed,
    };
  });
}

/** Assigned by the cluster: no manifest says them, and not everybody can dial a name. */
function addressesOf({ scenario: { cluster, objects } }: Asked): Addressed[] {
  const services = objects.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata);
  const named: readonly (readonly [what: string, name: string])[] = [
    ...[...cluster.nodes.keys()].map((name) => [name, name] as const),
    ...services.map(
      ({ name, namespace = 'default' }) => [`Service ${name}`, `service/${namespace}/${name}`] as const,
    ),
    ...[...cluster.pods.keys()].map((id) => [`Pod ${id.split('/').at(-1)}`, `pod/${id}`] as const),
  ];
  return named.flatMap(([what, name]) => {
    const address = addressOf(cluster, name);
    return address && address !== 'None' ? [{ what, address }] : [];
  });
}

/** FNV-1a over what the question rests on. */
function factsOf({ question, scenario, connection }: Asked): string {
  const { id: _, targets: __, ...facts } = question;
  const text = JSON.stringify([facts, scenario.text, connection.from, connection.to]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
