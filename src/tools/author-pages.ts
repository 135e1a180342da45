/** Pages that only authors see: they hold answer keys, so they exist in `npm run dev` and are never built. */
import type { AstroIntegration } from 'astro';

export const authorPages = (): AstroIntegration => ({
  name: 'author-pages',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command === 'dev') injectRoute({ pattern: '/report', entrypoint: './src/tools/report.astro' });
    },
  },
});
