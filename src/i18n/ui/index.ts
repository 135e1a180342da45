/** The page words of one language. */
import type { Lang } from '../locales.ts';
import { ui as en } from './en.ts';
import type { UiMessages } from './messages.ts';
import { ui as pl } from './pl.ts';
import { ui as zhCN } from './zh-cn.ts';

const ALL: { readonly [L in Lang]: UiMessages<L> } = { pl, en, 'zh-CN': zhCN };

export const uiOf = (lang: Lang): UiMessages => ALL[lang] as UiMessages;
