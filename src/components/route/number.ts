/** Routes are numbered in the order in which a page draws them. */
export function routeNumber(page: { locals: { routes?: number } }): number {
  page.locals.routes = (page.locals.routes ?? 0) + 1;
  return page.locals.routes;
}
