import type { WeeksReview } from './weeks.ts';

type Names = ReadonlyMap<string, string>;

/** Text that tells what the weeks came to: how many were closed, who won the last one, who earned most, and the divisions. */
export function renderWeeks({ closed, played, last, prizes, divisions }: WeeksReview, names: Names): string {
  const name = (id: string): string => names.get(id) ?? id;
  const earners = prizes.slice(0, 3).map(({ playerId, amount }) => `${name(playerId)} ${amount}`);
  const best = (last?.best ?? []).map(
    ({ playerId, points, goalDifference }, index) =>
      `${index + 1}. ${name(playerId)} ${points} (${goalDifference > 0 ? '+' : ''}${goalDifference})`,
  );
  return [
    `${closed} weeks were closed as the season went on, ${played} of them with matches; each paid its best three.`,
    ...(last ? [`Last week, ${day(last.start)} to ${day(last.end, -1)}: ${best.join(', ')}`] : []),
    `Most prize money: ${earners.join(', ')}`,
    ...divisions.map(({ tier, clubs }) => `${title(tier)} division: ${clubs.map(name).join(', ')}`),
  ].join('\n');
}

const title = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** The day in England of a time, or of the moment before it. */
const day = (time: string, shiftMs = 0): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Europe/London' }).format(
    Date.parse(time) + shiftMs,
  );
