/** `npm start`: installs what is missing, builds what has changed, serves the site and says where. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, run } from './environment.mjs';

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

await install();
await build([
  'package-lock.json',
  'astro.config.mjs',
  'tsconfig.json',
  ...['src', 'content', 'public'].flatMap(filesBelow),
]);
// Takes the next free port if 4321 is taken, also by another copy of this, and prints the address.
process.exitCode = await run('astro', ['preview', '--ignore-lock', ...process.argv.slice(2)]);
