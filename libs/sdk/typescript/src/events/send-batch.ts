import { LaurelError } from '../http/laurel-error.js';
import type { RequestOptions } from '../http/operation.js';
import type { Transport } from '../http/transport.js';
import { eventChunks } from './event-chunks.js';
import { type AcceptedEvent, type BatchResult, type LaurelEvent, type RejectedEvent, identified } from './event.js';

type Identified = ReturnType<typeof identified>;
type Result = BatchResult['results'][number];
/** As the gateway answers: with how long to wait where the same event may be taken later. */
type Answered = AcceptedEvent | (Omit<RejectedEvent, 'eventId'> & { readonly retryAfterSeconds?: number });

/** Sends events in as many batches as they need, one after the other, so that those of one player stay in order. */
export async function sendBatch(
  transport: Transport,
  events: readonly LaurelEvent[],
  retries: number,
  { signal }: RequestOptions,
): Promise<BatchResult> {
  const results: Result[] = [];
  for (const chunk of eventChunks(events.map(identified))) {
    try {
      results.push(...(await sendChunk(transport, chunk, retries, signal)));
    } catch (error) {
      // What a whole batch is refused for is refused the caller too, unless there are results to tell.
      if (results.length === 0 || !(error instanceof LaurelError)) throw error;
      const { code, detail } = error;
      results.push(...chunk.map(({ eventId }) => ({ eventId, status: 'unsent', code, detail }) as const));
    }
  }
  const count = (status: Result['status']) => results.filter((result) => result.status === status).length;
  return { accepted: count('accepted'), rejected: count('rejected'), unsent: count('unsent'), results };
}

/** One batch; those of its events that came too fast for their player are sent again, once the gateway takes them. */
async function sendChunk(
  transport: Transport,
  chunk: readonly Identified[],
  retries: number,
  signal: AbortSignal | undefined,
): Promise<Result[]> {
  const answers = await post(transport, chunk, signal);
  for (let attempt = 0; attempt < retries; attempt += 1) {
    const early = chunk.map((_, at) => at).filter((at) => waitOf(answers[at]) !== undefined);
    if (early.length === 0) break;
    const seconds = Math.max(...early.map((at) => waitOf(answers[at]) ?? 0));
    await transport.pause(attempt, seconds * 1_000, signal);
    const again = await postAgain(
      transport,
      early.flatMap((at) => chunk[at] ?? []),
      signal,
    );
    if (!again) break;
    early.forEach((at, place) => (answers[at] = again[place] ?? answers[at]));
  }
  return chunk.map(({ eventId }, at) => resultOf(eventId, answers[at]));
}

/** Undefined where they don't get through: by then it is known of the others of their batch what became of them. */
async function postAgain(...sent: Parameters<typeof post>): Promise<Awaited<ReturnType<typeof post>> | undefined> {
  try {
    return await post(...sent);
  } catch (error) {
    if (error instanceof LaurelError) return undefined;
    throw error;
  }
}

async function post(
  transport: Transport,
  body: readonly Identified[],
  signal: AbortSignal | undefined,
): Promise<(Answered | undefined)[]> {
  const call = { gateway: 'ingestion', method: 'POST', path: '/v1/events/batch', body, signal } as const;
  return ((await transport.send(call)).body as { readonly results: Answered[] }).results;
}

const waitOf = (answer: Answered | undefined): number | undefined =>
  answer?.status === 'rejected' ? answer.retryAfterSeconds : undefined;

function resultOf(eventId: string, answer: Answered | undefined): Result {
  if (answer?.status === 'accepted') return answer;
  if (!answer) return { eventId, status: 'unsent', code: 'sdk.unreadable', detail: 'The answer leaves the event out.' };
  const { code, detail } = answer;
  if (waitOf(answer) !== undefined) return { eventId, status: 'unsent', code, detail };
  return { eventId, status: 'rejected', code, detail, errors: answer.errors };
}
