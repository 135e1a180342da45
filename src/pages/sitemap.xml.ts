/** Every page with all its alternates, from the same table as the hreflang links of the pages. */
import type { APIContext } from 'astro';
import { LANGS } from '../i18n/locales.ts';
import { uiOf } from '../i18n/ui/index.ts';
import { lessons } from '../lessons.ts';
import { alternates, fileHref, href, lessonPage, type PagePath, practicePage } from '../routes.ts';

export function GET({ site }: APIContext): Response {
  const { seriesNames, categoryNames } = uiOf('en');
  const pages: { page: PagePath; changed?: string }[] = [
    { page: '' },
    ...lessons().map(({ slug, facts }) => ({ page: lessonPage(slug), changed: facts.updated ?? facts.date })),
    { page: practicePage },
    { page: 'glossary' },
    ...Object.keys(seriesNames).map((id) => ({ page: `series/${id}` })),
    ...Object.keys(categoryNames).map((id) => ({ page: `categories/${id}` })),
  ];
  const urls = pages.flatMap(({ page, changed }) =>
    LANGS.map((lang) => entry(site, href(lang, page), page, changed)),
  );
  const root = entry(site, fileHref(), '', undefined);
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${[root, ...urls].join('\n')}\n</urlset>\n`;
  return new Response(body, { headers: { 'Content-Type': 'application/xml' } });
}

function entry(site: URL | undefined, path: string, page: PagePath, changed: string | undefined): string {
  const links = alternates(site, page).map(
    ({ hreflang, url }) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${url}"/>`,
  );
  return `<url><loc>${new URL(path, site).href}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${links.join('')}</url>`;
}
