import type { LaurelClient } from './laurel-client.ts';
import { endOfMatch, matchEvents } from './match-events.ts';
import { pause } from './pause.ts';
import type { Match, Season, SeasonRef } from './season.ts';

interface StreamOptions {
  readonly client: LaurelClient;
  readonly ingestionUrl: string;
  readonly season: Season;
  /** Matches at the start that the engine is known to have: sent again at full speed, which changes nothing. */
  readonly alreadyPlayed: number;
  readonly matchesPerSecond: number;
  readonly signal: AbortSignal;
  /** Lets the time come, ms, at which the last match of a batch is over. */
  readonly goTo: (time: number) => Promise<void>;
  /** Before the matches of a batch are sent. */
  readonly onBatch: (batch: readonly Match[]) => void;
  /** After they were accepted, with the number of matches accepted so far. */
  readonly onAccepted: (accepted: number) => void;
}

interface BatchAnswer {
  readonly rejected: number;
  readonly results: readonly { readonly status: string; readonly code?: string; readonly detail?: string }[];
}

/** Batches a second at most; their size follows from the speed wanted. */
const BATCHES_PER_SECOND = 4;

/** Sends a season's matches in order, a batch accepted before the next is sent, at the speed asked for. */
export async function streamSeason(options: StreamOptions): Promise<void> {
  const { client, ingestionUrl, season, alreadyPlayed, matchesPerSecond, signal } = options;
  const size = Math.ceil(matchesPerSecond / BATCHES_PER_SECOND);
  let accepted = 0;
  let startedAt: number | undefined;
  for (const batch of batches(season.matches, size)) {
    if (accepted >= alreadyPlayed) {
      startedAt ??= Date.now() - (accepted / matchesPerSecond) * 1_000;
      await pause(Math.max(0, startedAt + (accepted / matchesPerSecond) * 1_000 - Date.now()), signal);
    }
    options.onBatch(batch);
    await options.goTo(Math.max(...batch.map(endOfMatch)));
    await sendMatches(client, ingestionUrl, season, batch);
    accepted += batch.length;
    options.onAccepted(accepted);
  }
}

/** Runs of at most `size` matches, none across two matchdays. */
export function batches(matches: readonly Match[], size: number): readonly (readonly Match[])[] {
  const runs: Match[][] = [];
  for (const match of matches) {
    const run = runs.at(-1);
    if (run && run.length < size && run[0]?.matchday === match.matchday) run.push(match);
    else runs.push([match]);
  }
  return runs;
}

/** Rejects when an event is refused: a season with holes would show a wrong table. */
async function sendMatches(
  client: LaurelClient,
  ingestionUrl: string,
  season: SeasonRef,
  matches: readonly Match[],
): Promise<void> {
  const events = matches.flatMap((match) => matchEvents(season, match));
  const { rejected, results } = (await client.post(`${ingestionUrl}/v1/events/batch`, events)) as BatchAnswer;
  if (rejected === 0) return;
  const refusal = results.find(({ status }) => status === 'rejected');
  throw new Error(
    `${rejected} of ${events.length} events were refused: ${refusal?.code ?? ''} ${refusal?.detail ?? ''}`,
  );
}
