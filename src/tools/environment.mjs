/**
 * What `npm start` and `npm test` share: bring a fresh clone to the point where the pinned Node runs the pinned tools.
 * Plain JavaScript, because whatever Node started npm runs this file.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

const bin = join(root, 'node_modules/.bin');
const env = {
  ...process.env,
  PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
};

/** Ends the whole command with a message that says what to do. */
export function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Runs a command of the project with its pinned Node; resolves to its exit code. */
export function run(command, args, extraEnv = {}) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { stdio: 'inherit', env: { ...env, ...extraEnv }, shell });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/**
 * `npm install`, unless what is installed is what the lock file says. Not `npm ci`: that refuses a lock file that was written on a
 * machine whose registry has no packages for other platforms.
 */
export async function install() {
  const stamp = 'node_modules/.port-of-call';
  const wanted = digest(['package.json', 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what package-lock.json lists …');
  const code = await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) stop('npm install failed: see above. It needs Node 20 or later, npm and the npm registry.');
  const node = spawnSync(join(bin, 'node'), ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (node.status !== 0) {
    stop(
      'The pinned Node did not install: npm was told to run no install scripts. Allow them for "node" and "esbuild" and try again.',
    );
  }
  writeFileSync(stamp, wanted);
}

/** `astro build`, unless nothing has changed since the last one. */
export async function build(files) {
  const stamp = 'node_modules/.cache/port-of-call/built';
  const wanted = digest(files) + (process.env.SITE_URL ?? '');
  if (existsSync('dist/index.html') && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const code = await run('astro', ['build']);
  if (code !== 0) stop('The site was not built: see above.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(existsSync(file) ? readFileSync(file) : '');
  return hash.digest('hex');
}
