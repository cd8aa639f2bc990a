import {
  type BoardEntryDocument,
  type BoardWindowDocument,
  type CommandMessage,
  type EventReply,
  type FrozenRow,
  topicNames,
} from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { type Request, type Requested, kafkaErrors } from '@laurel/platform-kafka';
import { FakeClock, playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { BoardDirectory } from '../board-directory/board-directory.js';
import { FrozenCorrections, type FrozenOrder } from '../correct-frozen/frozen-corrections.js';
import { boardReadErrors } from '../errors.js';
import { StandingOrders } from '../order-standing/standing-orders.js';
import { aBoard } from '../reading/board.builder.js';
import { type BoardPlayer, BoardPlayerStore } from './board-player.js';
import { ModerateStandingController } from './moderate-standing.controller.js';
import { ModerateStandingHandler } from './moderate-standing.handler.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const ENTRY: BoardEntryDocument = { score: 12, columns: [3], reachedAt: NOW };

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace; `reader` is a key that may not change players, `player` a player token. */
const verifier = {
  verify: async (token: string) => {
    if (token === 'player') {
      return ok({ kind: 'player_token', workspace: 'ws_1', playerId: 'arsenal', permissions: ['boards:read'] });
    }
    const permissions = token === 'reader' ? ['players:read'] : ['players:write'];
    const workspace = token === 'reader' ? 'ws_1' : token;
    return workspace.startsWith('ws_')
      ? ok({ kind: 'secret_key', workspace, keyId: 'key_1', permissions })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

class PlayersInMemory extends BoardPlayerStore {
  readonly players = new Map<string, BoardPlayer>();

  override async find(workspace: string, board: string, playerId: string): Promise<BoardPlayer | undefined> {
    return this.players.get(`${workspace} ${board} ${playerId}`);
  }
}

type Reply = Pick<EventReply, 'status'> & Partial<Pick<EventReply['record'], 'effects' | 'failure'>>;

const ROW: FrozenRow = { playerId: 'arsenal', rank: 2, score: 12, columns: [3], reachedAt: NOW };

/** Takes corrections, each of which lets a row go. */
class CorrectionsInMemory extends FrozenCorrections {
  readonly taken: FrozenOrder[] = [];
  refusal: DomainError | undefined;

  override async correct(window: BoardWindowDocument, order: FrozenOrder) {
    if (this.refusal) return err(this.refusal);
    this.taken.push(order);
    const { playerId, act, reason, by, at } = order;
    const of = { _id: 'c1', workspace: 'ws_1', board: window.board, window: window.window };
    return ok({ ...of, playerId, kind: act.kind, reason, by, at, before: ROW, after: null });
  }

  override async ofPlayer() {
    return [];
  }
}

/** Takes orders, and answers each with the reply that is set. */
class FakeRequests {
  readonly taken: Request[] = [];
  reply: Reply | undefined = { status: 'processed' };
  down = false;

  async request<T>(request: Request): Promise<Result<Requested<T>, DomainError>> {
    if (this.down) return err(kafkaErrors.unavailable('No broker answers.'));
    this.taken.push(request);
    const { status, effects = [], failure } = this.reply ?? { status: 'processed' };
    const reply = { status, record: { effects, failure }, ranks: [] } as unknown as T;
    return ok({ receipt: { partition: 3, offset: 77 }, reply: this.reply && reply });
  }
}

const refused = (code: string): Reply => ({
  status: 'processed',
  effects: [{ kind: 'refused', rule: '', code, detail: 'so it is' }],
});

describe('an order about a standing', () => {
  let app: NestFastifyApplication;
  let players: PlayersInMemory;
  let requests: FakeRequests;
  let ended: BoardWindowDocument | undefined;
  let corrections: CorrectionsInMemory;

  beforeEach(async () => {
    players = new PlayersInMemory();
    players.players.set('ws_1 premier-league@1 arsenal', {
      isHidden: false,
      isWithheld: false,
      entries: { all: ENTRY },
    });
    requests = new FakeRequests();
    ended = undefined;
    corrections = new CorrectionsInMemory();
    const clock = new FakeClock(NOW);
    const board = aBoard({ windows: [{ kind: 'all' }, { kind: 'weekly' }] });
    const boardsOf = async (workspace: string) => (workspace === 'ws_1' ? [board] : []);
    const frozen = { find: async () => ended, rows: async () => [], place: async () => undefined };
    const handler = new ModerateStandingHandler(
      new BoardDirectory({ boardsOf }, frozen, clock),
      players,
      new StandingOrders(requests, topicNames('laurel.'), clock),
      frozen,
      corrections,
      clock,
    );
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: playerTokenKeyPair().publicKey, keys: NoKeys })],
      controllers: [ModerateStandingController],
      providers: [{ provide: ModerateStandingHandler, useValue: handler }],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });

  afterEach(() => app.close());

  async function order(path: string, payload: object, token = 'ws_1', more: object = {}) {
    const headers = { authorization: `Bearer ${token}`, ...more };
    const answer = await app.inject({ method: 'POST', url: `/v1/leaderboards/${path}`, headers, payload });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  }
  const commands = () => requests.taken.map(({ message }) => message as unknown as CommandMessage);
  const ARSENAL = 'premier-league/players/arsenal';
  const REASON = { reason: 'Hacked client.' };

  it.each([
    ['hide', {}, { command: 'hide_standing', hidden: true }],
    ['unhide', {}, { command: 'hide_standing', hidden: false }],
    ['remove', { window: 'all' }, { command: 'remove_standing', window: 'all' }],
    ['remove', { window: 'weekly' }, { command: 'remove_standing', window: '2026-W47' }],
    [
      'adjust',
      { window: '2026-W47', mode: 'add', score: -3, columns: { goal_difference: -3 } },
      { command: 'adjust_standing', window: '2026-W47', mode: 'add', score: -3, columns: { goal_difference: -3 } },
    ],
  ])('to %s goes into the log under the key of the player: %j', async (verb, payload, content) => {
    expect(await order(`${ARSENAL}/${verb}`, { ...REASON, ...payload })).toMatchObject({ status: 200 });

    expect(requests.taken).toMatchObject([{ topic: 'laurel.events', key: 'ws_1|arsenal' }]);
    expect(commands()).toEqual([
      {
        ...{ v: 1, kind: 'command', workspace: 'ws_1', playerId: 'arsenal', by: 'key_1', receivedAt: NOW },
        commandId: expect.stringMatching(new RegExp(`^laurel\\.player\\.${verb}\\.msg_`)) as string,
        ...{ board: 'premier-league@1', ...REASON, ...content },
      },
    ]);
  });

  it('is answered with what the player has on the leaderboard then', async () => {
    expect(await order(`${ARSENAL}/adjust`, { ...REASON, window: 'all', mode: 'set', score: 12 })).toEqual({
      status: 200,
      body: {
        board: 'premier-league',
        playerId: 'arsenal',
        hidden: false,
        entries: [{ window: 'all', score: 12, columns: { goal_difference: 3 }, ranked: true }],
      },
    });
    const hidden = { isHidden: true, isWithheld: false, entries: { all: { ...ENTRY, hidden: true as const } } };
    players.players.set('ws_1 premier-league@1 arsenal', hidden);
    expect(await order(`${ARSENAL}/hide`, REASON)).toMatchObject({
      body: { hidden: true, entries: [{ window: 'all', ranked: false }] },
    });
  });

  it('is carried out once under one key, and one that is too long is as good', async () => {
    await order(`${ARSENAL}/hide`, REASON, 'ws_1', { 'idempotency-key': 'k1' });
    await order(`${ARSENAL}/hide`, REASON, 'ws_1', { 'idempotency-key': 'k'.repeat(200) });
    expect(commands().map(({ commandId }) => commandId)).toEqual([
      'laurel.player.hide.k1',
      expect.stringMatching(/^laurel\.player\.hide\.[0-9a-f]{64}$/),
    ]);
  });

  it('is answered with a receipt when it was not carried out in time', async () => {
    requests.reply = undefined;
    expect(await order(`${ARSENAL}/hide`, REASON)).toEqual({
      status: 202,
      body: {
        playerId: 'arsenal',
        commandId: expect.stringMatching(/^laurel\.player\.hide\./) as string,
        status: 'accepted',
        receipt: { partition: 3, offset: 77 },
      },
    });
  });

  it.each([
    ['scoring.unknown_board', 404, 'scoring.unknown_board'],
    ['scoring.no_standing', 404, 'scoring.no_standing'],
    ['scoring.window_closed', 409, 'scoring.window_closed'],
    ['scoring.player_merged', 409, 'scoring.player_merged'],
    ['scoring.overflow', 422, 'http.invalid_input'],
    ['scoring.beyond_bounds', 422, 'http.invalid_input'],
  ])('that is refused with %s is answered with %d', async (cause, status, code) => {
    requests.reply = refused(cause);
    expect(await order(`${ARSENAL}/remove`, { ...REASON, window: 'all' })).toMatchObject({ status, body: { code } });
  });

  it.each<[Reply, number, string]>([
    [{ status: 'conflict' }, 422, 'http.idempotency_key_reused'],
    [{ status: 'failed', failure: { code: 'scoring.player_erased', detail: '' } }, 409, 'scoring.player_erased'],
    [{ status: 'failed', failure: { code: 'x', detail: '' } }, 500, 'scoring.decision_failed'],
  ])('of which came %j is answered with %d', async (reply, status, code) => {
    requests.reply = reply;
    expect(await order(`${ARSENAL}/hide`, REASON)).toMatchObject({ status, body: { code } });
  });

  it.each([
    ['on no leaderboard', 'nothing/players/arsenal/hide', REASON, 'ws_1', 404, 'leaderboards.not_found'],
    ['on another workspace’s', `${ARSENAL}/hide`, REASON, 'ws_2', 404, 'leaderboards.not_found'],
    ['of nobody', 'premier-league/players/nobody/hide', REASON, 'ws_1', 404, 'leaderboards.player_not_found'],
    ['in no window', `${ARSENAL}/remove`, { ...REASON, window: 'never' }, 'ws_1', 404, 'leaderboards.window_not_found'],
    ['by a key that may not', `${ARSENAL}/hide`, REASON, 'reader', 403, 'auth.forbidden'],
    ['by the player', `${ARSENAL}/hide`, REASON, 'player', 403, 'auth.forbidden'],
    ['without a reason', `${ARSENAL}/hide`, {}, 'ws_1', 422, 'http.invalid_input'],
    [
      'to hide in a window that is open',
      `${ARSENAL}/hide`,
      { ...REASON, window: 'all' },
      'ws_1',
      422,
      'http.invalid_input',
    ],
    ['for a blank reason', `${ARSENAL}/hide`, { reason: ' ' }, 'ws_1', 422, 'http.invalid_input'],
    ['without a window', `${ARSENAL}/remove`, REASON, 'ws_1', 422, 'http.invalid_input'],
    [
      'of an id that is none',
      `premier-league/players/${encodeURIComponent('a\u0007b')}/hide`,
      REASON,
      'ws_1',
      422,
      'http.invalid_input',
    ],
  ])('is refused %s', async (_, path, payload, token, status, code) => {
    expect(await order(path, payload, token)).toMatchObject({ status, body: { code } });
    expect(commands()).toEqual([]);
  });

  it.each([
    [{}, '/score', 'required'],
    [{ score: 0.5 }, '/score', 'isInt'],
    [{ score: 2 ** 53 }, '/score', 'max'],
    [{ score: '5' }, '/score', 'isInt'],
    [{ mode: 'take', score: 5 }, '/mode', 'isIn'],
    [{ columns: [] }, '/columns', 'isObject'],
    [{ columns: { wins: 1 } }, '/columns/wins', 'unknown'],
    [{ columns: { goal_difference: 'many' } }, '/columns/goal_difference', 'isInt'],
    [{ score: 1, workspace: 'ws_2' }, '/workspace', 'unknown'],
  ])('to adjust by %j names what is wrong', async (payload, path, rule) => {
    const answer = await order(`${ARSENAL}/adjust`, { ...REASON, window: 'all', mode: 'add', ...payload });
    expect(answer.status).toBe(422);
    expect(answer.body['errors']).toContainEqual(expect.objectContaining({ path, rule }));
  });

  it.each([
    ['hide', {}, { kind: 'hide' }],
    ['unhide', {}, { kind: 'unhide' }],
    ['remove', {}, { kind: 'remove' }],
    ['adjust', { mode: 'set', score: 5 }, { kind: 'adjust', mode: 'set', score: 5 }],
  ])('to %s in a window that has ended corrects what it ended with, at once', async (verb, payload, act) => {
    ended = { board: 'premier-league@1', window: '2026-W46' } as BoardWindowDocument;
    const headers = { 'idempotency-key': 'k1' };
    const answer = await order(`${ARSENAL}/${verb}`, { ...REASON, window: '2026-W46', ...payload }, 'ws_1', headers);

    expect(answer).toEqual({
      status: 200,
      body: {
        ...{ board: 'premier-league', window: '2026-W46', playerId: 'arsenal', closed: true },
        before: { rank: 2, score: 12, columns: { goal_difference: 3 } },
        after: null,
      },
    });
    expect(corrections.taken).toEqual([{ playerId: 'arsenal', act, ...REASON, by: 'key_1', at: NOW, key: 'k1' }]);
    expect(commands()).toEqual([]);
  });

  it('is refused in a window that is being closed', async () => {
    ended = { board: 'premier-league@1', window: '2026-W46' } as BoardWindowDocument;
    corrections.refusal = boardReadErrors.windowNotFinal('Not yet.');
    expect(await order(`${ARSENAL}/remove`, { ...REASON, window: '2026-W46' })).toMatchObject({
      status: 409,
      body: { code: 'leaderboards.window_not_final' },
    });
  });

  it('answers 503 while the event log is away', async () => {
    requests.down = true;
    expect(await order(`${ARSENAL}/hide`, REASON)).toMatchObject({ status: 503, body: { code: 'kafka.unavailable' } });
  });
});
