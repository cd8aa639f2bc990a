import { rankEntries } from '@laurel/leaderboards-domain';
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
