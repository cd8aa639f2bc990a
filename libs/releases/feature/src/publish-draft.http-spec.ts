import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  FakeDrafts,
  FakeProducer,
  FakeStore,
  OTHER,
  PROGRAM,
  READER,
  clientOf,
  releasesApp,
} from './releases-app.builder.js';

const drafts = new FakeDrafts();
const store = new FakeStore(drafts);
const GOALS = { key: 'goals', aggregation: 'count' };

let app: NestFastifyApplication;
const { call, read, etagOf } = clientOf(() => app);

beforeAll(async () => {
  app = await releasesApp({ store, drafts, producer: new FakeProducer() });
});
beforeEach(async () => {
  store.documents = [];
  store.meanwhile = () => Promise.resolve();
  drafts.drafts.clear();
  await publish({ program: PROGRAM });
});
afterAll(() => app.close());

const publish = (body: object, ifMatch?: string) =>
  call('POST', '/v1/releases', body, ifMatch === undefined ? {} : { ifMatch });
const putGoals = async (aggregation = 'count') =>
  call('PUT', '/v1/stats/goals', { ...GOALS, aggregation }, { ifMatch: await etagOf() });
const withoutBoard = async () => call('DELETE', '/v1/leaderboards/league', undefined, { ifMatch: await etagOf() });

/** Once, before the release of the draft is stored. */
function meanwhile(work: () => Promise<unknown>): void {
  store.meanwhile = async () => {
    store.meanwhile = () => Promise.resolve();
    await work();
  };
}

describe('publishing the draft', () => {
  it('makes it the next release and leaves none', async () => {
    await putGoals();

    const answer = await publish({ note: 'goals count' }, await etagOf());

    expect([answer.statusCode, answer.json()]).toMatchObject([
      201,
      { release: 2, note: 'goals count', program: { stats: [...PROGRAM.stats, GOALS], rules: PROGRAM.rules } },
    ]);
    expect((await read('/v1/draft')).json()).toMatchObject({ revision: 'release-2', base: 2, updatedAt: null });
    expect((await publish({})).json().code).toBe('releases.no_draft');
  });

  it('is refused when it is not the one that the caller saw', async () => {
    await putGoals();
    const seen = await etagOf();
    await putGoals('max');

    expect((await publish({}, seen)).json()).toMatchObject({ status: 412, code: 'releases.draft_moved' });
    expect((await publish({}, 'release-1')).json()).toMatchObject({ status: 428 });
    expect(store.documents).toHaveLength(1);
  });

  it('is refused when it changes what balances mean, as validating it says before', async () => {
    await call('PUT', '/v1/currencies/euros', { scale: 2 }, { ifMatch: await etagOf() });
    await publish({});
    await call('PUT', '/v1/currencies/euros', { scale: 3 }, { ifMatch: await etagOf() });

    const problem = { path: '/currencies/0/scale', rule: 'kept' };
    expect((await call('POST', '/v1/draft/validate')).json()).toMatchObject({ valid: false, problems: [problem] });
    expect((await publish({})).json()).toMatchObject({ code: 'releases.invalid_program', errors: [problem] });
    const { program } = (await read('/v1/draft')).json<{ program: object }>();
    expect((await publish({ program })).json()).toMatchObject({ errors: [{ path: '/program/currencies/0/scale' }] });
  });

  it('is refused with every problem of its program', async () => {
    await call('DELETE', '/v1/stats/points', undefined, { ifMatch: await etagOf() });

    const answer = await publish({});

    expect(answer.json()).toMatchObject({ status: 422, code: 'releases.invalid_program' });
    const paths = answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path);
    expect(paths).toEqual(['/rules/0/then/0/stat', '/leaderboards/0/source/stat']);
  });

  it('is refused once others published, until it is written anew', async () => {
    await putGoals();
    await publish({ program: { ...PROGRAM, rules: [] } });

    expect((await publish({})).json()).toMatchObject({ status: 409, code: 'releases.draft_outdated' });

    const { program } = (await read('/v1/draft')).json<{ program: object }>();
    await call('PUT', '/v1/draft', { program }, { ifMatch: await etagOf() });
    expect((await publish({})).json()).toMatchObject({ release: 3 });
  });

  it('loses no edit that is made at the same time: it is in the release, or refuses the one who saw another', async () => {
    await putGoals();
    meanwhile(() => putGoals('max'));
    expect((await publish({})).json()).toMatchObject({ release: 2, program: { stats: [{}, { aggregation: 'max' }] } });

    await putGoals('min');
    const seen = await etagOf();
    meanwhile(() => putGoals('last'));
    expect((await publish({}, seen)).statusCode).toBe(412);
    expect((await read('/v1/stats/goals')).json()).toMatchObject({ aggregation: 'last' });
  });

  it('does not undo a release that is published at the same time', async () => {
    await putGoals();
    meanwhile(() => publish({ program: { ...PROGRAM, rules: [] } }));

    expect((await publish({})).json()).toMatchObject({ status: 409, code: 'releases.draft_outdated' });
    expect((await read('/v1/stats/goals')).statusCode).toBe(200);
  });

  it('leaves the draft of who publishes a program alone', async () => {
    await putGoals();

    expect((await publish({ program: PROGRAM })).statusCode).toBe(201);
    expect((await publish({ program: PROGRAM }, await etagOf())).statusCode).toBe(400);
    expect((await read('/v1/stats/goals')).statusCode).toBe(200);
  });
});

describe('the difference of two releases', () => {
  it('is told either way: backwards it is what a rollback would do', async () => {
    await withoutBoard();
    await publish({});
    await publish({ program: PROGRAM });

    expect((await read('/v1/releases/1/diff/2')).json()).toMatchObject({
      from: 1,
      to: 2,
      kinds: [{ kind: 'leaderboards', removed: [{ key: 'league' }] }],
      consequences: [{ key: 'league', effect: 'ends', running: true }],
    });
    expect((await read('/v1/releases/2/diff/1')).json()).toMatchObject({ kinds: [{ added: [{ key: 'league' }] }] });
    expect((await read('/v1/releases/1/diff/3')).json()).toMatchObject({
      kinds: [],
      consequences: [{ key: 'league', effect: 'begins_anew' }],
    });
    expect((await read('/v1/releases/3/diff/1')).json()).toMatchObject({ kinds: [], consequences: [] });
    expect((await read('/v1/releases/2/diff/2')).json()).toMatchObject({ kinds: [], consequences: [] });
  });

  it.each(['/v1/releases/1/diff/9', '/v1/releases/9/diff/1', '/v1/releases/x/diff/1'])(
    'is not found at %s',
    async (url) => {
      expect((await read(url)).json()).toMatchObject({ status: 404, code: 'releases.not_found' });
      expect((await read('/v1/releases/1/diff/1', OTHER)).statusCode).toBe(404);
    },
  );
});

describe('a rollback', () => {
  const rollBack = (release: number | string, body: object = {}, key?: string) =>
    call('POST', `/v1/releases/${release}/rollback`, body, key === undefined ? {} : { key });
  const incarnations = () =>
    store.documents.at(-1)?.program.leaderboards.map(({ key, incarnation }) => `${key}@${incarnation}`);

  it('publishes an earlier program as a new release that says so', async () => {
    await publish({ program: { ...PROGRAM, rules: [] } });

    const answer = await rollBack(1, { note: 'rules were lost' });

    expect([answer.statusCode, answer.json()]).toMatchObject([
      201,
      { release: 3, note: 'Rollback to release 1: rules were lost', program: { rules: PROGRAM.rules } },
    ]);
    expect((await rollBack(2)).json()).toMatchObject({ release: 4, note: 'Rollback to release 2' });
  });

  it('lets go on what has kept its shape since', async () => {
    await publish({ program: { ...PROGRAM, rules: [] } });
    await rollBack(1);

    expect(incarnations()).toEqual(['league@1']);
  });

  it('begins anew what was deleted or had another shape meanwhile: its old entries do not come back', async () => {
    await withoutBoard();
    await publish({});
    await rollBack(1);
    expect(incarnations()).toEqual(['league@3']);

    await call('PATCH', '/v1/leaderboards/league', { order: 'asc' }, { ifMatch: await etagOf() });
    await publish({});
    await rollBack(3);
    expect(incarnations()).toEqual(['league@5']);
  });

  it.each([
    [1, 409, 'releases.in_force'],
    [9, 404, 'releases.not_found'],
    ['x', 404, 'releases.not_found'],
  ])('to release %s of one is refused', async (release, status, code) => {
    expect((await rollBack(release)).json()).toMatchObject({ status, code });
  });

  it('is refused from another workspace, and with a key that only reads', async () => {
    await publish({ program: PROGRAM });

    expect((await rollBack(1, {}, OTHER)).statusCode).toBe(404);
    expect((await rollBack(1, {}, READER)).statusCode).toBe(403);
    expect((await rollBack(1, { note: 7 })).statusCode).toBe(422);
  });
});

describe('an archived release', () => {
  const listed = async (query = '') =>
    (await read(`/v1/releases${query}`))
      .json<{ entries: { release: number }[] }>()
      .entries.map(({ release }) => release);

  it('is left out of lists and found by its number, until it is restored', async () => {
    await publish({ program: PROGRAM });

    const archived = await call('POST', '/v1/releases/1/archive');

    expect([archived.statusCode, archived.json()]).toMatchObject([200, { release: 1, archivedAt: expect.any(String) }]);
    expect((await call('POST', '/v1/releases/1/archive')).json()).toEqual(archived.json());
    expect([await listed(), await listed('?archived=false'), await listed('?archived=true')]).toEqual([
      [2],
      [2],
      [2, 1],
    ]);
    expect((await read('/v1/releases/1')).json()).toMatchObject({ archivedAt: archived.json().archivedAt });
    expect((await call('DELETE', '/v1/releases/1/archive')).json()).toMatchObject({ archivedAt: null });
    expect(await listed()).toEqual([2, 1]);
  });

  it('is not the one in force, one that is not there, or one of another workspace', async () => {
    expect((await call('POST', '/v1/releases/1/archive')).json()).toMatchObject({
      status: 409,
      code: 'releases.in_force',
    });
    expect((await call('POST', '/v1/releases/9/archive')).statusCode).toBe(404);
    expect((await call('DELETE', '/v1/releases/9/archive')).statusCode).toBe(404);
    expect((await call('POST', '/v1/releases/1/archive', undefined, { key: OTHER })).statusCode).toBe(404);
    expect((await call('POST', '/v1/releases/1/archive', undefined, { key: READER })).statusCode).toBe(403);
    expect((await read('/v1/releases?archived=yes')).statusCode).toBe(422);
  });
});
