/**
 * What has to be done to `dist/` after Astro has written it: the headers a host should send, and one 404 page per language
 * where hosts look for it (`/en/404.html`).
 */
import { rename, rmdir, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { LANGS, LOCALES } from '../i18n/locales.ts';
import { contentSecurityPolicy } from '../layouts/security.ts';

export function publish(): AstroIntegration {
  let base = '/';
  return {
    name: 'port-of-call:publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        await writeFile(new URL('_headers', dir), headers(base));
        for (const lang of LANGS) {
          const from = new URL(`${LOCALES[lang].path}/404/`, dir);
          await rename(new URL('index.html', from), new URL(`${LOCALES[lang].path}/404.html`, dir));
          await rmdir(from);
        }
      },
    },
  };
}

const headers = (base: string): string =>
  [
    '/*',
    `  Content-Security-Policy: ${contentSecurityPolicy()}; frame-ancestors 'self'`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    `${base}_astro/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
