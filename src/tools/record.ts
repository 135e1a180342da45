/**
 * `npm run record -- --server URL`: POSTs the manifests of the recordings to a real API server and writes down what it answers, in the format of
 * tests/truth/admission/cases.json. What that file says of `kubectl apply` is left out. Nothing but the server is contacted.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, NAMESPACE, type Recording, record } from './recording/record.ts';
import { RecordingError } from './recording/server.ts';

const USAGE = `npm run record -- --server URL [--out FILE] [--overwrite] [--cases FILE]

  --server URL      the API server, as \`kubectl proxy\` shows it: http://127.0.0.1:8001
  --out FILE        where to write the answers (recorded-cases.json in this folder); a file that exists is kept
  --overwrite       unless this is given
  --cases FILE      what to send (tests/truth/admission/cases.json); its manifests lie beside it

It makes a namespace for this, ${NAMESPACE}, and deletes it afterwards. Take a cluster that may be thrown away.`;

interface Arguments {
  server: URL;
  out: string;
  overwrite: boolean;
  cases: string;
}

const OPTIONS = {
  server: { type: 'string' },
  out: { type: 'string', default: 'recorded-cases.json' },
  overwrite: { type: 'boolean', default: false },
  cases: { type: 'string', default: 'tests/truth/admission/cases.json' },
} as const;

function readArguments(): Arguments {
  try {
    const { server, ...values } = parseArgs({ options: OPTIONS }).values;
    const url = URL.parse(server ?? '');
    if (!url || !/^https?:$/.test(url.protocol))
      throw new RecordingError(server ? `--server ${server} is no http address.` : '--server is missing.');
    return { ...values, server: url };
  } catch (error) {
    throw new RecordingError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new RecordingError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function readCases(file: string): Case[] {
  const text = new TextDecoder().decode(read(file));
  try {
    const { cases } = JSON.parse(text) as { cases: Case[] };
    if (Array.isArray(cases)) return cases;
  } catch {
    throw new RecordingError(`${file} is not JSON.`);
  }
  throw new RecordingError(`${file} holds no cases.`);
}

function refuseToOverwrite({ out, overwrite }: Arguments): void {
  if (existsSync(out) && !overwrite)
    throw new RecordingError(`${out} exists. Name another file with --out, or say --overwrite.`);
}

/** How much of it was recorded before, in the same words. */
function comparison(before: readonly Case[], { cases }: Recording): string {
  const differ = cases.filter(
    ({ answer }, n) => JSON.stringify(answer) !== JSON.stringify(before[n]?.answer),
  );
  if (differ.length === 0) return 'All are as they were recorded before.';
  return `${differ.length} differ from what was recorded before: ${differ.map(({ id }) => id).join(', ')}`;
}

async function main(signal: AbortSignal): Promise<void> {
  const wanted = readArguments();
  const cases = readCases(wanted.cases);
  refuseToOverwrite(wanted);
  const recording = await record({
    server: wanted.server,
    cases,
    readManifest: (file) => read(join(dirname(wanted.cases), file)),
    signal,
    say: console.error,
  });
  writeFileSync(wanted.out, `${JSON.stringify(recording, null, 1)}\n`);
  console.log(
    `${cases.length} answers of kube-apiserver ${recording.recordedWith['kube-apiserver']}: ${wanted.out}`,
  );
  console.log(comparison(cases, recording));
}

/** npm hands on the signal that a terminal has sent already, so one Ctrl-C arrives twice. */
const ECHO_MS = 1000;
const interrupted = new AbortController();
let interruptedAt = 0;

function interrupt(): void {
  if (interrupted.signal.aborted) {
    if (Date.now() - interruptedAt > ECHO_MS) process.exit(130);
    return;
  }
  interruptedAt = Date.now();
  console.error('Stopping; deleting what was made. (Once more to leave it.)');
  interrupted.abort();
}

for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, interrupt);

try {
  await main(interrupted.signal);
} catch (error) {
  process.exitCode = interrupted.signal.aborted ? 130 : 1;
  if (!interrupted.signal.aborted) {
    if (!(error instanceof RecordingError)) throw error;
    console.error(error.message);
  }
}
