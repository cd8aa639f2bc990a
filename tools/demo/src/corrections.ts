import corrections from '../corrections.json' with { type: 'json' };
import type { Match, SeasonRef } from './season.ts';

/**
 * Sets right the scores in which the package differs from what was played; `corrections.json` names a source for each. One
 * that no longer finds its match with the package's wrong score is a problem: the package has changed, and the entry must go.
 */
export function applyCorrections(
  { league, season }: SeasonRef,
  matches: readonly Match[],
): { readonly matches: readonly Match[]; readonly problems: readonly string[] } {
  const corrected = [...matches];
  const problems: string[] = [];
  for (const entry of corrections.filter((each) => each.league === league && each.season === season)) {
    const index = corrected.findIndex(
      ({ date, home, away }) => date === entry.date && home.name === entry.home && away.name === entry.away,
    );
    const match = corrected[index];
    const [homeGoals, awayGoals] = entry.published;
    const [wrongHome, wrongAway] = entry.inPackage;
    if (!match || homeGoals === undefined || awayGoals === undefined) {
      problems.push(`correction without a match: ${entry.date} ${entry.home} – ${entry.away}`);
    } else if (match.homeGoals !== wrongHome || match.awayGoals !== wrongAway) {
      problems.push(
        `correction of ${entry.home} – ${entry.away} expects ${entry.inPackage.join(':')}, ` +
          `the package has ${match.homeGoals}:${match.awayGoals}`,
      );
    } else {
      corrected[index] = { ...match, homeGoals, awayGoals };
    }
  }
  return { matches: corrected, problems };
}
