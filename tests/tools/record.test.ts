/** `npm run record` against a server of the test's own: what it sends, what it leaves behind, what it writes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/tools/recording/mask.ts';
import type { Recording } from '../../src/tools/recording/record.ts';
import { type ApiServer, type Instead, type Request, startApiServer } from './api-server.ts';

const RECORDINGS = 'tests/truth/admission';
const NAMESPACE = '/api/v1/namespaces/port-of-call-recording';

const folder = mkdtempSync(join(tmpdir(), 'record-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function start(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [resolve('src/tools/record.ts'), ...args]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  return { child, ended: new Promise((end) => child.on('close', (code) => end({ code, stdout, stderr }))) };
}

const run = (...args: string[]): Promise<Ended> => start(...args).ended;

let server: ApiServer | undefined;
async function serve(instead?: Instead): Promise<ApiServer> {
  server = await startApiServer(instead);
  return server;
}
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const posted = ({ requests }: ApiServer): Request[] =>
  requests.filter(({ method, fieldValidation }) => method === 'POST' && fieldValidation !== null);

/** The words of a YAML parser are its own; warnings come in any order. */
function comparable({ message, warnings, ...answer }: Answer): object {
  const text = message?.replace(
    /(yaml: (?:line \d+: )?)(?!unmarshal errors).*?( \([0-9a-f]+(?: \.\.\.)?\))?$/s,
    '$1$2',
  );
  return { ...answer, message: text, warnings: [...(warnings ?? [])].sort() };
}

describe('all the manifests of the recordings', () => {
  const recorded = JSON.parse(readFileSync(`${RECORDINGS}/cases.json`, 'utf8')) as Recording;
  const out = join(folder, 'all.json');
  let ended: Ended;
  let api: ApiServer;
  let written: Recording;
  beforeAll(async () => {
    api = await startApiServer();
    ended = await run('--server', `${api.url}/`, '--out', out);
    written = JSON.parse(readFileSync(out, 'utf8'));
  }, 120_000);
  afterAll(() => api.close());

  test('it says how many answers of which server it wrote where', () => {
    expect(ended.stderr).toBe('');
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain(`${recorded.cases.length} answers of kube-apiserver v1.36.3: ${out}`);
  });

  test('each is sent as it is, to a namespace of its own, with its type and its validation', () => {
    const sent = posted(api).map(({ path, contentType, fieldValidation, body }) => ({
      path,
      contentType,
      fieldValidation,
      body: body.toString('latin1'),
    }));
    const wanted = recorded.cases.map(({ path, contentType, fieldValidation, manifest }) => ({
      path: path.replace('/default/', '/port-of-call-recording/'),
      contentType,
      fieldValidation,
      body: readFileSync(`${RECORDINGS}/${manifest}`, 'latin1'),
    }));
    expect(sent).toEqual(wanted);
  });

  test('what is written has the form of the recordings, without kubectl apply', () => {
    const { cases, ...head } = recorded;
    const form = cases.map(({ answer, ...one }) => ({
      ...one,
      answer: Object.keys(answer),
      kubectlApply: undefined,
    }));
    expect({
      ...written,
      cases: written.cases.map((one) => ({ ...one, answer: Object.keys(one.answer) })),
    }).toEqual({ ...head, cases: form });
    expect(written.cases.some((one) => 'kubectlApply' in one)).toBe(false);
  });

  test('each answer is the recorded one, masks and all', () => {
    const pairs = written.cases.map(({ id, answer }, n) => ({
      id,
      mine: comparable(answer),
      theirs: comparable(recorded.cases[n]?.answer ?? { http: 0 }),
    }));
    expect(pairs.filter(({ mine, theirs }) => JSON.stringify(mine) !== JSON.stringify(theirs))).toEqual([]);
  });

  test('nothing is left behind', () => {
    expect([...api.objects.keys()]).toEqual([]);
  });

  test('nothing outside its namespace is touched', () => {
    const outside = api.requests.filter(({ path }) => !`${path}/`.includes('/port-of-call-recording/'));
    expect(outside.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /version',
      'GET /api/v1/services',
      'POST /api/v1/namespaces',
    ]);
  });
});

const manifest = (name: string, spec: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {${name}}\nspec: ${spec}\n`;

/** Cases of the test's own, with their manifests beside them. */
function writeCases(manifests: Readonly<Record<string, string>>, existing: readonly string[] = []): string {
  const file = join(folder, 'cases.json');
  for (const [id, text] of Object.entries(manifests)) writeFileSync(join(folder, `${id}.yaml`), text);
  const cases = Object.keys(manifests)
    .filter((id) => !existing.includes(`${id}.yaml`))
    .map((id) => ({
      id,
      rule: '1.1',
      manifest: `${id}.yaml`,
      path: '/api/v1/namespaces/default/services',
      contentType: 'application/yaml',
      fieldValidation: 'Strict',
      ...(existing.length > 0 ? { existing } : {}),
    }));
  writeFileSync(file, JSON.stringify({ cases }));
  return file;
}

/** The answer to one manifest. */
async function answerTo(text: string, instead?: Instead): Promise<Answer | undefined> {
  const { url } = await serve(instead);
  const [cases, out] = [writeCases({ one: text }), join(folder, 'one.json')];
  const { code, stderr } = await run('--server', url, '--cases', cases, '--out', out, '--overwrite');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return (JSON.parse(readFileSync(out, 'utf8')) as Recording).cases[0]?.answer;
}

const LOCAL = 'type: LoadBalancer, externalTrafficPolicy: Local';

describe('masks', () => {
  test('what was drawn is masked, what was written stays, however it was written', async () => {
    const ports = '[{name: a, port: 80, nodePort: 0x7594}, {name: b, port: 81}]';
    const answer = await answerTo(
      manifest('generateName: web-', `{${LOCAL}, clusterIP: 10.96.7.7, ports: ${ports}}`),
    );
    expect(answer?.object).toMatchObject({
      metadata: { generateName: 'web-', name: 'web-<allocated>', namespace: 'default' },
      spec: {
        clusterIP: '10.96.7.7',
        clusterIPs: ['10.96.7.7'],
        healthCheckNodePort: '<allocated>',
        ports: [{ nodePort: 30100 }, { nodePort: '<allocated>' }],
      },
    });
  });

  test('a label with the name of a drawn field is a label', async () => {
    const answer = await answerTo(manifest('name: web', '{selector: {nodePort: "7"}, ports: [{port: 80}]}'));
    expect(answer?.object).toMatchObject({ spec: { selector: { nodePort: '7' }, clusterIP: '<allocated>' } });
  });

  test('a generated name is masked in a refusal too', async () => {
    const answer = await answerTo(manifest('generateName: web-', '{ports: [{port: 0}]}'));
    expect(answer?.message).toMatch(/^Service "web-<allocated>" is invalid: /);
  });

  test('our namespace is default in what the server says', async () => {
    const body = JSON.stringify({ reason: 'BadRequest', message: 'not in port-of-call-recording' });
    const answer = await answerTo('a: b', ({ fieldValidation }) =>
      fieldValidation ? { http: 400, body } : undefined,
    );
    expect(answer).toEqual({ http: 400, reason: 'BadRequest', message: 'not in default' });
  });
});

test('what had existed before is there before each case, and gone after it', async () => {
  const { url, objects, requests } = await serve();
  const ports = '{type: NodePort, ports: [{port: 80, nodePort: 30090}]}';
  const files = {
    holder: manifest('name: holder', ports),
    one: manifest('name: one', ports),
    two: manifest('name: two', ports),
  };
  const out = join(folder, 'existing.json');
  const { code } = await run('--server', url, '--cases', writeCases(files, ['holder.yaml']), '--out', out);
  const { cases } = JSON.parse(readFileSync(out, 'utf8')) as Recording;
  expect(code).toBe(0);
  expect(cases.map(({ answer }) => answer.causes?.[0]?.message)).toEqual(
    Array(2).fill('Invalid value: 30090: provided port is already allocated'),
  );
  const holder = requests.filter(({ path }) => path.endsWith('/services/holder'));
  expect(holder.map(({ method }) => method)).toEqual(['DELETE', 'GET', 'DELETE', 'GET']);
  expect(objects.size).toBe(0);
});

describe('what it says of others', () => {
  const one = { one: manifest('name: one', '{ports: [{port: 80}]}') };

  test('Services that hold addresses and node ports already', async () => {
    const items = ['default/kubernetes', 'shop/web'].map((name) => {
      const [namespace, own] = name.split('/');
      return { metadata: { namespace, name: own } };
    });
    const body = JSON.stringify({ items });
    const { url } = await serve(({ path }) =>
      path === '/api/v1/services' ? { http: 200, body } : undefined,
    );
    const out = join(folder, 'others.json');
    const { code, stderr } = await run('--server', url, '--cases', writeCases(one), '--out', out);
    expect(code).toBe(0);
    expect(stderr).toBe('Not an empty cluster: the addresses and node ports of shop/web are taken.\n');
  });

  test('a namespace that could not be deleted', async () => {
    const body = JSON.stringify({ message: 'no' });
    const { url } = await serve(({ method, path }) =>
      method === 'DELETE' && path === NAMESPACE ? { http: 403, body } : undefined,
    );
    const out = join(folder, 'left.json');
    const { code, stderr } = await run('--server', url, '--cases', writeCases(one), '--out', out);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Left behind: the namespace port-of-call-recording\. .*HTTP 403, no\n$/);
  });

  test('which answers are not what they were, when a recording is made again', async () => {
    const { url } = await serve();
    const file = writeCases({ ...one, two: manifest('name: two', '{ports: [{port: 81}]}') });
    const again = (): Promise<Ended> => run('--server', url, '--cases', file, '--out', file, '--overwrite');
    expect((await again()).stdout).toContain('2 differ from what was recorded before: one, two');
    expect((await again()).stdout).toContain('All are as they were recorded before.');
    writeFileSync(join(folder, 'two.yaml'), manifest('name: two', '{ports: [{port: 82}]}'));
    expect((await again()).stdout).toContain('1 differ from what was recorded before: two');
  });
});

describe('what ends a recording', () => {
  const one = { one: manifest('name: one', '{ports: [{port: 80}]}') };

  test.each([
    { args: [], says: '--server is missing.' },
    { args: ['--server', 'cluster'], says: '--server cluster is no http address.' },
    { args: ['--server', 'http://127.0.0.1:1', '--speed', '9'], says: "Unknown option '--speed'" },
  ])('$args', async ({ args, says }) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(stderr).toContain('npm run record -- --server URL');
  });

  test('a file that exists, before anything is sent', async () => {
    const { url, requests } = await serve();
    const before = readFileSync(`${RECORDINGS}/cases.json`);
    const { code, stderr } = await run('--server', url, '--out', `${RECORDINGS}/cases.json`);
    expect(code).toBe(1);
    expect(stderr).toContain('cases.json exists. Name another file with --out, or say --overwrite.');
    expect(requests).toEqual([]);
    expect(readFileSync(`${RECORDINGS}/cases.json`).equals(before)).toBe(true);
  });

  test('a case outside the namespace default, before anything is sent', async () => {
    const { url, requests } = await serve();
    const file = join(folder, 'elsewhere.json');
    for (const path of ['/api/v1/nodes', '/api/v1/namespaces/kube-system/services', '/api/v1/namespaces']) {
      writeFileSync(file, JSON.stringify({ cases: [{ id: 'there', path }] }));
      const { code, stderr } = await run(
        '--server',
        url,
        '--cases',
        file,
        '--out',
        join(folder, 'never.json'),
      );
      expect(code).toBe(1);
      expect(stderr).toBe(`there: ${path} is no path of a collection in the namespace default.\n`);
    }
    expect(requests).toEqual([]);
  });

  test('cases that cannot be read', async () => {
    const broken = join(folder, 'broken.json');
    const end = async (file: string): Promise<string> =>
      (await run('--server', 'http://127.0.0.1:1', '--cases', file)).stderr;
    expect(await end(broken)).toMatch(/broken\.json cannot be read: ENOENT/);
    writeFileSync(broken, '{');
    expect(await end(broken)).toBe(`${broken} is not JSON.\n`);
    writeFileSync(broken, '{}');
    expect(await end(broken)).toBe(`${broken} holds no cases.\n`);
  });

  test('a manifest that is missing, and what was made is deleted', async () => {
    const { url, objects } = await serve();
    const cases = writeCases(one);
    rmSync(join(folder, 'one.yaml'));
    const { code, stderr } = await run(
      '--server',
      url,
      '--cases',
      cases,
      '--out',
      join(folder, 'never.json'),
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/one\.yaml cannot be read: ENOENT/);
    expect(objects.size).toBe(0);
  });

  const ending = (
    instead?: Instead,
    prepare?: (api: ApiServer) => void,
  ): Promise<Ended & { api: ApiServer }> =>
    serve(instead).then(async (api) => {
      prepare?.(api);
      const out = join(folder, 'never.json');
      const ended = await run('--server', api.url, '--cases', writeCases(one), '--out', out);
      expect(ended.code).toBe(1);
      expect(existsSync(out)).toBe(false);
      return { ...ended, api };
    });

  test('no server', async () => {
    const { url, close } = await startApiServer();
    await close();
    const { code, stderr } = await run('--server', url, '--out', join(folder, 'never.json'));
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^http:\/\/127.0.0.1:\d+ does not answer \(.+\)\. Is `kubectl proxy` running there\?\n$/,
    );
  });

  test('a server that is no API server', async () => {
    const { stderr } = await ending(() => ({ http: 200, body: '<html>' }));
    expect(stderr).toContain(
      'does not answer as an API server does: GET /version gave HTTP 200 and no JSON.',
    );
    expect((await ending(() => ({ http: 200, body: '{}' }))).stderr).toContain('/version is not that of');
  });

  test('a namespace that exists is neither used nor deleted', async () => {
    const theirs = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'port-of-call-recording' } };
    const { stderr, api } = await ending(undefined, ({ objects }) => objects.set(NAMESPACE, theirs));
    expect(stderr).toContain('The namespace port-of-call-recording exists already.');
    expect([...api.objects.keys()]).toEqual([NAMESPACE]);
  });

  test('no rights to make something, and what was made is deleted', async () => {
    const body = JSON.stringify({ message: 'services is forbidden' });
    const { stderr, api } = await ending(({ fieldValidation }) =>
      fieldValidation ? { http: 403, body } : undefined,
    );
    expect(stderr).toContain(`does not let us POST ${NAMESPACE}/services: HTTP 403, services is forbidden`);
    expect(api.objects.size).toBe(0);
  });

  test('an answer that no manifest is given', async () => {
    const body = JSON.stringify({ message: 'gone' });
    const { stderr } = await ending(({ fieldValidation }) =>
      fieldValidation ? { http: 404, body } : undefined,
    );
    expect(stderr).toContain('one: HTTP 404 is no answer to a manifest: gone');
  });

  test.skipIf(process.platform === 'win32')(
    'Ctrl-C, which comes twice through npm, and what was made is deleted',
    async () => {
      const { promise: underWay, resolve: reached } = Promise.withResolvers<void>();
      const api = await serve((_, count) => {
        if (count === 40) reached();
        return undefined;
      });
      const out = join(folder, 'interrupted.json');
      const { child, ended } = start('--server', api.url, '--out', out);
      await underWay;
      child.kill('SIGINT');
      child.kill('SIGINT');
      const { code, stderr } = await ended;
      expect(code).toBe(130);
      expect(stderr).toBe('Stopping; deleting what was made. (Once more to leave it.)\n');
      expect(api.requests.length).toBeLessThan(400);
      expect(api.objects.size).toBe(0);
      expect(existsSync(out)).toBe(false);
    },
  );

  test('a busy server does not: it is asked again', async () => {
    const body = JSON.stringify({ message: 'too many requests' });
    const answer = await answerTo(one.one, (_, count) => (count === 1 ? { http: 429, body } : undefined));
    expect(answer?.http).toBe(201);
    expect(server?.requests.slice(0, 2).map(({ path }) => path)).toEqual(['/version', '/version']);
  });
});
