import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DryRuns } from './dry-run/dry-runs.port.js';
import {
  FakeDrafts,
  FakeProducer,
  FakeStore,
  OTHER,
  OWNER,
  PROGRAM,
  clientOf,
  releasesApp,
} from './releases-app.builder.js';

const YEAR_MS = 366 * 86_400_000;
/** Workspace 1 lives two years ahead of workspace 2, which lives in our time. */
const offsetMs = (workspace: string) => Promise.resolve(workspace === 'ws_1' ? 2 * YEAR_MS : 0);
const AHEAD = { offsetMs, latestOffsetMs: offsetMs };

const drafts = new FakeDrafts();
const store = new FakeStore(drafts);
const triedAt: number[] = [];
const dryRuns = {
  ofEvent: (_program: object, _event: object, now: number) => {
    triedAt.push(now);
    return Promise.reject(new Error('this spec asks for the time alone'));
  },
  ofHistory: () => Promise.reject(new Error('this spec tries no history')),
} as unknown as DryRuns;

let app: NestFastifyApplication;
const { call, read } = clientOf(() => app);

/** A season that is over in the time of workspace 1 and goes on in ours. */
const season = () => {
  const at = (years: number) => new Date(Date.now() + years * YEAR_MS).toISOString();
  return { kind: 'season', key: 'our-year', start: at(-1), end: at(1) };
};
const program = () => ({ ...PROGRAM, leaderboards: [{ ...PROGRAM.leaderboards[0], windows: [season()] }] });

beforeAll(async () => {
  app = await releasesApp({ store, drafts, producer: new FakeProducer(), dryRuns, clocks: AHEAD });
});
afterAll(() => app.close());

describe('a workspace with a clock of its own', () => {
  it('publishes by it: what is over there was over when it was published first', async () => {
    for (const key of [OWNER, OTHER]) {
      expect((await call('POST', '/v1/releases', { program: program() }, { key })).statusCode).toBe(201);
    }
    const [ahead, ours] = store.documents;
    const sinceOf = (release: typeof ahead) => {
      const window = release?.program.leaderboards[0]?.windows[0];
      return window?.kind === 'season' ? window.since : undefined;
    };
    expect((sinceOf(ahead) ?? 0) - (ahead?.publishedAt ?? 0)).toBe(2 * YEAR_MS);
    expect(ahead?.publishedAtThere).toBe(sinceOf(ahead));
    expect(sinceOf(ours)).toBe(ours?.publishedAt);
    expect(ours).not.toHaveProperty('publishedAtThere');
  });

  it('sees in the diff what runs there', async () => {
    const gone = { ...PROGRAM, leaderboards: [] };
    for (const key of [OWNER, OTHER]) {
      const ifMatch = String((await read('/v1/draft', key)).headers['etag']);
      await call('PUT', '/v1/draft', { program: gone }, { key, ifMatch });
    }
    const isRunning = async (key: string) =>
      (await read('/v1/draft/diff', key)).json<{ consequences: { running: boolean }[] }>().consequences[0]?.running;
    expect([await isRunning(OWNER), await isRunning(OTHER)]).toEqual([false, true]);
  });

  it('tries an event at its time', async () => {
    const event = { type: 'match_won', playerId: 'ann', occurredAt: new Date(Date.now() + YEAR_MS).toISOString() };
    for (const key of [OWNER, OTHER]) await call('POST', '/v1/draft/dry-run', { event }, { key });
    expect(triedAt).toHaveLength(1);
    expect(triedAt[0]).toBeGreaterThan(Date.now() + YEAR_MS);
  });
});
