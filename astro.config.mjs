import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { publish } from './src/tools/publish.ts';

/** Where the site will stand: scheme, host and, if it is not the root, the path. */
const siteUrl = new URL(process.env.SITE_URL ?? 'https://port-of-call.example/');

export default defineConfig({
  site: siteUrl.origin,
  base: siteUrl.pathname,
  trailingSlash: 'always',
  integrations: [mdx(), publish()],
  markdown: {
    // Code is rendered by our own components with classes; quotes are typed as the language wants them.
    syntaxHighlight: false,
    processor: satteri({ features: { smartPunctuation: false, headingAttributes: true } }),
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
