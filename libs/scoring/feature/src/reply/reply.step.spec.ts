import { type EventRecord, type EventReply, type ReplyMessage, eventRecordId, topicNames } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type OutgoingMessage, type Receipt, kafkaErrors } from '@laurel/platform-kafka';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { compileProgram } from '@laurel/scoring-domain';
import { silentLog } from '@laurel/testing';
import { boardKey } from '../partition/board-key.js';
import { PartitionState } from '../partition/partition-state.js';
import { anEventMessage, aRecordOf } from './awaited-event.builder.js';
import { ObserveRanks } from './observe-ranks.js';
import type { RankReading, RankWanted } from './rank-readings.port.js';
import { ReplyStep } from './reply.step.js';

const DOCUMENT: ProgramDocument = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
    {
      ...{ key: 'inner', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      ...{ windows: [{ kind: 'all' }], serverOnly: true },
    },
  ],
};
const PROGRAM = compileProgram(1, releaseProgram(DOCUMENT, undefined, 1));
const STANDING = { kind: 'standing', board: 'top@1', window: 'all', score: 3, columns: [], reachedAt: 1 } as const;
const EVENT = anEventMessage({ replyTo: { instance: 'gateway-1', correlation: '7' } });

/** The ranks of one reading after another. */
class FakeReadings {
  readonly wanted: (readonly RankWanted[])[] = [];
  constructor(private readonly ranks: (RankReading | Error)[]) {}

  async ranksOf(wanted: readonly RankWanted[]): Promise<RankReading[]> {
    this.wanted.push(wanted);
    const rank = this.ranks.shift() ?? null;
    if (rank instanceof Error) throw rank;
    return wanted.map(() => rank);
  }
}

class FakeProducer {
  readonly sent: { readonly topic: string; readonly messages: readonly OutgoingMessage[] }[] = [];
  down = false;

  send(topic: string, messages: readonly OutgoingMessage[]): Promise<Result<Receipt[], DomainError>> {
    this.sent.push({ topic, messages });
    return Promise.resolve(this.down ? err(kafkaErrors.unavailable('Away.')) : ok([]));
  }

  get replies(): ReplyMessage<EventReply>[] {
    return this.sent.flatMap(({ messages }) =>
      messages.map(({ value }) => JSON.parse(value) as ReplyMessage<EventReply>),
    );
  }
}

let producer: FakeProducer;
let state: PartitionState;

beforeEach(() => {
  producer = new FakeProducer();
  state = new PartitionState(3, 1, undefined, new Map(), 10);
});

/** Prepares and replies to a batch of one event, as the pipeline does. */
async function replyTo(
  record: EventRecord,
  readings: FakeReadings,
  more: { readonly failingForMs?: number; readonly first?: EventRecord; readonly meanwhile?: () => void } = {},
): Promise<ReplyMessage<EventReply> | undefined> {
  const { failingForMs = 0, first, meanwhile } = more;
  const guard = { failingForMs: () => failingForMs };
  const ranks = new ObserveRanks(readings, guard, { get: () => Promise.resolve(PROGRAM) }, silentLog);
  const step = new ReplyStep(ranks, producer, topicNames('laurel.'), silentLog);
  const known = new Map(first ? [[eventRecordId(first), [first]]] : []);
  const decided = { records: [record], ledger: [], players: new Map(), releases: new Map(), poison: [] };
  const awaited = await step.prepare(state, [{ kind: 'event', offset: 6, now: 1, event: EVENT }], decided, known);
  meanwhile?.();
  await step.reply(state, awaited);
  return producer.replies[0];
}

describe('the reply to an event that is waited for', () => {
  const record = aRecordOf(EVENT, { effects: [STANDING, { ...STANDING, score: 5 }] });

  it('tells its record without the properties, and the rank before and after', async () => {
    const readings = new FakeReadings([4, 2]);
    const { properties: _, ...told } = record;

    expect(await replyTo(record, readings)).toEqual({
      v: 1,
      instance: 'gateway-1',
      correlation: '7',
      body: {
        status: 'processed',
        record: told,
        ranks: [{ board: 'top@1', window: 'all', before: 4, after: 2 }],
      },
    });

    expect(producer.sent).toMatchObject([{ topic: 'laurel.replies', messages: [{ key: 'gateway-1', partition: 0 }] }]);
    const place = { workspace: 'ws_1', board: { key: 'top' }, window: 'all', playerId: 'arsenal' };
    expect(readings.wanted).toMatchObject([[place], [place]]);
  });

  it('tells that the player was not on the board', async () => {
    expect(await replyTo(record, new FakeReadings([null, 1]))).toMatchObject({
      body: { ranks: [{ before: null, after: 1 }] },
    });
  });

  it('tells the first of what it repeats, and no ranks', async () => {
    const readings = new FakeReadings([]);
    const reply = await replyTo(aRecordOf(EVENT, { status: 'duplicate' }), readings, {
      first: { ...record, offset: 2 },
    });
    expect(reply?.body).toMatchObject({ status: 'duplicate', ranks: [], record: { status: 'processed', offset: 2 } });
    expect(readings.wanted).toEqual([]);
  });

  it('tells nothing of a board for servers to a player who sent the event', async () => {
    const hidden = { ...STANDING, board: 'inner@1' };
    const sent = { ...record, effects: [STANDING, hidden] };
    const read = (reply?: ReplyMessage<EventReply>) =>
      reply && [reply.body.ranks.map(({ board }) => board), reply.body.record.effects];

    expect(read(await replyTo({ ...sent, client: true }, new FakeReadings([2, 1])))).toEqual([['top@1'], [STANDING]]);
    producer = new FakeProducer();
    expect(read(await replyTo(sent, new FakeReadings([2, 1])))).toEqual([
      ['top@1', 'inner@1'],
      [STANDING, hidden],
    ]);
    producer = new FakeProducer();
    const repeated = aRecordOf(EVENT, { status: 'duplicate', client: true });
    expect(read(await replyTo(repeated, new FakeReadings([]), { first: { ...sent, offset: 2 } }))).toEqual([
      [],
      [STANDING],
    ]);
  });

  const warming = { board: 'top@1', window: 'all', before: null, after: null, warming: true };

  it.each<[string, (RankReading | Error)[]]>([
    ['warmed before', ['warming', 2]],
    ['warm afterwards', [2, 'warming']],
    ['could not be read', [new Error('timeout'), new Error('timeout')]],
    ['could be read only afterwards', [new Error('timeout'), 2]],
  ])('tells no ranks that %s', async (_why, ranks) => {
    expect((await replyTo(record, new FakeReadings(ranks)))?.body.ranks).toEqual([warming]);
  });

  it('tells no ranks of a board that lacks the batch', async () => {
    const meanwhile = () => void state.behind.add(boardKey({ workspace: 'ws_1', board: 'top@1' }));
    expect((await replyTo(record, new FakeReadings([2, 2]), { meanwhile }))?.body.ranks).toEqual([warming]);
  });

  it('does not ask ranks that did not answer a moment ago', async () => {
    const readings = new FakeReadings([2, 2]);
    expect((await replyTo(record, readings, { failingForMs: 1 }))?.body.ranks).toEqual([warming]);
    expect(readings.wanted).toEqual([]);
  });

  it('is left out when it is too large to share a request', async () => {
    const rules = [{ rule: 'win', matched: false, reason: 'x'.repeat(600_000) }];
    expect(await replyTo({ ...record, rules }, new FakeReadings([]))).toBeUndefined();
  });

  it('fails nothing when it can’t be sent', async () => {
    producer.down = true;
    await expect(replyTo(record, new FakeReadings([]))).resolves.toBeDefined();
  });
});

describe('a batch that nobody waits for', () => {
  it('is neither looked at nor replied to', async () => {
    const asked = () => Promise.reject(new Error('asked'));
    const ranks = { placesOf: asked, observe: asked, keptFrom: asked };
    const step = new ReplyStep(ranks, producer, topicNames('laurel.'), silentLog);
    const event = anEventMessage();
    const decided = {
      records: [aRecordOf(event)],
      ledger: [],
      players: new Map(),
      releases: new Map(),
      poison: [],
    };

    await step.reply(
      state,
      await step.prepare(state, [{ kind: 'event', offset: 6, now: 1, event }], decided, new Map()),
    );

    expect(producer.sent).toEqual([]);
  });
});
