/** The feed of one language. */
import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { uiOf } from '../../i18n/ui/index.ts';
import { langParam, languagePaths } from '../../languages.ts';
import { lessons } from '../../lessons.ts';
import { href, lessonPage } from '../../routes.ts';

export const getStaticPaths = languagePaths;

export function GET({ params, site }: APIContext) {
  const lang = langParam(params);
  return rss({
    title: 'Port of Call',
    description: uiOf(lang).siteDescription,
    site: new URL(href(lang), site).href,
    customData: `<language>${lang.toLowerCase()}</language>`,
    items: [...lessons()].reverse().map(({ slug, facts, articles }) => ({
      title: articles[lang].title,
      description: articles[lang].description,
      pubDate: new Date(`${facts.date}T00:00:00Z`),
      link: href(lang, lessonPage(slug)),
      categories: facts.categories.map((id) => uiOf(lang).categoryNames[id]),
    })),
  });
}
