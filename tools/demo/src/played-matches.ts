import type { LaurelClient } from './laurel-client.ts';
import { type MatchEvent, matchEvents, seasonEvents } from './match-events.ts';
import { pause } from './pause.ts';
import type { Season } from './season.ts';

const POLL_MS = 50;

/** How many matches at the start of the season the engine has processed. They were sent in order, so halving finds it. */
export async function countPlayed(client: LaurelClient, queryUrl: string, season: Season): Promise<number> {
  let [known, unknown] = [0, season.matches.length + 1];
  while (unknown - known > 1) {
    const middle = Math.floor((known + unknown) / 2);
    const match = season.matches[middle - 1];
    const played = match !== undefined && (await areProcessed(client, queryUrl, matchEvents(season, match)));
    if (played) known = middle;
    else unknown = middle;
  }
  return known;
}

/** Waits until the last event of every club is processed, and with it every one before: a club's events keep their order. */
export async function awaitProcessed(
  client: LaurelClient,
  queryUrl: string,
  season: Season,
  signal: AbortSignal,
): Promise<void> {
  const last = new Map(seasonEvents(season).map((event) => [event.playerId, event]));
  for (const event of last.values()) {
    while (!(await areProcessed(client, queryUrl, [event]))) await pause(POLL_MS, signal);
  }
}

async function areProcessed(client: LaurelClient, queryUrl: string, events: readonly MatchEvent[]): Promise<boolean> {
  for (const { eventId, playerId } of events) {
    const url = `${queryUrl}/v1/events/${encodeURIComponent(eventId)}?playerId=${encodeURIComponent(playerId)}`;
    const event = (await client.get(url)) as { readonly status: string; readonly failure?: unknown } | undefined;
    if (event === undefined || event.status === 'accepted') return false;
    if (event.status !== 'processed')
      throw new Error(`Event ${eventId} is ${event.status}: ${JSON.stringify(event.failure)}`);
  }
  return true;
}
