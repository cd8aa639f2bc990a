import { MERGE_PATCH_TYPE } from '@laurel/platform-http';
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

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await releasesApp({ store, drafts, producer: new FakeProducer() });
});
const { call, read, etagOf } = clientOf(() => app);

beforeEach(async () => {
  store.documents = [];
  drafts.drafts.clear();
  await call('POST', '/v1/releases', { program: PROGRAM });
});
afterAll(() => app.close());

const GOALS = { key: 'goals', aggregation: 'count' };

describe('resources of a draft', () => {
  it('are those of the latest release while nobody edited, under a revision that names it', async () => {
    const answer = await read('/v1/stats/points');

    expect([answer.statusCode, answer.headers['etag'], answer.json()]).toEqual([200, '"release-1"', PROGRAM.stats[0]]);
    expect((await read('/v1/leaderboards')).json().entries).toMatchObject([{ key: 'league' }]);
    expect(await etagOf('/v1/stats', OTHER)).toBe('"release-0"');
  });

  it('are created, replaced and deleted, each time with another revision', async () => {
    const created = await call('PUT', '/v1/stats/goals', { aggregation: 'count' }, { ifMatch: '"release-1"' });
    expect([created.statusCode, created.json()]).toEqual([201, GOALS]);

    const ifMatch = String(created.headers['etag']);
    const replaced = await call('PUT', '/v1/stats/goals', { ...GOALS, aggregation: 'max' }, { ifMatch });
    expect([replaced.statusCode, replaced.json()]).toEqual([200, { key: 'goals', aggregation: 'max' }]);
    expect((await read('/v1/stats')).json().entries).toMatchObject([{ key: 'points' }, { key: 'goals' }]);

    const deleted = await call('DELETE', '/v1/stats/goals', undefined, { ifMatch: String(replaced.headers['etag']) });
    expect([deleted.statusCode, deleted.body]).toEqual([204, '']);
    expect((await read('/v1/stats/goals')).json().code).toBe('releases.resource_not_found');
    const revisions = [created, replaced, deleted].map(({ headers }) => headers['etag']);
    expect(new Set(revisions).size).toBe(3);
    expect(await etagOf()).toBe(revisions[2]);
  });

  it('change by a merge patch, and keep what it does not name', async () => {
    const url = '/v1/leaderboards/league';
    const bounded = await call(
      'PATCH',
      url,
      { source: { bounds: { min: 0, max: 9 } }, ties: null },
      { ifMatch: await etagOf() },
    );

    expect(bounded.statusCode).toBe(200);
    expect(bounded.json()).toEqual({
      ...PROGRAM.leaderboards[0],
      source: { stat: 'points', bounds: { min: 0, max: 9 } },
    });
    expect((await read(url)).json()).toEqual(bounded.json());
  });

  it('may refer to nothing for a while: a draft is checked as a whole when it is published', async () => {
    expect((await call('DELETE', '/v1/stats/points', undefined, { ifMatch: await etagOf() })).statusCode).toBe(204);
  });

  it('of one workspace are neither seen nor touched from another', async () => {
    expect((await read('/v1/stats/points', OTHER)).statusCode).toBe(404);
    const put = await call('PUT', '/v1/stats/goals', GOALS, { key: OTHER, ifMatch: '"release-0"' });
    expect(put.statusCode).toBe(201);
    expect((await read('/v1/stats')).json().entries).toEqual(PROGRAM.stats);
  });
});

describe('a write to a draft', () => {
  it.each<[string, string | undefined, number, string]>([
    ['that names no revision', undefined, 428, 'releases.revision_required'],
    ['that would match any', '*', 428, 'releases.revision_required'],
    ['whose revision has no quotes', 'release-1', 428, 'releases.revision_required'],
    ['that names a weak tag', 'W/"release-1"', 412, 'releases.draft_moved'],
    ['that saw another revision', '"release-7"', 412, 'releases.draft_moved'],
  ])('%s is refused', async (_, ifMatch, status, code) => {
    const more = ifMatch === undefined ? {} : { ifMatch };
    const answers = [
      await call('PUT', '/v1/stats/goals', GOALS, more),
      await call('PATCH', '/v1/stats/points', { aggregation: 'max' }, more),
      await call('DELETE', '/v1/stats/points', undefined, more),
    ];

    for (const answer of answers) expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(drafts.drafts.size).toBe(0);
  });

  it('passes if one of several revisions is the present one', async () => {
    expect((await call('PUT', '/v1/stats/goals', GOALS, { ifMatch: '"other", "release-1"' })).statusCode).toBe(201);
  });

  it('wins alone of many that saw the same', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((key) =>
        call('PUT', `/v1/stats/${key}`, { aggregation: 'sum' }, { ifMatch: '"release-1"' }),
      ),
    );

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 412, 412, 412]);
    expect((await read('/v1/stats')).json().entries).toHaveLength(2);
  });

  it('is refused once somebody published after what it saw', async () => {
    await call('POST', '/v1/releases', { program: PROGRAM });

    expect((await call('PUT', '/v1/stats/goals', GOALS, { ifMatch: '"release-1"' })).statusCode).toBe(412);
  });

  it('is refused with a key that only reads', async () => {
    expect((await call('PUT', '/v1/stats/goals', GOALS, { key: READER, ifMatch: '"release-1"' })).statusCode).toBe(403);
  });

  it.each<[string, string, unknown, string[]]>([
    ['no object', '/v1/stats/goals', [], ['']],
    ['a shape that is none', '/v1/stats/goals', { aggregation: 'mean', colour: 1 }, ['/aggregation', '/colour']],
    ['another key', '/v1/stats/goals', { key: 'points', aggregation: 'sum' }, ['/key']],
    ['a key that is none', '/v1/stats/No%20Key', { aggregation: 'sum' }, ['/key']],
    [
      'a problem deep inside',
      '/v1/rules/win',
      { on: ['a'], then: [{ effect: 'record', stat: 'points', amount: 'many' }] },
      ['/then/0/amount'],
    ],
  ])('with %s is refused by pointers into the body', async (_, url, body, paths) => {
    const answer = await call('PUT', url, body, { ifMatch: '"release-1"' });

    expect([answer.statusCode, answer.json().code]).toEqual([422, 'releases.invalid_resource']);
    const found = answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path);
    expect([...new Set(found)].sort()).toEqual(paths);
  });

  it('of one more than a program may have is refused', async () => {
    const stats = Array.from({ length: 500 }, (_, index) => ({ key: `s${index}`, aggregation: 'sum' }));
    await call('POST', '/v1/releases', { program: { ...PROGRAM, stats: [...stats.slice(1), ...PROGRAM.stats] } });

    const answer = await call('PUT', '/v1/stats/more', { aggregation: 'sum' }, { ifMatch: '"release-2"' });

    expect([answer.statusCode, answer.json().errors[0]]).toMatchObject([422, { path: '/stats', rule: 'maxItems' }]);
  });

  it('that would make the program larger than can be sent is refused', async () => {
    const value = 'x'.repeat(999_900);
    const rule = { ...PROGRAM.rules[0], when: { property: 'event.properties.a', op: 'eq', value } };

    const answer = await call('PUT', '/v1/rules/win', rule, { ifMatch: '"release-1"' });

    expect([answer.statusCode, answer.json().errors[0]]).toMatchObject([422, { path: '', rule: 'size' }]);
  });

  it.each([
    ['PATCH', 'application/json', '/v1/stats/points'],
    ['PUT', MERGE_PATCH_TYPE, '/v1/stats/points'],
    ['POST', MERGE_PATCH_TYPE, '/v1/releases'],
    ['PUT', 'text/plain', '/v1/stats/points'],
  ] as const)('by %s as %s is of the wrong type', async (method, type, url) => {
    const answer = await call(method, url, { aggregation: 'max' }, { ifMatch: '"release-1"', type });

    expect([answer.statusCode, answer.json().code]).toEqual([415, 'http.unsupported_media_type']);
  });

  it('of something that is not there is not found', async () => {
    for (const method of ['PATCH', 'DELETE'] as const) {
      const body = method === 'PATCH' ? { aggregation: 'max' } : undefined;
      const answer = await call(method, '/v1/stats/none', body, { ifMatch: '"release-1"' });
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'releases.resource_not_found']);
    }
  });
});

describe('a list of resources', () => {
  const keys = ['points', 'e', 'd', 'c', 'b'];
  const page = async (query: string, key = OWNER) =>
    (await read(`/v1/stats?${query}`, key)).json<{
      entries: { key: string }[];
      next: string | null;
      prev: string | null;
    }>();
  const keysOf = ({ entries }: { entries: { key: string }[] }) => entries.map(({ key }) => key);

  beforeEach(async () => {
    for (const key of keys.slice(1))
      await call('PUT', `/v1/stats/${key}`, { aggregation: 'sum' }, { ifMatch: await etagOf() });
  });

  it('is paged forth and back in the order of the program', async () => {
    const first = await page('limit=2');
    const second = await page(`limit=2&cursor=${first.next}`);
    const third = await page(`limit=2&cursor=${second.next}`);
    expect([first, second, third].flatMap(keysOf)).toEqual(keys);
    expect([first.prev, third.next]).toEqual([null, null]);
    expect(keysOf(await page(`limit=2&cursor=${third.prev}`))).toEqual(['d', 'c']);
    expect(keysOf(await page(`limit=3&cursor=${second.prev}`))).toEqual(['points', 'e']);
  });

  it('goes on at its place when the entry that it stopped at is deleted', async () => {
    const first = await page('limit=2');
    await call('DELETE', '/v1/stats/e', undefined, { ifMatch: await etagOf() });

    expect(keysOf(await page(`limit=9&cursor=${first.next}`))).toEqual(['d', 'c', 'b']);
  });

  it.each(['limit=0', 'limit=101', 'cursor=abc', 'page=2'])('is refused with %s', async (query) => {
    expect((await read(`/v1/stats?${query}`)).statusCode).toBe(422);
  });

  it('refuses the cursor of another list or workspace', async () => {
    const { next } = await page('limit=2');

    expect((await read(`/v1/rules?cursor=${next}`)).statusCode).toBe(422);
    expect((await read(`/v1/stats?cursor=${next}`, OTHER)).statusCode).toBe(422);
  });
});
