/**
 * Other names for a scenario: Services, Pods, namespaces, labels, named ports, word by word, so that what belonged together still does. A word
 * that differs from another by its ending (`catalog`, `catalogue`) differs from its new form by its ending again.
 */
import { type KubeObject, parseManifests } from '../../engine/index.ts';
import type { Random } from '../random.ts';

/** None begins another, none is a word of Kubernetes. */
const POOL: readonly string[] = (
  'almond amber anchor antler apple arrow badger bakery banjo barley beaver birch bison bobbin bridge bronze cactus camel canoe cedar cello chalk cherry cider ' +
  'clover cobalt comet copper coral cricket daisy dolphin donkey dragon drum eagle ember falcon feather fennel ferry fiddle finch flute forest fox garnet ' +
  'ginger glacier granite grape harp hazel heron honey igloo iris island ivory jasmine juniper kettle kite koala ladder lagoon lantern lemon lilac lizard ' +
  'lotus magnet mango maple marble meadow melon mint mirror monsoon moss nectar nutmeg oasis olive onion opal orchid otter owl oyster paddle panda papaya ' +
  'peach pebble pelican pepper piano pigeon plum pollen poppy prairie quartz quill rabbit raven reef ribbon robin ruby saddle salmon sandal sequoia silver ' +
  'sparrow spruce sunset swan syrup thistle tiger timber topaz tulip tundra turnip umbrella valley velvet violin walnut willow yarrow zebra'
).split(' ');

/** Words that say what a thing is, and words of addresses. */
const KEPT: readonly string[] =
  'default cluster local svc service app node pod kube system example http https tcp udp old new'.split(' ');

const IN_NAMES: readonly string[] = ['name', 'namespace', 'hostname', 'subdomain', 'nodeName'];
const HOLD_NAMES: readonly string[] = ['labels', 'selector', 'matchLabels'];

export function otherNames(text: string, random: Random): Map<string, string> {
  const words = wordsIn(text);
  const changed = new Map<string, string>();
  for (const word of words) {
    const stem = words.find((other) => other !== word && word.startsWith(other));
    if (stem) changed.set(word, `${changed.get(stem)}s`);
    else changed.set(word, fresh(text, changed, random));
  }
  return changed;
}

function fresh(text: string, changed: ReadonlyMap<string, string>, random: Random): string {
  const taken = [...changed.values()];
  const free = POOL.filter((word) => !taken.includes(word) && !text.includes(word));
  return random.pick(free);
}

/** Shorter words first: they may be the stem of others. */
function wordsIn(text: string): string[] {
  const keys = new Set([...text.matchAll(/([A-Za-z][\w./-]*)\s*:(?:\s|$)/gm)].map(([, key = '']) => key));
  const names = parseManifests(text).objects.flatMap((object) => namesOf(object));
  const words = [...new Set(names.flatMap((name) => name.split('-')))];
  return words
    .filter((word) => /^[a-z]{3,}$/.test(word) && !KEPT.includes(word) && !keys.has(word))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

function namesOf(value: KubeObject | unknown, field = '', within = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(item, field, within));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => namesOf(inner, key, field));
  const isName = IN_NAMES.includes(field) || HOLD_NAMES.includes(within) || field === 'targetPort';
  return isName && typeof value === 'string' ? [value] : [];
}

export const withNames = (text: string, changed: ReadonlyMap<string, string>): string =>
  text.replace(/(?<![A-Za-z0-9_])[a-z]{3,}(?![A-Za-z0-9_])/g, (word) => changed.get(word) ?? word);
