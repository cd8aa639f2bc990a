import type { EventRecord, LedgerEntry } from '@laurel/contracts';
import { err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { playerTokenKeyPair, until } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { GetPlayerHandler } from '../get-player/get-player.handler.js';
import { PlayerStore, type StoredPlayer } from '../get-player/player-store.js';
import { aStoredPlayer } from '../get-player/stored-player.builder.js';
import { ExportPlayerController } from './export-player.controller.js';
import { ExportPlayerHandler } from './export-player.handler.js';
import { PlayerHistory } from './player-history.js';

const { publicKey } = playerTokenKeyPair();
const AT = Date.parse('2014-08-18T21:00:00Z');

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace; `reader` may not export, and `player` is a player token. */
const verifier = {
  verify: async (token: string) => {
    if (token === 'player') {
      return ok({ kind: 'player_token', workspace: 'ws_1', playerId: 'arsenal', permissions: ['players:read'] });
    }
    const permissions = token === 'reader' ? ['players:read', 'players:write'] : ['players:export'];
    return token === 'reader' || token.startsWith('ws_')
      ? ok({ kind: 'secret_key', workspace: token === 'reader' ? 'ws_1' : token, keyId: 'key_1', permissions })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

class OnlyArsenal extends PlayerStore {
  override async find(workspace: string, playerId: string): Promise<StoredPlayer | undefined> {
    return workspace === 'ws_1' && playerId === 'arsenal' ? aStoredPlayer('arsenal') : undefined;
  }

  override async statsOf(): Promise<[]> {
    return [];
  }

  override async currenciesOf(): Promise<[]> {
    return [];
  }
}

const ENTRY: LedgerEntry = {
  ...{ id: 'e0 1', workspace: 'ws_1', playerId: 'arsenal', currency: 'coins', amount: 3, balanceAfter: 3 },
  reason: { kind: 'rule', rule: 'win', eventId: 'e0' },
  at: AT,
};
const record = (number: number): EventRecord => ({
  ...{ workspace: 'ws_1', eventId: `e${number}`, playerId: 'arsenal', type: 'match_played' },
  ...{ occurredAt: AT, receivedAt: AT, decidedAt: AT, properties: { note: 'x'.repeat(1_000) } },
  ...{ partition: 3, epoch: 1, offset: number, release: 1, status: 'processed', rules: [], effects: [] },
});

/** Counts the events that were read, and that the reading was ended. */
class CountedHistory extends PlayerHistory {
  events = 2;
  read = 0;
  ended = false;
  failsAt = Infinity;

  override async *eventsOf(): AsyncGenerator<EventRecord> {
    try {
      for (; this.read < this.events; this.read += 1) {
        if (this.read === this.failsAt) throw new Error('the database went away');
        yield record(this.read);
      }
    } finally {
      this.ended = true;
    }
  }

  override async *ledgerOf(): AsyncGenerator<LedgerEntry> {
    yield ENTRY;
  }
}

describe('GET /v1/players/{id}/export', () => {
  let app: NestFastifyApplication;
  let history: CountedHistory;

  beforeEach(async () => {
    history = new CountedHistory();
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
      controllers: [ExportPlayerController],
      providers: [
        ExportPlayerHandler,
        GetPlayerHandler,
        { provide: PlayerStore, useClass: OnlyArsenal },
        { provide: PlayerHistory, useValue: history },
      ],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });

  afterEach(() => app.close());

  const get = (token = 'ws_1', id = 'arsenal') =>
    app.inject({ url: `/v1/players/${id}/export`, headers: { authorization: `Bearer ${token}` } });

  it('gives the player, the ledger and the events as lines, and says where they end', async () => {
    const answer = await get();
    expect(answer.headers['content-type']).toBe('application/x-ndjson');
    const lines = answer.body.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { kind: 'player', playerId: 'arsenal', status: 'active' },
      { kind: 'ledger', currency: 'coins', amount: 3, balanceAfter: 3, at: '2014-08-18T21:00:00.000Z' },
      { kind: 'event', eventId: 'e0', properties: { note: expect.any(String) as string }, status: 'processed' },
      { kind: 'event', eventId: 'e1' },
      { kind: 'end', lines: 4 },
    ]);
    expect(answer.body).not.toContain('ws_1');
  });

  it('reads no further than its reader, and ends when the reader goes', async () => {
    history.events = 1_000_000;
    await app.listen(0, '127.0.0.1');
    const leaving = new AbortController();
    const response = await fetch(`${await app.getUrl()}/v1/players/arsenal/export`, {
      headers: { authorization: 'Bearer ws_1' },
      signal: leaving.signal,
    });
    const reader = response.body?.getReader();
    await reader?.read();
    let before = -1;
    await until('it reads no further', () => {
      const still = history.read === before;
      before = history.read;
      return still;
    });
    expect(history.read).toBeLessThan(history.events);

    leaving.abort();

    await until('the reading is ended', () => history.ended);
  });

  it('breaks off where reading fails, without an end', async () => {
    history.failsAt = 1;
    await app.listen(0, '127.0.0.1');
    const response = await fetch(`${await app.getUrl()}/v1/players/arsenal/export`, {
      headers: { authorization: 'Bearer ws_1' },
    });
    await expect(response.text()).rejects.toThrow();
  });

  it.each([
    ['ws_1', 'nobody'],
    ['ws_2', 'arsenal'],
  ])('finds no other player: with the key of %s, %s', async (token, id) => {
    expect((await get(token, id)).json()).toMatchObject({ status: 404, code: 'players.not_found' });
  });

  it.each(['reader', 'player'])('is for keys that may export: not for a %s', async (token) => {
    expect((await get(token)).json()).toMatchObject({ status: 403, code: 'auth.forbidden' });
  });
});
