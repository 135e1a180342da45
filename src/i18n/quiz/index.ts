/** The words of the questions in one language. */
import type { Lang } from '../locales.ts';
import { quiz as en } from './en.ts';
import type { QuizMessages } from './messages.ts';
import { quiz as pl } from './pl.ts';
import { quiz as zhCN } from './zh-cn.ts';

const ALL: Readonly<Record<Lang, QuizMessages>> = { pl, en, 'zh-CN': zhCN };

export const quizMessages = (lang: Lang): QuizMessages => ALL[lang];
