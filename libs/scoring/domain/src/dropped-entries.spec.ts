import type { Entry } from '@laurel/leaderboards-domain';
import { releaseProgram } from '@laurel/releases-domain';
import { droppedBy, withoutDropped } from './dropped-entries.js';
import { type Player, newPlayer } from './player.js';
import { compileProgram } from './program.js';

const program = compileProgram(
  1,
  releaseProgram(
    {
      stats: [{ key: 'points', aggregation: 'sum' }],
      rules: [],
      leaderboards: [
        {
          key: 'top',
          source: { stat: 'points' },
          aggregation: 'sum',
          order: 'desc',
          windows: [{ kind: 'all' }, { kind: 'daily' }, { kind: 'weekly' }],
        },
      ],
    },
    undefined,
    1,
    0,
  ),
);
const entry: Entry = { score: 1, columns: [], reachedAt: 0 };
const playerIn = (...windows: string[]): Player => ({
  ...newPlayer('ws_1', 'anna', 0),
  boards: new Map([['top@1', new Map(windows.map((key) => [key, entry]))]]),
});
/** The days up to 3 March are frozen, and no week. */
const frozenTo = (board: string, name: string): number | undefined =>
  board === 'top@1' && name === 'daily' ? Date.parse('2026-03-04T00:00:00Z') : undefined;
const before = playerIn('2026-03-02', '2026-03-03', '2026-W10', 'all');
const after = playerIn('2026-03-02', '2026-03-03', '2026-03-04', '2026-W10', 'all');

describe('entries that a player carries no longer', () => {
  it('are those of frozen windows, as soon as there is one of a new window', () => {
    expect(droppedBy(program, before, after, frozenTo)).toEqual({ 'top@1': ['2026-03-02', '2026-03-03'] });
  });

  it('are none while no window is new', () => {
    expect(
      droppedBy(program, before, playerIn('2026-03-02', '2026-03-03', '2026-W10', 'all'), frozenTo),
    ).toBeUndefined();
    expect(droppedBy(program, before, before, frozenTo)).toBeUndefined();
  });

  it('are none where nothing is frozen', () => {
    expect(droppedBy(program, before, after, () => undefined)).toBeUndefined();
  });

  it('leave the others', () => {
    const player = withoutDropped(after, droppedBy(program, before, after, frozenTo));

    expect([...(player.boards.get('top@1')?.keys() ?? [])]).toEqual(['2026-03-04', '2026-W10', 'all']);
  });

  it('leave no board behind that has nothing else', () => {
    expect(withoutDropped(playerIn('2026-03-02'), { 'top@1': ['2026-03-02'] }).boards.size).toBe(0);
  });
});
