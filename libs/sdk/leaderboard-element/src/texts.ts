/** What the element says. Each can be another one: `element.texts = { player: 'Spieler' }`. */
export interface Texts {
  readonly rank: string;
  readonly player: string;
  readonly score: string;
  readonly loading: string;
  readonly empty: string;
  readonly warming: string;
  readonly reconnecting: string;
  readonly failed: string;
  readonly again: string;
  /** Said when the rank of the own player changes. @param before undefined at first */
  readonly ownRank: (rank: number, before: number | undefined) => string;
}

export const TEXTS: Texts = {
  rank: 'Rank',
  player: 'Player',
  score: 'Score',
  loading: 'Loading the leaderboard…',
  empty: 'Nobody is on this leaderboard yet.',
  warming: 'Ranks are being counted again. They are back in a moment.',
  reconnecting: 'Reconnecting…',
  failed: 'The leaderboard can’t be shown.',
  again: 'Try again',
  ownRank: (rank, before) => {
    if (before === undefined) return `You are number ${rank}.`;
    return rank < before ? `You went up to number ${rank}.` : `You are number ${rank} now.`;
  },
};
