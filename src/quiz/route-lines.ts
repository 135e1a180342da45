/** The hops of the trace as lines of text, and how many of them come before the deciding one. */
import type { Lang } from '../i18n/locales.ts';
import type { Asked } from './ask.ts';

export function routeOf(_asked: Asked, _lang: Lang): { lines: string[]; until: number } {
  return { lines: [], until: 0 };
}
