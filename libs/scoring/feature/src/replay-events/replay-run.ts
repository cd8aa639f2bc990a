import { type EventRecord, playerDocumentId } from '@laurel/contracts';
import { type Player, type WhatIfSummary, changedPlayer } from '@laurel/scoring-domain';
import { isWithin } from './recorded-range.js';
import type { OtherProgram, RecordReplay } from './replay-record.js';

/**
 * Players of one share under the programs of their time and under another one, gathered into the summary when their last event
 * is in. Until the range both are the same.
 */
export class ReplayRun {
  /** Of the range that had effects. */
  events = 0;
  /** That these events are of. */
  players = 0;
  private before = new Map<string, Player>();
  /** Only of players with events in the range. */
  private after = new Map<string, Player>();

  constructor(
    private readonly replay: RecordReplay,
    private readonly other: OtherProgram,
    private readonly summary: WhatIfSummary,
  ) {}

  /** Takes the next record of its player. */
  async take(record: EventRecord): Promise<void> {
    if (!changedPlayer(record)) return;
    const id = playerDocumentId(record.workspace, record.playerId);
    const start = this.before.get(id);
    const decided = await this.decide(start, record);
    this.before.set(id, decided.player);
    if (!isWithin(record, this.other.range)) return;
    this.events += 1;
    this.summary.before.add(decided.rules, decided.effects);
    const shadow = await this.decide(this.after.get(id) ?? start, record, this.other);
    this.after.set(id, shadow.player);
    this.summary.after.add(shadow.rules, shadow.effects);
  }

  endShare(): void {
    for (const [id, before] of this.before) this.summary.addPlayer(before, this.after.get(id) ?? before);
    this.players += this.after.size;
    this.before = new Map();
    this.after = new Map();
  }

  /** @throws when the record could not have been processed: nothing that is read then can be trusted */
  private async decide(before: Player | undefined, record: EventRecord, other?: OtherProgram) {
    const decided = await this.replay.replay(before, record, other);
    if (decided.ok) return decided.value;
    throw new Error(`event ${record.eventId} of ${record.playerId}: ${decided.error}`);
  }
}
