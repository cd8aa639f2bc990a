import { type CheckpointDocument, type EventRecord, playerKey, partitionOf } from '@laurel/contracts';
import { type EventPageDocument } from '@laurel/platform-event-store';
import { type TopicRange } from '@laurel/platform-kafka';
import type { TestClocks } from '../partition/test-clocks.js';
import type { Differences } from './difference.js';
import { RecordedOffsets } from './recorded-offsets.js';

const FIRST_EPOCH = 1;

/** Whether the records of a partition stand where they say, in one order, behind no checkpoint. */
export class RecordOrder {
  private readonly offsets: RecordedOffsets;
  private firstOffset: number | undefined;
  /** By workspace: pages of different ones interleave. */
  private readonly last = new Map<string, EventRecord>();

  constructor(
    private readonly checkpoint: CheckpointDocument,
    private readonly differences: Differences,
    /** How far workspaces with a test clock are ahead of the checkpoint's time, ms. */
    private readonly clocks: TestClocks,
  ) {
    this.offsets = new RecordedOffsets(checkpoint.offset + 1);
  }

  /** A page, in the order of the log. */
  checkPage(page: EventPageDocument, records: readonly EventRecord[]): void {
    const { erased = [] } = page;
    const offsets = [...records.map(({ offset }) => offset), ...erased];
    const [first, last] = [Math.min(...offsets), Math.max(...offsets)];
    const bounds = `${page.first}–${page.last}, ${page.events.length} events`;
    const held = `${first}–${last}, ${records.length} events`;
    if (bounds !== held) this.report('checkpoints', page, `event page ${shown(page._id)}`, bounds, held);
    for (const record of records) this.checkRecord(page, record);
    for (const offset of erased) this.checkErased(page, offset);
  }

  /** After the last page: the offsets of the checkpoint's epoch that have no record, at most `limit` ranges of them. */
  unrecorded(limit: number): TopicRange[] {
    const { _id: partition, epoch, offset } = this.checkpoint;
    // A later epoch begins wherever an operator said, in a log whose earlier messages it does without.
    const begin = epoch === FIRST_EPOCH ? 0 : (this.firstOffset ?? offset + 1);
    return this.offsets.missing(partition, begin, limit);
  }

  private checkRecord(page: EventPageDocument, record: EventRecord): void {
    const { workspace, partition, epoch, offset, playerId, eventId } = record;
    const what = `event ${eventId} of ${playerId} at ${partition}:${offset}`;
    if (workspace !== page.workspace) this.report('workspaces', page, what, page.workspace, workspace);
    if (partition !== page.partition || epoch !== page.epoch) {
      this.report(
        'checkpoints',
        page,
        what,
        `partition ${page.partition}, epoch ${page.epoch}`,
        `${partition}, ${epoch}`,
      );
    }
    if (partitionOf(playerKey(workspace, playerId)) !== this.checkpoint._id) {
      const owner = partitionOf(playerKey(workspace, playerId));
      this.report('checkpoints', page, what, `in its player's partition ${owner}`, `in ${this.checkpoint._id}`);
    }
    // A clock that began in the past may have records from before.
    const latest = this.checkpoint.decidedAt + Math.max(0, this.clocks.get(workspace) ?? 0);
    if (record.decidedAt > latest) {
      const expected = `decided by the checkpoint's ${latest}`;
      this.report('checkpoints', page, what, expected, String(record.decidedAt));
    }
    if (epoch === this.checkpoint.epoch) this.firstOffset = Math.min(offset, this.firstOffset ?? offset);
    if (epoch === this.checkpoint.epoch && !this.offsets.add(offset)) {
      this.report('checkpoints', page, what, 'one record of a message', 'another one at the same offset');
    }
    this.checkStep(page, record, what);
  }

  /** Of a message of an erased player it is known that it was there, and no more. */
  private checkErased(page: EventPageDocument, offset: number): void {
    if (page.epoch !== this.checkpoint.epoch) return;
    this.firstOffset = Math.min(offset, this.firstOffset ?? offset);
    if (this.offsets.add(offset)) return;
    const what = `an erased message at ${page.partition}:${offset}`;
    this.report('checkpoints', page, what, 'no record of the message', 'one at the same offset');
  }

  private checkStep(page: EventPageDocument, record: EventRecord, what: string): void {
    const last = this.last.get(record.workspace);
    this.last.set(record.workspace, record);
    if (!last || last.epoch !== record.epoch) return;
    if (record.offset <= last.offset) {
      this.report('checkpoints', page, what, `behind offset ${last.offset}`, `offset ${record.offset}`);
    }
    if (record.decidedAt < last.decidedAt) {
      this.report('checkpoints', page, what, `decided at ${last.decidedAt} or later`, String(record.decidedAt));
    }
  }

  private report(
    check: 'checkpoints' | 'workspaces',
    { workspace }: EventPageDocument,
    what: string,
    expected: string,
    found: string,
  ): void {
    this.differences.add({ check, partition: this.checkpoint._id, workspace, what, expected, found });
  }
}

/** Ids have control characters between their parts. */
const shown = (id: string): string => id.replaceAll('\u001f', '|');
