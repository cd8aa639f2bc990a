import { EVENTS_PARTITIONS } from '@laurel/contracts';
import { readSecretKey } from '@laurel/platform-auth';
import { RESOURCE_KINDS } from '@laurel/releases-domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AnnounceReleasesHandler } from './announce-releases/announce-releases.handler.js';
import {
  FakeDrafts,
  FakeProducer,
  FakeStore,
  OTHER,
  OWNER,
  PROGRAM,
  READER,
  releasesApp,
} from './releases-app.builder.js';
import type { RuleCatalogDto } from './rule-catalog/rule-catalog.dto.js';

const drafts = new FakeDrafts();
const store = new FakeStore(drafts);
const producer = new FakeProducer();

interface ListedPage {
  readonly entries: readonly { readonly release: number }[];
  readonly next: string | null;
  readonly prev: string | null;
}

describe('releases', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await releasesApp({ store, drafts, producer });
  });
  beforeEach(() => {
    store.documents = [];
    store.races = 0;
    drafts.drafts.clear();
    producer.messages.splice(0);
    producer.down = false;
  });
  afterAll(() => app.close());

  const publish = (body: object, key = OWNER) =>
    app.inject({ method: 'POST', url: '/v1/releases', payload: body, headers: { authorization: `Bearer ${key}` } });
  const get = (url: string, key = OWNER) => app.inject({ url, headers: { authorization: `Bearer ${key}` } });

  it('are numbered, stored and announced into every partition', async () => {
    const answer = await publish({ program: PROGRAM, note: 'first' });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      release: 1,
      note: 'first',
      author: readSecretKey(OWNER)?.keyId,
      publishedAt: expect.any(String),
      announcedAt: expect.any(String),
      archivedAt: null,
      program: expect.objectContaining({ stats: PROGRAM.stats, rules: PROGRAM.rules }),
      backfill: false,
    });
    expect(producer.messages.map(({ partition }) => partition)).toEqual([...Array(EVENTS_PARTITIONS).keys()]);
    expect(producer.messages.map(({ key }) => key)).toEqual(Array(EVENTS_PARTITIONS).fill('ws_1|'));
    expect(JSON.parse(producer.messages[0]?.value ?? '')).toEqual({
      v: 1,
      kind: 'release',
      workspace: 'ws_1',
      release: 1,
    });
  });

  it('take the next number when somebody else was faster', async () => {
    store.races = 2;
    expect((await publish({ program: PROGRAM, note: 'mine' })).json()).toEqual(
      expect.objectContaining({ release: 3, note: 'mine' }),
    );
  });

  it('are published while the event log is away, and announced in order when it is back', async () => {
    producer.down = true;
    expect((await publish({ program: PROGRAM })).json()).toEqual(
      expect.objectContaining({ release: 1, announcedAt: null }),
    );
    expect((await publish({ program: PROGRAM })).statusCode).toBe(201);
    producer.down = false;
    expect(await app.get(AnnounceReleasesHandler).handle()).toBe(true);
    const announced = producer.messages.map(({ value }) => (JSON.parse(value) as { release: number }).release);
    expect([...new Set(announced)]).toEqual([1, 2]);
    expect((await get('/v1/releases/2')).json().announcedAt).not.toBeNull();
  });

  it('can be published again as they are read', async () => {
    const { program } = (await publish({ program: PROGRAM })).json<{ program: object }>();
    expect((await publish({ program })).json()).toEqual(expect.objectContaining({ release: 2, program }));
  });

  it.each<[string, object, number, string, string[]]>([
    [
      'an empty program',
      { program: {} },
      422,
      'releases.invalid_program',
      ['/program/stats', '/program/rules', '/program/leaderboards'],
    ],
    ['a program that is a list', { program: [] }, 422, 'http.invalid_input', ['/program']],
    ['a program that is null', { program: null }, 422, 'http.invalid_input', ['/program']],
    ['a note that is a number', { program: PROGRAM, note: 7 }, 422, 'http.invalid_input', ['/note', '/note']],
    ['a note that is too long', { program: PROGRAM, note: 'x'.repeat(1_001) }, 422, 'http.invalid_input', ['/note']],
    ['an unknown field', { program: PROGRAM, workspace: 'ws_2' }, 422, 'http.invalid_input', ['/workspace']],
    [
      'two problems in a program',
      {
        program: {
          ...PROGRAM,
          stats: [
            { key: 'Points', aggregation: 'sum' },
            { key: 'goals', aggregation: 'average' },
          ],
        },
      },
      422,
      'releases.invalid_program',
      ['/program/stats/0/key', '/program/stats/1/aggregation'],
    ],
    [
      'a stat that does not exist',
      { program: { ...PROGRAM, stats: [] } },
      422,
      'releases.invalid_program',
      ['/program/rules/0/then/0/stat', '/program/leaderboards/0/source/stat'],
    ],
  ])('are refused with %s', async (_what, body, status, code, paths) => {
    const answer = await publish(body);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    const { errors } = answer.json<{ errors: { path: string }[] }>();
    expect(errors.map(({ path }) => path).sort()).toEqual([...paths].sort());
    expect(store.documents).toEqual([]);
  });

  it('are not published with a key that only reads', async () => {
    expect((await publish({ program: PROGRAM }, READER)).statusCode).toBe(403);
  });

  it.each(['9', '0', '-1', '1.0', 'x', '1e0'])('are not found under the number %s', async (number) => {
    await publish({ program: PROGRAM });
    const answer = await get(`/v1/releases/${number}`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'releases.not_found']);
  });

  it('of one workspace are not found from another', async () => {
    await publish({ program: PROGRAM });
    expect((await get('/v1/releases/1', OTHER)).statusCode).toBe(404);
    expect((await get('/v1/releases', OTHER)).json().entries).toEqual([]);
    expect((await publish({ program: PROGRAM }, OTHER)).json().release).toBe(1);
  });

  describe('in a list', () => {
    beforeEach(async () => {
      for (let release = 1; release <= 5; release += 1) await publish({ program: PROGRAM, note: `n${release}` });
    });
    const numbers = (page: ListedPage): number[] => page.entries.map(({ release }) => release);
    const page = async (query: string): Promise<ListedPage> => (await get(`/v1/releases?${query}`)).json<ListedPage>();

    it('come newest first, without their programs', async () => {
      const all = await page('');
      expect(numbers(all)).toEqual([5, 4, 3, 2, 1]);
      expect(all.entries[0]).toEqual({
        release: 5,
        note: 'n5',
        author: expect.any(String),
        publishedAt: expect.any(String),
        announcedAt: expect.any(String),
        archivedAt: null,
      });
      expect([all.next, all.prev]).toEqual([null, null]);
    });

    it('are paged forth and back', async () => {
      const first = await page('limit=2');
      const second = await page(`limit=2&cursor=${first.next}`);
      const third = await page(`limit=2&cursor=${second.next}`);
      expect([first, second, third].map(numbers)).toEqual([[5, 4], [3, 2], [1]]);
      expect([first.prev, third.next]).toEqual([null, null]);
      const back = await page(`limit=2&cursor=${third.prev}`);
      expect(numbers(back)).toEqual([3, 2]);
      const start = await page(`limit=2&cursor=${back.prev}`);
      expect([numbers(start), start.prev]).toEqual([[5, 4], null]);
    });

    it('are neither skipped nor repeated when one is published between two pages', async () => {
      const first = await page('limit=2');
      await publish({ program: PROGRAM });
      expect(numbers(await page(`limit=2&cursor=${first.next}`))).toEqual([3, 2]);
    });

    it.each([
      ['a limit of 0', 'limit=0', '/limit'],
      ['a limit of 101', 'limit=101', '/limit'],
      ['a limit that is no number', 'limit=ten', '/limit'],
      ['a cursor of nothing', 'cursor=abc', '/cursor'],
      ['an unknown parameter', 'page=2', '/page'],
    ])('are refused with %s', async (_what, query, path) => {
      const answer = await get(`/v1/releases?${query}`);
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors[0].path).toBe(path);
    });

    it('refuse the cursor of another workspace', async () => {
      const { next } = await page('limit=2');
      expect((await get(`/v1/releases?cursor=${next}`, OTHER)).statusCode).toBe(422);
    });
  });

  describe('the schema of a program', () => {
    it('has every kind of resource, and is for those who may read releases', async () => {
      const answer = await get('/v1/program-schema', READER);
      expect(answer.statusCode).toBe(200);
      const { properties, $defs } = answer.json<Record<'properties' | '$defs', object>>();
      expect(Object.keys(properties)).toEqual(
        expect.arrayContaining(RESOURCE_KINDS.map(({ collection }) => collection)),
      );
      expect($defs).toMatchObject({ rule: { required: ['key', 'on', 'then'] } });
      expect((await app.inject({ url: '/v1/program-schema' })).statusCode).toBe(401);
    });
  });

  describe('the rule catalogue', () => {
    it('has a schema for every kind of condition and effect', async () => {
      const answer = await get('/v1/rule-catalog');
      expect(answer.statusCode).toBe(200);
      const { conditions, effects, definitions } = answer.json<RuleCatalogDto>();
      expect(conditions).toContainEqual(expect.objectContaining({ code: 'all', schema: expect.any(Object) }));
      expect(effects).toContainEqual(expect.objectContaining({ code: 'award', schema: expect.any(Object) }));
      expect(Object.keys(definitions)).toEqual(expect.arrayContaining(['slug', 'amount', 'condition', 'effect']));
    });

    it('is for those who may read releases', async () => {
      expect((await app.inject({ url: '/v1/rule-catalog' })).statusCode).toBe(401);
      expect((await get('/v1/rule-catalog', READER)).statusCode).toBe(200);
    });
  });
});
