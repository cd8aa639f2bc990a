import { HIGHEST, playerIdOf } from '../../load/event-source.ts';
import { type PlayerWriter, playerHeader } from '../add-players.ts';
import { BEGINNING, WEEK, boards, countryOf, cup, hundredBoards } from './window-programs.ts';

const DAY_MS = 86_400_000;
const begun = Date.parse(BEGINNING);
const MATCHES = 20;

/** What the scoring service stores of a player's country. */
function belonging(player: number) {
  const country = countryOf(player);
  return { profile: { attributes: { country } }, facets: [`attribute.country=${country}`] };
}

/** On all boards of `closingProgram`, after 20 matches within the day before the beginning. */
export const closingPlayer: PlayerWriter = (workspace, player, random) => {
  const score = MATCHES + Math.floor(random() * HIGHEST.points * MATCHES);
  const kills = Math.floor(random() * HIGHEST.kills * MATCHES);
  const rating = Math.floor(random() * HIGHEST.rating);
  const reachedAt = begun - Math.floor(random() * DAY_MS);
  const entry = { score, columns: [kills, rating], reachedAt };
  return {
    ...playerHeader(workspace, playerIdOf(player)),
    stats: {
      'points@1': { value: score, at: reachedAt },
      'kills@1': { value: kills, at: reachedAt },
      'rating@1': { value: rating, at: reachedAt, by: 'added' },
    },
    balances: { coins: 100 },
    boards: {
      [`${boards.plain}@1`]: { all: entry },
      [`${boards.weekly}@1`]: { [WEEK]: { ...entry, parts: [`country:${countryOf(player)}`] } },
      [`${boards.ending}@1`]: { [cup.key]: { score, columns: [], reachedAt } },
    },
    ...belonging(player),
    ...{ createdAt: reachedAt, updatedAt: reachedAt },
  };
};

/** On all boards of `hundredBoardsProgram`, with a score of its own on each. */
export const versatilePlayer: PlayerWriter = (workspace, player, random) => {
  const reachedAt = begun - Math.floor(random() * DAY_MS);
  const parts = [`country:${countryOf(player)}`];
  const entryOf = () => ({ score: Math.floor(random() * HIGHEST.points * MATCHES), columns: [], reachedAt, parts });
  return {
    ...playerHeader(workspace, playerIdOf(player)),
    stats: { 'points@1': { value: MATCHES, at: reachedAt } },
    balances: {},
    boards: Object.fromEntries(hundredBoards.map((board) => [`${board}@1`, { all: entryOf() }])),
    ...belonging(player),
    ...{ createdAt: reachedAt, updatedAt: reachedAt },
  };
};
