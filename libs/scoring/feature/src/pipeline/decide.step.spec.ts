import { type CommandMessage, type EventMessage, type EventRecord, joinId, playerDocumentId } from '@laurel/contracts';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { type Player, type Program, compileProgram, newPlayer } from '@laurel/scoring-domain';
import { PartitionState } from '../partition/partition-state.js';
import { type DecidedBatch, decideBatch } from './decide.step.js';
import { type Decoded, type DecodedEvent, decode } from './decode.step.js';
import type { Deduplicated } from './deduplicate.step.js';

const WORKSPACE = 'ws_1';

/** Every event pays as many coins as the release has, and records its amount as points. */
const programOf = (release: number): Program => {
  const document: ProgramDocument = {
    stats: [{ key: 'points', aggregation: 'sum' }],
    rules: [
      {
        key: 'score',
        on: ['scored'],
        then: [
          { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
          { effect: 'award', currency: 'coins', amount: release },
        ],
      },
    ],
    leaderboards: [
      { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
    ],
  };
  return compileProgram(release, releaseProgram(document, undefined, 1));
};

const event = (offset: number, more: Partial<EventMessage> = {}): DecodedEvent => ({
  kind: 'event',
  offset,
  now: 1_000 + offset,
  event: {
    v: 1,
    kind: 'event',
    workspace: WORKSPACE,
    eventId: `e${offset}`,
    type: 'scored',
    playerId: 'anna',
    occurredAt: 10 + offset,
    receivedAt: 20 + offset,
    properties: { amount: 3 },
    ...more,
  },
});

const release = (offset: number, number: number, workspace = WORKSPACE): Decoded => ({
  kind: 'release',
  offset,
  now: 1_000 + offset,
  message: { v: 1, kind: 'release', workspace, release: number },
});

interface Given {
  /** Release in force before the batch, and releases that are stored. */
  readonly inForce?: number;
  readonly stored?: readonly number[];
  /** Besides these: in place of what is stored under their number. */
  readonly programs?: ReadonlyMap<number, Program>;
  readonly players?: readonly Player[];
  /** Of anna, before the batch. */
  readonly history?: readonly EventRecord[];
  /** Who were erased before the batch. */
  readonly erased?: readonly string[];
}

function decideAll(
  messages: readonly Deduplicated[],
  {
    inForce = 1,
    stored = [1, 2, 3],
    programs: others = new Map(),
    players = [],
    history = [],
    erased = [],
  }: Given = {},
) {
  const state = new PartitionState(3, 7, undefined, new Map(), 10);
  if (inForce > 0) state.releases.set(WORKSPACE, inForce);
  const programs = new Map([...stored.map((number): [number, Program] => [number, programOf(number)]), ...others]);
  const loaded = {
    players: new Map(players.map((player) => [playerDocumentId(player.workspace, player.playerId), player])),
    histories: new Map([[playerDocumentId(WORKSPACE, 'anna'), history]]),
    erased: new Set(erased.map((playerId) => playerDocumentId(WORKSPACE, playerId))),
    programOf: (_workspace: string, number: number) =>
      number === 0 ? compileProgram(0, { stats: [], rules: [], leaderboards: [] }) : programs.get(number),
  };
  return { state, loaded, decided: decideBatch(state, messages, loaded) };
}

const decide = (messages: readonly Deduplicated[], given?: Given): DecidedBatch => decideAll(messages, given).decided;
const playerIn = ({ players }: DecidedBatch, playerId = 'anna') => players.get(playerDocumentId(WORKSPACE, playerId));

describe('deciding a batch with rules for the first players', () => {
  const early = compileProgram(
    1,
    releaseProgram(
      {
        stats: [],
        rules: [
          {
            key: 'early',
            on: ['scored'],
            firstPlayers: 2,
            then: [{ effect: 'award', currency: 'coins', amount: { property: 'event.properties.amount' } }],
          },
        ],
        leaderboards: [],
      },
      undefined,
      1,
    ),
  );

  /** @param held players of whom it is known whether they have a place */
  function decideEarly(messages: readonly Deduplicated[], held: Record<string, boolean> = {}): DecidedBatch {
    const state = new PartitionState(3, 7, undefined, new Map(), 10);
    state.releases.set(WORKSPACE, 1);
    const loaded = { players: new Map(), histories: new Map(), erased: new Set<string>(), programOf: () => early };
    return decideBatch(state, messages, loaded, undefined, { verdictOf: ({ playerId }) => held[playerId] });
  }

  it('asks for the places that it needs in the order of the log, one for each player', () => {
    const batch = [event(1, { playerId: 'bea' }), event(2), event(3, { playerId: 'bea' }), event(4, { type: 'other' })];
    const claim = { workspace: WORKSPACE, rule: 'early@1', players: 2 };
    expect(decideEarly(batch).wanted).toEqual([
      { ...claim, playerId: 'bea', eventId: 'e1' },
      { ...claim, playerId: 'anna', eventId: 'e2' },
    ]);
    expect(decideEarly(batch, { bea: true }).wanted).toEqual([{ ...claim, playerId: 'anna', eventId: 'e2' }]);
  });

  it('records what it went by', () => {
    const decided = decideEarly([event(1), event(2, { playerId: 'bea' }), event(3, { type: 'other' })], {
      anna: true,
      bea: false,
    });
    expect(decided).not.toHaveProperty('wanted');
    expect(decided.records.map(({ inputs, effects }) => [inputs, effects.length])).toEqual([
      [{ claims: { 'early@1': true } }, 1],
      [{ claims: { 'early@1': false } }, 0],
      [undefined, 0],
    ]);
  });
});

describe('deciding a batch', () => {
  it('records that a player sent an event, and nothing where a server did', () => {
    const { records } = decide([event(1, { client: true }), event(2)]);
    expect(records[0]).toMatchObject({ eventId: 'e1', client: true });
    expect(records[1]).not.toHaveProperty('client');
  });

  it('records an event with its place, its time, its release and all that followed', () => {
    const { records } = decide([event(4, { sentOccurredAt: '1970-01-01T00:00:00.014Z' })]);

    expect(records).toEqual([
      {
        workspace: WORKSPACE,
        eventId: 'e4',
        playerId: 'anna',
        type: 'scored',
        occurredAt: 14,
        sentOccurredAt: '1970-01-01T00:00:00.014Z',
        receivedAt: 24,
        decidedAt: 1_004,
        properties: { amount: 3 },
        partition: 3,
        epoch: 7,
        offset: 4,
        release: 1,
        status: 'processed',
        rules: [{ rule: 'score', matched: true }],
        effects: [
          { kind: 'record', rule: 'score', stat: 'points', amount: 3, value: 3 },
          { kind: 'award', rule: 'score', currency: 'coins', amount: 1, balance: 1 },
          { kind: 'standing', board: 'top@1', window: 'all', score: 3, columns: [], reachedAt: 14 },
        ],
      },
    ]);
  });

  it('records an event that is settled already with the release in force, and nothing follows', () => {
    const { event: again } = event(1);
    const batch = decide([release(0, 2), { kind: 'settled', status: 'conflict', offset: 1, now: 1_001, event: again }]);

    expect(batch.records).toMatchObject([{ status: 'conflict', offset: 1, release: 2, rules: [], effects: [] }]);
    expect(batch.ledger).toEqual([]);
    expect(batch.players.size).toBe(0);
  });

  it('records an event as failed that was given up, and nothing follows', () => {
    const { state, loaded } = decideAll([]);
    const failure = { code: 'scoring.not_committed', detail: 'tried three times' };

    const batch = decideBatch(state, [event(1)], loaded, failure);

    expect(batch.records).toMatchObject([{ status: 'failed', failure, rules: [], effects: [] }]);
    expect([batch.players.size, batch.ledger.length]).toEqual([0, 0]);
  });

  it('records an event of a workspace that has published nothing, and nothing follows', () => {
    const batch = decide([event(0)], { inForce: 0 });

    expect(batch.records).toMatchObject([{ status: 'processed', release: 0, rules: [], effects: [] }]);
    expect(playerIn(batch)).toBeDefined();
  });

  it('leaves out a time that the client did not send', () => {
    expect(decide([event(0)]).records[0]).not.toHaveProperty('sentOccurredAt');
  });

  it('decides each event by the player as the events before it left it', () => {
    const batch = decide([event(0), event(1), event(2, { playerId: 'bea' })]);

    expect(batch.records.map(({ effects }) => effects[0])).toMatchObject([{ value: 3 }, { value: 6 }, { value: 3 }]);
    expect([...batch.players.values()].map(({ playerId }) => playerId)).toEqual(['anna', 'bea']);
    expect(playerIn(batch)?.balances.get('coins')).toBe(2);
  });

  it('creates a player with the time of the first event', () => {
    expect(playerIn(decide([event(0), event(5)]))).toMatchObject({ createdAt: 1_000, updatedAt: 1_005 });
  });

  it('goes on from the loaded player, and changes neither that nor the partition’s state', () => {
    const before: Player = { ...newPlayer(WORKSPACE, 'anna', 1), balances: new Map([['coins', 40]]) };

    const { state, loaded, decided } = decideAll([event(0), release(1, 2)], { players: [before] });

    expect(playerIn(decided)?.balances.get('coins')).toBe(41);
    expect(loaded.players.get(playerDocumentId(WORKSPACE, 'anna'))?.balances.get('coins')).toBe(40);
    expect(state.releases.get(WORKSPACE)).toBe(1);
    expect(state.players.get(playerDocumentId(WORKSPACE, 'anna'))).toBeUndefined();
  });

  it('writes one ledger entry per movement, under an id that derives from its cause', () => {
    const { ledger } = decide([event(0), event(1)]);

    expect(ledger).toEqual(
      [0, 1].map((offset) => ({
        id: joinId(`e${offset}`, '1'),
        workspace: WORKSPACE,
        playerId: 'anna',
        currency: 'coins',
        amount: 1,
        balanceAfter: offset + 1,
        reason: { kind: 'rule', rule: 'score', eventId: `e${offset}` },
        at: 1_000 + offset,
      })),
    );
  });

  it('writes the same batch when the same messages are decided again', () => {
    const messages = [event(0), release(1, 2), event(2), event(3, { properties: {} })];

    expect(decide(messages)).toEqual(decide(messages));
  });
});

describe('a release in a batch', () => {
  it('decides the events behind it, and none before', () => {
    const { records, releases } = decide([event(0), release(1, 2), event(2), release(3, 3), event(4)]);

    expect(records.map(({ offset, release: by }) => [offset, by])).toEqual([
      [0, 1],
      [2, 2],
      [4, 3],
    ]);
    expect([...releases]).toEqual([[WORKSPACE, { release: 3, offset: 3 }]]);
  });

  it('is of its own workspace alone', () => {
    const { records, releases } = decide([release(0, 2, 'ws_2'), event(1)]);

    expect(records[0]?.release).toBe(1);
    expect([...releases.keys()]).toEqual(['ws_2']);
  });

  it.each([
    ['again', 2],
    ['late', 1],
  ])('changes nothing when it comes %s', (_, number) => {
    const { records, releases, poison } = decide([release(0, number), event(1)], { inForce: 2 });

    expect(records[0]?.release).toBe(2);
    expect([releases.size, poison]).toEqual([0, []]);
  });

  it('that is not stored is poison, and the release before it goes on', () => {
    const { records, releases, poison } = decide([release(5, 9), event(6)]);

    expect(poison).toMatchObject([
      { kind: 'poison', offset: 5, now: 1_005, detail: expect.stringContaining('scoring.unknown_release') },
    ]);
    expect(JSON.parse(String(poison[0]?.message.value))).toEqual({
      v: 1,
      kind: 'release',
      workspace: WORKSPACE,
      release: 9,
    });
    expect([records[0]?.release, releases.size]).toEqual([1, 0]);
  });
});

/** The order to take an event of anna back, as it stands in the log. */
const voiding = (offset: number, target: string): Decoded => {
  const command: CommandMessage = {
    v: 1,
    kind: 'command',
    command: 'void',
    workspace: WORKSPACE,
    playerId: 'anna',
    commandId: `laurel.void.${target}`,
    target,
    reason: 'a mistake',
    by: 'key_spec',
    receivedAt: 20 + offset,
  };
  const [decoded] = decode(
    [{ offset, timestamp: 1_000 + offset, key: null, value: Buffer.from(JSON.stringify(command)) }],
    0,
  );
  if (!decoded) throw new Error('nothing was decoded');
  return decoded;
};

describe('a void', () => {
  it('takes back an event of the same batch, and is recorded under its own id with what that changed', () => {
    const batch = decide([event(0), event(1), voiding(2, 'e0'), event(3)]);

    expect(batch.records[2]).toEqual({
      workspace: WORKSPACE,
      eventId: 'laurel.void.e0',
      playerId: 'anna',
      type: 'laurel.event_voided',
      occurredAt: 22,
      receivedAt: 22,
      decidedAt: 1_002,
      properties: { eventId: 'e0', reason: 'a mistake', by: 'key_spec' },
      partition: 3,
      epoch: 7,
      offset: 2,
      release: 1,
      status: 'processed',
      rules: [],
      effects: [
        { kind: 'restatement', stat: 'points@1', value: 3 },
        { kind: 'reversal', currency: 'coins', amount: -1, balance: 1 },
        { kind: 'standing', board: 'top@1', window: 'all', score: 3, columns: [], reachedAt: 11 },
      ],
    });
    expect(batch.records[3]?.effects).toMatchObject([{ value: 6 }, { balance: 2 }, { score: 6 }]);
    expect(playerIn(batch)).toMatchObject({ createdAt: 1_000, updatedAt: 1_003 });
  });

  it('takes back an event of an earlier batch, deciding the others again by the releases of their time', () => {
    const earlier = decide([event(0), release(1, 2), event(2)]);
    const players = [...earlier.players.values()];

    const batch = decide([voiding(3, 'e0')], { inForce: 3, players, history: earlier.records });

    expect(playerIn(batch)?.balances.get('coins')).toBe(2);
    expect(batch.records[0]).toMatchObject({ release: 3, status: 'processed' });
  });

  it('writes a compensating ledger entry that says why', () => {
    const { ledger } = decide([event(0), voiding(1, 'e0')]);

    expect(ledger[1]).toEqual({
      id: joinId('laurel.void.e0', '1'),
      workspace: WORKSPACE,
      playerId: 'anna',
      currency: 'coins',
      amount: -1,
      balanceAfter: 0,
      reason: { kind: 'void', eventId: 'e0', reason: 'a mistake', by: 'key_spec' },
      at: 1_001,
    });
  });

  it('of an event that does not stand before it fails, and nothing follows', () => {
    const batch = decide([voiding(0, 'e1'), event(1)]);

    expect(batch.records).toMatchObject([
      { status: 'failed', failure: { code: 'scoring.nothing_to_void' }, effects: [] },
      { status: 'processed' },
    ]);
    expect(playerIn(batch)?.balances.get('coins')).toBe(1);
  });

  it('fails where a release of the player’s history is not stored, and changes nothing', () => {
    const earlier = decide([event(0), event(1)]);

    const batch = decide([voiding(2, 'e0')], {
      inForce: 2,
      stored: [2],
      players: [...earlier.players.values()],
      history: earlier.records,
    });

    expect(batch.records).toMatchObject([{ status: 'failed', failure: { code: 'scoring.decision_failed' } }]);
    expect([batch.players.size, batch.ledger]).toEqual([0, []]);
  });
});

/** The order to fill what begins with release 2 for anna. */
const backfilling = (offset: number): Decoded => {
  const command: CommandMessage = {
    v: 1,
    kind: 'command',
    command: 'backfill',
    workspace: WORKSPACE,
    playerId: 'anna',
    commandId: 'laurel.backfill.2',
    release: 2,
    by: 'key_spec',
    receivedAt: 20 + offset,
  };
  const value = Buffer.from(JSON.stringify(command));
  const [decoded] = decode([{ offset, timestamp: 1_000 + offset, key: null, value }], 0);
  if (!decoded) throw new Error('nothing was decoded');
  return decoded;
};

describe('a backfill', () => {
  const document: ProgramDocument = {
    stats: [{ key: 'points', aggregation: 'max', start: 'recorded' }],
    rules: [
      {
        key: 'score',
        on: ['scored'],
        then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } }],
      },
    ],
    leaderboards: [],
  };
  const changed = compileProgram(
    2,
    releaseProgram(
      document,
      releaseProgram({ ...document, stats: [{ key: 'points', aggregation: 'sum' }] }, undefined, 1),
      2,
    ),
  );

  it('fills what begins with its release, from earlier batches and this one, and is recorded with what that changed', () => {
    const earlier = decide([event(0), event(1, { properties: { amount: 5 } })]);

    const batch = decide([event(2), release(3, 2), event(4), backfilling(5)], {
      programs: new Map([[2, changed]]),
      players: [...earlier.players.values()],
      history: earlier.records,
    });

    expect(batch.records.at(-1)).toMatchObject({
      eventId: 'laurel.backfill.2',
      type: 'laurel.player_backfilled',
      properties: { release: 2, by: 'key_spec' },
      status: 'processed',
      effects: [{ kind: 'restatement', stat: 'points@2', value: 5 }],
    });
  });

  it('stands when an event is taken back behind it, without that event', () => {
    const messages = [
      event(0),
      event(1, { properties: { amount: 5 } }),
      release(2, 2),
      backfilling(3),
      voiding(4, 'e1'),
    ];

    const batch = decide(messages, { programs: new Map([[2, changed]]) });

    expect(playerIn(batch)?.stats.get('points@2')?.value).toBe(3);
  });

  it('can not be taken back', () => {
    const batch = decide([event(0), release(1, 2), backfilling(2), voiding(3, 'laurel.backfill.2')], {
      programs: new Map([[2, changed]]),
    });

    expect(batch.records.at(-1)).toMatchObject({ status: 'failed', failure: { code: 'scoring.nothing_to_void' } });
  });
});

describe('an event that can not be decided', () => {
  it('for the release in force is not stored is recorded as failed, without effect on its player', () => {
    const batch = decide([event(0)], { stored: [] });

    expect(batch.records).toMatchObject([
      {
        status: 'failed',
        failure: { code: 'scoring.unknown_release', detail: 'release 1 is not stored' },
        rules: [],
        effects: [],
      },
    ]);
    expect([batch.players.size, batch.ledger]).toEqual([0, []]);
  });

  it('for a decision throws is recorded as failed with the cause, and the others of its batch stand', () => {
    const properties = Object.defineProperty({}, 'amount', {
      enumerable: true,
      get() {
        throw new Error('a rule with a bug');
      },
    });

    const batch = decide([event(0), event(1, { properties }), event(2)]);

    expect(batch.records.map(({ status }) => status)).toEqual(['processed', 'failed', 'processed']);
    expect(batch.records[1]?.failure).toEqual({ code: 'scoring.decision_failed', detail: 'a rule with a bug' });
    expect(playerIn(batch)?.stats.get('points@1')?.value).toBe(6);
  });

  it('for it is unreadable is passed on, with the others of its batch decided', () => {
    const poison: Decoded = {
      kind: 'poison',
      offset: 0,
      now: 1,
      detail: 'the message is empty',
      message: { offset: 0, timestamp: 1, key: null, value: null },
    };

    const batch = decide([poison, event(1)]);

    expect(batch.poison).toEqual([poison]);
    expect(batch.records).toHaveLength(1);
  });
});

describe('deciding the messages of players who are erased', () => {
  const erase = (offset: number, playerId = 'anna'): Decoded[] => {
    const command: CommandMessage = {
      ...{ v: 1, kind: 'command', command: 'erase_player', workspace: WORKSPACE, playerId },
      ...{ commandId: `laurel.player.erase.${offset}`, by: 'key_1', receivedAt: 20 },
    };
    const value = Buffer.from(JSON.stringify(command));
    return decode([{ offset, timestamp: 1_000 + offset, key: null, value }], 0);
  };
  const bea = { playerId: 'bea' };

  it('leaves nothing of the player in the batch: no state, record or movement, only where messages stood', () => {
    const batch = decide([event(1), event(2, bea), ...erase(3), event(4), event(5, bea)]);

    expect(batch.records.map(({ playerId, offset }) => [playerId, offset])).toEqual([
      ['bea', 2],
      ['bea', 5],
    ]);
    expect([...batch.players.keys()]).toEqual([playerDocumentId(WORKSPACE, 'bea')]);
    expect(batch.ledger.map(({ playerId }) => playerId)).toEqual(['bea', 'bea']);
    expect(batch.erased?.messages).toEqual(
      [1, 3, 4].map((offset) => ({ workspace: WORKSPACE, offset, decidedAt: 1_000 + offset })),
    );
    expect([...(batch.erased?.players ?? [])]).toEqual([
      [playerDocumentId(WORKSPACE, 'anna'), { workspace: WORKSPACE, playerId: 'anna', offset: 3, erasedAt: 1_003 }],
    ]);
  });

  it('tells the ranks every window that the player left, also one that a ban in the batch had emptied', () => {
    const { decided: first } = decideAll([event(1)]);
    const players = [...first.players.values()];
    const ban: CommandMessage = {
      ...{ v: 1, kind: 'command', command: 'player_status', workspace: WORKSPACE, playerId: 'anna' },
      ...{ status: 'banned', reason: 'r', commandId: 'laurel.player.banned.1', by: 'key_1', receivedAt: 20 },
    };
    const banned = decode([{ offset: 2, timestamp: 1_002, key: null, value: Buffer.from(JSON.stringify(ban)) }], 0);

    const { erased } = decide([...banned, ...erase(3)], { players });

    expect(erased?.told).toMatchObject([
      { offset: 3, status: 'processed', effects: [{ kind: 'removal', board: 'top@1', window: 'all' }] },
    ]);
  });

  it('refuses whatever comes of one who was erased before, also what was settled, and the order to erase again', () => {
    const { event: late } = event(2);
    const settled: Deduplicated = { kind: 'settled', status: 'late', offset: 2, now: 1_002, event: late };

    const batch = decide([event(1), settled, ...erase(3), event(4, bea)], { erased: ['anna'] });

    expect(batch.records.map(({ playerId }) => playerId)).toEqual(['bea']);
    expect(batch.erased?.messages.map(({ offset }) => offset)).toEqual([1, 2, 3]);
    expect(batch.erased?.players.size).toBe(0);
    expect(batch.erased?.told.map(({ status, failure }) => [status, failure?.code])).toEqual(
      [1, 2, 3].map(() => ['failed', 'scoring.player_erased']),
    );
  });

  it('erases one of whom nothing is known', () => {
    const batch = decide(erase(1, 'nobody'));
    expect([batch.records, batch.erased?.players.size]).toEqual([[], 1]);
  });

  it('costs a batch without them nothing', () => {
    expect(decide([event(1)]).erased).toBeUndefined();
  });
});
