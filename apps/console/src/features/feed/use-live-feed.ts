import type { LaurelError, LiveState } from '@laurel/sdk';
import { useEffect, useState } from 'react';
import { live } from '../../api/live.js';
import { useSession } from '../../app/session.queries.js';
import { type FeedSearch, feedOptionsOf } from './feed-filter.js';
import { type FeedRows, NO_ROWS, paused, withBatch } from './feed-rows.js';

export interface LiveFeed extends FeedRows {
  readonly state: LiveState;
  /** Why it is `closed`, where the gateway refused. */
  readonly error: LaurelError | undefined;
  readonly pause: (isPaused: boolean) => void;
}

/** What becomes of events, as it is decided: of this environment, from now on. */
export function useLiveFeed(search: FeedSearch): LiveFeed {
  const { environment } = useSession();
  const [rows, setRows] = useState(NO_ROWS);
  const [state, setState] = useState<LiveState>('connecting');
  const [error, setError] = useState<LaurelError>();
  const asked = JSON.stringify([environment, feedOptionsOf(search)]);
  useEffect(() => {
    const [, options] = JSON.parse(asked) as [unknown, ReturnType<typeof feedOptionsOf>];
    setRows(({ isPaused }) => ({ ...NO_ROWS, isPaused }));
    const subscription = live.subscribe('feed', options, {
      onState: (next, why) => {
        setState(next);
        setError(why);
      },
      onOutcomes: (batch) => setRows((before) => withBatch(before, batch)),
    });
    return () => subscription.close();
  }, [asked]);
  return { ...rows, state, error, pause: (isPaused) => setRows((before) => paused(before, isPaused)) };
}
