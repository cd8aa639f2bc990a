import type { EventRecord } from '@laurel/contracts';
import { EVENT_VOIDED, PLAYER_STATUS_CHANGED } from '@laurel/kernel';
import { rankEntries } from '@laurel/leaderboards-domain';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { ruleId } from '@laurel/rules-domain';
import { type Player, type Program, WhatIfSummary, compileProgram, replayEvents } from '@laurel/scoring-domain';
import fc from 'fast-check';
import { TriedPlaces } from '../claims/tried-places.js';
import type { RecordedRange } from './recorded-range.js';
import { RecordReplay } from './replay-record.js';
import { ReplayRun } from './replay-run.js';

const FOREVER = Number.MAX_SAFE_INTEGER;
const ALL = { from: 0, to: FOREVER };

const document = (points: number, aggregation: 'sum' | 'max'): ProgramDocument => ({
  stats: [{ key: 'points', aggregation }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      when: { property: 'event.properties.amount', op: 'gt', value: points },
      limits: [{ per: 'ever', times: 3 }],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: points },
      ],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
});

const PLACES = 2;
/** New in the draft: whoever scores this much first. */
const EARLY: ProgramDocument['rules'][number] = {
  key: 'early',
  on: ['scored'],
  when: { property: 'event.properties.amount', op: 'gte', value: 4 },
  firstPlayers: PLACES,
  then: [{ effect: 'award', currency: 'coins', amount: 100 }],
};

const FIRST = releaseProgram(document(1, 'sum'), undefined, 1);
const TRIED = document(2, 'max');
const SECOND = releaseProgram({ ...TRIED, rules: [...TRIED.rules, EARLY] }, FIRST, 2);
const DRAFT = compileProgram(2, SECOND);
const EARLY_ID = SECOND.rules
  .filter(({ key }) => key === 'early')
  .map(ruleId)
  .join();
const RELEASED = compileProgram(1, FIRST);

/** Events of one log, some taken back afterwards, and players who are banned and reinstated. */
const histories = fc
  .array(
    fc.record({
      playerId: fc.constantFrom('anna', 'bea', 'carl'),
      kind: fc.constantFrom('scored', 'scored', 'scored', 'void', 'ban', 'reinstate'),
      amount: fc.integer({ min: 0, max: 5 }),
      target: fc.nat(),
      status: fc.constantFrom('processed' as const, 'processed' as const, 'duplicate' as const),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    const records: EventRecord[] = [];
    for (const [offset, { playerId, kind, amount, target, status }] of steps.entries()) {
      const base = recordOf(playerId, offset);
      if (kind === 'scored') records.push({ ...base, status, properties: { amount } });
      else if (kind !== 'void') records.push({ ...base, ...statusChange(kind === 'ban' ? 'banned' : 'active') });
      else {
        const scored = standing(records).filter((record) => record.playerId === playerId);
        const voided = scored[target % Math.max(1, scored.length)];
        if (voided) records.push({ ...base, type: EVENT_VOIDED, properties: { eventId: voided.eventId } });
      }
    }
    return records;
  });

const recordOf = (playerId: string, offset: number): EventRecord => ({
  workspace: 'ws_1',
  eventId: `e${offset}`,
  playerId,
  type: 'scored',
  occurredAt: 1_000 + offset,
  receivedAt: 1_000 + offset,
  decidedAt: 2_000 + offset,
  properties: {},
  partition: 0,
  epoch: 1,
  offset,
  release: 1,
  status: 'processed',
  rules: [],
  effects: [],
});

const statusChange = (status: string) => ({
  type: PLAYER_STATUS_CHANGED,
  properties: { status, reason: 'a test', by: 'key_spec' },
});

/** Events that a void can still take back. */
function standing(records: readonly EventRecord[]): EventRecord[] {
  const voided = new Set(records.map(({ properties }) => properties['eventId']));
  return records.filter(
    ({ type, status, eventId }) => type === 'scored' && status === 'processed' && !voided.has(eventId),
  );
}

const programs = (_workspace: string, release: number): Program => (release === 2 ? DRAFT : RELEASED);

async function whatIf(records: readonly EventRecord[], range: RecordedRange, released = RELEASED, draft = DRAFT) {
  const summary = new WhatIfSummary(released, draft, 3);
  const replay = new RecordReplay(
    { get: () => Promise.resolve(released) },
    {
      async *ofPlayer(_workspace: string, playerId: string) {
        yield* await Promise.resolve(records.filter((record) => record.playerId === playerId));
      },
    },
  );
  const places = new TriedPlaces(() => Promise.resolve(new Map()));
  const run = new ReplayRun(replay, { program: draft, range, places }, summary);
  for (const record of records) await run.take(record);
  run.endShare();
  return summary.result;
}

/** Players as all records leave them from nothing, those from an offset on under the draft. */
const playersUnder = (records: readonly EventRecord[], from: number): Player[] => {
  const early = new Set(firstToScore(records, from));
  const decided = records.map((record) =>
    record.offset < from
      ? { ...record, release: 1 }
      : { ...record, release: 2, inputs: { claims: { [EARLY_ID]: early.has(record.playerId) } } },
  );
  return [...(replayEvents(programs, decided).get('ws_1')?.values() ?? [])];
};

/** Who gets the places: taken for good, also by an event that is voided later. Who is banned asks for none. */
function firstToScore(records: readonly EventRecord[], from: number): string[] {
  const [asked, banned] = [new Set<string>(), new Set<string>()];
  for (const { status, type, playerId, properties, offset } of records) {
    if (type === PLAYER_STATUS_CHANGED && properties['status'] === 'banned') banned.add(playerId);
    if (type === PLAYER_STATUS_CHANGED && properties['status'] === 'active') banned.delete(playerId);
    const scores = type === 'scored' && status === 'processed' && Number(properties['amount']) >= 4;
    if (scores && offset >= from && !banned.has(playerId)) asked.add(playerId);
  }
  return [...asked].slice(0, PLACES);
}

const table = (players: readonly Player[], program: Program) => {
  const [board] = program.boards.values();
  if (!board) throw new Error('there is no board');
  const rows = players.flatMap((player) => {
    const entry = player.boards.get(board.id)?.get('all');
    return entry ? [{ ...entry, playerId: player.playerId }] : [];
  });
  return rankEntries(board.definition, rows).map(({ rank, playerId, score }) => ({ rank, playerId, score }));
};

describe('deciding a history again under a draft', () => {
  it('leaves the players that publishing it at the start of the range would have led to', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat({ max: 10 }), async (records, first) => {
        const { tops, movements } = await whatIf(records, { from: 2_000 + first, to: FOREVER });

        const [before, after] = [playersUnder(records, FOREVER), playersUnder(records, first)];
        expect(tops.map(({ before: rows }) => rows)).toMatchObject([table(before, RELEASED)]);
        expect(tops.map(({ after: rows }) => rows)).toMatchObject([table(after, DRAFT)]);
        const coins = new Map(after.map(({ playerId, balances }) => [playerId, balances.get('coins') ?? 0]));
        const moved = movements
          .filter(({ key }) => key === 'coins')
          .flatMap(({ gains, losses }) => [...gains, ...losses]);
        for (const mover of moved) expect(coins.get(mover.playerId)).toBe(mover.after);
      }),
    );
  });

  it('sums up, over the whole of it, what the events give from nothing', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (records) => {
        const { after } = await whatIf(records, { from: 0, to: FOREVER });

        const paid = playersUnder(records, 0).reduce((sum, { balances }) => sum + (balances.get('coins') ?? 0), 0);
        expect(after.awarded.get('coins') ?? 0).toBe(paid);
      }),
    );
  });
});

const BOUNDED: ProgramDocument = {
  ...document(0, 'sum'),
  stats: [{ key: 'points', aggregation: 'sum', plausible: { max: 4 } }],
};
const compiled = (each: ProgramDocument): Program => compileProgram(1, releaseProgram(each, undefined, 1));

describe('bounds of plausibility, under a draft', () => {
  it('let no rule match an event that they hold back, and say why', async () => {
    const [released, draft] = [document(0, 'sum'), BOUNDED].map(compiled);
    const records = [{ ...recordOf('anna', 0), properties: { amount: 5 } }];

    const { before, after } = await whatIf(records, ALL, released, draft);

    expect([before.hits.get('score'), after.hits.get('score')]).toEqual([1, 0]);
    const reason = 'the event would be held back: max of points is 4';
    expect(after.misses).toEqual(new Map([['score', new Map([[reason, 1]])]]));
  });

  it('hold back what they do also behind the void of another event', async () => {
    const [released, draft] = [document(0, 'sum'), BOUNDED].map(compiled);
    const records: EventRecord[] = [
      { ...recordOf('anna', 0), properties: { amount: 5 } },
      { ...recordOf('anna', 1), properties: { amount: 1 } },
      { ...recordOf('anna', 2), properties: { amount: 2 } },
      { ...recordOf('anna', 3), type: EVENT_VOIDED, properties: { eventId: 'e1' } },
    ];

    const { movements } = await whatIf(records, ALL, released, draft);

    expect(movements).toMatchObject([{ key: 'points', losses: [{ playerId: 'anna', before: 7, after: 2 }] }]);
  });
});
