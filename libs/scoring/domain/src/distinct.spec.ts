import type { ReleasedProgram } from '@laurel/releases-domain';
import { MAX_DISTINCT_VALUES } from '@laurel/rules-domain';
import { decide } from './decide.js';
import { type Player, newPlayer } from './player.js';
import { compileProgram } from './program.js';
import type { RecordedEvent } from './replay/replay-event.js';
import { voidEvent } from './replay/void-event.js';

const PROGRAM: ReleasedProgram = {
  stats: [{ key: 'maps', aggregation: 'distinct', incarnation: 1 }],
  rules: [
    {
      key: 'seen',
      on: ['played'],
      then: [{ effect: 'record', stat: 'maps', value: { property: 'event.properties.map' } }],
    },
    {
      key: 'traveller',
      on: ['played'],
      when: { all: [{ stat: 'maps', op: 'gte', value: 2 }, { cel: 'player.stats.maps >= 2.0' }] },
      then: [{ effect: 'award', currency: 'coins', amount: 1 }],
    },
  ],
  leaderboards: [
    {
      key: 'explorers',
      incarnation: 1,
      source: { stat: 'maps' },
      aggregation: 'best',
      order: 'desc',
      ties: { columns: [], then: 'first_to_reach' },
      windows: [{ kind: 'all' }],
    },
  ],
};
const program = compileProgram(1, PROGRAM);

const played = (map: string, occurredAt: number): RecordedEvent => ({
  eventId: `${map}-${occurredAt}`,
  type: 'played',
  playerId: 'anna',
  workspace: 'ws_1',
  occurredAt,
  properties: { map },
  status: 'processed',
  release: 1,
  decidedAt: 1_000,
});

function decideAll(events: readonly RecordedEvent[]) {
  let player: Player = newPlayer('ws_1', 'anna', 1_000);
  return events.map((event) => {
    const decided = decide(program, player, event, { now: event.decidedAt });
    player = decided.player;
    return decided;
  });
}

const last = (events: readonly RecordedEvent[]): Player =>
  decideAll(events).at(-1)?.player ?? newPlayer('ws_1', 'anna', 1_000);
const entryOf = (player: Player) => player.boards.get('explorers@1')?.get('all');

describe('different values that rules record', () => {
  const events = [played('harbor', 30), played('castle', 10), played('harbor', 20), played('mine', 5)];

  it('count once each: the effect says what the event added, and what there is', () => {
    const recorded = decideAll(events).map(({ effects }) => effects[0]);
    expect(recorded).toEqual(
      [
        [1, 1],
        [1, 2],
        [0, 2],
        [1, 3],
      ].map(([amount, value]) => ({ kind: 'record', rule: 'seen', stat: 'maps', amount, value })),
    );
  });

  it('are what conditions and expressions see', () => {
    expect(last(events).balances.get('coins')).toBe(2);
  });

  it('rank by how many there are, then by when the last of them came, in whatever order events arrive', () => {
    expect(entryOf(last(events))).toEqual({ score: 3, columns: [], reachedAt: 20 });
    expect(entryOf(last(events.toReversed()))).toEqual(entryOf(last(events)));
  });

  it('are one less when the only event of one is taken back, and as many when another event has it', () => {
    const taken = (eventId: string) => {
      const voided = voidEvent(() => program, last(events), events, eventId, { now: 2_000, release: 1 });
      if (!voided.ok) throw new Error(voided.error.detail);
      return voided.value;
    };
    expect(taken('castle-10').effects).toContainEqual({ kind: 'restatement', stat: 'maps@1', value: 2 });
    expect(entryOf(taken('castle-10').player)).toMatchObject({ score: 2, reachedAt: 20 });
    expect(taken('harbor-20').effects).not.toContainEqual(expect.objectContaining({ kind: 'restatement' }));
    expect(entryOf(taken('harbor-20').player)).toMatchObject({ score: 3, reachedAt: 30 });
  });

  it('are refused beyond 1,000, and what is known counts on', () => {
    const many = Array.from({ length: MAX_DISTINCT_VALUES }, (_, index) => played(`map${index}`, index));
    const decided = decideAll([...many, played('one-more', 1), played('map7', 1)]).slice(-2);
    expect(decided.map(({ effects }) => effects[0])).toMatchObject([
      { kind: 'refused', rule: 'seen', code: 'scoring.too_many_values' },
      { kind: 'record', amount: 0, value: MAX_DISTINCT_VALUES },
    ]);
  });
});
