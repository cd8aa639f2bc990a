import { readSeason } from './season.ts';
import { batches } from './stream-season.ts';

describe('batches', () => {
  it('keep every match, in order, and none spans two matchdays', async () => {
    const { matches } = await readSeason({ league: 'en.1', season: '2014-15' });
    const runs = batches(matches, 4);
    expect(runs.flat()).toEqual(matches);
    expect(runs.map((run) => new Set(run.map(({ matchday }) => matchday)).size)).toEqual(runs.map(() => 1));
    expect(runs.slice(0, 3).map((run) => run.length)).toEqual([4, 4, 2]);
  });

  it('hold a matchday at most, however fast', async () => {
    const { matches } = await readSeason({ league: 'en.1', season: '2014-15' });
    expect(batches(matches, 1_000).map((run) => run.length)).toEqual(Array.from({ length: 38 }, () => 10));
  });
});
