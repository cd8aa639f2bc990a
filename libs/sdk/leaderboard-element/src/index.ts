import type { LeaderboardError, LeaderboardState, LeaderboardTable } from './client.js';
import { LaurelLeaderboardElement } from './leaderboard-element.js';

/** How the leaderboard stands now. */
export interface LeaderboardStands {
  readonly state: LeaderboardState;
  /** Why it is `closed`, where that was not asked for. */
  readonly error?: LeaderboardError;
}

declare global {
  interface HTMLElementTagNameMap {
    'laurel-leaderboard': LaurelLeaderboardElement;
  }
  interface HTMLElementEventMap {
    'laurel-table': CustomEvent<LeaderboardTable>;
    'laurel-state': CustomEvent<LeaderboardStands>;
  }
}

// A page may load the script twice; where there is no page, nothing is defined.
if (typeof customElements !== 'undefined' && !customElements.get('laurel-leaderboard')) {
  customElements.define('laurel-leaderboard', LaurelLeaderboardElement);
}

export { LaurelLeaderboardElement };
export type { LaurelLeaderboardAttributes } from './attributes.js';
export type {
  LeaderboardClient,
  LeaderboardError,
  LeaderboardRow,
  LeaderboardState,
  LeaderboardSubscription,
  LeaderboardTable,
  LeaderboardView,
} from './client.js';
export type { Texts } from './texts.js';
