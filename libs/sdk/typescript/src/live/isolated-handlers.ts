import type { BoardHandlers, FeedHandlers, PlayerHandlers } from './live-topics.js';

type Handlers = BoardHandlers & PlayerHandlers & FeedHandlers;

/** Handlers as if each was called by itself: what one does wrong stops neither the others nor the connection. */
export const isolated = (handlers: Handlers): Handlers => ({
  onState: (...told) => attempt(() => handlers.onState?.(...told)),
  onTable: (...told) => attempt(() => handlers.onTable?.(...told)),
  onWindow: (...told) => attempt(() => handlers.onWindow?.(...told)),
  onPlayer: (...told) => attempt(() => handlers.onPlayer?.(...told)),
  onOutcomes: (...told) => attempt(() => handlers.onOutcomes?.(...told)),
});

/** What it throws is thrown where the page hears of it, and nothing here is stopped. */
export function attempt(handler: () => void): void {
  try {
    handler();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
