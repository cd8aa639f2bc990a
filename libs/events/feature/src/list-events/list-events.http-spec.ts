import type { EventRecord } from '@laurel/contracts';
import { err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { anEventRecord } from '../get-event/event-record.builder.js';
import { type EventFilter, EventListing, type ListPosition } from './event-listing.js';
import { ListEventsController } from './list-events.controller.js';
import { ListEventsHandler } from './list-events.handler.js';

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace, `player` a player token. */
const verifier = {
  verify: async (token: string) => {
    if (token === 'player') {
      return ok({ kind: 'player_token', workspace: 'ws_1', playerId: 'arsenal', permissions: ['players:read'] });
    }
    return token.startsWith('ws_')
      ? ok({ kind: 'secret_key', workspace: token, keyId: 'key_1', permissions: ['events:read'] })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

/** Pages of the store, newest first; all records of a page are in their place when it is read. */
class PagesInMemory extends EventListing {
  pages: readonly (readonly EventRecord[])[] = [];
  asked: Parameters<EventListing['newestFirst']>[0] | undefined;
  pagesRead = 0;

  override async *newestFirst(
    filter: Pick<EventFilter, 'workspace' | 'playerId' | 'from' | 'to'>,
    behind: ListPosition | undefined,
  ): AsyncGenerator<readonly EventRecord[]> {
    this.asked = filter;
    this.pagesRead = 0;
    for (const page of this.pages) {
      const part = page.filter(
        ({ workspace, offset }) => workspace === filter.workspace && (!behind || offset < behind.offset),
      );
      // As the index of the store does: pages before the place are not read.
      if (behind && part.length === 0) continue;
      this.pagesRead += 1;
      yield part;
    }
  }
}

interface Answer {
  readonly status: number;
  readonly entries: readonly { readonly eventId: string; readonly status: string }[];
  readonly next: string | null;
}

describe('GET /v1/events', () => {
  let app: NestFastifyApplication;
  let listing: PagesInMemory;

  beforeEach(async () => {
    listing = new PagesInMemory();
    const { publicKey } = playerTokenKeyPair();
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
      controllers: [ListEventsController],
      providers: [ListEventsHandler, { provide: EventListing, useValue: listing }],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });
  afterEach(() => app.close());

  const call = (query: string, token = 'ws_1') =>
    app.inject({ url: `/v1/events${query}`, headers: { authorization: `Bearer ${token}` } });
  const list = async (query = '', token = 'ws_1'): Promise<Answer> => {
    const answer = await call(query, token);
    return { ...answer.json<Answer>(), status: answer.statusCode };
  };
  const idsOf = ({ entries }: Answer): string[] => entries.map(({ eventId }) => eventId);

  /** One record for each offset from `high` down to 0, `perPage` in a page. */
  function store(high: number, perPage: number, fieldsOf: (offset: number) => Partial<EventRecord> = () => ({})): void {
    const records = Array.from({ length: high + 1 }, (_, index) => {
      const offset = high - index;
      return anEventRecord({ eventId: `e${offset}`, offset, decidedAt: 1_000 + offset, ...fieldsOf(offset) });
    });
    listing.pages = Array.from({ length: Math.ceil(records.length / perPage) }, (_, page) =>
      records.slice(page * perPage, (page + 1) * perPage),
    );
  }

  it('gives entries as GET by id does, and null as `next` at the end', async () => {
    listing.pages = [[anEventRecord({ status: 'conflict', rules: [], effects: [] }), anEventRecord({ offset: 41 })]];
    const { status, entries, next } = await list();
    expect({ status, next }).toEqual({ status: 200, next: null });
    expect(entries).toMatchObject([
      { eventId: 'match-1', status: 'conflict', effects: [] },
      {
        status: 'processed',
        rules: [{ rule: 'win', matched: true }, { rule: 'draw' }],
        effects: [{ kind: 'record' }, { kind: 'standing', board: 'premier-league' }],
        receivedAt: '2014-08-16T18:30:00.000Z',
        decidedAt: '2014-08-16T18:30:01.000Z',
        receipt: { partition: 3, offset: 41 },
      },
    ]);
  });

  it('gives 50 entries unless asked for another number, and goes on behind the last', async () => {
    store(120, 7);
    const first = await list();
    expect(first.entries).toHaveLength(50);
    const second = await list(`?limit=100&cursor=${String(first.next)}`);
    expect(second.next).toBeNull();
    expect([...idsOf(first), ...idsOf(second)]).toEqual(Array.from({ length: 121 }, (_, index) => `e${120 - index}`));
  });

  it('gives what is of the type and status', async () => {
    store(9, 3, (offset) => ({
      type: offset % 2 ? 'odd' : 'even',
      status: offset % 3 ? 'processed' : 'failed',
    }));
    expect(idsOf(await list('?type=odd'))).toEqual(['e9', 'e7', 'e5', 'e3', 'e1']);
    expect(idsOf(await list('?type=odd&status=failed'))).toEqual(['e9', 'e3']);
  });

  it('lets the store look for the player and the times', async () => {
    await list('?playerId=arsenal&from=2014-08-16T18:30:00Z&to=2014-08-16T20:30:00%2B01:00');
    expect(listing.asked).toMatchObject({
      workspace: 'ws_1',
      playerId: 'arsenal',
      from: Date.parse('2014-08-16T18:30:00Z'),
      to: Date.parse('2014-08-16T19:30:00Z'),
    });
  });

  it('reads a bounded part of the history for one answer, and goes on where it stopped', async () => {
    store(99, 2, (offset) => ({ type: offset === 3 ? 'rare' : 'usual' }));
    const found: string[] = [];
    let answers = 0;
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer: Answer = await list(`?type=rare${cursor && `&cursor=${cursor}`}`);
      expect(listing.pagesRead).toBeLessThanOrEqual(20);
      found.push(...idsOf(answer));
      answers += 1;
      cursor = answer.next;
    }
    expect(found).toEqual(['e3']);
    expect(answers).toBe(3);
  });

  it('reads on until it has come further, however many pages hold nothing yet', async () => {
    listing.pages = [...Array.from({ length: 40 }, () => []), [anEventRecord({ type: 'other' })], [anEventRecord()]];
    const { entries, next } = await list('?type=match_played');
    expect(entries).toEqual([]);
    expect(next).not.toBeNull();
  });

  it.each([
    ['limit=0', '/limit', 'min'],
    ['limit=101', '/limit', 'max'],
    ['limit=x', '/limit', 'isInt'],
    ['status=accepted', '/status', 'isIn'],
    ['from=yesterday', '/from', 'dateTime'],
    ['to=2014-02-30T00:00:00Z', '/to', 'dateTime'],
    ['from=2014-08-16T00:00:00', '/from', 'dateTime'],
    ['from=2014-08-16T00:00:00Z&to=2014-08-16T00:00:00Z', '/to', 'after'],
    ['playerId=', '/playerId', 'isLength'],
    ['type=', '/type', 'isLength'],
    ['player=x', '/player', 'unknown'],
    ['type=a&type=b', '/type', 'isString'],
  ])('refuses ?%s', async (query, path, rule) => {
    const answer = await call(`?${query}`);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'http.invalid_input',
      errors: expect.arrayContaining([expect.objectContaining({ path, rule })]),
    });
  });

  it('refuses a cursor of another list', async () => {
    store(9, 3);
    const { next } = await list('?limit=2&type=match_played');
    for (const query of [`?cursor=${String(next)}`, `?type=other&cursor=${String(next)}`, '?cursor=x']) {
      const answer = await call(query);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'events.invalid_cursor', errors: [{ path: '/cursor' }] });
    }
    expect((await list(`?limit=5&type=match_played&cursor=${String(next)}`)).status).toBe(200);
    expect((await call(`?type=match_played&cursor=${String(next)}`, 'ws_2')).statusCode).toBe(400);
  });

  it('keeps workspaces apart', async () => {
    listing.pages = [[anEventRecord({ eventId: 'ours' }), anEventRecord({ eventId: 'theirs', workspace: 'ws_2' })]];
    expect(idsOf(await list())).toEqual(['ours']);
    expect(idsOf(await list('', 'ws_2'))).toEqual(['theirs']);
  });

  it('is for servers', async () => {
    expect((await call('', 'player')).statusCode).toBe(403);
    expect((await call('', 'nobody')).statusCode).toBe(401);
  });
});
