import { playerTokenKeyPair } from '@laurel/testing';
import type { EventRecord } from '@laurel/contracts';
import { err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { EventHistory } from './event-history.js';
import { anEventRecord } from './event-record.builder.js';
import { GetEventController } from './get-event.controller.js';
import { GetEventHandler } from './get-event.handler.js';

const { publicKey } = playerTokenKeyPair();

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace, `player` a player token. */
const verifier = {
  verify: async (token: string) => {
    if (token === 'player') {
      return ok({
        kind: 'player_token',
        workspace: 'ws_1',
        playerId: 'arsenal',
        permissions: ['boards:read', 'players:read'],
      });
    }
    return token.startsWith('ws_')
      ? ok({ kind: 'secret_key', workspace: token, keyId: 'key_1', permissions: ['events:read'] })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

class HistoryInMemory extends EventHistory {
  readonly records: EventRecord[] = [];
  readonly checkpoints = new Map<number, number>();
  /** Happens between the two look-ups of a read. */
  meanwhile: () => void = () => undefined;

  override async find(workspace: string, eventId: string, playerId: string | undefined): Promise<EventRecord[]> {
    return this.records.filter(
      (record) =>
        record.workspace === workspace &&
        record.eventId === eventId &&
        (playerId === undefined || record.playerId === playerId),
    );
  }

  override async isMerged(): Promise<boolean> {
    return false;
  }

  override async decidedUpTo(partition: number): Promise<number | undefined> {
    const decided = this.checkpoints.get(partition);
    this.meanwhile();
    return decided;
  }
}

describe('GET /v1/events/{id}', () => {
  let app: NestFastifyApplication;
  let history: HistoryInMemory;

  beforeEach(async () => {
    history = new HistoryInMemory();
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
      controllers: [GetEventController],
      providers: [GetEventHandler, { provide: EventHistory, useValue: history }],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });

  afterEach(() => app.close());

  const get = async (path: string, token = 'ws_1'): Promise<{ status: number; body: unknown }> => {
    const answer = await app.inject({ url: `/v1/events/${path}`, headers: { authorization: `Bearer ${token}` } });
    return { status: answer.statusCode, body: answer.json() };
  };

  it('answers with the try that succeeded where an earlier one failed', async () => {
    const failure = { code: 'scoring.decision_failed', detail: 'a rule threw' };
    history.records.push(anEventRecord({ status: 'failed', failure, offset: 41 }), anEventRecord());
    expect(await get('match-1')).toMatchObject({
      status: 200,
      body: { status: 'processed', attempts: [{ status: 'failed', receipt: { partition: 3, offset: 41 } }] },
    });
  });

  it('shows what rules emitted, and what of the rest followed from it', async () => {
    const event = 'match-1~win~1';
    const emitted = { kind: 'emit', rule: 'win', event, type: 'level_up', properties: { level: 3 }, depth: 1 } as const;
    const gift = { kind: 'award', rule: 'gift', currency: 'coins', amount: 5, balance: 5, event } as const;
    const tier = { kind: 'set', rule: 'gift', attribute: 'tier', value: 'gold', event } as const;
    const rules = [
      { rule: 'win', matched: true },
      { rule: 'gift', matched: true, event },
    ];
    history.records.push(anEventRecord({ rules, effects: [emitted, gift, tier] }));
    expect(await get('match-1')).toMatchObject({ status: 200, body: { rules, effects: [emitted, gift, tier] } });
  });

  it('lists the newest 20 of the other messages under the id', async () => {
    history.records.push(anEventRecord());
    for (let offset = 43; offset < 73; offset += 1)
      history.records.push(anEventRecord({ status: 'duplicate', offset }));
    const { body } = await get('match-1');
    const { attempts } = body as { attempts: { receipt: { offset: number } }[] };
    expect(attempts.map(({ receipt }) => receipt.offset)).toEqual(Array.from({ length: 20 }, (_, index) => 53 + index));
  });

  it('answers what became of the event', async () => {
    history.records.push(
      anEventRecord(),
      anEventRecord({
        status: 'conflict',
        offset: 50,
        decidedAt: Date.parse('2014-08-17T00:00:00Z'),
        rules: [],
        effects: [],
      }),
    );
    expect(await get('match-1')).toEqual({
      status: 200,
      body: {
        eventId: 'match-1',
        playerId: 'arsenal',
        type: 'match_played',
        status: 'processed',
        release: 1,
        rules: [
          { rule: 'win', matched: true },
          { rule: 'draw', matched: false, reason: 'event.properties.goalsFor is 2, not 1' },
        ],
        effects: [
          { kind: 'record', rule: 'win', stat: 'points', amount: 3, value: 3 },
          {
            kind: 'standing',
            board: 'premier-league',
            window: '2014-15',
            score: 3,
            columns: [1],
            reachedAt: '2014-08-16T16:30:00.000Z',
          },
        ],
        occurredAt: '2014-08-16T16:30:00.000Z',
        receivedAt: '2014-08-16T18:30:00.000Z',
        decidedAt: '2014-08-16T18:30:01.000Z',
        receipt: { partition: 3, offset: 42 },
        properties: { goalsFor: 2, goalsAgainst: 1 },
        attempts: [{ status: 'conflict', receipt: { partition: 3, offset: 50 }, at: '2014-08-17T00:00:00.000Z' }],
      },
    });
  });

  it('tells that and why an event was taken back, and not that a void failed', async () => {
    const voided = anEventRecord({
      eventId: 'laurel.void.match-1',
      type: 'laurel.event_voided',
      properties: { eventId: 'match-1', reason: 'a mistake', by: 'key_7' },
      decidedAt: Date.parse('2014-08-20T12:00:00Z'),
      offset: 60,
    });
    history.records.push(anEventRecord(), { ...voided, status: 'failed', offset: 50 });
    expect((await get('match-1')).body).not.toHaveProperty('voided');

    history.records.push(voided);
    expect((await get('match-1')).body).toMatchObject({
      status: 'processed',
      voided: {
        at: '2014-08-20T12:00:00.000Z',
        reason: 'a mistake',
        by: 'key_7',
        commandId: 'laurel.void.match-1',
      },
    });
  });

  it('tells what a void changed, by the keys of stats and leaderboards', async () => {
    history.records.push(
      anEventRecord({
        eventId: 'laurel.void.match-1',
        type: 'laurel.event_voided',
        effects: [
          { kind: 'restatement', stat: 'points@1', value: null },
          { kind: 'reversal', currency: 'coins', amount: -3, balance: -1 },
          { kind: 'removal', board: 'premier-league@1', window: '2014-15' },
        ],
      }),
    );
    expect((await get('laurel.void.match-1')).body).toMatchObject({
      effects: [
        { kind: 'restatement', stat: 'points', value: null },
        { kind: 'reversal', currency: 'coins', amount: -3, balance: -1 },
        { kind: 'removal', board: 'premier-league', window: '2014-15' },
      ],
    });
  });

  it('tells why an event failed', async () => {
    const failure = { code: 'scoring.decision_failed', detail: 'a rule threw' };
    history.records.push(anEventRecord({ status: 'failed', failure, rules: [], effects: [] }));
    expect(await get('match-1')).toMatchObject({ body: { status: 'failed', failure, effects: [] } });
  });

  it('asks for the player where several used the id', async () => {
    history.records.push(anEventRecord(), anEventRecord({ playerId: 'chelsea' }));
    expect(await get('match-1')).toMatchObject({ status: 409, body: { code: 'events.ambiguous_id' } });
    expect(await get('match-1?playerId=chelsea')).toMatchObject({ status: 200, body: { playerId: 'chelsea' } });
    expect(await get('match-1?playerId=burnley')).toMatchObject({ status: 404 });
  });

  it('answers 404 for what was never decided, and for another workspace’s', async () => {
    history.records.push(anEventRecord());
    expect(await get('match-2')).toMatchObject({ status: 404, body: { code: 'events.not_found' } });
    expect(await get('match-1', 'ws_2')).toMatchObject({ status: 404, body: { code: 'events.not_found' } });
  });

  describe('with the receipt of an accepted event', () => {
    it.each([
      ['nothing of its partition is decided', undefined],
      ['its partition has not come to it', 41],
    ])('answers accepted while %s', async (_while, decided) => {
      if (decided !== undefined) history.checkpoints.set(3, decided);
      expect(await get('match-1?receipt=3:42')).toEqual({
        status: 200,
        body: { eventId: 'match-1', status: 'accepted', receipt: { partition: 3, offset: 42 } },
      });
    });

    it('answers 404 when its partition has passed it without a record', async () => {
      history.checkpoints.set(3, 42);
      expect(await get('match-1?receipt=3:42')).toMatchObject({ status: 404, body: { code: 'events.not_found' } });
    });

    it('answers the record once there is one', async () => {
      history.records.push(anEventRecord());
      history.checkpoints.set(3, 42);
      expect(await get('match-1?receipt=3:42')).toMatchObject({ status: 200, body: { status: 'processed' } });
    });

    it('never takes an event that is decided between its two look-ups for lost', async () => {
      history.meanwhile = () => {
        history.checkpoints.set(3, 42);
        history.records.push(anEventRecord());
      };
      expect(await get('match-1?receipt=3:42')).toMatchObject({ status: 200, body: { status: 'processed' } });
    });

    it.each(['3', '3:x', '-1:4'])('refuses %j', async (receipt) => {
      expect(await get(`match-1?receipt=${receipt}`)).toMatchObject({
        status: 422,
        body: { errors: [{ path: '/receipt' }] },
      });
    });
  });

  it('is for servers', async () => {
    expect(await get('match-1', 'player')).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
  });
});
