import { benchProgram, measuredBoard } from '../../stack/program.ts';

/** When the scenarios of windows begin, by the clock of their workspaces: in the middle of a week. */
export const BEGINNING = '2026-01-07T12:00:00Z';
export const WEEK = '2026-W02';
/** Puts the clock past the end of `cup`, and not past that of the week. */
export const SECONDS_TO_THE_END = 43_200;
/** Every season of these scenarios. */
export const cup = { kind: 'season', key: 'cup', start: '2026-01-05T00:00:00Z', end: '2026-01-08T00:00:00Z' };

export const COUNTRIES = 20;
export const countryOf = (player: number): string => `c${String(player % COUNTRIES).padStart(2, '0')}`;

const splits = [{ key: 'country', attributes: ['country'] }];

/** The board that is read beside the one without windows, and the one whose window ends. */
export const boards = { plain: measuredBoard, weekly: 'weekly', ending: 'ending' } as const;

const fromPoints = { source: { stat: 'points' }, aggregation: 'sum', order: 'desc' };
const measured = benchProgram.leaderboards.filter(({ key }) => key === measuredBoard);

export const WINNERS = 1_000;
const tier = (name: string, from: number, to: number) => ({ name, ranks: { from, to }, rewards: ['purse'] });

/** The rules of the other measurements; the measured board, the same by week and country, and one that ends and pays 1,000 players. */
export const closingProgram = {
  ...benchProgram,
  leaderboards: [
    ...measured,
    ...measured.map((board) => ({ ...board, key: boards.weekly, windows: [{ kind: 'weekly' }], splits })),
    { key: boards.ending, ...fromPoints, ties: { columns: [], then: 'first_to_reach' }, windows: [cup] },
  ],
  rewards: [{ key: 'purse', what: [{ currency: 'coins', amount: 100 }] }],
  rewardSchedules: [
    {
      ...{ key: 'prizes', leaderboard: boards.ending, ties: 'first' },
      tiers: [tier('champions', 1, 10), tier('podium', 11, 100), tier('finalists', 101, WINNERS)],
    },
  ],
};

/** One rule, and boards that are all of one kind. */
const alike = (keys: readonly string[], more: object) => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      ...{ key: 'points', on: ['match_finished'] },
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
    },
  ],
  leaderboards: keys.map((key) => ({
    ...{ key, ...fromPoints, ties: { columns: [], then: 'first_to_reach' } },
    ...more,
  })),
});

const named = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `board-${String(index + 1).padStart(3, '0')}`);

/** Half as many as a program may have, since what one event may change is limited too. */
export const MANY_BOARDS = 250;
export const manyBoards = named(MANY_BOARDS);
export const manyBoardsProgram = alike(manyBoards, { windows: [cup] });

export const hundredBoards = named(100);
export const hundredBoardsProgram = alike(hundredBoards, { windows: [{ kind: 'all' }], splits });
