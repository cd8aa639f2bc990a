import type { Attribute } from './attributes.js';
import type { LeaderboardView } from './client.js';

/** The attributes of the element. */
export const ATTRIBUTES: readonly Attribute[] = [
  'url',
  'key',
  'board',
  'window',
  'limit',
  'around',
  'segment',
  'heading',
];

/** Reads an attribute; null where there is none. */
export type Attributes = (name: Attribute) => string | null;

/** What the element shows. */
export interface Settings {
  readonly topic: `leaderboard:${string}`;
  readonly window?: string;
  readonly view: LeaderboardView;
  /** The player whose rank is told as it changes. */
  readonly own?: string;
}

const ROWS = 10;
const MOST_ROWS = 100;

/** Undefined where it is not said which leaderboard. A limit that is none is the usual one, as browsers take attributes. */
export function settingsOf(attribute: Attributes): Settings | undefined {
  const board = attribute('board');
  if (!board) return undefined;
  const [window, segment, around] = [attribute('window'), attribute('segment'), attribute('around')];
  const rows = { limit: limitOf(attribute('limit')), ...(segment ? { segment } : {}) };
  return {
    topic: `leaderboard:${board}`,
    ...(window ? { window } : {}),
    ...(around ? { own: around } : {}),
    view: around ? { kind: 'around', playerId: around, ...rows } : { kind: 'top', ...rows },
  };
}

function limitOf(text: string | null): number {
  const limit = Number(text ?? NaN);
  return Number.isInteger(limit) && limit >= 1 ? Math.min(limit, MOST_ROWS) : ROWS;
}
