/** The explanations of findings in one language. */
import type { Lang } from '../locales.ts';
import { findings as en } from './en.ts';
import type { FindingMessages } from './messages.ts';
import { findings as pl } from './pl.ts';
import { findings as zhCN } from './zh-cn.ts';

const ALL: Readonly<Record<Lang, FindingMessages>> = { pl, en, 'zh-CN': zhCN };

export const findingWords = (lang: Lang): FindingMessages => ALL[lang];
