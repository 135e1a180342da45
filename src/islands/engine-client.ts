/** The one place where the engine is started: on the first question to it, and again after it has failed. */
import type { Replies, RequestName, Requests } from '../quiz/engine-desk.ts';

interface Waiting {
  done: (reply: never) => void;
  failed: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | null = null;
let last = 0;

export function askEngine<N extends RequestName>(name: N, asked: Requests[N]): Promise<Replies[N]> {
  return new Promise((done, failed) => {
    last += 1;
    waiting.set(last, { done, failed });
    started().postMessage({ number: last, name, asked });
  });
}

function started(): Worker {
  if (worker) return worker;
  const made = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }) => settle(data));
  made.addEventListener('error', () => giveUp());
  worker = made;
  return made;
}

function settle({ number, reply, error }: { number: number; reply?: unknown; error?: string }): void {
  const asked = waiting.get(number);
  waiting.delete(number);
  if (error === undefined) asked?.done(reply as never);
  else asked?.failed(new Error(error));
}

function giveUp(): void {
  worker?.terminate();
  worker = null;
  for (const { failed } of waiting.values()) failed(new Error('the engine could not be loaded'));
  waiting.clear();
}
