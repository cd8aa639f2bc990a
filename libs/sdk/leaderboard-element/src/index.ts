import { LaurelLeaderboardElement } from './leaderboard-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'laurel-leaderboard': LaurelLeaderboardElement;
  }
}

// A page may load the script twice.
if (!customElements.get('laurel-leaderboard')) customElements.define('laurel-leaderboard', LaurelLeaderboardElement);

export { LaurelLeaderboardElement };
export type { Texts } from './texts.js';
