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
const BROKEN = { ...PROGRAM, stats: [] };

let app: NestFastifyApplication;
const { call, read, etagOf } = clientOf(() => app);

beforeAll(async () => {
  app = await releasesApp({ store, drafts, producer: new FakeProducer() });
});
beforeEach(() => {
  store.documents = [];
  drafts.drafts.clear();
});
afterAll(() => app.close());

const publish = (program: object = PROGRAM) => call('POST', '/v1/releases', { program });
const putDraft = async (program: unknown, ifMatch?: string) =>
  call('PUT', '/v1/draft', { program }, { ifMatch: ifMatch ?? (await etagOf()) });

describe('the draft of a workspace', () => {
  it('is empty where nothing was published', async () => {
    expect((await read('/v1/draft')).json()).toEqual({
      workspace: expect.stringMatching(/^ws_/),
      revision: 'release-0',
      base: 0,
      latest: 0,
      updatedAt: null,
      updatedBy: null,
      program: { stats: [], rules: [], leaderboards: [] },
    });
  });

  it('is replaced as a whole, and kept as it was written', async () => {
    await publish();

    const put = await putDraft(BROKEN);

    expect(put.statusCode).toBe(200);
    expect(put.json()).toEqual({
      workspace: expect.stringMatching(/^ws_/),
      revision: expect.stringMatching(/^rev_/),
      base: 1,
      latest: 1,
      updatedAt: expect.any(String),
      updatedBy: expect.stringMatching(/^key_/),
      program: BROKEN,
    });
    const got = await read('/v1/draft');
    expect([got.headers['etag'], got.json()]).toEqual([put.headers['etag'], put.json()]);
  });

  it('tells that others published since it was begun, until all of it is written again', async () => {
    await publish();
    await call('DELETE', '/v1/rules/win', undefined, { ifMatch: await etagOf() });
    await publish();
    expect((await read('/v1/draft')).json()).toMatchObject({ base: 1, latest: 2 });

    await call('PUT', '/v1/stats/goals', { aggregation: 'sum' }, { ifMatch: await etagOf() });
    expect((await read('/v1/draft')).json()).toMatchObject({ base: 1, latest: 2 });

    expect((await putDraft(PROGRAM)).json()).toMatchObject({ base: 2, latest: 2 });
  });

  it('is discarded: it is the latest release again', async () => {
    await publish();
    await putDraft(BROKEN);

    const discarded = await call('DELETE', '/v1/draft', undefined, { ifMatch: await etagOf() });

    expect([discarded.statusCode, discarded.headers['etag']]).toEqual([204, '"release-1"']);
    expect((await read('/v1/draft')).json()).toMatchObject({ revision: 'release-1', updatedAt: null });
    expect((await call('DELETE', '/v1/draft', undefined, { ifMatch: '"release-1"' })).statusCode).toBe(204);
  });

  it.each<[string, unknown, string, string[]]>([
    [
      'a program without its lists',
      {},
      'releases.invalid_program',
      ['/program/leaderboards', '/program/rules', '/program/stats'],
    ],
    [
      'a key twice',
      { ...PROGRAM, stats: [...PROGRAM.stats, ...PROGRAM.stats] },
      'releases.invalid_program',
      ['/program/stats/1/key'],
    ],
    ['a program that is none', 'text', 'http.invalid_input', ['/program']],
  ])('is not replaced by %s', async (_, program, code, paths) => {
    const answer = await putDraft(program);

    expect([answer.statusCode, answer.json().code]).toEqual([422, code]);
    const found = answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path);
    expect(found.sort()).toEqual(paths);
  });

  it('is not written or discarded by who saw another revision, or only reads', async () => {
    expect((await putDraft(PROGRAM, '"release-9"')).statusCode).toBe(412);
    expect((await call('PUT', '/v1/draft', { program: PROGRAM })).statusCode).toBe(428);
    expect((await call('DELETE', '/v1/draft', undefined, { ifMatch: '"release-9"' })).statusCode).toBe(412);
    expect((await call('DELETE', '/v1/draft')).statusCode).toBe(428);
    const options = { key: READER, ifMatch: '"release-0"' };
    expect((await call('PUT', '/v1/draft', { program: PROGRAM }, options)).statusCode).toBe(403);
  });

  it('of one workspace is not that of another', async () => {
    await putDraft(PROGRAM);

    expect((await read('/v1/draft', OTHER)).json()).toMatchObject({ revision: 'release-0', program: { stats: [] } });
  });
});

describe('validating the draft', () => {
  const validate = async (key = OWNER) => call('POST', '/v1/draft/validate', undefined, { key });

  it('finds nothing in one that can be published', async () => {
    await publish();

    const answer = await validate(READER);

    expect([answer.statusCode, answer.json()]).toEqual([200, { valid: true, problems: [], warnings: [] }]);
  });

  it('lists every reference to nothing by its pointer, with the page that explains it', async () => {
    await putDraft(BROKEN);

    expect((await validate()).json()).toEqual({
      valid: false,
      problems: ['/rules/0/then/0/stat', '/leaderboards/0/source/stat'].map((path) => ({
        path,
        rule: 'reference',
        message: 'there is no stat "points" in this program',
        page: '/errors/releases.invalid_program',
      })),
      warnings: [],
    });
    expect((await app.inject('/errors/releases.invalid_program')).statusCode).toBe(200);
  });

  it('names the running leaderboard that loses its stat, as a problem and as a warning', async () => {
    await publish();
    await call('DELETE', '/v1/stats/points', undefined, { ifMatch: await etagOf() });

    expect((await validate()).json()).toMatchObject({
      valid: false,
      problems: [{ path: '/rules/0/then/0/stat' }, { path: '/leaderboards/0/source/stat', rule: 'reference' }],
      warnings: [
        { key: 'points', effect: 'ends', leaderboards: ['league'] },
        { key: 'league', effect: 'begins_anew' },
      ],
    });
  });

  it('warns of what ends though it is running', async () => {
    await publish();
    await call('DELETE', '/v1/leaderboards/league', undefined, { ifMatch: await etagOf() });

    expect((await validate()).json()).toMatchObject({
      valid: true,
      warnings: [{ kind: 'leaderboards', key: 'league', effect: 'ends', running: true }],
    });
  });
});

describe('validating a program that is not written yet', () => {
  const validate = (body: unknown, key = OWNER) => call('POST', '/v1/draft/validate', body, { key });

  it('tells its problems and leaves the draft as it is', async () => {
    await publish();

    const answer = await validate({ program: BROKEN }, READER);

    expect(answer.json()).toMatchObject({
      valid: false,
      problems: [{ path: '/rules/0/then/0/stat' }, { path: '/leaderboards/0/source/stat' }],
      warnings: [{ key: 'points', effect: 'ends' }, { key: 'league' }],
    });
    expect(answer.headers['etag']).toBe('"release-1"');
    expect((await read('/v1/draft')).json()).toMatchObject({ revision: 'release-1', updatedAt: null });
  });

  it('tells what has not the shape of a program, of which nothing could follow', async () => {
    await publish();

    expect((await validate({ program: { ...PROGRAM, stats: [{ key: 'points' }] } })).json()).toMatchObject({
      valid: false,
      problems: [{ path: '/stats/0/aggregation', rule: 'required' }],
      warnings: [],
    });
  });

  it.each([
    ['a program that is none', { program: 'text' }, '/program'],
    ['a field that is not known', { programme: PROGRAM }, '/programme'],
  ])('refuses %s', async (_, body, path) => {
    const answer = await validate(body);

    expect([answer.statusCode, answer.json().errors[0].path]).toEqual([422, path]);
  });
});

describe('the difference that a draft makes', () => {
  it('is shown against the latest release, with what follows from it', async () => {
    await publish();
    await call('PATCH', '/v1/stats/points', { aggregation: 'max' }, { ifMatch: await etagOf() });

    const answer = await read('/v1/draft/diff');

    expect(answer.headers['etag']).toBe(await etagOf());
    expect(answer.json()).toEqual({
      from: 1,
      to: null,
      kinds: [
        {
          kind: 'stats',
          added: [],
          removed: [],
          changed: [{ key: 'points', fields: [{ path: '/aggregation', before: 'sum', after: 'max' }] }],
          reordered: false,
        },
      ],
      consequences: [
        {
          kind: 'stats',
          key: 'points',
          effect: 'begins_anew',
          running: true,
          leaderboards: ['league'],
          message: expect.any(String),
        },
        { kind: 'leaderboards', key: 'league', effect: 'begins_anew', running: true, message: expect.any(String) },
      ],
    });
  });

  it('is shown against any other release', async () => {
    await publish({ ...PROGRAM, rules: [] });
    await publish();

    expect((await read('/v1/draft/diff')).json()).toMatchObject({ from: 2, kinds: [] });
    expect((await read('/v1/draft/diff?against=1')).json()).toMatchObject({
      from: 1,
      kinds: [{ kind: 'rules', added: [{ key: 'win' }] }],
      consequences: [],
    });
    expect((await read('/v1/draft/diff?against=3')).statusCode).toBe(404);
    expect((await read('/v1/draft/diff?against=0')).statusCode).toBe(422);
    expect((await read('/v1/draft/diff?against=1', OTHER)).statusCode).toBe(404);
  });

  it('is everything where nothing was published, also while references lead to nothing', async () => {
    await putDraft(BROKEN);

    expect((await read('/v1/draft/diff')).json()).toMatchObject({
      from: 0,
      kinds: [{ kind: 'rules' }, { kind: 'leaderboards' }],
      consequences: [],
    });
  });
});
