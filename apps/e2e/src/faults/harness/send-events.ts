import type { GameEvent } from './game-events.js';
import type { Standing } from './sent-events.js';

/** Longer than the gateway may take to answer. */
const ANSWER_TIMEOUT_MS = 6_000;

/** How `kafka.unavailable` begins when nothing was tried: any other 503 leaves it open. */
const NOTHING_ACCEPTED = 'Nothing was accepted';

/** What a client learns of its events from one request, in their order. */
export interface SendOutcome {
  readonly standings: readonly Standing[];
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
}

/** Sends one event, or several as a batch, and tells what a careful client may believe of each. */
export async function sendEvents(url: string, secretKey: string, events: readonly GameEvent[]): Promise<SendOutcome> {
  const single = events.length === 1;
  const all = (standing: Standing, status: number) => ({ standings: events.map(() => standing), status });
  try {
    const response = await fetch(`${url}/v1/events${single ? '' : '/batch'}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(single ? events[0] : events),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    const body = (await response.json()) as { detail?: string; results?: { status: string }[] };
    const { status } = response;
    if (status >= 500) return all(body.detail?.startsWith(NOTHING_ACCEPTED) ? 'refused' : 'unknown', status);
    if (!response.ok) return all('refused', status);
    if (single) return all('acknowledged', status);
    const standings = events.map((_, index): Standing => {
      return body.results?.[index]?.status === 'accepted' ? 'acknowledged' : 'refused';
    });
    return { standings, status };
  } catch {
    return all('unknown', 0);
  }
}
