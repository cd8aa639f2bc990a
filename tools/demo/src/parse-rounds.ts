import { clubId } from './club-id.ts';
import type { Club, Match } from './season.ts';

interface Parsed {
  readonly name: string;
  readonly matches: readonly Match[];
  readonly problems: readonly string[];
}

/**
 * Parses `{ name, rounds: [{ name, matches: [{ date, team1, team2, score1, score2 }] }] }`, in which a match that has not been
 * played has null scores and a round's name holds its number (`Matchday 7`, `7. Spieltag`).
 */
export function parseRounds(document: unknown): Parsed {
  const { name, rounds } = record(document);
  if (typeof name !== 'string' || !Array.isArray(rounds)) {
    return { name: '', matches: [], problems: ['the document has no name or no rounds'] };
  }
  const problems: string[] = [];
  const matches = rounds.flatMap((round) => parseRound(record(round), problems));
  return { name, matches, problems };
}

function parseRound(round: Record<string, unknown>, problems: string[]): Match[] {
  const matchday = Number(/\d+/.exec(String(round['name']))?.[0]);
  if (!Number.isInteger(matchday) || !Array.isArray(round['matches'])) {
    problems.push(`round "${String(round['name'])}" is not a numbered matchday with matches`);
    return [];
  }
  return round['matches'].flatMap((listed) => {
    const match = parseMatch(matchday, record(listed));
    if (match) return [match];
    problems.push(`matchday ${matchday}: no date, clubs and final score in ${JSON.stringify(listed)}`);
    return [];
  });
}

function parseMatch(
  matchday: number,
  { date, team1, team2, score1, score2 }: Record<string, unknown>,
): Match | undefined {
  const home = parseClub(record(team1));
  const away = parseClub(record(team2));
  if (!isDate(date) || !home || !away || !isGoals(score1) || !isGoals(score2)) return undefined;
  return { matchday, date, home, away, homeGoals: score1, awayGoals: score2 };
}

const parseClub = ({ name }: Record<string, unknown>): Club | undefined =>
  typeof name === 'string' && clubId(name) !== '' ? { id: clubId(name), name } : undefined;

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

const isGoals = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
