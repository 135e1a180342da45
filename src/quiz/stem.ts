/** The text of a question: who dials what, in which proxy mode if that matters, and what is asked. It holds the dialed number and no other. */
import { fill } from '../i18n/plural.ts';
import type { QuizMessages } from '../i18n/quiz/messages.ts';
import type { Asked } from './ask-in.ts';
import { kindOf } from './kinds/index.ts';
import { clientOf } from './kinds/telling.ts';
import type { Mark } from './marks.ts';
import type { Question } from './question.ts';
import type { Situation } from './situation.ts';

/** In the markup of `marks.ts`. */
export function stemText(asked: Asked, words: QuizMessages): string {
  const { question, connection, situation } = asked;
  const { asks, withoutScene } = kindOf(question).tell;
  if (withoutScene) return asks(asked, words);
  const client = clientOf(asked, words);
  const address = `${dialedAddress(question, connection.to, situation)}${whose(asked, words)}`;
  const scene = question.proxyMode
    ? fill(words.dialsInMode, { client, address, mode: words.mode[question.proxyMode] })
    : fill(words.dials, { client, address });
  return `${scene}${words.between}${asks(asked, words)}`;
}

/** Whose address it is, where an address is dialed that no manifest gives. */
function whose({ connection }: Asked, words: QuizMessages): string {
  const [, placeholder] = /\{([^{}]+)\}/.exec(connection.written) ?? [];
  return placeholder
    ? `${words.between}${fill(words.whose, { name: placeholder.split('/').at(-1) ?? '' })}`
    : '';
}

/** As a person types it. Only `which-port` shows the number with its mark: elsewhere the mark would tell where it belongs. */
function dialedAddress({ kind }: Question, to: string, { dialed, port, service }: Situation): string {
  // TCP goes without saying, unless the Service speaks something else.
  const isPlain = service?.ports.every(({ protocol }) => protocol === 'TCP') ?? true;
  const typed = isPlain ? to.replace(/\/TCP$/, '') : to;
  const mark: Mark = kind === 'which-port' ? markOf(dialed.port, port) : 'none';
  return `<${typed.replace(new RegExp(`:${dialed.port}(?=/|$)`), `:[${mark} ${dialed.port}]`)}>`;
}

function markOf(dialed: number, port: Situation['port']): Mark {
  if (dialed === port?.nodePort) return 'node';
  if (dialed === port?.port) return 'port';
  return dialed === port?.targetPort ? 'target' : 'none';
}
