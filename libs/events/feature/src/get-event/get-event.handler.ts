import type { EventRecord } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { Injectable } from '@nestjs/common';
import { describeEvent } from './describe-event.js';
import { EventHistory } from './event-history.js';
import type { AcceptedEventDto, DecidedEventDto } from './get-event.dto.js';
import { getEventErrors } from './get-event.errors.js';
import type { Receipt } from './receipt.js';

export interface GetEvent {
  readonly workspace: string;
  readonly eventId: string;
  readonly playerId?: string | undefined;
  readonly receipt?: Receipt | undefined;
}

/** What became of an event. */
@Injectable()
export class GetEventHandler {
  constructor(private readonly history: EventHistory) {}

  async execute(query: GetEvent): Promise<Result<DecidedEventDto | AcceptedEventDto, DomainError>> {
    const { workspace, eventId, playerId, receipt } = query;
    // Before the record is looked for: what is decided between the two look-ups is then found, and never taken for lost.
    const isAwaited = receipt !== undefined && !(await this.history.isDecided(receipt));
    const [first, ...rest] = await this.history.find(workspace, eventId, playerId);
    if (first && rest.some((record) => record.playerId !== first.playerId)) {
      return err(getEventErrors.ambiguousId('Say whose event it is with `playerId`.'));
    }
    if (first) return ok(await this.describe([first, ...rest]));
    return isAwaited
      ? ok({ eventId, status: 'accepted', receipt })
      : err(getEventErrors.notFound('No event of this id was decided. A `receipt` tells whether it still will be.'));
  }

  private async describe(records: readonly [EventRecord, ...EventRecord[]]): Promise<DecidedEventDto> {
    const [first] = records;
    const isHeldBack = records.some(({ status }) => status === 'quarantined');
    const review = isHeldBack ? await this.history.findReview(first) : undefined;
    return describeEvent(records, await this.history.findVoid(first), review);
  }
}
