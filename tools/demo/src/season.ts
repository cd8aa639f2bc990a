import { applyCorrections } from './corrections.ts';
import { parseRounds } from './parse-rounds.ts';
import { seasonProblems } from './season-problems.ts';

/** A season of the package: a league's code in it (`en.1`, `de.1`) and the years (`2014-15`). */
export interface SeasonRef {
  readonly league: string;
  readonly season: string;
}

export interface Club {
  readonly id: string;
  readonly name: string;
}

export interface Match {
  readonly matchday: number;
  /** Day of play, `YYYY-MM-DD`. */
  readonly date: string;
  readonly home: Club;
  readonly away: Club;
  readonly homeGoals: number;
  readonly awayGoals: number;
}

export interface Season extends SeasonRef {
  /** As the package calls it: `English Premier League 2014/15`. */
  readonly name: string;
  readonly matchdays: number;
  readonly clubs: readonly Club[];
  /** In the order of play: by date, within a date as the package lists them. */
  readonly matches: readonly Match[];
}

/** Reads a season from the `football.json` package. Rejects, with every problem named, one that is not complete and whole. */
export async function readSeason(ref: SeasonRef): Promise<Season> {
  const { default: document } = (await import(`football.json/${ref.season}/${ref.league}.json`, {
    with: { type: 'json' },
  })) as { readonly default: unknown };
  return parseSeason(ref, document);
}

/** What `readSeason` does with the document it has read. */
export function parseSeason(ref: SeasonRef, document: unknown): Season {
  const { name, matches: listed, problems } = parseRounds(document);
  refuse(ref, problems);
  const corrected = applyCorrections(ref, listed);
  refuse(ref, corrected.problems);
  refuse(ref, seasonProblems(corrected.matches));
  const clubs = new Map(corrected.matches.flatMap(({ home, away }) => [home, away]).map((club) => [club.id, club]));
  return {
    ...ref,
    name,
    matchdays: Math.max(...corrected.matches.map(({ matchday }) => matchday)),
    clubs: [...clubs.values()],
    matches: corrected.matches.toSorted((left, right) => compareText(left.date, right.date)),
  };
}

const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

function refuse({ league, season }: SeasonRef, problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new Error(
    `Season ${season} of ${league} is not usable:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );
}
