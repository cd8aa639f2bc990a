import { type CommandMessage, type EventReply, topicNames } from '@laurel/contracts';
import { type DomainError, PLAYER_CORRECTED, type Result, err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { type Request, RequestReply, type Requested, TOPICS, kafkaErrors } from '@laurel/platform-kafka';
import { playerTokenKeyPair } from '@laurel/testing';
import type { StatDefinition } from '@laurel/rules-domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ChangePlayerController } from '../change-player/change-player.controller.js';
import { ChangePlayerHandler } from '../change-player/change-player.handler.js';
import { ChangeStatusController } from '../change-status/change-status.controller.js';
import { ChangeStatusHandler } from '../change-status/change-status.handler.js';
import { CorrectPlayerController } from '../correct-player/correct-player.controller.js';
import { CorrectPlayerHandler } from '../correct-player/correct-player.handler.js';
import { ErasePlayerController } from '../erase-player/erase-player.controller.js';
import { ErasePlayerHandler } from '../erase-player/erase-player.handler.js';
import { Erasures } from '../erase-player/erasures.js';
import { GetPlayerHandler } from '../get-player/get-player.handler.js';
import { PlayerStore, type StoredPlayer } from '../get-player/player-store.js';
import { aStoredPlayer } from '../get-player/stored-player.builder.js';
import { MergePlayerController } from '../merge-player/merge-player.controller.js';
import { MergePlayerHandler } from '../merge-player/merge-player.handler.js';
import { OrderChangeHandler, PLAYERS_CLOCK } from './order-change.handler.js';

const { publicKey } = playerTokenKeyPair();
const NOW = Date.parse('2014-08-20T12:00:00Z');

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace; `player` is a player token, `reader` a key that may not change players. */
const verifier = {
  verify: async (token: string) => {
    if (token === 'player') {
      return ok({ kind: 'player_token', workspace: 'ws_1', playerId: 'arsenal', permissions: ['players:read'] });
    }
    const permissions = token === 'reader' ? ['players:read'] : ['players:write', 'players:erase'];
    const workspace = token === 'reader' ? 'ws_1' : token;
    return workspace.startsWith('ws_')
      ? ok({ kind: 'secret_key', workspace, keyId: 'key_1', permissions })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

const STATS: readonly StatDefinition[] = [
  { key: 'points', aggregation: 'sum', incarnation: 1 },
  { key: 'record', aggregation: 'max', incarnation: 1 },
];

class PlayersInMemory extends PlayerStore {
  readonly players = new Map<string, StoredPlayer>();

  override async find(workspace: string, playerId: string): Promise<StoredPlayer | undefined> {
    return this.players.get(`${workspace} ${playerId}`);
  }

  override async statsOf(): Promise<readonly StatDefinition[]> {
    return STATS;
  }

  override async currenciesOf(): Promise<readonly string[]> {
    return ['coins'];
  }
}

class ErasuresInMemory extends Erasures {
  readonly erased = new Set<string>();
  readonly guests = new Map<string, readonly string[]>();
  readonly known = new Set(['ws_1 arsenal']);

  override tombstoneOf(workspace: string, playerId: string): string {
    return `hash of ${workspace.length} ${playerId.length}`;
  }

  override async isErased(workspace: string, playerId: string): Promise<boolean> {
    return this.erased.has(`${workspace} ${playerId}`);
  }

  override async mergedInto(workspace: string, playerId: string): Promise<readonly string[]> {
    return this.guests.get(`${workspace} ${playerId}`) ?? [];
  }

  override async isKnown(workspace: string, playerId: string): Promise<boolean> {
    return this.known.has(`${workspace} ${playerId}`);
  }
}

type Reply = Pick<EventReply, 'status'> & {
  readonly type?: string;
  readonly effects?: EventReply['record']['effects'];
  readonly failure?: EventReply['record']['failure'];
};

/** Takes orders, and answers each with the reply that is set. */
class FakeRequests {
  readonly taken: Request[] = [];
  reply: Reply | undefined = { status: 'processed' };
  down = false;

  async request(request: Request): Promise<Result<Requested<unknown>, DomainError>> {
    if (this.down) return err(kafkaErrors.unavailable('No broker answers.'));
    this.taken.push(request);
    const reply = this.reply && {
      status: this.reply.status,
      record: { type: this.reply.type, effects: this.reply.effects ?? [], failure: this.reply.failure },
      ranks: [],
    };
    return ok({ receipt: { partition: 3, offset: 77 }, reply });
  }
}

describe('an order that changes a player', () => {
  let app: NestFastifyApplication;
  let store: PlayersInMemory;
  let requests: FakeRequests;
  let erasures: ErasuresInMemory;

  beforeEach(async () => {
    store = new PlayersInMemory();
    store.players.set('ws_1 arsenal', aStoredPlayer('arsenal', { profile: { name: 'Arsenal' } }));
    requests = new FakeRequests();
    erasures = new ErasuresInMemory();
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
      controllers: [
        ChangePlayerController,
        ChangeStatusController,
        CorrectPlayerController,
        ErasePlayerController,
        MergePlayerController,
      ],
      providers: [
        ChangePlayerHandler,
        ChangeStatusHandler,
        CorrectPlayerHandler,
        ErasePlayerHandler,
        GetPlayerHandler,
        MergePlayerHandler,
        OrderChangeHandler,
        { provide: Erasures, useValue: erasures },
        { provide: PlayerStore, useValue: store },
        { provide: RequestReply, useValue: requests },
        { provide: TOPICS, useValue: topicNames('laurel.') },
        { provide: PLAYERS_CLOCK, useValue: { now: () => NOW } },
      ],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });

  afterEach(() => app.close());

  async function call(method: 'PUT' | 'PATCH' | 'POST' | 'DELETE', path: string, payload?: object, more: object = {}) {
    const headers = { authorization: 'Bearer ws_1', ...more };
    const answer = await app.inject({
      ...{ method, url: `/v1/players/${path}`, headers },
      ...(payload ? { payload } : {}),
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  }
  const commands = () => requests.taken.map(({ message }) => message as unknown as CommandMessage);

  it('goes into the log under the key of the player, and is answered with the player as it is then', async () => {
    const answer = await call('PUT', 'arsenal', { name: 'Arsenal', attributes: { city: 'London', founded: 1886 } });

    expect(answer).toMatchObject({ status: 200, body: { playerId: 'arsenal', name: 'Arsenal', status: 'active' } });
    expect(requests.taken).toMatchObject([{ topic: 'laurel.events', key: 'ws_1|arsenal' }]);
    expect(commands()).toEqual([
      {
        v: 1,
        kind: 'command',
        command: 'update_player',
        workspace: 'ws_1',
        playerId: 'arsenal',
        commandId: expect.stringMatching(/^laurel\.player\.put\.msg_/) as string,
        change: { mode: 'replace', name: 'Arsenal', attributes: { city: 'London', founded: 1886 } },
        by: 'key_1',
        receivedAt: NOW,
      },
    ]);
  });

  it('says under PATCH what goes and what stays', async () => {
    await call('PATCH', 'arsenal', { timeZone: null, attributes: { city: null, vip: true } });
    expect(commands()).toMatchObject([
      { change: { mode: 'merge', timeZone: null, attributes: { city: null, vip: true } } },
    ]);
    expect(Object.keys(commands().flatMap((each) => ('change' in each ? [each.change] : []))[0] ?? {})).not.toContain(
      'name',
    );
  });

  it.each([
    ['suspend', 'suspended'],
    ['ban', 'banned'],
    ['reinstate', 'active'],
  ])('%s says so, and why', async (verb, status) => {
    expect(await call('POST', `arsenal/${verb}`, { reason: 'cheated' })).toMatchObject({ status: 200 });
    expect(commands()).toMatchObject([{ command: 'player_status', status, reason: 'cheated', by: 'key_1' }]);
  });

  it('is the same order under the same Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'ticket-4711' };
    await call('POST', 'arsenal/ban', { reason: 'cheated' }, key);
    await call('POST', 'arsenal/ban', { reason: 'cheated' }, key);
    await call('POST', 'arsenal/reinstate', { reason: 'proved innocent' }, key);
    expect(commands().map(({ commandId }) => commandId)).toEqual([
      'laurel.player.banned.ticket-4711',
      'laurel.player.banned.ticket-4711',
      'laurel.player.active.ticket-4711',
    ]);
  });

  it('is answered with a receipt when it was not carried out in time', async () => {
    requests.reply = undefined;
    expect(await call('PUT', 'newcomer', {}, { 'idempotency-key': 'k' })).toEqual({
      status: 202,
      body: {
        playerId: 'newcomer',
        commandId: 'laurel.player.put.k',
        status: 'accepted',
        receipt: { partition: 3, offset: 77 },
      },
    });
  });

  it.each<[string, Reply, number, string]>([
    ['another order under its key', { status: 'conflict' }, 409, 'players.key_in_use'],
    ['a failure', { status: 'failed' }, 500, 'players.change_failed'],
    [
      'a player who was erased before it was carried out',
      { status: 'failed', failure: { code: 'scoring.player_erased', detail: 'the player was erased' } },
      409,
      'players.erased',
    ],
    [
      'too many attributes',
      {
        status: 'processed',
        effects: [{ kind: 'refused', rule: '', code: 'scoring.too_many_attributes', detail: 'no' }],
      },
      422,
      'http.invalid_input',
    ],
  ])('is refused for %s', async (_, reply, status, code) => {
    requests.reply = reply;
    expect(await call('PUT', 'arsenal', {})).toMatchObject({ status, body: { code } });
  });

  it('is not given for a player who is erased', async () => {
    erasures.erased.add('ws_1 arsenal');
    expect(await call('PUT', 'arsenal', {})).toMatchObject({ status: 409, body: { code: 'players.erased' } });
    expect(commands()).toEqual([]);
  });

  it('is done when it is a duplicate', async () => {
    requests.reply = { status: 'duplicate' };
    expect(await call('PUT', 'arsenal', {})).toMatchObject({ status: 200, body: { playerId: 'arsenal' } });
  });

  it.each([
    ['PATCH', 'nobody', {}],
    ['POST', 'nobody/ban', { reason: 'cheated' }],
    ['POST', 'nobody/suspend', { reason: 'cheated' }],
    ['POST', 'nobody/reinstate', { reason: 'cheated' }],
  ] as const)('finds no player who never was: %s %s', async (method, path, payload) => {
    expect(await call(method, path, payload)).toMatchObject({ status: 404, body: { code: 'players.not_found' } });
    expect(commands()).toEqual([]);
  });

  it('finds no player of another workspace', async () => {
    const other = { authorization: 'Bearer ws_2' };
    expect(await call('POST', 'arsenal/ban', { reason: 'cheated' }, other)).toMatchObject({ status: 404 });
    expect(commands()).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['an empty name', { name: '' }, '/name'],
    ['a blank name', { name: ' ' }, '/name'],
    ['a name of 101 characters', { name: 'x'.repeat(101) }, '/name'],
    ['a name with a control character', { name: 'a\u0000b' }, '/name'],
    ['a name that is none', { name: { $gt: '' } }, '/name'],
    ['an avatar that is no URL', { avatarUrl: 'arsenal.png' }, '/avatarUrl'],
    ['an avatar that is a script', { avatarUrl: 'javascript:alert(1)' }, '/avatarUrl'],
    ['a zone that is none', { timeZone: 'Europe/Lundon' }, '/timeZone'],
    ['a zone that is an offset', { timeZone: '+01:00' }, '/timeZone'],
    ['attributes that are a list', { attributes: ['x'] }, '/attributes'],
    ['a key that is no slug', { attributes: { 'a.b': 1 } }, '/attributes/a.b'],
    ['a key with a dollar', { attributes: { $where: '1' } }, '/attributes/$where'],
    ['a key with a slash', { attributes: { 'a/b': 1 } }, '/attributes/a~1b'],
    ['a value that is an object', { attributes: { a: {} } }, '/attributes/a'],
    ['a number beyond 2^53', { attributes: { a: 2 ** 53 } }, '/attributes/a'],
    ['a text of 257 characters', { attributes: { a: 'x'.repeat(257) } }, '/attributes/a'],
    [
      '65 attributes',
      { attributes: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`a${i}`, i])) },
      '/attributes',
    ],
    ['a status', { status: 'active' }, '/status'],
    ['stats', { stats: { points: 9 } }, '/stats'],
  ])('refuses %s', async (_, payload, path) => {
    expect(await call('PATCH', 'arsenal', payload)).toMatchObject({
      status: 422,
      body: { code: 'http.invalid_input', errors: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
    expect(commands()).toEqual([]);
  });

  it('refuses ids that no player can have, and keys that are none', async () => {
    const tooLong = await call('PUT', 'x'.repeat(129), {}, { 'idempotency-key': 'y'.repeat(256) });
    expect(tooLong).toMatchObject({ status: 422, body: { errors: [{ path: '/id' }, { path: '/idempotency-key' }] } });
    expect(await call('PUT', 'a%1fb', {})).toMatchObject({ status: 422, body: { errors: [{ path: '/id' }] } });
  });

  it('refuses a ban without a reason', async () => {
    expect(await call('POST', 'arsenal/ban', {})).toMatchObject({
      status: 422,
      body: { errors: expect.arrayContaining([expect.objectContaining({ path: '/reason' })]) },
    });
  });

  it.each(['player', 'reader'])('is for keys that may change players: not for a %s', async (token) => {
    const answer = await call('PUT', 'arsenal', {}, { authorization: `Bearer ${token}` });
    expect(answer).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
    expect(commands()).toEqual([]);
  });

  it('answers 503 while the event log is away', async () => {
    requests.down = true;
    expect(await call('PUT', 'arsenal', {})).toMatchObject({ status: 503, body: { code: 'kafka.unavailable' } });
  });

  describe('to erase', () => {
    const TOMBSTONE = 'hash of 4 7';

    it('goes into the log, and is answered with what stands for the player from then on', async () => {
      const answer = await call('DELETE', 'arsenal?reason=ticket%204711');

      expect(answer).toEqual({ status: 200, body: { status: 'erased', tombstone: TOMBSTONE } });
      expect(commands()).toEqual([
        {
          ...{ v: 1, kind: 'command', command: 'erase_player', workspace: 'ws_1', playerId: 'arsenal' },
          commandId: expect.stringMatching(/^laurel\.player\.erase\.msg_/) as string,
          ...{ by: 'key_1', receivedAt: NOW },
        },
      ]);
    });

    it('is answered with a receipt when it was not carried out in time', async () => {
      requests.reply = undefined;
      expect(await call('DELETE', 'arsenal')).toEqual({
        status: 202,
        body: { status: 'accepted', tombstone: TOMBSTONE, receipt: { partition: 3, offset: 77 } },
      });
    });

    it('is done where the player is erased already, also by somebody who was faster', async () => {
      requests.reply = {
        status: 'failed',
        failure: { code: 'scoring.player_erased', detail: 'the player was erased' },
      };
      expect(await call('DELETE', 'arsenal')).toMatchObject({ status: 200, body: { status: 'erased' } });
      erasures.erased.add('ws_1 arsenal');
      expect(await call('DELETE', 'arsenal')).toMatchObject({ status: 200, body: { status: 'erased' } });
      expect(commands()).toHaveLength(1);
    });

    it('erases also one of whom there are records only', async () => {
      erasures.known.add('ws_1 late-one');
      expect(await call('DELETE', 'late-one')).toMatchObject({ status: 200 });
    });

    it.each([
      ['of nobody', 'ws_1', 'nobody', 404, 'players.not_found'],
      ['of another workspace’s player', 'ws_2', 'arsenal', 404, 'players.not_found'],
      ['by a key that may not', 'reader', 'arsenal', 403, 'auth.forbidden'],
      ['by the player', 'player', 'arsenal', 403, 'auth.forbidden'],
      ['for an empty reason', 'ws_1', 'arsenal?reason=', 422, 'http.invalid_input'],
      ['for a very long reason', 'ws_1', `arsenal?reason=${'x'.repeat(501)}`, 422, 'http.invalid_input'],
      ['for a reason that names the player', 'ws_1', 'arsenal?reason=arsenal%20asked', 422, 'http.invalid_input'],
    ])('is refused %s', async (_, token, path, status, code) => {
      const authorization = `Bearer ${token}`;
      expect(await call('DELETE', path, undefined, { authorization })).toMatchObject({ status, body: { code } });
      expect(commands()).toEqual([]);
    });

    it('erases those who were merged into the player too, and theirs, each once', async () => {
      for (const id of ['guest', 'guest-of-guest']) erasures.known.add(`ws_1 ${id}`);
      erasures.guests.set('ws_1 arsenal', ['guest']);
      erasures.guests.set('ws_1 guest', ['guest-of-guest', 'arsenal']);

      expect(await call('DELETE', 'arsenal?reason=a%20guest-of-guest')).toMatchObject({ status: 422 });
      expect(await call('DELETE', 'arsenal')).toEqual({
        status: 200,
        body: { status: 'erased', tombstone: TOMBSTONE },
      });

      expect(commands().map(({ playerId }) => playerId)).toEqual(['guest-of-guest', 'guest', 'arsenal']);
    });
  });

  describe('to correct', () => {
    const ORDER = { balances: { coins: -5 }, stats: { points: 3 }, reason: 'Paid twice.' };
    const refused = (code: string, detail: string) => ({
      kind: 'refused' as const,
      rule: 'laurel.correction',
      code,
      detail,
    });

    it('goes into the log with its reason, and is answered with the player', async () => {
      const key = { 'idempotency-key': 'ticket-4711' };
      expect(await call('POST', 'arsenal/corrections', ORDER, key)).toMatchObject({
        status: 200,
        body: { playerId: 'arsenal' },
      });
      expect(commands()).toMatchObject([
        { command: 'correct_player', ...ORDER, by: 'key_1', commandId: 'laurel.player.correct.ticket-4711' },
      ]);
    });

    it('takes a balance that the player has of a currency which no release has any more', async () => {
      store.players.set('ws_1 arsenal', aStoredPlayer('arsenal', { balances: new Map([['old', 3]]) }));
      expect(await call('POST', 'arsenal/corrections', { balances: { old: -3 }, reason: 'x' })).toMatchObject({
        status: 200,
      });
    });

    it('is refused where an amount would leave its bounds, which says by how much', async () => {
      const effects = [refused('scoring.below_zero', 'coins would be -2')];
      requests.reply = { status: 'processed', type: PLAYER_CORRECTED, effects };
      expect(await call('POST', 'arsenal/corrections', ORDER)).toMatchObject({
        status: 409,
        body: { code: 'players.correction_refused', detail: 'Nothing was changed: coins would be -2.' },
      });
    });

    it('is made where a leaderboard alone refuses its part', async () => {
      const recorded = { kind: 'record' as const, rule: 'laurel.correction', stat: 'points', amount: 3, value: 3 };
      const effects = [recorded, refused('scoring.not_joined', 'no')];
      requests.reply = { status: 'processed', type: PLAYER_CORRECTED, effects };
      expect(await call('POST', 'arsenal/corrections', ORDER)).toMatchObject({ status: 200 });
    });

    it('is refused of a player who was merged, or another order under its key', async () => {
      requests.reply = {
        status: 'processed',
        type: PLAYER_CORRECTED,
        effects: [refused('scoring.player_merged', 'the player was merged into "everton"')],
      };
      expect(await call('POST', 'arsenal/corrections', ORDER)).toMatchObject({ body: { code: 'players.merged' } });
      requests.reply = { status: 'conflict' };
      expect(await call('POST', 'arsenal/corrections', ORDER)).toMatchObject({ body: { code: 'players.key_in_use' } });
    });

    it.each<[string, object, string, string]>([
      ['nothing', {}, '', 'minProperties'],
      ['an amount of 0', { balances: { coins: 0 } }, '/balances/coins', 'amount'],
      ['half a unit', { balances: { coins: 0.5 } }, '/balances/coins', 'amount'],
      ['an amount that is a text', { stats: { points: '3' } }, '/stats/points', 'amount'],
      ['more than 2^53', { stats: { points: 2 ** 53 } }, '/stats/points', 'amount'],
      ['a currency that there is not', { balances: { gems: 1 } }, '/balances/gems', 'reference'],
      ['a stat that there is not', { stats: { goals: 1 } }, '/stats/goals', 'reference'],
      ['a stat that does not add up', { stats: { record: 1 } }, '/stats/record', 'aggregation'],
      ['a key that is none', { stats: { 'a/b': 1 } }, '/stats', 'slug'],
      ['a list', { balances: [1] }, '/balances', 'isObject'],
      ['no reason', { balances: { coins: 1 }, reason: ' ' }, '/reason', 'matches'],
    ])('refuses %s', async (_, payload, path, rule) => {
      expect(await call('POST', 'arsenal/corrections', { reason: 'x', ...payload })).toMatchObject({
        status: 422,
        body: {
          code: 'http.invalid_input',
          errors: expect.arrayContaining([expect.objectContaining({ path, rule })]) as unknown,
        },
      });
      expect(commands()).toEqual([]);
    });

    it.each([
      ['of nobody', 'ws_1', 'nobody', 404, 'players.not_found'],
      ['of another workspace’s player', 'ws_2', 'arsenal', 404, 'players.not_found'],
      ['by a key that may not', 'reader', 'arsenal', 403, 'auth.forbidden'],
      ['by the player', 'player', 'arsenal', 403, 'auth.forbidden'],
    ])('is refused %s', async (_, token, id, status, code) => {
      const authorization = `Bearer ${token}`;
      expect(await call('POST', `${id}/corrections`, ORDER, { authorization })).toMatchObject({
        status,
        body: { code },
      });
      expect(commands()).toEqual([]);
    });
  });

  describe('to merge', () => {
    const ORDER = { into: 'chelsea', reason: 'Signed up.' };
    const closed = (playerId: string, into: string) =>
      aStoredPlayer(playerId, { restriction: { status: 'merged', reason: 'Signed up.', since: NOW, into } });

    it('goes into the log under the key of the player who is closed', async () => {
      expect(await call('POST', 'arsenal/merge', ORDER)).toMatchObject({ status: 200, body: { playerId: 'arsenal' } });
      expect(requests.taken).toMatchObject([{ key: 'ws_1|arsenal' }]);
      expect(commands()).toMatchObject([{ command: 'merge_player', playerId: 'arsenal', ...ORDER, by: 'key_1' }]);
    });

    it('is done where it was made before, and shown; into anybody else it is refused', async () => {
      store.players.set('ws_1 arsenal', closed('arsenal', 'chelsea'));
      expect(await call('POST', 'arsenal/merge', ORDER)).toMatchObject({
        status: 200,
        body: { status: 'merged', mergedInto: 'chelsea' },
      });
      expect(await call('POST', 'arsenal/merge', { ...ORDER, into: 'everton' })).toMatchObject({
        status: 409,
        body: { code: 'players.merged' },
      });
      expect(commands()).toEqual([]);
    });

    it('is refused where somebody else was faster, with another one', async () => {
      const detail = 'the player was merged into "everton"';
      requests.reply = {
        status: 'processed',
        effects: [{ kind: 'refused', rule: '', code: 'scoring.player_merged', detail }],
      };
      expect(await call('POST', 'arsenal/merge', ORDER)).toMatchObject({
        status: 409,
        body: { code: 'players.merged', detail: expect.stringContaining('everton') },
      });
      expect(await call('POST', 'arsenal/ban', { reason: 'cheated' })).toMatchObject({
        status: 409,
        body: { code: 'players.merged' },
      });
    });

    it('is refused for a player who is not active', async () => {
      const restriction = { status: 'banned' as const, reason: 'cheated', since: NOW };
      store.players.set('ws_1 arsenal', aStoredPlayer('arsenal', { restriction }));
      expect(await call('POST', 'arsenal/merge', ORDER)).toMatchObject({
        status: 409,
        body: { code: 'players.not_active' },
      });
    });

    it('is refused into one who was erased or merged', async () => {
      store.players.set('ws_1 chelsea', closed('chelsea', 'everton'));
      expect(await call('POST', 'arsenal/merge', ORDER)).toMatchObject({
        status: 409,
        body: { code: 'players.merged', detail: expect.stringContaining('everton') },
      });
      erasures.erased.add('ws_1 chelsea');
      expect(await call('POST', 'arsenal/merge', ORDER)).toMatchObject({
        status: 409,
        body: { code: 'players.erased' },
      });
      expect(commands()).toEqual([]);
    });

    it.each([
      ['of nobody', 'ws_1', 'nobody', ORDER, 404, 'players.not_found'],
      ['of another workspace’s player', 'ws_2', 'arsenal', ORDER, 404, 'players.not_found'],
      ['by a key that may not', 'reader', 'arsenal', ORDER, 403, 'auth.forbidden'],
      ['by the player', 'player', 'arsenal', ORDER, 403, 'auth.forbidden'],
      ['into the player', 'ws_1', 'arsenal', { ...ORDER, into: 'arsenal' }, 422, 'http.invalid_input'],
      ['into nobody', 'ws_1', 'arsenal', { ...ORDER, into: '' }, 422, 'http.invalid_input'],
      ['into an id that is none', 'ws_1', 'arsenal', { ...ORDER, into: 'a\u0000b' }, 422, 'http.invalid_input'],
      ['without a reason', 'ws_1', 'arsenal', { into: 'chelsea' }, 422, 'http.invalid_input'],
    ])('is refused %s', async (_, token, id, payload, status, code) => {
      const authorization = `Bearer ${token}`;
      expect(await call('POST', `${id}/merge`, payload, { authorization })).toMatchObject({ status, body: { code } });
      expect(commands()).toEqual([]);
    });
  });
});
