import fc from 'fast-check';
import { boardLayout } from './board-layout.js';
import type { BoardDefinition } from './board.js';
import { combineEntries } from './combine-entries.js';
import { applySubmission, takeSeat } from './entry.js';
import {
  type LeagueDefinition,
  bandOf,
  idleMove,
  movesOf,
  partsWithSeat,
  seatOfPart,
  seatPart,
  tierKey,
  zoneOf,
  zonesOf,
} from './league.js';
import type { SplitPlayer } from './splits.js';

const LEAGUE: LeagueDefinition = {
  window: 'weekly',
  groupSize: 10,
  tiers: [
    { key: 'bronze', promote: { count: 3 } },
    { key: 'silver', promote: { percent: 20 }, relegate: { percent: 20 } },
    { key: 'gold', relegate: { count: 2 } },
  ],
};

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ playerId: `p${index}` }));
const moved = (tier: string, count: number) =>
  movesOf(LEAGUE, tier, rows(count)).map(({ playerId, to }) => `${playerId} ${to}`);

describe('the moves of a group', () => {
  it('lead the best up and the last down, and nobody beyond the highest or the lowest tier', () => {
    expect(moved('bronze', 10)).toEqual(['p0 silver', 'p1 silver', 'p2 silver']);
    expect(moved('silver', 10)).toEqual(['p0 gold', 'p1 gold', 'p8 bronze', 'p9 bronze']);
    expect(moved('gold', 10)).toEqual(['p8 silver', 'p9 silver']);
  });

  it('are rounded down where they are so many of a hundred', () => {
    expect(moved('silver', 9)).toEqual(['p0 gold', 'p8 bronze']);
    expect(moved('silver', 4)).toEqual([]);
  });

  it('are at most as many as there are players, and up comes first', () => {
    expect(moved('bronze', 2)).toEqual(['p0 silver', 'p1 silver']);
    expect(moved('gold', 1)).toEqual(['p0 silver']);
    const both: LeagueDefinition = {
      ...LEAGUE,
      tiers: [{ key: 'a' }, { key: 'b', promote: { count: 2 }, relegate: { count: 2 } }, { key: 'c' }],
    };
    expect(movesOf(both, 'b', rows(3)).map(({ to }) => to)).toEqual(['c', 'c', 'a']);
  });

  it('are none of a cohort, which has one tier', () => {
    expect(movesOf({ ...LEAGUE, tiers: [{ key: 'all' }] }, 'all', rows(10))).toEqual([]);
  });

  it('are what the zones said, for groups of any size in leagues of any shape', () => {
    const share = fc.option(
      fc.oneof(
        fc.record({ count: fc.integer({ min: 1, max: 30 }) }),
        fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
      ),
      { nil: undefined },
    );
    const tiers = fc
      .array(fc.record({ promote: share, relegate: share }), { minLength: 1, maxLength: 4 })
      .map((all) => all.map((tier, index) => ({ key: `t${index}`, ...definedOf(tier) })));
    fc.assert(
      fc.property(tiers, fc.nat({ max: 40 }), fc.nat({ max: 3 }), (all, size, at) => {
        const league = { ...LEAGUE, tiers: all };
        const tier = `t${at % all.length}`;
        const zones = zonesOf(league, tier, size);
        expect(zones.promoted + zones.relegated).toBeLessThanOrEqual(size);
        const moves = new Map(movesOf(league, tier, rows(size)).map(({ playerId, to }) => [playerId, to]));
        for (const [place, { playerId }] of rows(size).entries()) {
          const zone = zoneOf(zones, place, size);
          const step = zone === 'promotion' ? 1 : zone === 'relegation' ? -1 : 0;
          const to = step === 0 ? undefined : all[(at % all.length) + step]?.key;
          expect(moves.get(playerId)).toBe(to);
        }
      }),
    );
  });
});

/** Without what is undefined. */
const definedOf = <T extends object>(record: T): Partial<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>;

describe('a player without a result', () => {
  it.each([
    [undefined, 'gold', undefined],
    ['stay', 'gold', undefined],
    ['relegate', 'gold', { playerId: 'anna', from: 'gold', to: 'silver' }],
    ['relegate', 'bronze', undefined],
    ['leave', 'gold', { playerId: 'anna', from: 'gold', to: null }],
  ] as const)('under %p in %s moves to %p', (idle, tier, move) => {
    expect(idleMove({ ...LEAGUE, ...(idle ? { idle } : {}) }, 'anna', tier)).toEqual(move);
  });
});

describe('a seat', () => {
  it('is a part of the board, and is read back from it', () => {
    const texts = fc.option(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
        .map((text) => bandOf({ ...LEAGUE, band: { attribute: 'skill' } }, playerWith(text)) ?? ''),
      { nil: undefined },
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 9_999 }), (band, group) => {
        const seat = { tier: 'gold', group, ...(band === undefined ? {} : { band }) };
        expect(seatOfPart(seatPart(seat))).toEqual(seat);
      }),
    );
    expect(seatPart({ tier: 'gold', group: 2 })).toBe('league:gold:2');
    expect(seatOfPart('country:BR')).toBeUndefined();
  });

  it('takes the place of another one among the parts', () => {
    expect(partsWithSeat(['league:bronze:1', 'skill:high'], 'league:gold:1')).toEqual(['league:gold:1', 'skill:high']);
  });

  it('is in the tier of the player, or in the lowest where the league no longer has that tier', () => {
    expect([tierKey(LEAGUE, 'gold'), tierKey(LEAGUE, 'gone'), tierKey(LEAGUE, undefined)]).toEqual([
      'gold',
      'bronze',
      'bronze',
    ]);
  });

  it('stays with the entry, whatever result follows', () => {
    const entry = takeSeat({ score: 1, columns: [], reachedAt: 5 }, 'league:bronze:1');
    const applied = applySubmission(BOARD, entry, { score: 2, columns: [], at: 6, eventId: 'e' });
    expect(applied).toEqual({
      ok: true,
      value: { score: 3, columns: [], reachedAt: 6, seat: 'league:bronze:1', parts: ['league:bronze:1'] },
    });
  });

  it('of a player is kept when another one is merged into the player, who takes the other one’s otherwise', () => {
    const plain = { score: 1, columns: [], reachedAt: 5 };
    const mine = takeSeat(plain, 'league:bronze:1');
    const theirs = takeSeat(plain, 'league:silver:7');
    const seatOf = (left: typeof mine | undefined, right: typeof mine) => {
      const combined = combineEntries(BOARD, left, right);
      return combined.ok ? [combined.value.seat, combined.value.parts] : undefined;
    };
    expect(seatOf(mine, theirs)).toEqual(['league:bronze:1', ['league:bronze:1']]);
    expect(seatOf(plain, theirs)).toEqual(['league:silver:7', ['league:silver:7']]);
    expect(seatOf(undefined, theirs)).toEqual(['league:silver:7', ['league:silver:7']]);
  });
});

const BOARD: BoardDefinition = {
  key: 'top',
  incarnation: 1,
  source: { stat: 'points' },
  aggregation: 'sum',
  order: 'desc',
  ties: { columns: [], then: 'first_to_reach' },
  windows: [{ kind: 'weekly' }],
};

const playerWith = (skill: string | number | undefined, segment = false): SplitPlayer => ({
  attribute: (key) => (key === 'skill' ? skill : undefined),
  isIn: () => segment,
});

describe('a band', () => {
  it('is the value of an attribute, the range that it lies in, or whether the player is in a segment', () => {
    const skill = { ...LEAGUE, band: { attribute: 'skill' } };
    expect([bandOf(skill, playerWith('very high')), bandOf(skill, playerWith(undefined))]).toEqual([
      'very%20high',
      undefined,
    ]);
    const edges = { ...LEAGUE, band: { attribute: 'skill', edges: [1_000, 1_500] } };
    expect([999, 1_000, 1_499, 1_500, 'high'].map((value) => bandOf(edges, playerWith(value)))).toEqual([
      '0',
      '1',
      '1',
      '2',
      undefined,
    ]);
    const segment = { ...LEAGUE, band: { segment: 'pros' } };
    expect([bandOf(segment, playerWith(1, true)), bandOf(segment, playerWith(1))]).toEqual(['in', 'out']);
    expect(bandOf(LEAGUE, playerWith('high'))).toBeUndefined();
  });
});

describe('the layout of a board', () => {
  it('is another one with a league, and the same whatever the league is', () => {
    const other = { ...LEAGUE, groupSize: 50 };
    expect(boardLayout({ ...BOARD, league: LEAGUE })).toBe(boardLayout({ ...BOARD, league: other }));
    expect(boardLayout({ ...BOARD, league: LEAGUE })).not.toBe(boardLayout(BOARD));
  });
});
