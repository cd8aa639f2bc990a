import { type LaurelClient, RefusedError } from './laurel-client.ts';
import { pause } from './pause.ts';

/** What `/v1/clock` answers. */
interface Clock {
  readonly now: string;
  readonly offsetMs: number;
  readonly announced: boolean;
}

/** The clock of the workspace, which goes on with the season. */
export interface SeasonClock {
  /** Whether it is a clock of the workspace's own, and not the time of the world. */
  readonly isOwn: () => boolean;
  /** Goes on to a time, ms; where it is that late already nothing changes. What is sent from then on is decided by it. */
  readonly goTo: (time: number) => Promise<void>;
}

/** It is later there already, or the environment has no clock of its own. */
const LEFT_ALONE = new Set(['tenancy.clock_backwards', 'tenancy.clock_not_allowed']);
const POLL_MS = 100;

/**
 * Sets the workspace's clock to just before the season, if nothing is recorded there yet. Where the season was begun before, it
 * goes on from where it is.
 */
export async function openSeasonClock(
  client: LaurelClient,
  adminUrl: string,
  startsAt: number,
  signal: AbortSignal,
): Promise<SeasonClock> {
  const url = `${adminUrl}/v1/clock`;
  const read = async (): Promise<Clock> => (await client.get(url)) as Clock;
  const set = async (time: number): Promise<Clock> => {
    try {
      await client.put(url, { now: new Date(time).toISOString() });
    } catch (error) {
      if (!(error instanceof RefusedError && LEFT_ALONE.has(error.code ?? ''))) throw error;
    }
    for (;;) {
      const clock = await read();
      // Before the log is told of it, events would still be decided by the time before.
      if (clock.announced) return clock;
      await pause(POLL_MS, signal);
    }
  };
  let clock = await set(startsAt);
  return {
    isOwn: () => clock.offsetMs !== 0,
    goTo: async (time) => {
      if (time > Date.parse(clock.now)) clock = await set(time);
    },
  };
}
