import { type FieldProblem } from '@laurel/kernel';
import { type LeagueDefinition, type LeagueShare, windowName } from '@laurel/leaderboards-domain';
import type { ProgramKeys } from '@laurel/rules-domain';
import type { BoardDraft } from './program.js';

/** What a schema can't say of the league of a leaderboard. `path` is that of the leaderboard. */
export function checkLeague(board: BoardDraft, { segments }: ProgramKeys, path: string): FieldProblem[] {
  const { league } = board;
  if (!league) return [];
  return [
    ...checkWindow(board, league, `${path}/league/window`),
    ...checkTiers(league, `${path}/league/tiers`),
    ...(board.sizeLimit === undefined
      ? []
      : [
          problem(
            `${path}/sizeLimit`,
            'league',
            'groups need the rows of all: a leaderboard with a league has no limit',
          ),
        ]),
    ...checkBand(league, segments ?? new Set(), `${path}/league/band`),
  ];
}

function checkWindow({ windows }: BoardDraft, { window }: LeagueDefinition, path: string): FieldProblem[] {
  const definition = windows.find((each) => windowName(each) === window);
  if (!definition) return [problem(path, 'reference', `this board has no window "${window}"`)];
  return definition.kind === 'all' || definition.kind === 'season'
    ? [problem(path, 'recurring', 'must be a window that recurs: tiers change from one to the next')]
    : [];
}

function checkTiers({ tiers, groupSize }: LeagueDefinition, path: string): FieldProblem[] {
  const keys = tiers.map(({ key }) => key);
  return tiers.flatMap(({ key, promote, relegate }, index) => [
    ...(keys.indexOf(key) < index
      ? [problem(`${path}/${index}/key`, 'unique', `another tier of this league is called "${key}"`)]
      : []),
    ...(promote && index === tiers.length - 1
      ? [problem(`${path}/${index}/promote`, 'highest', 'there is no tier above the last one')]
      : []),
    ...(relegate && index === 0
      ? [problem(`${path}/${index}/relegate`, 'lowest', 'there is no tier below the first one')]
      : []),
    ...(rowsOf(promote, groupSize) + rowsOf(relegate, groupSize) > groupSize
      ? [problem(`${path}/${index}`, 'group-size', `more than the ${groupSize} players of a full group would move`)]
      : []),
  ]);
}

function rowsOf(share: LeagueShare | undefined, groupSize: number): number {
  if (!share) return 0;
  return 'count' in share ? share.count : (groupSize * share.percent) / 100;
}

function checkBand({ band }: LeagueDefinition, segments: ReadonlySet<string>, path: string): FieldProblem[] {
  if (!band) return [];
  if ('segment' in band) {
    return segments.has(band.segment)
      ? []
      : [problem(`${path}/segment`, 'reference', `there is no segment "${band.segment}" in this program`)];
  }
  const { edges = [] } = band;
  return edges.flatMap((edge, index) =>
    index > 0 && edge <= (edges[index - 1] ?? edge)
      ? [problem(`${path}/edges/${index}`, 'ascending', 'must be more than the one before it')]
      : [],
  );
}

const problem = (path: string, rule: string, message: string): FieldProblem => ({ path, rule, message });
