import { type Entry, rankEntries } from '@laurel/leaderboards-domain';
import type { ReleasedProgram, ProgramDocument } from '@laurel/releases-domain';
import { releaseProgram } from '@laurel/releases-domain';
import fc from 'fast-check';
import { decide } from '../decide.js';
import { type Player, newPlayer } from '../player.js';
import { type Program, compileProgram } from '../program.js';
import { BestOf } from './best-of.js';
import { WhatIfSummary } from './what-if.js';

const document = (points: number, rule = 'score'): ProgramDocument => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: rule,
      on: ['scored'],
      when: { property: 'event.properties.amount', op: 'gt', value: 0 },
      then: [
        { effect: 'record', stat: 'points', amount: points },
        { effect: 'award', currency: 'coins', amount: 2 * points },
      ],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
});

const released = (points: number, release: number, rule?: string): ReleasedProgram =>
  releaseProgram(document(points, rule), undefined, release);
const BEFORE = compileProgram(1, released(1, 1));
const AFTER = compileProgram(2, { ...released(3, 1, 'score-more'), rules: released(3, 2, 'score-more').rules });

/** A player after some events of these amounts. */
function play(program: Program, playerId: string, amounts: readonly number[], summary?: WhatIfSummary): Player {
  let player = newPlayer('ws_1', playerId, 1_000);
  for (const [index, amount] of amounts.entries()) {
    const event = { eventId: `e${index}`, type: 'scored', playerId, occurredAt: 1_000 + index, properties: { amount } };
    const decided = decide(program, player, event, { now: 2_000 });
    player = decided.player;
    (program === BEFORE ? summary?.before : summary?.after)?.add(decided.verdicts, decided.effects);
  }
  return player;
}

const histories = fc.dictionary(
  fc.constantFrom('anna', 'bea', 'carl', 'dora', 'emil', 'finn'),
  fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 6 }),
);

function summarize(players: readonly (readonly [string, readonly number[]])[], size: number) {
  const summary = new WhatIfSummary(BEFORE, AFTER, size);
  for (const [playerId, amounts] of players) {
    const before = play(BEFORE, playerId, amounts, summary);
    summary.addPlayer(before, play(AFTER, playerId, amounts, summary));
  }
  return summary.result;
}

describe('what another program would have led to', () => {
  it('is told by rules, totals, tops and movers', () => {
    const result = summarize(
      [
        ['anna', [1, 1]],
        ['bea', [1, -1]],
        ['carl', [-1]],
      ],
      1,
    );

    expect(Object.fromEntries(result.before.hits)).toEqual({ score: 3 });
    expect(Object.fromEntries(result.after.hits)).toEqual({ 'score-more': 3 });
    expect(result.before.misses).toEqual(new Map([['score', new Map([[expect.stringContaining('amount'), 2]])]]));
    expect([result.before.awarded.get('coins'), result.after.awarded.get('coins')]).toEqual([6, 18]);
    expect([result.before.recorded.get('points'), result.after.recorded.get('points')]).toEqual([3, 9]);
    expect(result.tops).toMatchObject([
      {
        board: 'top',
        window: 'all',
        before: [{ rank: 1, playerId: 'anna', score: 2 }],
        after: [{ playerId: 'anna', score: 6 }],
      },
    ]);
    expect(result.movements).toEqual([
      { kind: 'currency', key: 'coins', gains: [{ playerId: 'anna', before: 4, after: 12 }], losses: [] },
      { kind: 'stat', key: 'points', gains: [{ playerId: 'anna', before: 2, after: 6 }], losses: [] },
    ]);
  });

  it('does not depend on the order of players', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 4 }), (history, size) => {
        const players = Object.entries(history);
        expect(byKey(summarize(players, size))).toEqual(byKey(summarize(players.toReversed(), size)));
      }),
    );
  });

  it('has the tops that ranking everybody gives', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const players = Object.entries(history);
        const rows = players.flatMap(([playerId, amounts]) => {
          const entry = play(AFTER, playerId, amounts).boards.get('top@1')?.get('all');
          return entry ? [{ ...entry, playerId }] : [];
        });
        const [board] = AFTER.boards.values();
        if (!board) throw new Error('there is no board');
        const ranked = rankEntries(board.definition, rows).slice(0, 3);
        const [top] = summarize(players, 3).tops;
        expect(top?.after.map(({ playerId, rank }) => [playerId, rank])).toEqual(
          ranked.map(({ playerId, rank }) => [playerId, rank]),
        );
      }),
    );
  });
});

describe('the tops of windows that recur', () => {
  const daily = (release: number): Program =>
    compileProgram(release, {
      ...{ stats: [{ key: 'points', aggregation: 'sum', incarnation: 1 }], rules: [] },
      leaderboards: [
        {
          ...{ key: 'top', incarnation: 1, source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
          ties: { columns: [], then: 'shared' },
          windows: [{ kind: 'all' }, { kind: 'daily' }],
          ...{ minScore: 1, sizeLimit: 2 },
        },
      ],
    });
  const DAY = 86_400_000;

  interface Played {
    readonly score: number;
    readonly day: number;
  }

  const player = (playerId: string, played: readonly Played[], more: Partial<Entry> = {}): Player => ({
    ...newPlayer('ws_1', playerId, 1_000),
    boards: new Map([
      [
        'top@1',
        new Map(
          played.map(({ score, day }): [string, Entry] => [
            new Date(day * DAY).toISOString().slice(0, 10),
            { score, columns: [], reachedAt: day * DAY, ...more },
          ]),
        ),
      ],
    ]),
  });

  function topsOf(...players: readonly (readonly [before: Player, after: Player])[]) {
    const summary = new WhatIfSummary(daily(1), daily(2), 10);
    for (const [before, after] of players) summary.addPlayer(before, after);
    return summary.result.tops;
  }

  it('are those that have entries, in the order of time, behind the windows that always are', () => {
    const anna = player('anna', [
      { score: 3, day: 2 },
      { score: 1, day: 1 },
    ]);
    const bea = player('bea', [{ score: 5, day: 2 }]);
    const tops = topsOf([anna, anna], [player('bea', []), bea]);
    expect(tops.map(({ window, before, after }) => [window, before.length, after.length])).toEqual([
      ['all', 0, 0],
      ['1970-01-02', 1, 1],
      ['1970-01-03', 1, 2],
    ]);
    expect(tops[2]?.after).toMatchObject([
      { rank: 1, playerId: 'bea', score: 5 },
      { rank: 2, playerId: 'anna', score: 3 },
    ]);
  });

  it('are of those who are ranked, and no more than the board has', () => {
    const played = [{ score: 3, day: 1 }];
    const tops = topsOf(
      ...['anna', 'bea', 'carl'].map((id) => [player(id, played), player(id, [{ score: 0, day: 1 }])] as const),
      [player('dora', played, { hidden: true }), player('dora', played, { awaiting: true })],
    );
    expect(tops[1]?.before.map(({ playerId }) => playerId)).toEqual(['anna', 'bea']);
    expect(tops[1]).toMatchObject({ window: '1970-01-02', after: [] });
  });

  it('are the latest twelve of either, in whatever order players come', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 20 }, (_, day) => day),
          { minLength: 13 },
        ),
        (days) => {
          const players = days.map((day) => {
            const [odd, even] = [player('anna', [{ score: 3, day }]), player('anna', [])];
            return day % 2 === 0 ? ([even, odd] as const) : ([odd, even] as const);
          });
          const told = topsOf(...players).filter(({ window }) => window !== 'all');
          const latest = days.toSorted((left, right) => left - right).slice(-12);
          expect(told.map(({ before, after }) => [before.length, after.length])).toEqual(
            latest.map((day) => (day % 2 === 0 ? [0, 1] : [1, 0])),
          );
        },
      ),
    );
  });
});

/** Sums are maps in the order in which things came up, which is nothing. */
const byKey = ({ before, after, movements, ...rest }: ReturnType<typeof summarize>) => ({
  ...rest,
  movements: new Set(movements),
  sums: [before, after].map(({ hits, awarded, recorded }) => ({ hits, awarded, recorded })),
});

describe('the best of many', () => {
  it('are those that sorting them all would put first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 5 }), (numbers, size) => {
        const best = new BestOf<number>(size, (left, right) => left - right);
        for (const number of numbers) best.add(number);
        expect(best.list).toEqual(numbers.toSorted((left, right) => left - right).slice(0, size));
      }),
    );
  });
});
