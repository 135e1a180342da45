/** The words of the practice page in one language. */
import type { Lang } from '../locales.ts';
import { practice as en } from './en.ts';
import type { PracticeMessages } from './messages.ts';
import { practice as pl } from './pl.ts';
import { practice as zhCN } from './zh-cn.ts';

const ALL: { readonly [L in Lang]: PracticeMessages<L> } = { pl, en, 'zh-CN': zhCN };

export const practiceWords = (lang: Lang): PracticeMessages => ALL[lang] as PracticeMessages;
