import { type Result, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import type {
  DryRunLimits,
  DryRunOf,
  DryRunWatch,
  EventTrial,
  EventsOfDryRun,
  HistoryTrial,
} from '@laurel/scoring-domain';
import { until } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DryRuns } from './dry-run/dry-runs.port.js';
import {
  DRY_RUN_LIMITS,
  FakeDrafts,
  FakeProducer,
  FakeStore,
  OTHER,
  OWNER,
  PROGRAM,
  READER,
  clientOf,
  releasesApp,
} from './releases-app.builder.js';

const URL = '/v1/draft/dry-run';
const EVENT = { type: 'match_won', playerId: 'ann', eventId: 'w1' };
const NOTHING = {
  hits: new Map<string, number>(),
  misses: new Map<string, ReadonlyMap<string, number>>(),
  awarded: new Map<string, number>(),
  recorded: new Map<string, number>(),
  refused: new Map<string, number>(),
};

const HISTORY: HistoryTrial = {
  events: 3,
  players: 2,
  first: 0,
  last: 1_000,
  releases: [1],
  comparedWith: 1,
  before: { ...NOTHING, hits: new Map([['win', 2]]), recorded: new Map([['points', 6]]) },
  after: {
    ...NOTHING,
    hits: new Map([['win', 1]]),
    misses: new Map([
      [
        'win',
        new Map([
          ['too small', 1],
          ['too late', 4],
        ]),
      ],
    ]),
    recorded: new Map([['points', 4]]),
  },
  tops: [
    {
      board: 'league',
      window: 'all',
      before: [
        { rank: 1, playerId: 'ann', score: 6, columns: [], reachedAt: 0 },
        { rank: 2, playerId: 'ben', score: 3, columns: [], reachedAt: 0 },
      ],
      after: [
        { rank: 1, playerId: 'ben', score: 9, columns: [], reachedAt: 0 },
        { rank: 2, playerId: 'cid', score: 6, columns: [], reachedAt: 0 },
      ],
    },
  ],
  movements: [],
};

const TRIAL: EventTrial = {
  release: 1,
  before: { player: {} as EventTrial['before']['player'], verdicts: [{ rule: 'win', matched: true }], effects: [] },
  after: {
    player: {} as EventTrial['before']['player'],
    verdicts: [{ rule: 'win', matched: false, reason: 'too small' }],
    effects: [{ kind: 'standing', board: 'league@1', window: 'all', score: 3, columns: [], reachedAt: 0 }],
  },
  boards: [{ board: 'league', window: 'all', now: null, before: null, after: { rank: 1, score: 3, columns: [] } }],
};

/** Answers when it is told to, and notes what it was asked. */
class FakeDryRuns implements DryRuns {
  asked: { of: DryRunOf; what: unknown; limits: DryRunLimits; signal: AbortSignal }[] = [];
  history: Result<HistoryTrial, { readonly events: number }> = ok(HISTORY);
  /** Held back runs end when their signal says so, or when let go. */
  holding = false;
  private waiting: (() => void)[] = [];

  ofEvent(of: DryRunOf, what: unknown, _now: number, limits: DryRunLimits, signal: AbortSignal): Promise<EventTrial> {
    this.asked.push({ of, what, limits, signal });
    return Promise.resolve(TRIAL);
  }

  async ofHistory(
    of: DryRunOf,
    what: EventsOfDryRun,
    _top: number,
    limits: DryRunLimits,
    { signal, onProgress }: DryRunWatch,
  ): Promise<Result<HistoryTrial, { readonly events: number }>> {
    this.asked.push({ of, what, limits, signal });
    for (let done = 0; done <= 3; done += 1) onProgress(done, 3);
    if (!this.holding) return this.history;
    await new Promise<void>((resolve, reject) => {
      this.waiting.push(resolve);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
    return this.history;
  }

  letGo(): void {
    this.holding = false;
    for (const go of this.waiting.splice(0)) go();
  }
}

const drafts = new FakeDrafts();
const store = new FakeStore(drafts);
const settings = { ...DRY_RUN_LIMITS };
const dryRuns = new FakeDryRuns();

let app: NestFastifyApplication;
const { call, etagOf } = clientOf(() => app);

beforeAll(async () => {
  app = await releasesApp({ store, drafts, producer: new FakeProducer(), dryRuns, dryRunSettings: settings });
  await app.listen(0, '127.0.0.1');
});
beforeEach(async () => {
  store.documents = [];
  drafts.drafts.clear();
  dryRuns.asked = [];
  dryRuns.history = ok(HISTORY);
  await call('POST', '/v1/releases', { program: PROGRAM });
});
afterEach(() => {
  dryRuns.letGo();
  settings.timeoutMs = DRY_RUN_LIMITS.timeoutMs;
});
afterAll(() => app.close());

const dryRun = (order: object, key = OWNER) => call('POST', URL, order, { key });

/** Over a connection of its own, as one does who reads a stream. */
const stream = async (order: object, signal?: AbortSignal) =>
  fetch(`${await app.getUrl()}${URL}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${OWNER}`, 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(order),
    ...(signal ? { signal } : {}),
  });

describe('a dry run', () => {
  it('tries the draft under the number that it would get, and what is anew in it under that incarnation', async () => {
    const changed = { ...PROGRAM, stats: [{ key: 'points', aggregation: 'max' }] };
    const put = await call('PUT', '/v1/draft', { program: changed }, { ifMatch: await etagOf() });

    const answer = await dryRun({ last: 50 });

    expect(answer.json()).toMatchObject({
      release: 2,
      revision: put.json<{ revision: string }>().revision,
      event: null,
    });
    expect(dryRuns.asked).toMatchObject([
      {
        of: { workspace: 'ws_1', release: 2, latest: 1, program: { stats: [{ incarnation: 2 }] } },
        what: { last: 50 },
        limits: { events: 100, players: 1_000 },
      },
    ]);
  });

  it('tries the program of a release that is named, as a rollback would publish it', async () => {
    await call('POST', '/v1/releases', { program: { ...PROGRAM, rules: [] } });

    const answer = await dryRun({ last: 50, release: 1 });

    expect(answer.json()).toMatchObject({ release: 3, revision: null });
    expect(dryRuns.asked).toMatchObject([{ of: { release: 3, latest: 2, program: { rules: [{ key: 'win' }] } } }]);
    expect((await dryRun({ last: 50, release: 9 })).json()).toMatchObject({ code: 'releases.not_found' });
  });

  it('of recorded events tells rules, totals, leaderboards with the ranks before, and movers', async () => {
    const answer = await dryRun({ from: '2026-11-20T09:30:00Z', to: '2026-11-21T00:00:00+01:00', top: 1 });

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      event: null,
      history: {
        events: 3,
        first: '1970-01-01T00:00:00.000Z',
        last: '1970-01-01T00:00:01.000Z',
        rules: [
          {
            key: 'win',
            before: { hits: 2, misses: 0, reasons: [] },
            after: {
              hits: 1,
              misses: 5,
              reasons: [
                { reason: 'too late', times: 4 },
                { reason: 'too small', times: 1 },
              ],
            },
          },
        ],
        stats: [{ key: 'points', before: 6, after: 4 }],
        leaderboards: [
          {
            before: [{ rank: 1, playerId: 'ann', score: 6 }],
            after: [{ rank: 1, playerId: 'ben', score: 9, rankBefore: 2 }],
          },
        ],
      },
    });
    const [from, to] = [Date.parse('2026-11-20T09:30:00Z'), Date.parse('2026-11-20T23:00:00Z')];
    expect(dryRuns.asked).toMatchObject([{ what: { from, to } }]);
  });

  it('of one event tells what each rule says, its effects, and the places on leaderboards', async () => {
    const answer = await dryRun({ event: EVENT });

    expect(answer.json()).toMatchObject({
      release: 2,
      history: null,
      event: {
        eventId: 'w1',
        playerId: 'ann',
        release: 1,
        before: { rules: [{ rule: 'win', matched: true }] },
        after: {
          rules: [{ rule: 'win', matched: false, reason: 'too small' }],
          effects: [{ kind: 'standing', board: 'league', reachedAt: '1970-01-01T00:00:00.000Z' }],
        },
        leaderboards: [{ board: 'league', after: { rank: 1, score: 3 } }],
        warnings: [],
      },
    });
    expect(dryRuns.asked).toMatchObject([{ what: EVENT }]);
  });

  it('takes an event of any age, and none that the gateway would refuse otherwise', async () => {
    expect((await dryRun({ event: { ...EVENT, occurredAt: '1999-01-01T00:00:00Z' } })).statusCode).toBe(200);
    const refused = await dryRun({ event: { ...EVENT, playerId: 7 } });
    expect(refused.json()).toMatchObject({
      status: 422,
      code: 'events.invalid',
      errors: [{ path: '/event/playerId' }],
    });
    expect((await dryRun({ event: { ...EVENT, type: 'laurel.x' } })).statusCode).toBe(422);
  });

  it('checks an event by the event types of what is tried', async () => {
    const schema = { type: 'object', required: ['goals'] };
    const typed = (validation: string) => ({
      ...PROGRAM,
      eventTypes: [{ key: 'match_won', schema, validation }],
    });
    await call('PUT', '/v1/draft', { program: typed('warn') }, { ifMatch: await etagOf() });
    expect((await dryRun({ event: EVENT })).json()).toMatchObject({ event: { warnings: [{ rule: 'required' }] } });

    await call('PUT', '/v1/draft', { program: typed('enforce') }, { ifMatch: await etagOf() });
    expect((await dryRun({ event: EVENT })).json()).toMatchObject({
      code: 'events.schema_violation',
      errors: [{ path: expect.stringMatching(/^\/event\/properties/) }],
    });
  });

  it.each([
    [{}, '', 'oneOf'],
    [{ last: 5, event: EVENT }, '', 'oneOf'],
    [{ last: 5, from: '2026-11-20T09:30:00Z' }, '', 'oneOf'],
    [{ last: 101 }, '/last', 'max'],
    [{ last: 0 }, '/last', 'min'],
    [{ last: null }, '/last', 'isInt'],
    [{ event: 'won' }, '/event', 'isObject'],
    [{ from: 'yesterday' }, '/from', 'dateTime'],
    [{ to: '2026-11-20T09:30:00Z' }, '/from', 'required'],
    [{ from: '2026-11-20T09:30:00Z', to: '2026-11-20T09:30:00Z' }, '/to', 'after'],
    [{ last: 5, top: 101 }, '/top', 'max'],
    [{ last: 5, draft: {} }, '/draft', 'unknown'],
  ])('refuses %j', async (order, path, rule) => {
    const answer = await dryRun(order);

    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'http.invalid_input',
      errors: expect.arrayContaining([expect.objectContaining({ path, rule })]),
    });
  });

  it('refuses a draft that could not be published, with its problems', async () => {
    await call('PUT', '/v1/draft', { program: { ...PROGRAM, stats: [] } }, { ifMatch: await etagOf() });

    expect((await dryRun({ last: 5 })).json()).toMatchObject({
      code: 'releases.invalid_program',
      errors: expect.arrayContaining([expect.objectContaining({ path: '/rules/0/then/0/stat' })]),
    });
  });

  it('refuses a range of more events than may be decided', async () => {
    dryRuns.history = { ok: false, error: { events: 1_234 } };

    expect((await dryRun({ from: '2026-11-20T09:30:00Z' })).json()).toMatchObject({
      status: 422,
      code: 'releases.dry_run_too_large',
      detail: expect.stringContaining('1234'),
    });
  });

  it('is for credentials that have its permission', async () => {
    expect((await dryRun({ last: 5 }, READER)).json()).toMatchObject({ status: 403, code: 'auth.forbidden' });
  });
});

describe('the limits of dry runs', () => {
  const running = (count: number) =>
    until(`${count} runs go on`, () => Promise.resolve(dryRuns.asked.length === count));

  it('let one of a workspace go on at a time, and give its place back', async () => {
    dryRuns.holding = true;
    const first = dryRun({ last: 5 });
    await running(1);

    const second = await dryRun({ last: 5 });
    expect(second.json()).toMatchObject({ status: 429, code: 'releases.dry_run_busy' });
    expect(second.headers['retry-after']).toBe('5');
    dryRuns.letGo();
    expect((await first).statusCode).toBe(200);
    expect((await dryRun({ last: 5 })).statusCode).toBe(200);
  });

  it('let those of other workspaces go on beside it', async () => {
    dryRuns.holding = true;
    await call('POST', '/v1/releases', { program: PROGRAM }, { key: OTHER });
    const both = [dryRun({ last: 5 }), dryRun({ last: 5 }, OTHER)];
    await running(2);
    dryRuns.letGo();

    expect((await Promise.all(both)).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(dryRuns.asked.map(({ of }) => of.workspace)).toEqual(['ws_1', 'ws_2']);
  });

  it('end what takes too long', async () => {
    settings.timeoutMs = 1;
    dryRuns.holding = true;

    expect((await dryRun({ last: 5 })).json()).toMatchObject({ status: 422, code: 'releases.dry_run_timeout' });
    expect(dryRuns.asked[0]?.signal.aborted).toBe(true);
  });
});

describe('a dry run as server-sent events', () => {
  it('tells how far it is, and then what came of it', async () => {
    const answer = await stream({ last: 5 });
    const text = await answer.text();

    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(text.startsWith('event: progress\ndata: {"done":0,"total":3}\n\n')).toBe(true);
    const result = /event: result\ndata: (.*)\n\n$/.exec(text)?.[1] ?? '';
    expect(JSON.parse(result)).toEqual((await dryRun({ last: 5 })).json());
  });

  it('answers what is refused at once as every route does', async () => {
    const answer = await stream({});

    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('ends with the problem of what fails on the way', async () => {
    dryRuns.history = { ok: false, error: { events: 1_234 } };

    const text = await (await stream({ last: 5 })).text();

    const problem = /event: error\ndata: (.*)\n\n$/.exec(text)?.[1] ?? '';
    expect(JSON.parse(problem)).toMatchObject({
      status: 422,
      code: 'releases.dry_run_too_large',
      requestId: expect.stringMatching(/^req_/),
    });
  });

  it('is ended when its client goes away, and gives its place back', async () => {
    dryRuns.holding = true;
    const client = new AbortController();
    const answer = await stream({ last: 5 }, client.signal);
    const reading = answer.text().catch(() => 'ended');

    client.abort();

    expect(await reading).toBe('ended');
    await until('the run has ended', () => Promise.resolve(dryRuns.asked[0]?.signal.aborted === true));
    dryRuns.holding = false;
    expect((await dryRun({ last: 5 })).statusCode).toBe(200);
  });

  it('is ended when the instance stops', async () => {
    const other = await releasesApp({ store, drafts, producer: new FakeProducer(), dryRuns });
    dryRuns.holding = true;
    const headers = { authorization: `Bearer ${OWNER}`, 'content-type': 'application/json' };
    const answer = other.inject({ method: 'POST', url: URL, headers, payload: JSON.stringify({ last: 5 }) });
    await until('it goes on', () => Promise.resolve(dryRuns.asked.length === 1));

    await other.close();

    expect((await answer).json()).toMatchObject({ code: httpErrors.stopping.code });
  });
});
