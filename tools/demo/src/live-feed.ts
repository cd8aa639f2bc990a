import type { StandingRow } from '@laurel/contracts';
import { type Watched, watchBoard } from './live-connection.ts';
import type { LiveTable } from './live-table.ts';
import { backOffMs, pause } from './pause.ts';

interface FeedOptions extends Watched {
  readonly queryUrl: string;
  readonly token: string;
  readonly signal: AbortSignal;
  /** After every frame that changed the table, and whenever the connection is lost. */
  readonly onChange: () => void;
}

/** The top of a board, kept current over `WS /v1/live` across drops of the connection. */
export interface LiveFeed {
  readonly rows: () => readonly StandingRow[];
  /** Why the rows may be old; undefined while nothing is amiss. */
  readonly trouble: () => string | undefined;
  /** Resolves with the first table; rejects when the signal aborts before. */
  readonly opened: () => Promise<void>;
  /** Closes the connection and resolves when it is closed. */
  readonly close: () => Promise<void>;
}

export function openLiveFeed({ onChange, ...options }: FeedOptions): LiveFeed {
  const closing = new AbortController();
  const signal = AbortSignal.any([options.signal, closing.signal]);
  let table: LiveTable | undefined;
  let trouble: string | undefined;
  let announce = (): void => undefined;
  const announced = new Promise<void>((resolve) => (announce = resolve));

  /** Connects again whenever the connection ends; one that brought a table resets the back-off. */
  const keepConnected = async (): Promise<void> => {
    for (let attempt = 0; !signal.aborted; attempt++) {
      const ended = await watchBoard({
        ...options,
        signal,
        onTable: (next) => {
          attempt = 0;
          table = next;
          trouble = undefined;
          announce();
          onChange();
        },
      });
      if (signal.aborted) return;
      trouble = `live feed: ${ended}, connecting again`;
      onChange();
      await pause(backOffMs(attempt), signal).catch(() => undefined);
    }
  };

  const running = keepConnected();
  return {
    rows: () => table?.rows ?? [],
    trouble: () => trouble,
    opened: async () => {
      await Promise.race([announced, running]);
      signal.throwIfAborted();
    },
    close: () => {
      closing.abort();
      return running;
    },
  };
}
