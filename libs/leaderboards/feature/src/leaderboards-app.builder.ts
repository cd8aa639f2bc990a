import type { BoardWindowDocument } from '@laurel/contracts';
import { err, ok } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { FakeClock, playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { BoardDirectory } from './board-directory/board-directory.js';
import { FrozenInMemory } from './frozen/frozen-windows.builder.js';
import { FirstPageShortcut } from './get-page/first-page.shortcut.js';
import { type LeaguePlayer, LeaguePlayers } from './get-league/league-players.js';
import { SharedPages } from './get-page/shared-pages.js';
import { ClosedWindows } from './list-windows/closed-windows.js';
import { READ_CONTROLLERS, READ_HANDLERS } from './leaderboards.query.module.js';
import { CommittedHistory } from './rank-freshness/committed-history.js';
import type { CommittedPositions } from './rank-freshness/positions.js';
import { aBoard } from './reading/board.builder.js';
import { BoardReader } from './reading/board-reader.js';
import { EntriesInMemory } from './reading/player-entries.builder.js';
import { type PlayerEntry, PlayerEntries } from './reading/player-entries.js';
import { RanksInMemory } from './reading/rank-store.builder.js';
import { RankStore } from './reading/rank-store.js';

export const SEASON = {
  kind: 'season',
  key: '2014-15',
  start: '2014-08-01T00:00:00Z',
  end: '2015-06-01T00:00:00Z',
} as const;
const { publicKey } = playerTokenKeyPair();

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

const MAY_READ = { workspace: 'ws_1', permissions: ['boards:read'] } as const;
const PLAYER = { kind: 'player_token', playerId: 'ann', ...MAY_READ } as const;

/** The token is the workspace, or says what it is. */
function verify(token: string) {
  if (token.startsWith('ws_')) return ok({ kind: 'secret_key', keyId: 'key_1', ...MAY_READ, workspace: token });
  if (token === 'reads-nothing') return ok({ kind: 'secret_key', workspace: 'ws_1', keyId: 'key_2', permissions: [] });
  if (token === 'publishable') return ok({ kind: 'publishable_key', keyId: 'key_3', ...MAY_READ });
  if (token === 'player') return ok(PLAYER);
  if (token.startsWith('only-')) return ok({ ...PLAYER, boards: [token.slice('only-'.length)] });
  return err(authErrors.invalidCredential('Unknown.'));
}

/** The routes that read leaderboards, over stores in memory that a test fills. */
export class LeaderboardsApp {
  boards: Readonly<Record<string, readonly BoardDefinition[]>> = {
    ws_1: [aBoard({ windows: [{ kind: 'all' }, SEASON] })],
  };
  committed: CommittedPositions = new Map();
  /** Whether MongoDB fails. */
  isDown = false;
  /** The latest first. */
  past: BoardWindowDocument[] = [];
  readonly ranks = new RanksInMemory();
  readonly players = new Map<string, PlayerEntry>();
  readonly entries = new EntriesInMemory(this.players);
  /** What players' documents say of leagues, the same in every window. */
  readonly leagues = new Map<string, LeaguePlayer>();
  readonly frozen = new FrozenInMemory();
  readonly clock = new FakeClock(Date.parse('2026-01-01T00:00:00Z'));
  private started: NestFastifyApplication | undefined;

  static async start(): Promise<LeaderboardsApp> {
    const app = new LeaderboardsApp();
    await app.start();
    return app;
  }

  get app(): NestFastifyApplication {
    if (!this.started) throw new Error('the app is not started');
    return this.started;
  }

  async get(path: string, token = 'ws_1'): Promise<{ readonly status: number; readonly body: unknown }> {
    const answer = await this.app.inject({ url: `/v1/${path}`, headers: { authorization: `Bearer ${token}` } });
    return { status: answer.statusCode, body: answer.json() };
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private async start(): Promise<void> {
    const { ranks, entries, frozen, clock } = this;
    const history = new CommittedHistory({ positionsOf: async () => this.committed }, clock);
    const boardsOf = async (workspace: string): Promise<readonly BoardDefinition[]> => {
      if (this.isDown) throw new Error('down');
      return this.boards[workspace] ?? [];
    };
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
      controllers: [...READ_CONTROLLERS],
      providers: [
        ...READ_HANDLERS,
        FirstPageShortcut,
        { provide: SharedPages, useFactory: () => new SharedPages(clock) },
        { provide: PlayerEntries, useValue: entries },
        { provide: RankStore, useValue: ranks },
        { provide: ClosedWindows, useValue: this.closedWindows() },
        { provide: LeaguePlayers, useValue: { find: async (_: unknown, id: string) => this.leagues.get(id) ?? {} } },
        { provide: BoardDirectory, useFactory: () => new BoardDirectory({ boardsOf }, frozen, clock) },
        { provide: BoardReader, useFactory: () => new BoardReader(ranks, history, entries, frozen, clock) },
      ],
    })
      .overrideProvider(CredentialVerifier)
      .useValue({ verify: async (token: string) => verify(token) })
      .compile();
    this.started = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(this.started);
  }

  private closedWindows(): ClosedWindows {
    return {
      list: async (_workspace, _board, after, limit) => {
        const first = after ? this.past.findIndex(({ window }) => window === after.window) + 1 : 0;
        return this.past.slice(first, first + limit);
      },
      among: async (_workspace, _board, windows) =>
        new Set(this.past.flatMap(({ window }) => (windows.includes(window) ? [window] : []))),
    };
  }
}
