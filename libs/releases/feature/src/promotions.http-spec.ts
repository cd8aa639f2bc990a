import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
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

const drafts = new FakeDrafts();
const store = new FakeStore(drafts);
const PROMOTION = { from: 'dev', release: 1, to: 'staging', expect: 0 };

let app: NestFastifyApplication;
const { call, read } = clientOf(() => app);
const promote = (body: object, key = OWNER) => call('POST', '/v1/promotions', body, { key });

beforeAll(async () => {
  app = await releasesApp({ store, drafts, producer: new FakeProducer() });
});
beforeEach(async () => {
  store.documents = [];
  drafts.drafts.clear();
  await call('POST', '/v1/releases', { program: PROGRAM });
});
afterAll(() => app.close());

describe('a promotion', () => {
  it('shows first what it would change in the target, and changes nothing', async () => {
    const answer = await promote({ ...PROMOTION, expect: undefined, dryRun: true });

    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      {
        published: null,
        diff: { from: 0, to: 1, kinds: [{ kind: 'stats' }, { kind: 'rules' }, { kind: 'leaderboards' }] },
      },
    ]);
    expect((await read('/v1/releases', OTHER)).json().entries).toEqual([]);
  });

  it('is refused, also as a dry run, where the target has balances of another scale', async () => {
    const scaled = (scale: number) => ({ program: { ...PROGRAM, currencies: [{ key: 'coins', scale }] } });
    await call('POST', '/v1/releases', scaled(2));
    await call('POST', '/v1/releases', scaled(0), { key: OTHER });

    for (const dryRun of [true, false]) {
      const answer = await promote({ ...PROMOTION, release: 2, expect: 1, dryRun });
      expect(answer.json()).toMatchObject({ status: 422, errors: [{ path: '/currencies/0/scale', rule: 'kept' }] });
    }
  });

  it('publishes the release in the target, under its next number, with a note that says where it is from', async () => {
    await call('POST', '/v1/releases', { program: { ...PROGRAM, rules: [] } }, { key: OTHER });

    const answer = await promote({ ...PROMOTION, expect: 1, note: 'ready' });

    expect([answer.statusCode, answer.json()]).toMatchObject([
      201,
      {
        published: { release: 2, note: 'Promoted from dev, release 1: ready', program: { rules: PROGRAM.rules } },
        diff: { from: 1, to: 2, kinds: [{ kind: 'rules', added: [{ key: 'win' }] }], consequences: [] },
      },
    ]);
    expect((await read('/v1/releases/2', OTHER)).json()).toEqual(answer.json().published);
    expect((await read('/v1/releases')).json().entries).toHaveLength(1);
  });

  it('ends no window of the target, and leaves those ended that are', async () => {
    const [board] = PROGRAM.leaderboards;
    const edited = (...windowEdits: object[]) => {
      const windows = [{ kind: 'weekly' }, { kind: 'daily' }];
      return { program: { ...PROGRAM, leaderboards: [{ ...board, windows, windowEdits }] } };
    };
    const [week, day] = [
      { window: '2040-W10', end: '2040-03-06T00:00:00.000Z' },
      { window: '2040-03-05', end: '2040-03-05T12:00:00.000Z' },
    ];
    await call('POST', '/v1/releases', edited(week));
    await call('POST', '/v1/releases', edited(day), { key: OTHER });

    expect((await promote({ ...PROMOTION, release: 2, expect: 1 })).json()).toMatchObject({
      published: { program: { leaderboards: [{ windowEdits: [day] }] } },
      diff: { kinds: [] },
    });
  });

  it('tells what begins anew in the target, by the incarnations that it has there', async () => {
    const leaderboards = [{ ...PROGRAM.leaderboards[0], order: 'asc' }];
    await call('POST', '/v1/releases', { program: { ...PROGRAM, leaderboards } }, { key: OTHER });

    await promote({ ...PROMOTION, expect: 1 });

    expect((await read('/v1/releases/1/diff/2', OTHER)).json()).toMatchObject({
      consequences: [{ key: 'league', effect: 'begins_anew' }],
    });
    expect(store.documents.at(-1)?.program.stats).toMatchObject([{ key: 'points', incarnation: 1 }]);
  });

  it.each<[string, object, number, string, string]>([
    ['a release that is not there', { ...PROMOTION, release: 9 }, 404, 'releases.not_found', ''],
    ['an environment that the tenant has not', { ...PROMOTION, to: 'live' }, 404, 'releases.unknown_environment', ''],
    ['the environment that it comes from', { ...PROMOTION, to: 'dev' }, 422, 'http.invalid_input', '/to'],
    ['a source that the key does not belong to', { ...PROMOTION, from: 'live' }, 422, 'http.invalid_input', '/from'],
    ['an environment that is none', { ...PROMOTION, to: 'prod' }, 422, 'http.invalid_input', '/to'],
    [
      'a workspace instead of an environment',
      { ...PROMOTION, workspace: 'ws_3' },
      422,
      'http.invalid_input',
      '/workspace',
    ],
    ['a release that is no number', { ...PROMOTION, release: '1' }, 422, 'http.invalid_input', '/release'],
    ['a target that nobody looked at', { ...PROMOTION, expect: undefined }, 422, 'http.invalid_input', '/expect'],
    ['an expected release that is none', { ...PROMOTION, expect: null }, 422, 'http.invalid_input', '/expect'],
    ['a target at another release', { ...PROMOTION, expect: 3 }, 412, 'releases.target_moved', ''],
    ['a dry run against another release', { ...PROMOTION, expect: 3, dryRun: true }, 412, 'releases.target_moved', ''],
    ['a dry run that is no boolean', { ...PROMOTION, dryRun: 'true' }, 422, 'http.invalid_input', '/dryRun'],
  ])('is refused for %s', async (_, body, status, code, path) => {
    const answer = await promote(body);

    const { errors } = answer.json<{ errors?: { path: string }[] }>();
    expect(answer.json()).toMatchObject({ status, code });
    expect(errors?.[0]?.path ?? '').toBe(path);
    expect(store.documents).toHaveLength(1);
  });

  it('does not go over a release that was published there while it was under way', async () => {
    store.races = 1;

    const answer = await promote(PROMOTION);

    expect([answer.statusCode, answer.json()]).toMatchObject([
      412,
      {
        code: 'releases.target_moved',
        detail: 'The workspace is at release 1, not at the expected 0. Nothing was published.',
      },
    ]);
    expect((await read('/v1/releases', OTHER)).json().entries).toMatchObject([{ note: 'of somebody else' }]);
  });

  it('asks for its own permission', async () => {
    expect((await promote(PROMOTION, READER)).statusCode).toBe(403);
  });
});
