import { type EventRecord, type VoidCommand, topicNames } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { ApiKeys, AuthModule, CredentialVerifier, authErrors } from '@laurel/platform-auth';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { KafkaProducer, type OutgoingMessage, type Receipt, TOPICS, kafkaErrors } from '@laurel/platform-kafka';
import { playerTokenKeyPair } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { EventHistory } from '../get-event/event-history.js';
import { anEventRecord } from '../get-event/event-record.builder.js';
import { CommandLog } from '../order-event/command-log.js';
import { VOID_CLOCK } from './void-clock.js';
import { VoidEventController } from './void-event.controller.js';
import { VoidEventHandler } from './void-event.handler.js';

const { publicKey } = playerTokenKeyPair();
const NOW = Date.parse('2014-08-20T12:00:00Z');

class NoKeys extends ApiKeys {
  override async find(): Promise<undefined> {
    return undefined;
  }
}

/** The token is the workspace; `player` is a player token, `reader` a key that may not void. */
const verifier = {
  verify: async (token: string) => {
    if (token === 'player') {
      return ok({ kind: 'player_token', workspace: 'ws_1', playerId: 'arsenal', permissions: ['players:read'] });
    }
    const permissions = token === 'reader' ? ['events:read', 'events:write'] : ['events:void'];
    const workspace = token === 'reader' ? 'ws_1' : token;
    return workspace.startsWith('ws_')
      ? ok({ kind: 'secret_key', workspace, keyId: 'key_1', permissions })
      : err(authErrors.invalidCredential('Unknown.'));
  },
};

class HistoryInMemory extends EventHistory {
  readonly records: EventRecord[] = [];
  decided: number | undefined;

  override async find(workspace: string, eventId: string, playerId: string | undefined): Promise<EventRecord[]> {
    return this.records.filter(
      (record) => record.workspace === workspace && record.eventId === eventId && record.playerId === playerId,
    );
  }

  readonly merged = new Set<string>();

  override async isMerged(workspace: string, playerId: string): Promise<boolean> {
    return this.merged.has(`${workspace} ${playerId}`);
  }

  override async decidedUpTo(): Promise<number | undefined> {
    return this.decided;
  }
}

class FakeProducer {
  readonly messages: (OutgoingMessage & { readonly topic: string })[] = [];
  down = false;

  async send(topic: string, messages: readonly OutgoingMessage[]): Promise<Result<Receipt[], DomainError>> {
    if (this.down) return err(kafkaErrors.unavailable('No broker answers.'));
    this.messages.push(...messages.map((message) => ({ topic, ...message })));
    return ok(messages.map(() => ({ partition: 3, offset: 77 })));
  }
}

describe('POST /v1/events/{id}/void', () => {
  let app: NestFastifyApplication;
  let history: HistoryInMemory;
  let producer: FakeProducer;

  beforeEach(async () => {
    history = new HistoryInMemory();
    producer = new FakeProducer();
    history.records.push(anEventRecord());
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys })],
      controllers: [VoidEventController],
      providers: [
        CommandLog,
        VoidEventHandler,
        { provide: EventHistory, useValue: history },
        { provide: KafkaProducer, useValue: producer },
        { provide: TOPICS, useValue: topicNames('laurel.') },
        { provide: VOID_CLOCK, useValue: { now: () => NOW } },
      ],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });

  afterEach(() => app.close());

  const ORDER = { playerId: 'arsenal', reason: 'Played with a hacked client.' };
  const order = async (id = 'match-1', payload: object = ORDER, token = 'ws_1') => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await app.inject({ method: 'POST', url: `/v1/events/${id}`, headers, payload });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  const voidIt = (id = 'match-1', payload?: object, token?: string) => order(`${id}/void`, payload, token);
  const commands = () => producer.messages.map(({ value }) => JSON.parse(value) as VoidCommand);

  const voidRecord = (more: Partial<EventRecord> = {}): EventRecord =>
    anEventRecord({
      eventId: 'laurel.void.match-1',
      type: 'laurel.event_voided',
      properties: { eventId: 'match-1', reason: 'The first reason.', by: 'key_0' },
      offset: 60,
      ...more,
    });

  it('puts the order into the log under the key of the player, and answers with its id and receipt', async () => {
    expect(await voidIt()).toEqual({
      status: 202,
      body: {
        eventId: 'match-1',
        commandId: 'laurel.void.match-1',
        status: 'accepted',
        receipt: { partition: 3, offset: 77 },
      },
    });
    expect(producer.messages).toMatchObject([{ topic: 'laurel.events', key: 'ws_1|arsenal' }]);
    expect(commands()).toEqual([
      {
        v: 1,
        kind: 'command',
        command: 'void',
        workspace: 'ws_1',
        playerId: 'arsenal',
        commandId: 'laurel.void.match-1',
        target: 'match-1',
        reason: 'Played with a hacked client.',
        by: 'key_1',
        receivedAt: NOW,
      },
    ]);
  });

  it('answers the same when it is ordered again, and writes nothing once it was carried out', async () => {
    history.records.push(voidRecord());
    expect(await voidIt()).toMatchObject({
      status: 202,
      body: { commandId: 'laurel.void.match-1', status: 'accepted', receipt: { partition: 3, offset: 60 } },
    });
    expect(commands()).toEqual([]);
  });

  it('orders again what failed before', async () => {
    history.records.push(voidRecord({ status: 'failed' }));
    expect(await voidIt()).toMatchObject({ status: 202, body: { receipt: { offset: 77 } } });
  });

  it.each([
    ['no such event', 'match-2', ORDER, 'ws_1'],
    ['the event is another player’s', 'match-1', { ...ORDER, playerId: 'chelsea' }, 'ws_1'],
    ['the event is another workspace’s', 'match-1', ORDER, 'ws_2'],
  ])('answers 404 where there is %s', async (_, id, payload, token) => {
    expect(await voidIt(id, payload, token)).toMatchObject({ status: 404, body: { code: 'events.not_found' } });
    expect(commands()).toEqual([]);
  });

  it.each(['late', 'failed'] as const)('answers 409 where the event is %s and has no effect', async (status) => {
    history.records.push(anEventRecord({ eventId: 'match-2', status, effects: [] }));
    expect(await voidIt('match-2')).toMatchObject({
      status: 409,
      body: { code: 'events.nothing_to_void', detail: expect.stringContaining(status) },
    });
  });

  it('answers 409 where the player was merged into another one: what it led to is that one’s', async () => {
    history.merged.add('ws_1 arsenal');
    expect(await voidIt()).toMatchObject({ status: 409, body: { code: 'events.player_merged' } });
    expect(commands()).toEqual([]);
  });

  it('answers 409 for a void itself', async () => {
    history.records.push(voidRecord());
    expect(await voidIt('laurel.void.match-1')).toMatchObject({
      status: 409,
      body: { code: 'events.nothing_to_void' },
    });
  });

  it('takes an event that is accepted and not decided yet, by its receipt', async () => {
    history.decided = 99;
    expect(await order('match-9/void?receipt=3:100')).toMatchObject({ status: 202 });
    expect(await order('match-9/void?receipt=3:99')).toMatchObject({ status: 404 });
    expect(commands().map(({ target }) => target)).toEqual(['match-9']);
  });

  it('takes ids of any characters', async () => {
    history.records.push(anEventRecord({ eventId: 'a/b €|?' }));
    expect(await voidIt(encodeURIComponent('a/b €|?'))).toMatchObject({
      status: 202,
      body: { commandId: 'laurel.void.a/b €|?' },
    });
  });

  it.each<[string, object, string]>([
    ['no player', { reason: 'why' }, '/playerId'],
    ['a player with a control character', { ...ORDER, playerId: 'a\u001fb' }, '/playerId'],
    ['no reason', { playerId: 'arsenal' }, '/reason'],
    ['an empty reason', { ...ORDER, reason: '' }, '/reason'],
    ['a blank reason', { ...ORDER, reason: ' \n' }, '/reason'],
    ['a reason of 501 characters', { ...ORDER, reason: 'x'.repeat(501) }, '/reason'],
    ['something else', { ...ORDER, workspace: 'ws_2' }, '/workspace'],
  ])('refuses %s', async (_, payload, path) => {
    expect(await voidIt('match-1', payload)).toMatchObject({
      status: 422,
      body: { code: 'http.invalid_input', errors: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
  });

  it('refuses a receipt that is none', async () => {
    expect(await order('match-1/void?receipt=3')).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/receipt' }] },
    });
  });

  it.each(['player', 'reader'])('is for keys that may void: not for a %s', async (token) => {
    expect(await voidIt('match-1', ORDER, token)).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
    expect(commands()).toEqual([]);
  });

  it('answers 503 while the event log is away', async () => {
    producer.down = true;
    expect(await voidIt()).toMatchObject({ status: 503, body: { code: 'kafka.unavailable' } });
  });
});
