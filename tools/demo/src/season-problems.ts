import type { Match } from './season.ts';

/**
 * What keeps these matches from being a whole season: every club hosts every other equally often (once in most leagues, twice
 * in some), plays once per matchday and at most once per date. Empty when it is whole.
 */
export function seasonProblems(matches: readonly Match[]): readonly string[] {
  if (matches.length === 0) return ['it has no matches'];
  return [...namesakes(matches), ...pairingProblems(matches), ...fixtureProblems(matches)];
}

function namesakes(matches: readonly Match[]): string[] {
  const names = new Map<string, Set<string>>();
  for (const { id, name } of matches.flatMap(({ home, away }) => [home, away])) {
    names.set(id, (names.get(id) ?? new Set()).add(name));
  }
  return [...names]
    .filter(([, used]) => used.size > 1)
    .map(([id, used]) => `id ${id} stands for ${[...used].join(' and ')}`);
}

function pairingProblems(matches: readonly Match[]): string[] {
  const ids = [...new Set(matches.flatMap(({ home, away }) => [home.id, away.id]))].sort();
  const played = countBy(matches, ({ home, away }) => `${home.id} – ${away.id}`);
  const times = Math.max(1, Math.round(matches.length / (ids.length * (ids.length - 1))));
  return ids.flatMap((home) =>
    ids.flatMap((away) => {
      const expected = home === away ? 0 : times;
      const count = played.get(`${home} – ${away}`) ?? 0;
      return count === expected ? [] : [`${home} – ${away} is there ${count} times instead of ${expected}`];
    }),
  );
}

function fixtureProblems(matches: readonly Match[]): string[] {
  const appearances = matches.flatMap((match) => [match.home, match.away].map(({ id }) => ({ id, ...match })));
  return [
    ...repeated(countBy(appearances, ({ id, matchday }) => `${id} on matchday ${matchday}`)),
    ...repeated(countBy(appearances, ({ id, date }) => `${id} on ${date}`)),
  ];
}

const repeated = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].filter(([, count]) => count > 1).map(([what, count]) => `${what} plays ${count} times`);

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
