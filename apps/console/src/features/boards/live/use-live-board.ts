import type { BoardTable, LaurelError, LiveState, LiveView } from '@laurel/sdk';
import { useEffect, useRef, useState } from 'react';
import { live } from '../../../api/live.js';
import { type RecentChanges, withChange } from './recent-changes.js';

export interface LiveBoardQuery {
  /** key */
  readonly board: string;
  /** Key of a window, or name of its definition. */
  readonly window?: string | undefined;
  readonly segment?: string | undefined;
  /** Watch the rows around this player instead of the best. */
  readonly around?: string | undefined;
}

export interface LiveBoard {
  /** Undefined before the first snapshot. */
  readonly table: BoardTable | undefined;
  readonly recent: RecentChanges;
  readonly state: LiveState;
  /** Why it is `closed`, where the gateway refused. */
  readonly error: LaurelError | undefined;
}

/** Rows that are watched: the most that one view may have. */
const LIVE_ROWS = 100;
const ROWS_AROUND = 25;

const NOTHING: LiveBoard = { table: undefined, recent: new Map(), state: 'connecting', error: undefined };

/** The best rows of a board, or those around a player, as they change. */
export function useLiveBoard({ board, window, segment, around }: LiveBoardQuery): LiveBoard {
  const [shown, setShown] = useState(NOTHING);
  const asked = JSON.stringify([board, window, segment, around]);
  const last = useRef(asked);
  useEffect(() => {
    if (last.current !== asked) setShown(NOTHING);
    last.current = asked;
    const subscription = live.subscribe(
      `leaderboard:${board}`,
      { ...(window === undefined ? {} : { window }), view: viewOf(segment, around) },
      {
        onState: (state, error) => setShown((before) => ({ ...before, state, error })),
        onTable: (table, change) =>
          setShown((before) => ({
            ...before,
            table,
            recent: withChange(before.recent, before.table, change, Date.now()),
          })),
      },
    );
    return () => subscription.close();
  }, [asked, board, window, segment, around]);
  return shown;
}

function viewOf(segment: string | undefined, around: string | undefined): LiveView {
  const part = segment === undefined ? {} : { segment };
  return around === undefined
    ? { kind: 'top', limit: LIVE_ROWS, ...part }
    : { kind: 'around', playerId: around, limit: ROWS_AROUND, ...part };
}
