import { PLAYER_IMPORTED } from '@laurel/kernel';
import { decide } from './decide.js';
import { newPlayer } from './player.js';
import { compileProgram } from './program.js';

const STATS = [
  { key: 'points', aggregation: 'sum', incarnation: 1 },
  { key: 'record', aggregation: 'max', incarnation: 1 },
  { key: 'matches', aggregation: 'count', incarnation: 1 },
  { key: 'maps', aggregation: 'distinct', incarnation: 1 },
] as const;
const board = (key: string, stat: string, aggregation: 'sum' | 'best') => ({
  ...{ key, incarnation: 1, source: { stat }, aggregation, order: 'desc' as const },
  ...{ ties: { columns: [], then: 'first_to_reach' as const }, windows: [{ kind: 'all' as const }] },
});
const PROGRAM = compileProgram(1, {
  stats: STATS,
  rules: [],
  leaderboards: [board('table', 'points', 'sum'), board('played', 'matches', 'sum')],
});

const imported = (stats: object, balances: object) => ({
  ...{ eventId: 'laurel.import.old', type: PLAYER_IMPORTED, playerId: 'anna', occurredAt: 5_000 },
  properties: { importId: 'old', by: 'key_1', stats, balances },
});
const take = (stats: object, balances: object = {}) =>
  decide(PROGRAM, newPlayer('ws_1', 'anna', 9_000), imported(stats, balances), { now: 9_000 });

describe('a player who is taken over from another system', () => {
  it('has the stats and balances of there, on leaderboards too, as of the time that was told', () => {
    const { player } = take({ points: 79, record: 6 }, { coins: 250 });
    expect(Object.fromEntries(player.stats)).toEqual({
      'points@1': { value: 79, at: 5_000 },
      'record@1': { value: 6, at: 5_000 },
    });
    expect(Object.fromEntries(player.balances)).toEqual({ coins: 250 });
    expect(player.boards.get('table@1')?.get('all')).toMatchObject({ score: 79, reachedAt: 5_000 });
  });

  it('has counted as often as was told', () => {
    const { player } = take({ matches: 38 });
    expect(player.stats.get('matches@1')?.value).toBe(38);
    expect(player.boards.get('played@1')?.get('all')?.score).toBe(38);
  });

  it.each(['goals', 'maps'])('is told of a stat that can take no amount, %s; the rest stands', (stat) => {
    const { player, effects } = take({ [stat]: 3, points: 1 });
    expect(player.stats.has(`${stat}@1`)).toBe(false);
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'refused', code: 'scoring.unknown_stat' }));
    expect(player.stats.get('points@1')?.value).toBe(1);
  });
});
