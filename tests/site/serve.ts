/** Serves `dist/` as `npm start` does, for all browser tests. */
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    site: string;
  }
}

export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const server = await preview({ root: process.cwd(), logLevel: 'error', server: { port: 4800 } });
  project.provide('site', `http://localhost:${server.port}`);
  return () => server.stop();
}
