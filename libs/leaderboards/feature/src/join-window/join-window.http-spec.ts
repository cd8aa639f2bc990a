import { type EventReply, topicNames } from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import type { Request, Requested } from '@laurel/platform-kafka';
import { FakeClock, playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { BoardDirectory } from '../board-directory/board-directory.js';
import type { BoardPlayer } from '../moderate-standing/board-player.js';
import { FrozenInMemory } from '../frozen/frozen-windows.builder.js';
import { StandingOrders } from '../order-standing/standing-orders.js';
import { aBoard } from '../reading/board.builder.js';
import { JoinWindowController } from './join-window.controller.js';
import { JoinWindowHandler } from './join-window.handler.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** `server` is a key, `reader` one that may not write; any other token is that of the player of its name. */
const verifier = {
  verify: async (token: string) => {
    const key = { kind: 'secret_key', workspace: 'ws_1', keyId: 'key_1' };
    if (token === 'server') return ok({ ...key, permissions: ['events:write'] });
    if (token === 'reader') return ok({ ...key, permissions: ['boards:read'] });
    const boards = token === 'elsewhere' ? { boards: ['top'] } : {};
    return ok({ kind: 'player_token', workspace: 'ws_1', playerId: token, permissions: ['events:write'], ...boards });
  },
};

describe('joining a window of a leaderboard', () => {
  let app: NestFastifyApplication;
  let known: BoardPlayer | undefined;
  let taken: Request[];
  let reply: object | undefined;

  beforeEach(async () => {
    known = undefined;
    taken = [];
    reply = { status: 'processed', record: { effects: [] } };
    const request = async <T>(asked: Request): Promise<Result<Requested<T>, DomainError>> => {
      taken.push(asked);
      return ok({ receipt: { partition: 3, offset: 77 }, reply: reply as (EventReply & T) | undefined });
    };
    const clock = new FakeClock(NOW);
    const boards = [
      aBoard({ key: 'cup', joining: 'opt_in', windows: [{ kind: 'weekly' }] }),
      aBoard({ key: 'office', joining: 'opt_in', serverOnly: true }),
      aBoard({ key: 'top', windows: [{ kind: 'all' }] }),
    ];
    const handler = new JoinWindowHandler(
      new BoardDirectory({ boardsOf: async () => boards }, new FrozenInMemory(), clock),
      { find: async () => known },
      new StandingOrders({ request }, topicNames('laurel.'), clock),
    );
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: playerTokenKeyPair().publicKey, keys: NoKeys })],
      controllers: [JoinWindowController],
      providers: [{ provide: JoinWindowHandler, useValue: handler }],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app, { rawBodies: true });
  });

  afterEach(() => app.close());

  async function join(path: string, token = 'ann') {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await app.inject({ method: 'POST', url: `/v1/leaderboards/${path}`, headers });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  }

  const JOINED = {
    status: 200,
    body: {
      board: 'cup',
      window: {
        key: '2026-W47',
        start: '2026-11-16T00:00:00.000Z',
        end: '2026-11-23T00:00:00.000Z',
        timeZone: 'UTC',
        closed: false,
      },
      playerId: 'ann',
      status: 'joined',
    },
  };

  it.each([
    ['the player, by the name of the window', 'cup/windows/weekly/players/ann', 'ann', 'ann'],
    ['a server, by its key', 'cup/windows/2026-W47/players/ann', 'server', 'key_1'],
  ])('is ordered by %s', async (_, path, token, by) => {
    expect(await join(path, token)).toEqual(JOINED);
    expect(taken).toMatchObject([
      {
        key: 'ws_1|ann',
        message: { command: 'join_board', playerId: 'ann', board: 'cup@1', window: '2026-W47', by },
      },
    ]);
  });

  it('leaves no further order of who is in it already', async () => {
    const entry = { score: 0, columns: [], reachedAt: 1, awaiting: true as const };
    known = { isHidden: false, isWithheld: false, entries: { '2026-W47': entry } };
    expect(await join('cup/windows/weekly/players/ann')).toEqual(JOINED);
    expect(taken).toEqual([]);
  });

  it('is answered with a receipt where it was not carried out in time', async () => {
    reply = undefined;
    expect(await join('cup/windows/weekly/players/ann')).toMatchObject({
      status: 202,
      body: { status: 'accepted', receipt: { partition: 3, offset: 77 } },
    });
  });

  it.each([
    ['scoring.window_too_early', 409],
    ['scoring.window_closed', 409],
    ['scoring.player_not_active', 409],
  ])('that is refused with %s is answered with %d', async (code, status) => {
    reply = { status: 'processed', record: { effects: [{ kind: 'refused', rule: '', code, detail: 'so it is' }] } };
    expect(await join('cup/windows/weekly/players/ann')).toMatchObject({ status, body: { code } });
  });

  it.each([
    ['for another player', 'cup/windows/weekly/players/bob', 'ann', 403, 'auth.forbidden'],
    ['by a token for other boards', 'cup/windows/weekly/players/elsewhere', 'elsewhere', 403, 'auth.board_forbidden'],
    ['by a key that may not', 'cup/windows/weekly/players/ann', 'reader', 403, 'auth.forbidden'],
    ['of no leaderboard', 'none/windows/weekly/players/ann', 'ann', 404, 'leaderboards.not_found'],
    ['of no window', 'cup/windows/daily/players/ann', 'ann', 404, 'leaderboards.window_not_found'],
    ['that is for servers', 'office/windows/all/players/ann', 'ann', 403, 'leaderboards.server_only'],
    ['that all are on', 'top/windows/all/players/ann', 'ann', 409, 'leaderboards.not_joinable'],
    ['for an id that is none', 'cup/windows/weekly/players/%07', 'server', 422, 'http.invalid_input'],
  ])('is refused %s', async (_, path, token, status, code) => {
    expect(await join(path, token)).toMatchObject({ status, body: { code } });
    expect(taken).toEqual([]);
  });
});
