import type { RequestOptions } from '../http/operation.js';
import { type Transport, pathPart } from '../http/transport.js';
import {
  type AcceptedEvent,
  type BatchResult,
  type DecidedEvent,
  type EventFilter,
  type EventOutcome,
  type EventPage,
  type LaurelEvent,
  type RecordedEvent,
  identified,
} from './event.js';
import { sendBatch } from './send-batch.js';

/** Sends what players did, and tells what became of it. */
export class Events {
  constructor(
    private readonly transport: Transport,
    private readonly retries: number,
  ) {}

  /**
   * Sends one event. Where no answer comes, or one that it may be taken later, it is sent again under the same id, so it counts once.
   *
   * @param options `waitSeconds`, from 1 to 10: waits for the outcome. Where that is not there in time, the event is `accepted` and
   * will be decided.
   * @throws LaurelError where it is refused
   */
  async track(
    event: LaurelEvent,
    { waitSeconds, signal }: RequestOptions & { readonly waitSeconds?: number } = {},
  ): Promise<AcceptedEvent | EventOutcome> {
    const { body } = await this.transport.send({
      gateway: 'ingestion',
      method: 'POST',
      path: '/v1/events',
      body: identified(event),
      signal,
      ...(waitSeconds === undefined ? {} : { headers: { prefer: `wait=${waitSeconds}` } }),
    });
    return body as AcceptedEvent | EventOutcome;
  }

  /**
   * Sends any number of events, in batches as large as a gateway takes. Each has its own result: `accepted`, `rejected` for what is
   * wrong with it, or `unsent`: then send it again with the id of its result.
   *
   * @throws LaurelError where not even the first batch got through
   */
  trackBatch(events: readonly LaurelEvent[], options: RequestOptions = {}): Promise<BatchResult> {
    return sendBatch(this.transport, events, this.retries, options);
  }

  /**
   * What became of an event.
   *
   * @param about `playerId` where several players used the same id; `receipt` of an event that may not be decided yet
   */
  get(
    eventId: string,
    about: { readonly playerId?: string; readonly receipt?: AcceptedEvent['receipt'] } = {},
    options: RequestOptions = {},
  ): Promise<DecidedEvent | AcceptedEvent> {
    const { playerId, receipt } = about;
    const query = { playerId, receipt: receipt && `${receipt.partition}:${receipt.offset}` };
    return this.transport.get(`/v1/events/${pathPart(eventId)}`, query, options);
  }

  /** What became of events, the latest first; `next` of a page is the `cursor` of the one after. */
  list(filter: EventFilter = {}, options: RequestOptions = {}): Promise<EventPage> {
    return this.transport.get('/v1/events', filter, options);
  }

  /** The same, one by one over all pages. */
  async *all(filter: Omit<EventFilter, 'cursor'> = {}, options: RequestOptions = {}): AsyncGenerator<RecordedEvent> {
    let cursor: string | undefined;
    do {
      const page = await this.list({ ...filter, ...(cursor === undefined ? {} : { cursor }) }, options);
      yield* page.entries;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
}
