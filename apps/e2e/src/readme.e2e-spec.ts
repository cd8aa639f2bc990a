import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { playDemoSeason } from './stack/demo-season.js';
import { LaurelStack } from './stack/laurel-stack.js';
import { createOwner } from './stack/owner.js';

const ROOT = join(__dirname, '../../..');
const run = promisify(execFile);

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of the README, in order. */
const blocks: readonly Block[] = Array.from(
  readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```(.+)\n([^]*?)^```$/gm),
  ([, language = '', text = '']) => ({ language, text }),
);
const commands = blocks.filter(({ language }) => language === 'sh run');

let stack: LaurelStack;
let api: Api;
let environment: NodeJS.ProcessEnv;
/** Stands in for the folder that Laurel is in. */
let folder: string;

// As after `npm start`: the demo's workspaces and owner, its rules in force, its season played.
beforeAll(async () => {
  stack = await LaurelStack.start({ LAUREL_SESSION_COOKIE: 'plain' });
  const { secretKey } = await stack.createWorkspace('demo', 'dev');
  await stack.createWorkspace('demo', 'staging');
  const owner = await createOwner(stack, 'demo');
  api = new Api(stack, secretKey);
  await playDemoSeason(api);
  folder = mkdtempSync(join(tmpdir(), 'laurel-readme-'));
  mkdirSync(join(folder, '.laurel'));
  environment = {
    PATH: `${writeNpm()}:${process.env['PATH']}`,
    INGESTION: stack.ingestion.url,
    ADMIN: stack.admin.url,
    QUERY: stack.query.url,
    KEY: secretKey,
    LAUREL_API_KEY: secretKey,
    OPERATOR_EMAIL: owner.email,
    OPERATOR_PASSWORD: owner.password,
    LAUREL_ADMIN_URL: stack.admin.url,
  };
}, 180_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stack.stop();
});

/** `npm run -s laurel --` without the launcher, whose own test has it find the running Laurel. @returns its folder */
function writeNpm(): string {
  const main = join(ROOT, 'apps/cli/dist/main.js');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\nshift 4\nexec "${process.execPath}" "${main}" "$@"\n`, { mode: 0o755 });
  return bin;
}

/** Runs the next command of the README. @returns what it printed */
async function print(index: number): Promise<string> {
  const { stdout } = await run('bash', ['-euc', commands[index]?.text ?? 'exit 1'], { env: environment, cwd: folder });
  return stdout;
}

/** Runs the next command of the README. @returns what it printed, a JSON value a line */
async function runCommand(index: number): Promise<unknown[]> {
  return (await print(index))
    .replaceAll('}{', '}\n{')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

const processed = (eventId: string, playerId: string) =>
  until(
    `${eventId} is processed`,
    async () => (await api.query(`/v1/events/${eventId}?playerId=${playerId}`)).status === 200,
  );

/** The shape of an answer: numbers that the log gives and times are only compared by their kind. */
function shapeOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key: string, part: unknown) =>
    ['partition', 'offset', 'asOf', 'reachedAt'].includes(key) ? typeof part : part,
  );
}

const expectedAfter = (command: number): unknown => {
  const position = blocks.indexOf(commands[command] ?? { language: '', text: '' });
  return JSON.parse(blocks[position + 1]?.text ?? '');
};

describe('the README', () => {
  it('sends a first event and finds it processed', async () => {
    expect((await runCommand(0)).map(shapeOf)).toEqual([shapeOf(expectedAfter(0))]);
    await processed('run-1', 'ada');
    expect(await runCommand(1)).toMatchObject([
      { eventId: 'run-1', status: 'processed', release: 1, rules: [], effects: [] },
    ]);
  });

  it('signs in, pulls the rules, changes one, and tries it on the season', async () => {
    expect(await runCommand(2)).toMatchObject([{ tenant: 'demo', environment: 'dev', role: 'owner' }]);
    expect(await print(3)).toMatch(
      /\.yaml holds the draft \(release-1\)[^]* win[^]*- 3 {2}\+ 2[^]*The draft of the workspace/,
    );
    expect(await runCommand(4)).toMatchObject([{ release: 2, history: expectedAfter(4) }]);
  });

  it('publishes it, sees old and new matches, rolls back, hands out a key that reads, and promotes', async () => {
    expect(await print(5)).toContain('Published as release 2.');
    expect(await runCommand(6)).toMatchObject([
      {
        release: 2,
        effects: expect.arrayContaining([expect.objectContaining({ stat: 'points', amount: 2 })]) as object,
      },
      {
        release: 1,
        effects: expect.arrayContaining([expect.objectContaining({ stat: 'points', amount: 3 })]) as object,
      },
    ]);
    expect(await runCommand(7)).toMatchObject([{ release: 3 }]);
    expect(await runCommand(8)).toMatchObject([{ release: 2 }, { status: 403, code: 'auth.forbidden' }]);
    expect(await runCommand(9)).toMatchObject([
      { diff: { from: 0, to: 1 }, published: null },
      { diff: { from: 0, to: 1 }, published: { release: 1 } },
    ]);
  });

  it('publishes a first board, plays, and reads the standings that it shows', async () => {
    expect(await runCommand(10)).toMatchObject([{ release: 4 }]);
    expect(await runCommand(11)).toMatchObject([{ accepted: 3, rejected: 0 }]);
    for (const [eventId, playerId] of [
      ['run-2', 'ada'],
      ['run-3', 'grace'],
      ['run-4', 'alan'],
    ] as const)
      await processed(eventId, playerId);
    await until('all are ranked', async () => (await api.query('/v1/leaderboards/best-run')).body['total'] === 3);

    expect((await runCommand(12)).map(shapeOf)).toEqual([shapeOf(expectedAfter(12))]);
    expect(await runCommand(13)).toMatchObject([
      { entries: [{ playerId: 'grace' }, { playerId: 'ada' }, { playerId: 'alan' }] },
      { entry: { rank: 2, score: 1250, columns: { secrets: 1 } } },
      { stats: { score: 1250, secrets: 1 }, balances: { coins: 25 } },
    ]);
  });

  it('waits for the outcome of a run, and lists the events of a player', async () => {
    const somebody = { type: 'unknown_to_rules', playerId: 'somebody' };
    await until('outcomes can be waited for', async () => (await api.sendAndWait(somebody)).status === 200);

    expect(await runCommand(14)).toMatchObject([expectedAfter(14)]);
    expect(await runCommand(15)).toMatchObject([
      { entries: [{ eventId: 'run-5' }, { eventId: 'run-2' }], next: expect.any(String) },
    ]);
  });

  it('mints a token for a player and watches the board live', async () => {
    expect(await runCommand(16)).toMatchObject([
      { token: expect.stringContaining('.'), expiresAt: expect.any(String) },
    ]);
    expect(await runCommand(17)).toMatchObject([
      { type: 'ready' },
      {
        type: 'snapshot',
        topic: 'leaderboard:best-run',
        seq: 1,
        total: 3,
        entries: [{ rank: 1, playerId: 'ada' }, { rank: 2 }, { rank: 3 }],
      },
    ]);
  });

  it('shows no command that is not run here or by CI', () => {
    const shown = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text.trim());
    // CI runs `npm test`; the launcher's own test runs `npm start` and reads the file that it leaves.
    expect(shown).toEqual(['npm start', 'npm test', '. .laurel/demo.env']);
    expect(commands).toHaveLength(18);
  });

  it('leaves no place to be filled in', () => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).not.toMatch(/PLACEHOLDER|TODO/);
  });

  it('links only to files that exist', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const links = Array.from(readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g), ([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });
});
