import type { ServiceKey } from '@laurel/up';

/** A board, a player and an event of the names that the API documents give as examples: so those find something. */
const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'win',
      on: ['match_played'],
      then: [
        { effect: 'record', stat: 'points', amount: 3 },
        { effect: 'award', currency: 'coins', amount: 1 },
      ],
    },
  ],
  leaderboards: [
    {
      key: 'premier-league',
      source: { stat: 'points' },
      aggregation: 'sum',
      order: 'desc',
      windows: [{ kind: 'all' }],
    },
  ],
};

const PLAYERS = ['arsenal', 'chelsea', 'everton'];

/** @throws Error when a gateway refuses something or an outcome does not come */
export async function fillWorkspace(
  urls: Readonly<Record<ServiceKey, string>>,
  secretKey: string,
  signal: AbortSignal,
): Promise<void> {
  const post = async (url: string, body: unknown): Promise<void> => {
    const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json', prefer: 'wait=10' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
    if (!answer.ok) throw new Error(`POST ${url} was answered ${answer.status}: ${await answer.text()}`);
  };
  await post(`${urls.admin}/v1/releases`, { program: PROGRAM, note: 'what the examples ask for' });
  for (const playerId of PLAYERS) {
    await post(`${urls.ingestion}/v1/events`, {
      eventId: `match-2014-08-16-${playerId}`,
      type: 'match_played',
      playerId,
    });
  }
}
