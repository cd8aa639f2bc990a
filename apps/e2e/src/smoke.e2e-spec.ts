import { Api } from './stack/api.js';
import { type CliRun, runLaurel } from './stack/laurel-cli.js';
import { LaurelStack, type TestWorkspace } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'win', on: ['won'], then: [{ effect: 'record', stat: 'points', amount: 3 }] }],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

let stack: LaurelStack;
let tested: TestWorkspace;
let api: Api;

function smoke(args: readonly string[] = [], key = tested.secretKey): Promise<CliRun> {
  const environment = {
    LAUREL_INGESTION_URL: stack.ingestion.url,
    LAUREL_ADMIN_URL: stack.admin.url,
    LAUREL_QUERY_URL: stack.query.url,
    LAUREL_API_KEY: key,
  };
  return runLaurel(environment, 'smoke', ...args);
}

interface Check {
  readonly gateway: string;
  readonly check: string;
  readonly result: string;
  readonly detail: string;
}

/** The checks that `smoke --json` tells of, by how they ended. */
async function checks(args: readonly string[] = []): Promise<Record<'ok' | 'failed' | 'skipped', Check[]>> {
  const { out, err } = await smoke(['--json', ...args]);
  expect(err).toBe('');
  const all = (JSON.parse(out) as { checks: Check[] }).checks;
  const those = (wanted: string) => all.filter(({ result }) => result === wanted);
  return { ok: those('ok'), failed: those('failed'), skipped: those('skipped') };
}

beforeAll(async () => {
  stack = await LaurelStack.start();
  tested = await stack.createWorkspace('smoke', 'staging');
  api = new Api(stack, tested.secretKey);
});
afterAll(() => stack.stop());

describe('the smoke test', () => {
  it('passes on a workspace that has nothing yet, and leaves its boards out', async () => {
    const { ok, failed, skipped } = await checks();

    expect(failed).toEqual([]);
    expect(ok).toHaveLength(12);
    expect(skipped.map(({ check, detail }) => [check, detail])).toEqual([
      ['reads a leaderboard', 'no leaderboard is published'],
      ['shows a leaderboard live', 'no leaderboard is published'],
    ]);
  });

  it('shows each check with its time, reads a leaderboard live, and moves nothing', async () => {
    await api.publish(PROGRAM);
    await api.sendAndWait({ eventId: 'w1', type: 'won', playerId: 'ann' });

    const { code, out } = await smoke();

    expect(code).toBe(0);
    expect(out).toMatch(/^ +GATEWAY +CHECK +MS\n✓ {2}ingestion {2}is ready +\d+ {2}ready\n/);
    expect(out).toMatch(/✓ {2}ingestion {2}takes an event, which is decided +\d+ {2}decided by release 1\n/);
    expect(out).toMatch(/✓ {2}query {6}shows a leaderboard live +\d+ {2}top, 1 rows\n/);
    expect(out).toMatch(/What stays: the test player "laurel-smoke-test" and its event\.\n$/);
    expect(out).not.toContain(tested.secretKey);
    expect((await api.query('/v1/players/laurel-smoke-test')).body).toMatchObject({ stats: {}, balances: {} });
  });

  it('says what fails, and what to look at', async () => {
    const away = await smoke(['--query', 'http://127.0.0.1:9']);
    const stranger = await smoke([], 'lrl_test_sk_nobody');
    const confused = await checks(['--ingestion', stack.query.url]);

    expect(away.code).toBe(1);
    expect(away.out).toMatch(
      /✗ {2}query {6}is ready +\d+ {2}The query gateway does not answer at http:\/\/127\.0\.0\.1:9/,
    );
    expect(away.out).toContain('What to look at:\n  query: Is the address right?');
    expect(stranger.code).toBe(1);
    expect(stranger.out).toMatch(/✗ {2}ingestion {2}takes an event, which is decided +\d+ {2}401 auth\./);
    expect(confused.failed.map(({ check }) => check)).toContain('takes an event, which is decided');
  });

  it('tells an event that nobody decides from one that is not taken', async () => {
    await stack.scoring.stop();

    const { failed } = await checks();

    expect(failed.map(({ check, detail }) => [check, detail])).toEqual([
      ['takes an event, which is decided', expect.stringContaining('but not decided within 10 s')],
      ['reads the event back', expect.any(String)],
    ]);
  });

  it.each([
    ['without a key', '', 'There is no key.'],
    ['in a live workspace, unless that is meant', 'lrl_live_sk_x_y', 'This key opens a live workspace'],
  ])('does not begin %s', async (_, key, said) => {
    const { code, err } = await smoke([], key);

    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});
