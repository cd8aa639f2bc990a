import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '@laurel/testing';
import { readPidFiles } from '@laurel/up';

const run = promisify(execFile);
const ROOT = join(__dirname, '../../..');

/** The environment of somebody who has configured nothing: the suite's own servers are not for this test. */
const bareEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('LAUREL_')));

let data: string;
beforeAll(() => (data = mkdtempSync(join(tmpdir(), 'laurel-start-'))));
afterAll(() => rmSync(data, { recursive: true, force: true }));

function start(...args: string[]) {
  const child = spawn(process.execPath, ['tools/up/bootstrap.mjs', 'start', '--data', data, ...args], {
    cwd: ROOT,
    env: bareEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, exited: once(child, 'close') as Promise<[number | null]> };
}

function pidOf(name: string): number {
  const found = readPidFiles(join(data, 'run')).find((record) => record.name === name);
  if (!found) throw new Error(`${name} does not run`);
  return found.pid;
}

describe('npm start', () => {
  it('brings the servers, plays the season, shows the published table and leaves everything stopped', async () => {
    const { exited, output } = start('--speed', '1000', '--exit-after-demo');

    const [code] = await exited;

    const shown = output();
    expect(shown).toMatch(/MongoDB \S+: \w+/);
    expect(shown).toMatch(/Ingestion +http:\/\/127\.0\.0\.1:\d+/);
    expect(shown).toMatch(/ 1 [^\n]*Chelsea +87 +\+41 +73/);
    expect(shown).toMatch(/20 [^\n]*Queens Park Rangers +30 +−31 +42/);
    expect(shown).toContain('equals the published one of the English Premier League 2014/15 in all 20 rows');
    expect(shown).toContain('The live feed ended on the same table.');
    expect(code).toBe(0);
    const environment = readFileSync(join(data, 'demo.env'), 'utf8');
    expect(environment).toMatch(
      /^export INGESTION=http:\/\/127\.0\.0\.1:\d+\nexport ADMIN=.*\nexport QUERY=.*\nexport KEY=(lrl_test_sk_\S+)\nexport LAUREL_API_KEY=\1\nexport OPERATOR_EMAIL=\S+\nexport OPERATOR_PASSWORD=\S+\n$/,
    );
  }, 300_000);

  it('keeps the data, and changes nothing when the season is played again', async () => {
    const { exited, output } = start('--speed', '1000', '--exit-after-demo');

    const [code] = await exited;

    expect(output()).toContain("The demo's rules are release 1.");
    expect(output()).toMatch(/ 1 [^\n]*Chelsea +87 +\+41 +73/);
    expect(code).toBe(0);
  }, 300_000);

  it('runs until Ctrl-C: a second start says so, the command line finds it, a killed service comes back, and nothing stays behind', async () => {
    const first = start('--no-demo');
    await until('it is ready', () => first.output().includes('Ready after'), 120_000);

    const second = start('--no-demo');
    expect((await second.exited)[0]).toBe(0);
    expect(second.output()).toMatch(/Laurel is running already/);

    const { stdout } = await run('bash', ['-euc', `. ${data}/demo.env; curl -fs "$QUERY/health/ready"`]);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'ready' });

    const [, page] = /Console +(http:\S+)/.exec(first.output()) ?? [];
    const opened = await fetch(page ?? '', { headers: { accept: 'text/html' } });
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('<title>Laurel</title>')]);

    const signIn =
      'curl -fs "$ADMIN/v1/sessions" -H "Content-Type: application/json" ' +
      '-d "{\\"email\\": \\"$OPERATOR_EMAIL\\", \\"password\\": \\"$OPERATOR_PASSWORD\\"}"';
    const session = await run('bash', ['-euc', `. ${data}/demo.env; ${signIn}`]);
    expect(JSON.parse(session.stdout)).toMatchObject({
      tenant: 'demo',
      role: 'owner',
      environments: ['dev', 'staging'],
    });

    const laurel = ['tools/up/bootstrap.mjs', 'laurel', '--data', data, 'verify'];
    const verified = await run(process.execPath, laurel, { cwd: ROOT, env: bareEnvironment() });
    expect(verified.stdout).toContain('Everything is as it has to be.');

    const scoring = pidOf('scoring-service');
    process.kill(scoring, 'SIGKILL');
    await until('scoring is ready again', () => /scoring-service is ready again/.test(first.output()), 120_000);
    expect(pidOf('scoring-service')).not.toBe(scoring);

    first.child.kill('SIGINT');
    expect((await first.exited)[0]).toBe(0);
    expect(first.output()).toContain('Stopped.');
    expect(readPidFiles(join(data, 'run'))).toEqual([]);
  }, 300_000);

  it('wipes its data when told to', async () => {
    const { child, exited, output } = start('--no-demo', '--reset', '--yes');
    await until('it is ready', () => output().includes('Ready after'), 120_000);

    child.kill('SIGINT');

    expect((await exited)[0]).toBe(0);
    expect(output()).toContain('All data are deleted.');
  }, 300_000);

  it('explains itself', async () => {
    const { exited, output } = start('--help');

    const [code] = await exited;

    expect(output()).toContain('--reset');
    expect(code).toBe(0);
  });
});
