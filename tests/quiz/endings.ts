/** Whether a text says how a connection ends: by the label of the ending, or in other words. */
import type { Lang } from '../../src/i18n/locales.ts';
import { quizMessages } from '../../src/i18n/quiz/index.ts';
import type { Outcome } from '../../src/quiz/response.ts';

const IN_OTHER_WORDS: Readonly<Record<Lang, Readonly<Record<Outcome, RegExp>>>> = {
  en: {
    refused: /refus/i,
    'timed-out': /time[ds]? out|timeout/i,
    reached: /accepts it/i,
    'no-such-name': /no such name/i,
  },
  pl: {
    refused: /odrzuc|odmow|odmaw/i,
    'timed-out': /czas oczekiwania/i,
    reached: /połączenie przyjęte/i,
    'no-such-name': /nie ma takiej nazwy/i,
  },
  'zh-CN': { refused: /拒绝/, 'timed-out': /超时/, reached: /连接成功/, 'no-such-name': /名称不存在/ },
};

export const namesEnding = (text: string, lang: Lang, ending: Outcome): boolean =>
  IN_OTHER_WORDS[lang][ending].test(text) || text.includes(quizMessages(lang).outcomes[ending]);
