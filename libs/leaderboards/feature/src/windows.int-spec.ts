import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_ROWS_COLLECTION,
  type FrozenRow,
  type FrozenRowsDocument,
  boardWindowId,
  frozenRowsId,
} from '@laurel/contracts';
import { type WorkspaceClocks, ok } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { ApiKeys, AuthModule, CredentialVerifier } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { connectMongo } from '@laurel/platform-mongo';
import { FakeClock, playerTokenKeyPair, testServers, uniqueTestScope } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { Db } from 'mongodb';
import { MongoClosedWindows } from './adapters/closed-windows.mongo.js';
import { ExportWindowController } from './export-window/export-window.controller.js';
import { ExportWindowHandler } from './export-window/export-window.handler.js';
import { MongoFrozenWindows } from './frozen/frozen-windows.mongo.js';
import { ListWindowsController } from './list-windows/list-windows.controller.js';
import type { WindowPageDto } from './list-windows/list-windows.dto.js';
import { ListWindowsHandler } from './list-windows/list-windows.handler.js';
import { aBoard } from './reading/board.builder.js';

const WEEK_MS = 7 * 86_400_000;
/** Wednesday of 2026-W47, an hour into the grace of the week before. */
const NOW = Date.parse('2026-11-18T01:00:00Z');
const BOARD = aBoard({ windows: [{ kind: 'all' }, { kind: 'weekly' }], graceSeconds: 3 * 86_400 });
const ROWS = 2_001;

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace. */
const verifier = {
  verify: async (workspace: string) =>
    ok({ kind: 'secret_key', workspace, keyId: 'key_1', permissions: ['boards:read', 'players:export'] }),
};

let connection: Awaited<ReturnType<typeof connectMongo>>;
let db: Db;
let app: NestFastifyApplication;
let aheadMs = 0;
const offsetMs = () => Promise.resolve(aheadMs);
const clocks: WorkspaceClocks = { offsetMs, latestOffsetMs: offsetMs };

beforeAll(async () => {
  const { database } = uniqueTestScope();
  connection = await connectMongo({ url: testServers().mongoUrl, database });
  db = connection.getClient().db(database);
  await db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION).insertMany([week(45), week(44), EXPIRED]);
  await db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION).insertOne({ ...week(46), ...CLOSING });
  await db.collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION).insertMany(chunks());
  const boardsOf = (workspace: string): Promise<readonly BoardDefinition[]> =>
    Promise.resolve(workspace === 'ws_1' ? [BOARD] : []);
  const module = await Test.createTestingModule({
    imports: [AuthModule.forRoot({ playerTokenPublicKey: playerTokenKeyPair().publicKey, keys: NoKeys })],
    controllers: [ListWindowsController, ExportWindowController],
    providers: [
      {
        provide: ListWindowsHandler,
        useFactory: () => new ListWindowsHandler({ boardsOf }, new MongoClosedWindows(db), new FakeClock(NOW), clocks),
      },
      {
        provide: ExportWindowHandler,
        useFactory: () => new ExportWindowHandler({ boardsOf }, new MongoFrozenWindows(db)),
      },
    ],
  })
    .overrideProvider(CredentialVerifier)
    .useValue(verifier)
    .compile();
  app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  await configureHttpApp(app);
});
beforeEach(() => (aheadMs = 0));
afterAll(async () => {
  await app.close();
  await db.dropDatabase();
  await connection.close();
});

const EXPIRED: BoardWindowDocument = { ...week(43), total: 0, retiredAt: NOW };
const CLOSING = { state: 'closing', ending: 'schedule_changed' } as const;

function week(number: number): BoardWindowDocument {
  const start = Date.parse('2026-11-16T00:00:00Z') - (47 - number) * WEEK_MS;
  const [workspace, board, window, end] = ['ws_1', 'premier-league@1', `2026-W${number}`, start + WEEK_MS];
  return {
    ...{ _id: boardWindowId(workspace, board, window), workspace, board, window, name: 'weekly', timeZone: 'UTC' },
    ...{ start, end, closesAt: end, ending: 'ended', release: 1, state: 'frozen', barrier: 'b', total: ROWS },
  };
}

/** The rows of 2026-W45. */
function chunks(): FrozenRowsDocument[] {
  const [workspace, board, window, part] = ['ws_1', 'premier-league@1', '2026-W45', ''];
  const rows = Array.from({ length: ROWS }, (_, place): FrozenRow => {
    const playerId = place === 0 ? '=1+1' : place === 1 ? 'a "quoted", one' : `player-${place}`;
    return { playerId, rank: place + 1, score: ROWS - place, columns: [-place], reachedAt: NOW };
  });
  return Array.from({ length: Math.ceil(ROWS / FROZEN_CHUNK) }, (_, chunk) => {
    const first = chunk * FROZEN_CHUNK;
    const _id = frozenRowsId(workspace, board, window, part, first);
    return { _id, workspace, board, window, part, first, rows: rows.slice(first, first + FROZEN_CHUNK) };
  });
}

const get = (path: string, token = 'ws_1') =>
  app.inject({ url: `/v1/leaderboards/premier-league/${path}`, headers: { authorization: `Bearer ${token}` } });
const list = async (query = ''): Promise<WindowPageDto> => (await get(`windows${query}`)).json<WindowPageDto>();
const OPEN = ['all running', '2026-W47 running'];
const keys = (windows: WindowPageDto['entries']) => windows.map(({ key, state }) => `${key} ${state}`);

describe('the windows of a leaderboard', () => {
  it('are those that are open, and those that have closed, each with what it is', async () => {
    const page = await list();
    expect(page).toMatchObject({ board: 'premier-league', now: '2026-11-18T01:00:00.000Z', upcoming: [], next: null });
    // The one whose schedule was changed closed before its grace was over.
    expect(keys(page.open)).toEqual(OPEN);
    expect(keys(page.entries)).toEqual(['2026-W46 closing', '2026-W45 final', '2026-W44 final', '2026-W43 expired']);
    expect(page.entries[1]).toEqual({
      key: '2026-W45',
      name: 'weekly',
      start: '2026-11-02T00:00:00.000Z',
      end: '2026-11-09T00:00:00.000Z',
      closesAt: '2026-11-09T00:00:00.000Z',
      timeZone: 'UTC',
      closed: true,
      state: 'final',
      total: ROWS,
      ending: 'ended',
    });
  });

  it('come page by page', async () => {
    const first = await list('?limit=3');
    const second = await list(`?limit=3&cursor=${first.next}`);
    expect([...keys(first.entries), '|', ...keys(second.entries)]).toEqual([
      '2026-W46 closing',
      '2026-W45 final',
      '2026-W44 final',
      '|',
      '2026-W43 expired',
    ]);
    expect(second.next).toBeNull();
    expect([first, second].map(({ open }) => keys(open))).toEqual([OPEN, OPEN]);
  });

  it('refuse a cursor that is not theirs', async () => {
    const answer = await get(`windows?cursor=${Buffer.from('anything').toString('base64url')}`);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'http.invalid_input']);
  });

  it('show the next ones of each definition, if asked for', async () => {
    const { upcoming } = await list('?preview=2');
    expect(keys(upcoming)).toEqual(['2026-W48 upcoming', '2026-W49 upcoming']);
  });

  it('are in their grace for as long as late results count, by the clock of the workspace', async () => {
    aheadMs = WEEK_MS;
    const { now, open } = await list();
    expect(now).toBe('2026-11-25T01:00:00.000Z');
    expect(keys(open)).toEqual(['all running', '2026-W47 grace', '2026-W48 running']);
  });

  it.each(['?preview=0', '?preview=51', '?limit=0', '?preview=many'])('refuse %s', async (query) => {
    expect((await get(`windows${query}`)).statusCode).toBe(422);
  });

  it('are not there for another workspace', async () => {
    expect((await get('windows', 'ws_2')).json()).toMatchObject({ code: 'leaderboards.not_found' });
    expect((await get('windows/2026-W45/export', 'ws_2')).json()).toMatchObject({ code: 'leaderboards.not_found' });
  });
});

describe('the export of a window', () => {
  it('gives every row as a line of JSON, in rank order', async () => {
    const answer = await get('windows/2026-W45/export');
    expect(answer.headers['content-type']).toBe('application/x-ndjson');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="premier-league-2026-W45.ndjson"');
    const rows = answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { rank: number });
    expect(rows.map(({ rank }) => rank)).toEqual(Array.from({ length: ROWS }, (_, place) => place + 1));
    expect(rows[2]).toEqual({
      rank: 3,
      playerId: 'player-2',
      score: ROWS - 2,
      columns: { goal_difference: -2 },
      reachedAt: '2026-11-18T01:00:00.000Z',
    });
  });

  it('gives them as CSV that no spreadsheet runs', async () => {
    const answer = await get('windows/2026-W45/export?format=csv');
    expect(answer.headers['content-type']).toContain('text/csv');
    const lines = answer.body.split('\r\n');
    expect(lines).toHaveLength(ROWS + 2);
    expect(lines.slice(0, 4)).toEqual([
      'rank,playerId,score,goal_difference,reachedAt',
      `1,'=1+1,${ROWS},0,2026-11-18T01:00:00.000Z`,
      `2,"a ""quoted"", one",${ROWS - 1},-1,2026-11-18T01:00:00.000Z`,
      `3,player-2,${ROWS - 2},-2,2026-11-18T01:00:00.000Z`,
    ]);
  });

  it.each([
    ['2026-W46/export', 409, 'leaderboards.window_not_final'],
    ['2026-W43/export', 404, 'leaderboards.window_not_found'],
    ['2026-W47/export', 404, 'leaderboards.window_not_found'],
    ['2026-W45/export?format=xls', 422, 'http.invalid_input'],
  ])('of %s is answered with %i %s', async (path, status, code) => {
    const answer = await get(`windows/${path}`);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });
});
