/** The attributes of `<laurel-leaderboard>`, as pages write them. */
export interface LaurelLeaderboardAttributes {
  /** Of the query gateway. */
  readonly url?: string;
  /** A publishable one: whoever sees the page can read it. */
  readonly key?: string;
  /** Key of the leaderboard. */
  readonly board?: string;
  /** Key of a window, or name of a recurring one. */
  readonly window?: string;
  /** Rows, 1 to 100; 10 unless given. */
  readonly limit?: string | number;
  /** A player: the rows around this one. */
  readonly around?: string;
  /** A part of the leaderboard, such as `country:DE`. */
  readonly segment?: string;
  /** The caption of the table. */
  readonly heading?: string;
}

export type Attribute = keyof LaurelLeaderboardAttributes;
