import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoProgram } from '@laurel/demo';
import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const ROOT = join(__dirname, '../../..');
const GUIDES = join(ROOT, 'docs/guides');
const GUIDE = readFileSync(join(GUIDES, 'leaderboards.md'), 'utf8');
const run = promisify(execFile);

const blocksOf = (language: string): string[] =>
  Array.from(GUIDE.matchAll(/^```(.+)\n([^]*?)^```$/gm)).flatMap(([, name, text = '']) =>
    name === language ? text : [],
  );
const commands = blocksOf('sh run');
const answers = blocksOf('json').map((text) => JSON.parse(text) as object);

let stack: LaurelStack;
let api: Api;
let environment: NodeJS.ProcessEnv;
/** Stands in for the folder that Laurel is in. */
let folder: string;

// As after `npm start`, with the demo's program in force; on a Wednesday, so that no week ends while the guide is followed.
beforeAll(async () => {
  stack = await LaurelStack.shared();
  const { secretKey } = await stack.createWorkspace('demo', 'dev');
  api = new Api(stack, secretKey);
  expect(await api.edit('PUT', '/v1/clock', { now: '2026-11-18T12:00:00Z' })).toMatchObject({ status: 200 });
  expect(await api.publish(demoProgram)).toMatchObject({ status: 201 });
  folder = mkdtempSync(join(tmpdir(), 'laurel-guide-'));
  mkdirSync(join(folder, '.laurel'));
  environment = {
    PATH: `${writeNpm()}:${process.env['PATH']}`,
    INGESTION: stack.ingestion.url,
    ADMIN: stack.admin.url,
    QUERY: stack.query.url,
    KEY: secretKey,
    LAUREL_API_KEY: secretKey,
    LAUREL_ADMIN_URL: stack.admin.url,
  };
}, 180_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stack.stop();
});

/** `npm run -s laurel --` without the launcher. @returns its folder */
function writeNpm(): string {
  const main = join(ROOT, 'apps/cli/dist/main.js');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\nshift 4\nexec "${process.execPath}" "${main}" "$@"\n`, { mode: 0o755 });
  return bin;
}

/** Runs a command of the guide. @returns what it printed */
async function print(index: number): Promise<string> {
  const { stdout } = await run('bash', ['-euc', commands[index] ?? 'exit 1'], { env: environment, cwd: folder });
  return stdout;
}

/** Runs a command of the guide. @returns what it printed, a JSON value for each request */
async function answersTo(index: number): Promise<unknown[]> {
  const lines = (await print(index)).replaceAll('}{', '}\n{').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}

const places = (...rows: readonly [playerId: string, score: number][]) =>
  rows.map(([playerId, score], index) => ({ rank: index + 1, playerId, score }));
const standings = places(['grace', 9], ['ada', 8], ['alan', 4]);

describe('docs/guides/leaderboards.md', () => {
  it('publishes a weekly leaderboard in groups, with prizes', async () => {
    expect(await print(0)).toContain('Published as release 2.');
  });

  it('plays, and reads the week, the players around one, and the group of a player', async () => {
    expect(await answersTo(1)).toMatchObject([{ accepted: 4, rejected: 0 }]);
    await until('all results are ranked', async () => {
      const { body } = await api.query('/v1/leaderboards/weekly-cup/players/ada/league');
      return body['total'] === 3 && (body['entry'] as { score?: number } | null)?.score === 8;
    });
    expect(await answersTo(2)).toMatchObject([
      { window: { key: '2026-W47', timeZone: 'Europe/Berlin', closed: false }, total: 3, entries: standings },
      { entries: standings },
      answers[0],
    ]);
    expect(await answersTo(3)).toMatchObject([
      {
        open: expect.arrayContaining([expect.objectContaining({ key: '2026-W47' })]) as object,
        upcoming: [{ key: '2026-W48' }, { key: '2026-W49' }],
      },
    ]);
  });

  it('lets the week end, and reads its final standings', async () => {
    expect(await print(4)).toContain('2026-11-25T12:');
    await until('the week is final', async () => {
      const { body } = await api.query('/v1/leaderboards/weekly-cup/windows?limit=1');
      return (body['entries'] as { state: string }[])[0]?.state === 'final';
    });
    expect(await answersTo(5)).toMatchObject([
      { window: { key: '2026-W47', closed: true }, total: 3, entries: standings },
      { window: { key: '2026-W47', closed: true }, segment: 'league:cohort:1', entries: standings },
    ]);
  });

  it('shows who won and what they were paid', async () => {
    await until('the winners are paid', async () => {
      const { body } = await api.admin('/v1/grants?source=cup-prizes&state=granted');
      return (body['entries'] as object[]).length === 2;
    });
    expect(await answersTo(6)).toMatchObject([
      { entries: [{ window: '2026-W47', state: 'done', winners: { first: 1, second: 1 } }] },
      {
        entries: expect.arrayContaining([
          expect.objectContaining({ playerId: 'grace', rank: 1, state: 'granted' }),
          expect.objectContaining({ playerId: 'ada', rank: 2, state: 'granted' }),
        ]) as object,
      },
      answers[1],
    ]);
    expect((await api.query('/v1/players/ada')).body).toMatchObject({ balances: { gems: 40 }, titles: ['runner-up'] });
  });

  it('begins the next week empty, and goes on with all time', async () => {
    expect(await answersTo(7)).toMatchObject([
      { window: { key: '2026-W48', closed: false }, total: 0, entries: [] },
      { window: { key: 'all' }, entries: standings },
    ]);
  });

  it('shows no command that is not run here, and links only to files that exist', () => {
    expect(blocksOf('sh').map((text) => text.trim())).toEqual(['. .laurel/demo.env']);
    expect(commands).toHaveLength(8);
    const links = Array.from(GUIDE.matchAll(/\]\((?!https?:)([^)#]+)\)/g), ([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(GUIDES, target)))).toEqual([]);
  });
});
