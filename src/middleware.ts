/** The last touch on a page before it is written: Polish typography on Polish pages. */
import { defineMiddleware } from 'astro:middleware';
import { langOfPath } from './i18n/locales.ts';
import { bindPolishHtml } from './i18n/polish.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  const response = await next();
  const isPolish = context.url.pathname.split('/').some((segment) => langOfPath(segment) === 'pl');
  if (!isPolish || !response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(bindPolishHtml(await response.text()), response);
});
