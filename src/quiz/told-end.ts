/** How an answer ended that was tried out, in a sentence. */
import type { EngineData } from './quiz-data.ts';
import type { Reach } from './reach.ts';

const PORT = /:(\d+)(?:\/[A-Z]+)?$/;
const PROTOCOL = /\/(TCP|UDP|SCTP)$/;

export function toldEnd({ tried, ends, notes }: EngineData, address: string, reach: Reach): string {
  const note = notes[reach.because];
  const told = note ? tried : tried.replace(/\s*[(（]\{note\}[)）]/, '');
  return told
    .replace('{note}', note ?? '')
    .replace('{port}', PORT.exec(address)?.[1] ?? '80')
    .replace('{protocol}', PROTOCOL.exec(address)?.[1] ?? 'TCP')
    .replace('{end}', ends[reach.outcome] ?? reach.outcome)
    .replace('{address}', `<${address.replace(/\/TCP$/, '')}>`);
}
