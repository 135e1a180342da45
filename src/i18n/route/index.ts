/** The words of routes in one language. */
import type { Lang } from '../locales.ts';
import { route as en } from './en.ts';
import type { RouteMessages } from './messages.ts';
import { route as pl } from './pl.ts';
import { route as zhCN } from './zh-cn.ts';

const ALL: { readonly [L in Lang]: RouteMessages<L> } = { pl, en, 'zh-CN': zhCN };

export const routeWords = (lang: Lang): RouteMessages => ALL[lang] as RouteMessages;
