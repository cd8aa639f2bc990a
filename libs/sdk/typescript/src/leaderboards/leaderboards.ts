import type { operations } from '../generated/query-gateway.js';
import type { Answer, Asked, RequestOptions } from '../http/operation.js';
import { type Transport, pathPart } from '../http/transport.js';

type Reads = operations;

/** Reads leaderboards. `window` and `segment` choose the window and the part in each of them. */
export class Leaderboards {
  constructor(private readonly transport: Transport) {}

  /** A page, from the best row on; `next` and `prev` of a page are the `cursor` of its neighbours. */
  page(
    key: string,
    query: Asked<Reads['getLeaderboardPage']> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getLeaderboardPage']>> {
    return this.transport.get(pathOf(key), query, options);
  }

  /** The rows around a player. */
  around(
    key: string,
    playerId: string,
    query: Asked<Reads['getLeaderboardAroundPlayer']> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getLeaderboardAroundPlayer']>> {
    return this.transport.get(`${pathOf(key)}/around/${pathPart(playerId)}`, query, options);
  }

  /** The rows around a score, which nobody needs to have. */
  aroundScore(
    key: string,
    score: number,
    query: Omit<Asked<Reads['getLeaderboardAroundScore']>, 'score'> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getLeaderboardAroundScore']>> {
    return this.transport.get(`${pathOf(key)}/around`, { ...query, score }, options);
  }

  /** A player's rank, percentile and score, and the rank in each part; `entry` is null for who is not on it. */
  standing(
    key: string,
    playerId: string,
    query: Asked<Reads['getStanding']> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getStanding']>> {
    return this.transport.get(playerPath(key, playerId), query, options);
  }

  /** The rows of up to 100 players, in the order of the leaderboard. */
  players(
    key: string,
    playerIds: readonly string[],
    query: Omit<Asked<Reads['getLeaderboardPlayers']>, 'ids'> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getLeaderboardPlayers']>> {
    return this.transport.get(`${pathOf(key)}/players`, { ...query, ids: playerIds }, options);
  }

  /** The best percent of the rows. */
  top(
    key: string,
    percent: number,
    query: Omit<Asked<Reads['getLeaderboardTop']>, 'percent'> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getLeaderboardTop']>> {
    return this.transport.get(`${pathOf(key)}/top`, { ...query, percent }, options);
  }

  /** The rows of a range of ranks. */
  ranks(
    key: string,
    query: Asked<Reads['getLeaderboardRanks']>,
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getLeaderboardRanks']>> {
    return this.transport.get(`${pathOf(key)}/ranks`, query, options);
  }

  /** The rows of a range of scores. */
  scores(
    key: string,
    query: Asked<Reads['getLeaderboardScores']>,
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getLeaderboardScores']>> {
    return this.transport.get(`${pathOf(key)}/scores`, query, options);
  }

  /** The scores that it takes. @param at percentiles, more than 0, at most 100 */
  percentiles(
    key: string,
    at: readonly number[],
    query: Omit<Asked<Reads['getLeaderboardPercentiles']>, 'at'> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getLeaderboardPercentiles']>> {
    return this.transport.get(`${pathOf(key)}/percentiles`, { ...query, at: at.join(',') }, options);
  }

  /** Its windows: those to come, that run, and that are over. */
  windows(
    key: string,
    query: Asked<Reads['listWindows']> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['listWindows']>> {
    return this.transport.get(`${pathOf(key)}/windows`, query, options);
  }

  /** A player's standings in windows that are over. */
  history(
    key: string,
    playerId: string,
    query: Asked<Reads['getRankHistory']> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getRankHistory']>> {
    return this.transport.get(`${playerPath(key, playerId)}/history`, query, options);
  }

  /** The group that a player plays in, of a leaderboard that is a league. */
  league(
    key: string,
    playerId: string,
    query: Asked<Reads['getLeague']> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getLeague']>> {
    return this.transport.get(`${playerPath(key, playerId)}/league`, query, options);
  }

  /** What a player's score is made of, step by step. */
  trail(
    key: string,
    playerId: string,
    query: Asked<Reads['getTrail']> = {},
    options: RequestOptions = {},
  ): Promise<Answer<Reads['getTrail']>> {
    return this.transport.get(`${playerPath(key, playerId)}/trail`, query, options);
  }
}

const pathOf = (key: string): string => `/v1/leaderboards/${pathPart(key)}`;
const playerPath = (key: string, playerId: string): string => `${pathOf(key)}/players/${pathPart(playerId)}`;
