import { type EventRecord, type StandingCorrectionDocument, joinId } from '@laurel/contracts';
import { err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { newerFirst } from '@laurel/platform-event-store';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { FakeClock, playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { BoardDirectory } from '../board-directory/board-directory.js';
import { FrozenCorrections } from '../correct-frozen/frozen-corrections.js';
import { FrozenInMemory } from '../frozen/frozen-windows.builder.js';
import { CommittedHistory } from '../rank-freshness/committed-history.js';
import { BoardAnswers } from '../reading/board-answers.js';
import { BoardReader } from '../reading/board-reader.js';
import { encodeCursor } from '../get-page/page-cursor.js';
import { aBoard } from '../reading/board.builder.js';
import { EntriesInMemory } from '../reading/player-entries.builder.js';
import { RanksInMemory } from '../reading/rank-store.builder.js';
import { type HistoryPosition, type PassedBounds, StandingHistory } from './standing-history.js';
import { TrailController } from './trail.controller.js';
import type { TrailDto } from './trail.dto.js';
import { TrailHandler } from './trail.handler.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace; `player` is a player token, `reader` a key that may read boards alone. */
const verifier = {
  verify: async (token: string) => {
    const key = { kind: 'secret_key', workspace: 'ws_1', keyId: 'key_1' };
    if (token === 'player') {
      return ok({ kind: 'player_token', workspace: 'ws_1', playerId: 'ann', permissions: ['boards:read'] });
    }
    if (token === 'reader') return ok({ ...key, permissions: ['boards:read'] });
    return token.startsWith('ws_')
      ? ok({ ...key, workspace: token, permissions: ['events:read'] })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

class HistoryInMemory extends StandingHistory {
  readonly records: EventRecord[] = [];
  held: PassedBounds[] = [];

  override async *newestFirst(workspace: string, playerId: string, behind: HistoryPosition | undefined) {
    const own = this.records.filter((record) => record.workspace === workspace && record.playerId === playerId);
    for (const record of own.sort(newerFirst)) {
      if (!behind || newerFirst(behind, record) < 0) yield [record];
    }
  }

  override async heldBack(): Promise<PassedBounds[]> {
    return this.held;
  }
}

class NoCorrections extends FrozenCorrections {
  readonly all: StandingCorrectionDocument[] = [];

  override async correct(): Promise<never> {
    throw new Error('nothing is corrected here');
  }

  override async ofPlayer(): Promise<readonly StandingCorrectionDocument[]> {
    return this.all;
  }
}

describe('the trail of a standing', () => {
  let app: NestFastifyApplication;
  let history: HistoryInMemory;
  let corrections: NoCorrections;

  beforeEach(async () => {
    history = new HistoryInMemory();
    corrections = new NoCorrections();
    const clock = new FakeClock(NOW);
    const [ranks, entries, frozen] = [new RanksInMemory(), new EntriesInMemory(new Map()), new FrozenInMemory()];
    ranks.put('ann', 9, [2]);
    ranks.put('bob', 12, [2]);
    const committed = new CommittedHistory({ positionsOf: async () => new Map() }, clock);
    const board = aBoard({ key: 'top', windows: [{ kind: 'all' }, { kind: 'weekly' }] });
    const boardsOf = async (workspace: string) => (workspace === 'ws_1' ? [board] : []);
    const answers = new BoardAnswers(
      new BoardDirectory({ boardsOf }, frozen, clock),
      new BoardReader(ranks, committed, entries, frozen, clock),
    );
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: playerTokenKeyPair().publicKey, keys: NoKeys })],
      controllers: [TrailController],
      providers: [{ provide: TrailHandler, useValue: new TrailHandler(answers, history, corrections) }],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });

  afterEach(() => app.close());

  async function get(query = '', token = 'ws_1', path = 'top/players/ann') {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await app.inject({ url: `/v1/leaderboards/${path}/trail${query}`, headers });
    return { status: answer.statusCode, body: answer.json<TrailDto>() };
  }

  let offset = 0;
  const add = (eventId: string, fields: Partial<EventRecord>): void => {
    offset += 1;
    history.records.push({
      ...{ workspace: 'ws_1', playerId: 'ann', eventId, type: 'scored', properties: {}, status: 'processed' },
      ...{ occurredAt: NOW - 1_000, receivedAt: NOW, decidedAt: NOW + offset, release: 3 },
      ...{ partition: 1, epoch: 1, offset, rules: [], effects: [] },
      ...fields,
    });
  };
  const standing = (score: number, window = 'all', board = 'top@1'): EventRecord['effects'][number] => ({
    ...{ kind: 'standing', board, window, score, columns: [2], reachedAt: NOW },
  });

  it('leads from the rank now to the scores, and from these to what rules recorded of which event', async () => {
    add('e1', {
      effects: [
        { kind: 'record', rule: 'win', stat: 'points', amount: 9, value: 9 },
        { kind: 'record', rule: 'win', stat: 'other', amount: 1, value: 1 },
        standing(9),
        standing(9, '2026-W47'),
      ],
    });

    expect(await get('?window=all')).toMatchObject({
      status: 200,
      body: {
        board: 'top',
        window: { key: 'all' },
        entry: { rank: 2, score: 9 },
        flags: [],
        corrections: [],
        steps: [
          {
            eventId: 'e1',
            type: 'scored',
            release: 3,
            recorded: [{ rule: 'win', stat: 'points', amount: 9 }],
            standing: { score: 9, columns: { goal_difference: 2 } },
          },
        ],
        next: null,
      },
    });
  });

  it('is of one window of one board', async () => {
    add('other-board', { effects: [standing(1, 'all', 'cup@1')] });
    add('other-shape', { effects: [standing(1, 'all', 'top@2')] });
    add('this-week', { effects: [standing(1, '2026-W47')] });
    add('nothing', {});

    expect((await get('?window=all')).body.steps).toEqual([]);
    expect((await get('?window=weekly')).body.steps).toMatchObject([{ eventId: 'this-week' }]);
  });

  it('tells orders with their reason, what took the entry away, and what was refused', async () => {
    const by = { reason: 'Hacked client.', by: 'key_1' };
    add('hide', {
      type: 'laurel.standing_hidden',
      properties: { board: 'top@1', ...by },
      effects: [{ kind: 'removal', board: 'top@1', window: 'all' }],
    });
    add('elsewhere', { type: 'laurel.standing_removed', properties: { board: 'top@1', window: '2026-W47', ...by } });
    add('late', {
      type: 'laurel.standing_adjusted',
      properties: { board: 'top@1', window: 'all', ...by },
      effects: [{ kind: 'refused', rule: '', code: 'scoring.window_closed', detail: 'too late' }],
    });

    expect((await get('?window=all')).body.steps).toEqual([
      expect.objectContaining({
        eventId: 'late',
        order: by,
        refused: [{ code: 'scoring.window_closed', detail: 'too late' }],
      }),
      expect.objectContaining({ eventId: 'hide', order: by, standing: null }),
    ]);
  });

  it('tells corrections of the player with their reason, where they moved the standing', async () => {
    const type = 'laurel.player_corrected';
    const properties = { stats: { points: 3 }, balances: {}, reason: 'Paid twice.', by: 'key_1' };
    add('elsewhere', { type, properties, effects: [standing(1, '2026-W47')] });
    add('here', { type, properties, effects: [standing(12)] });

    expect((await get('?window=all')).body.steps).toMatchObject([
      { eventId: 'here', order: { reason: 'Paid twice.', by: 'key_1' }, standing: { score: 12 } },
    ]);
  });

  it('shows what is suspicious: events that are held back, and by which bounds', async () => {
    const heldBack = { stat: 'points', bound: 'max' as const, limit: 100, amount: 5_000 };
    history.held = [{ stat: 'points', bound: 'max', events: 1 }];
    add('held', { status: 'quarantined', heldBack });
    add('held-elsewhere', { status: 'quarantined', heldBack: { ...heldBack, stat: 'other' } });

    expect((await get('?window=all')).body).toMatchObject({
      flags: [{ stat: 'points', bound: 'max', events: 1 }],
      steps: [{ eventId: 'held', heldBack, recorded: [] }],
    });
  });

  it('tells the corrections of a window that has ended', async () => {
    const row = { playerId: 'ann', rank: 4, score: 9, columns: [2], reachedAt: NOW };
    const correction = { _id: 'c1', workspace: 'ws_1', board: 'top@1', playerId: 'ann', reason: 'a test', by: 'key_1' };
    corrections.all.push({ ...correction, window: 'all', kind: 'remove', at: NOW, before: row, after: null });
    corrections.all.push({ ...correction, window: '2026-W46', kind: 'hide', at: NOW, before: row, after: null });

    expect((await get('?window=all')).body.corrections).toEqual([
      {
        ...{ kind: 'remove', reason: 'a test', by: 'key_1', at: '2026-11-20T12:00:00.000Z' },
        ...{ rankBefore: 4, rankAfter: null },
      },
    ]);
  });

  it('goes back in parts that skip and repeat nothing', async () => {
    for (const index of [1, 2, 3, 4, 5]) {
      add(`e${index}`, { effects: [standing(index)] });
      add(`n${index}`, {});
    }
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await get(`?window=all&limit=2${query}`);
      ids.push(...body.steps.map(({ eventId }) => eventId));
      cursor = body.next;
    }
    expect(ids).toEqual(['e5', 'e4', 'e3', 'e2', 'e1']);
  });

  it.each(['', 'nonsense', '{}', '[1,2]', '[1,2,"3"]', '[1,2,3.5]', '[-1,2,3]'])(
    'refuses a cursor that was sealed by somebody else, with %j in it',
    async (member) => {
      const list = joinId('trail', 'ws_1', 'top@1', 'all', 'ann');
      const cursor = encodeCursor(list, { kind: 'after', key: { score: '1', member } });
      expect(await get(`?window=all&cursor=${cursor}`)).toMatchObject({
        status: 400,
        body: { code: 'leaderboards.invalid_cursor' },
      });
    },
  );

  it('refuses the cursor of another trail', async () => {
    for (const index of [1, 2]) add(`e${index}`, { effects: [standing(index)] });
    const { next } = (await get('?window=all&limit=1')).body;
    const path = 'top/players/bob';
    expect(await get(`?window=all&cursor=${next}`, 'ws_1', path)).toMatchObject({
      body: { code: 'leaderboards.invalid_cursor' },
    });
    expect(await get(`?window=weekly&cursor=${next}`)).toMatchObject({ body: { code: 'leaderboards.invalid_cursor' } });
  });

  it('is for who may read events: of a player who never was, it is empty', async () => {
    expect((await get('', 'player')).status).toBe(403);
    expect((await get('', 'reader')).status).toBe(403);
    expect((await get('', 'ws_2')).status).toBe(404);
    expect(await get('?window=all', 'ws_1', 'top/players/nobody')).toMatchObject({
      status: 200,
      body: { entry: null, steps: [], next: null },
    });
    expect((await get('?window=all&limit=0')).status).toBe(422);
  });
});
