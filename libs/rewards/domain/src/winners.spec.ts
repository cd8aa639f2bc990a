import fc from 'fast-check';
import type { RewardTier, TierTies } from './reward-schedule.js';
import { type FinalBoard, type FinalRow, winnersOf } from './winners.js';

/** Rows of these scores, best first; equal ones share a place. */
function rowsOf(scores: readonly number[], { order, numbering = 'competition' }: Partial<FinalBoard> = {}): FinalRow[] {
  const sorted = [...scores].sort((left, right) => (order === 'asc' ? left - right : right - left));
  const distinct = [...new Set(sorted)];
  return sorted.map((score, index) => ({
    playerId: `p${index + 1}`,
    rank: numbering === 'dense' ? distinct.indexOf(score) + 1 : sorted.indexOf(score) + 1,
    score,
  }));
}

async function* pagesOf<T>(rows: readonly T[], size = 2): AsyncGenerator<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

interface Asked {
  readonly tiers: readonly RewardTier[];
  readonly ties?: TierTies;
  readonly board?: Partial<FinalBoard>;
}

async function winners(scores: readonly number[], { tiers, ties, board }: Asked): Promise<string[]> {
  const rows = rowsOf(scores, board);
  const schedule = { tiers, ...(ties ? { ties } : {}) };
  const found: string[] = [];
  for await (const { row, tier } of winnersOf(
    schedule,
    { total: rows.length, order: 'desc', ...board },
    pagesOf(rows),
  )) {
    found.push(`${row.playerId} ${tier.name}`);
  }
  return found;
}

const ranks = (name: string, from: number, to: number): RewardTier => ({ name, ranks: { from, to }, rewards: ['r'] });
const percent = (name: string, topPercent: number): RewardTier => ({ name, topPercent, rewards: ['r'] });
const score = (name: string, minScore: number): RewardTier => ({ name, minScore, rewards: ['r'] });

describe('the winners of a window', () => {
  it('are those in the places of a tier', async () => {
    const tiers = [ranks('gold', 1, 1), ranks('silver', 2, 3)];
    expect(await winners([50, 40, 30, 20], { tiers })).toEqual(['p1 gold', 'p2 silver', 'p3 silver']);
  });

  it.each<[TierTies, string[]]>([
    ['all', ['p1 gold', 'p2 gold', 'p3 gold']],
    ['none', ['p1 gold', 'p2 silver', 'p3 silver']],
    ['first', ['p1 gold', 'p2 gold', 'p3 silver']],
  ])('who share the place at the edge of a tier are in it as the setting says: %s', async (ties, expected) => {
    const tiers = [ranks('gold', 1, 2), ranks('silver', 3, 3)];
    expect(await winners([50, 40, 40, 20], { tiers, ties })).toEqual(expected);
  });

  it('are a percentage of all rows, rounded up, and one at least', async () => {
    expect(await winners([5, 4, 3], { tiers: [percent('top', 1)] })).toEqual(['p1 top']);
    expect(await winners([5, 4, 3], { tiers: [percent('top', 34)] })).toEqual(['p1 top', 'p2 top']);
    const hundred = Array.from({ length: 100 }, (_, index) => index);
    expect(await winners(hundred, { tiers: [percent('top', 7)] })).toHaveLength(7);
  });

  it('are those who came to a score, also where less is better', async () => {
    const tiers = [score('gold', 40), score('silver', 20)];
    expect(await winners([50, 40, 30, 10], { tiers })).toEqual(['p1 gold', 'p2 gold', 'p3 silver']);
    const laps = [score('fast', 60), score('slow', 90)];
    expect(await winners([55, 60, 80, 99], { tiers: laps, board: { order: 'asc' } })).toEqual([
      'p1 fast',
      'p2 fast',
      'p3 slow',
    ]);
  });

  it('get the first tier that fits, and no other', async () => {
    const tiers = [ranks('podium', 1, 2), percent('half', 50), score('scorers', 10)];
    expect(await winners([60, 50, 40, 30, 20, 5], { tiers })).toEqual([
      'p1 podium',
      'p2 podium',
      'p3 half',
      'p4 scorers',
      'p5 scorers',
    ]);
  });

  it('are found by the ranks that are shown where those are dense', async () => {
    const tiers = [ranks('top', 1, 2)];
    expect(await winners([9, 9, 8, 8, 7], { tiers, board: { numbering: 'dense' } })).toHaveLength(4);
    expect(await winners([9, 9, 8, 8, 7], { tiers })).toHaveLength(2);
  });

  it('are nobody where nobody played', async () => {
    expect(await winners([], { tiers: [ranks('gold', 1, 3), percent('top', 50)] })).toEqual([]);
  });

  it('are found without reading further than they may be', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<FinalRow[]> {
      for (;;) {
        read += 1;
        yield [{ playerId: `p${read}`, rank: read, score: -read }];
      }
    }
    const found: string[] = [];
    for (const ties of ['all', 'none', 'first'] as const) {
      const schedule = { tiers: [ranks('top', 1, 3)], ties };
      for await (const { row } of winnersOf(schedule, { total: 1_000, order: 'desc' }, endless())) {
        found.push(row.playerId);
      }
    }
    expect(found).toHaveLength(9);
    expect(read).toBeLessThan(20);
  });

  it('are the same as when each row is looked at by itself', async () => {
    const tier = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 8 }), fc.nat({ max: 4 })).map(([from, more]) => ranks('', from, from + more)),
      fc.integer({ min: 1, max: 100 }).map((each) => percent('', each)),
      fc.integer({ min: -3, max: 9 }).map((each) => score('', each)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 20 }),
        fc.array(tier, { minLength: 1, maxLength: 4 }),
        fc.constantFrom<TierTies>('all', 'none', 'first'),
        fc.constantFrom('competition' as const, 'dense' as const),
        async (scores, drafts, ties, numbering) => {
          const tiers = drafts.map((each, index) => ({ ...each, name: `t${index}` }));
          const board = { total: scores.length, order: 'desc' as const, numbering };
          const rows = rowsOf(scores, board);
          const expected = rows.flatMap((row, index) => {
            const shared = rows.flatMap(({ rank }, at) => (rank === row.rank ? [at + 1] : []));
            const place = { all: shared[0] ?? 0, none: shared.at(-1) ?? 0, first: index + 1 }[ties];
            const found = tiers.find((each) => {
              if ('minScore' in each) return row.score >= each.minScore;
              if ('topPercent' in each) return place <= Math.max(1, Math.ceil((each.topPercent * rows.length) / 100));
              const rank = numbering === 'dense' ? row.rank : place;
              return rank >= each.ranks.from && rank <= each.ranks.to;
            });
            return found ? [`${row.playerId} ${found.name}`] : [];
          });
          expect((await winners(scores, { tiers, ties, board })).sort()).toEqual(expected.sort());
        },
      ),
    );
  });
});
