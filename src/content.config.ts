/**
 * The articles as Astro renders them. Everything about them that can be wrong is checked by `lessons()` when the collection is
 * loaded, so that `astro dev`, `astro check` and `astro build` all stop at the same mistake.
 */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lessons } from './lessons.ts';

const files = glob({
  pattern: '*/*.mdx',
  base: './content/lessons',
  generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
});

export const collections = {
  articles: defineCollection({
    loader: {
      name: 'port-of-call:articles',
      load: async (context) => {
        lessons();
        await files.load(context);
      },
    },
  }),
};
