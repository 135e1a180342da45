import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { tablesInPieces } from './src/tables.ts';
import { authorPages } from './src/tools/author-pages.ts';
import { publish } from './src/tools/publish.ts';

/** Where the site will stand: scheme, host and, if it is not the root, the path. */
const written = process.env.SITE_URL || 'https://port-of-call.example/';
if (!URL.canParse(written) || !/^https?:/.test(written))
  throw new Error(`SITE_URL is "${written}". Write a whole address: SITE_URL=https://example.org/ports/`);
const siteUrl = new URL(written);

export default defineConfig({
  site: siteUrl.origin,
  base: siteUrl.pathname,
  trailingSlash: 'always',
  integrations: [mdx(), publish(), authorPages()],
  markdown: {
    // Code is rendered by our own components with classes; quotes are typed as the language wants them.
    syntaxHighlight: false,
    processor: satteri({
      features: { smartPunctuation: false, headingAttributes: true },
      hastPlugins: [tablesInPieces],
    }),
  },
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // The Content-Security-Policy allows no inline script and no data: URL.
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks the styles of an article with a directive of its own and reads it before the bundler drops it.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
  },
});
