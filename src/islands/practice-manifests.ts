/** The manifests a question is about, each object by itself; lines keep the numbers they have in the file. */
import { fill } from '../i18n/plural.ts';
import type { PracticeMessages } from '../i18n/practice/messages.ts';
import type { Presented } from '../quiz/present.ts';
import { h } from './practice-dom.ts';
import { drawCode } from './quiz-draw.ts';

/** Below this there is room for one manifest at a time; the others are a tap away. */
const WIDE = matchMedia('(min-width: 47.5rem)');

type Manifest = Presented['manifests'][number];

export const drawManifests = (
  { manifests, addresses }: Pick<Presented, 'manifests' | 'addresses'>,
  words: PracticeMessages,
): HTMLElement =>
  h(
    'div',
    { class: 'sheet' },
    ...manifests.map((manifest, index) => drawManifest(manifest, words, index === 0 || WIDE.matches)),
    addresses.length > 0 && drawAddresses(addresses, words),
  );

function drawAddresses(addresses: Presented['addresses'], words: PracticeMessages): HTMLElement {
  const width = Math.max(...addresses.map(({ address }) => address.length));
  const rows = addresses.map(({ what, address }) => `${address.padEnd(width)}  ${what}\n`);
  return h(
    'details',
    { class: 'yaml plain', open: true },
    h('summary', {}, words.addresses),
    h('pre', { tabindex: '0', role: 'group', 'aria-label': words.addresses }, h('code', {}, ...rows)),
  );
}

function drawManifest(
  { object, first, lines, aside }: Manifest,
  words: PracticeMessages,
  room: boolean,
): HTMLElement {
  const label = fill(words.manifestLines, { object, from: first, to: first + lines.length - 1 });
  const rows = lines.map((line, index) =>
    h('span', { class: 'l', 'data-l': String(first + index) }, ...drawCode(line), '\n'),
  );
  return h(
    'details',
    { class: 'yaml', open: room && !aside },
    h('summary', {}, label),
    h('pre', { tabindex: '0', role: 'group', 'aria-label': label }, h('code', {}, ...rows)),
  );
}

/** Lights the line of that number, and no other. */
export function light(within: HTMLElement, line: number | null): void {
  for (const row of within.querySelectorAll<HTMLElement>('.sheet .l'))
    row.classList.toggle('lit', row.dataset['l'] === String(line));
}
