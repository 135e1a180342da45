/** The engine as a browser gets it, and the manifest by which its ordinary speed is measured. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import type * as Engine from '../../src/engine/index.ts';

const ENTRY = fileURLToPath(new URL('../../src/engine/index.ts', import.meta.url));

async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** In bytes, as a server sends it. */
export async function bundleSize(): Promise<number> {
  return brotliCompressSync(await bundle(), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Not the modules of the test runner, which cost more than a connection. */
export async function bundledEngine(): Promise<typeof Engine> {
  return import(`data:text/javascript;base64,${Buffer.from(await bundle()).toString('base64')}`);
}

/** The documents that end within the first 200 lines of a recorded cluster. */
export const MANIFEST = readFileSync(new URL('../truth/datapath/clusters/r73.yaml', import.meta.url), 'utf8')
  .split('\n')
  .slice(0, 200)
  .join('\n')
  .replace(/\n---\n(?![\s\S]*\n---\n)[\s\S]*$/, '\n');

/** Text → answer, everything in between. */
export function readAndResolve({
  buildCluster,
  parseManifests,
  resolveConnection,
}: typeof Engine): Engine.Trace {
  const cluster = buildCluster(parseManifests(MANIFEST).objects);
  const connection = { from: 'outside/out-1', to: '172.30.0.11:30001' };
  return resolveConnection(cluster, connection, { proxyMode: 'nftables' });
}
