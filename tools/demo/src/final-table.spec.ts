import { FINAL_TABLES, type FinalRow, readFinalTable, tableDifferences } from './final-table.ts';
import { clubId } from './club-id.ts';
import { type Match, type Season, readSeason } from './season.ts';

/** A league table by plain sums, knowing nothing of Laurel. */
function recompute({ clubs, matches }: Season): readonly FinalRow[] {
  return clubs
    .map(({ id, name }) => {
      const atHome = matches.filter(({ home }) => home.id === id);
      const away = matches.filter((match) => match.away.id === id);
      const wins = atHome.filter(homeWins).length + away.filter(awayWins).length;
      const draws = [...atHome, ...away].filter((match) => !homeWins(match) && !awayWins(match)).length;
      const goalsFor = sum(atHome.map(({ homeGoals }) => homeGoals)) + sum(away.map(({ awayGoals }) => awayGoals));
      const against = sum(atHome.map(({ awayGoals }) => awayGoals)) + sum(away.map(({ homeGoals }) => homeGoals));
      return { playerId: id, club: name, points: 3 * wins + draws, goalDifference: goalsFor - against, goalsFor };
    })
    .sort((a, b) => b.points - a.points || b.goalDifference - a.goalDifference || b.goalsFor - a.goalsFor)
    .map((row, index) => ({ rank: index + 1, ...row }));
}

const homeWins = ({ homeGoals, awayGoals }: Match): boolean => homeGoals > awayGoals;
const awayWins = ({ homeGoals, awayGoals }: Match): boolean => awayGoals > homeGoals;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe.each(FINAL_TABLES)('the published final table %s', (name) => {
  it('equals what the results of the season add up to, in every row and column', async () => {
    const table = await readFinalTable(name);
    expect(table.rows).toEqual(recompute(await readSeason(table)));
  });

  it('names each club by its player id', async () => {
    const { rows } = await readFinalTable(name);
    expect(rows.map(({ playerId }) => playerId)).toEqual(rows.map(({ club }) => clubId(club)));
  });

  it('has no two clubs equal in all columns, so no place is decided by time', async () => {
    const { rows } = await readFinalTable(name);
    expect(new Set(rows.map((row) => `${row.points} ${row.goalDifference} ${row.goalsFor}`)).size).toBe(rows.length);
  });
});

describe('tableDifferences', () => {
  it('names each place in which two tables differ', async () => {
    const { rows } = await readFinalTable('premier-league-2014-15');
    const other = rows.slice(0, 19).map((row) => (row.rank === 2 ? { ...row, goalsFor: 82 } : row));
    expect(tableDifferences(other, rows)).toEqual([
      'place 2: 2. manchester-city 79 45 82 instead of 2. manchester-city 79 45 83',
      'place 20: nobody instead of 20. queens-park-rangers 30 -31 42',
    ]);
  });

  it('finds none between equal tables', async () => {
    const { rows } = await readFinalTable('bundesliga-2012-13');
    expect(tableDifferences(rows, rows)).toEqual([]);
  });
});
