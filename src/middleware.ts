/** Pages get their last typographic touch before they are written. */
import { defineMiddleware } from 'astro:middleware';
import { langOfPath } from './i18n/locales.ts';
import { finishHtml } from './typography.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  const response = await next();
  const lang = context.url.pathname.split('/').map(langOfPath).find(Boolean);
  if (!lang || !response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(finishHtml(lang, await response.text()), response);
});
