import type { EventRecord } from '@laurel/contracts';
import { type Result, err, ok } from '@laurel/kernel';
import type { EventStore } from '@laurel/platform-event-store';
import {
  type ChangedPlayer,
  type CorrectionEffect,
  type DecidedEffect,
  type Player,
  type Program,
  changePlayer,
  newPlayer,
  playerChangeOf,
  replayEvent,
  voidEvent,
  voidedBy,
} from '@laurel/scoring-domain';
import type { ProgramCache } from '../partition/program-cache.js';

/** What deciding a record again gives. */
export interface ReplayedRecord {
  readonly player: Player;
  readonly rules: EventRecord['rules'];
  readonly effects: readonly (DecidedEffect | CorrectionEffect | ChangedPlayer['effects'][number])[];
}

/** Records from this time (ms) on are decided by this release instead of their own. */
export interface OtherRelease {
  readonly release: number;
  readonly from: number;
}

/** Decides recorded events again, by what is recorded of their inputs; for a void also by the history of its player. */
export class RecordReplay {
  constructor(
    private readonly programs: ProgramCache,
    private readonly events: EventStore,
  ) {}

  /**
   * @param before the player as the records before it leave it; undefined before the first
   * @param record one that was processed
   * @returns or why it could not have been processed
   */
  async replay(
    before: Player | undefined,
    record: EventRecord,
    other?: OtherRelease,
  ): Promise<Result<ReplayedRecord, string>> {
    const voided = voidedBy(record);
    if (voided !== undefined) return this.replayVoid(before, record, voided, other);
    const change = playerChangeOf(record);
    if (change) {
      const { workspace, playerId, decidedAt } = record;
      const changed = changePlayer(before ?? newPlayer(workspace, playerId, decidedAt), change, decidedAt);
      return ok({ ...changed, rules: [] });
    }
    const { workspace, release } = underOther(record, other);
    const program = await this.programs.get(workspace, release);
    if (!program) return err(`release ${release} is not stored`);
    const { player, verdicts, effects } = replayEvent(program, before, record);
    return ok({ player, rules: verdicts, effects });
  }

  private async replayVoid(
    before: Player | undefined,
    record: EventRecord,
    voided: string,
    other: OtherRelease | undefined,
  ): Promise<Result<ReplayedRecord, string>> {
    const { workspace, playerId, decidedAt } = record;
    const history: EventRecord[] = [];
    const programs = new Map<number, Program>();
    for await (const each of this.events.ofPlayer(workspace, playerId)) {
      if (!isBefore(each, record)) break;
      const counted = underOther(each, other);
      history.push(counted);
      const program = programs.get(counted.release) ?? (await this.programs.get(workspace, counted.release));
      if (program) programs.set(counted.release, program);
      else if (counted.status === 'processed') return err(`release ${counted.release} is not stored`);
    }
    const player = before ?? newPlayer(workspace, playerId, decidedAt);
    const done = voidEvent((_, release) => programs.get(release), player, history, voided, decidedAt);
    return done.ok ? ok({ ...done.value, rules: [] }) : err(done.error.detail);
  }
}

const underOther = (record: EventRecord, other: OtherRelease | undefined): EventRecord =>
  other && record.decidedAt >= other.from ? { ...record, release: other.release } : record;

const isBefore = (left: EventRecord, right: EventRecord): boolean =>
  left.epoch < right.epoch || (left.epoch === right.epoch && left.offset < right.offset);
