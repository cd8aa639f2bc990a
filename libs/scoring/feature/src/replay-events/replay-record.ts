import type { EventRecord } from '@laurel/contracts';
import { type Result, err, ok } from '@laurel/kernel';
import type { EventStore } from '@laurel/platform-event-store';
import {
  type ChangedPlayer,
  type CorrectionEffect,
  type DecidedEffect,
  type Player,
  type Program,
  type Programs,
  backfillPlayer,
  backfilledBy,
  changePlayer,
  newPlayer,
  playerChangeOf,
  replayEvent,
  voidEvent,
  voidedBy,
} from '@laurel/scoring-domain';
import { decideTrial } from '../claims/decide-trial.js';
import type { TriedPlaces } from '../claims/tried-places.js';
import type { ProgramCache } from '../partition/program-cache.js';
import { type RecordedRange, isWithin } from './recorded-range.js';

/** What deciding a record again gives. */
export interface ReplayedRecord {
  readonly player: Player;
  readonly rules: EventRecord['rules'];
  readonly effects: readonly (DecidedEffect | CorrectionEffect | ChangedPlayer['effects'][number])[];
}

/** The records of a range are decided by this program instead of their own release's. */
export interface OtherProgram {
  readonly program: Program;
  readonly range: RecordedRange;
  /** Among the first players of its rules. */
  readonly places: TriedPlaces;
}

/** What stands before a record. */
interface Past {
  readonly history: readonly EventRecord[];
  readonly programs: Programs;
  /** That decides the record itself. */
  readonly release: number;
}

/** Decides recorded events again, by what is recorded of their inputs; for a void and a backfill also by the history of its player. */
export class RecordReplay {
  constructor(
    private readonly programs: Pick<ProgramCache, 'get'>,
    private readonly events: Pick<EventStore, 'ofPlayer'>,
  ) {}

  /**
   * @param before the player as the records before it leave it; undefined before the first
   * @param record one that was processed
   * @returns or why it could not have been processed
   */
  async replay(
    before: Player | undefined,
    record: EventRecord,
    other?: OtherProgram,
  ): Promise<Result<ReplayedRecord, string>> {
    const voided = voidedBy(record);
    if (voided !== undefined) return this.replayVoid(before, record, voided, other);
    const filled = backfilledBy(record);
    if (filled !== undefined) return this.replayBackfill(before, record, filled, other);
    const program = await this.programOf(record, other);
    if (!program) return err(`release ${record.release} is not stored`);
    const change = playerChangeOf(record);
    if (change) {
      const { workspace, playerId, decidedAt } = record;
      const changed = changePlayer(program, before ?? newPlayer(workspace, playerId, decidedAt), change, decidedAt);
      return ok({ ...changed, rules: [] });
    }
    const { player, verdicts, effects } =
      other && isWithin(record, other.range)
        ? await this.tryRecord(before, record, other)
        : replayEvent(program, before, record);
    return ok({ player, rules: verdicts, effects });
  }

  private tryRecord(before: Player | undefined, record: EventRecord, { program, places }: OtherProgram) {
    const { workspace, playerId, decidedAt } = record;
    return decideTrial(program, before ?? newPlayer(workspace, playerId, decidedAt), record, decidedAt, places);
  }

  private async replayVoid(
    before: Player | undefined,
    record: EventRecord,
    voided: string,
    other: OtherProgram | undefined,
  ): Promise<Result<ReplayedRecord, string>> {
    const { workspace, playerId, decidedAt } = record;
    const past = await this.pastOf(record, other);
    if (!past.ok) return past;
    const player = before ?? newPlayer(workspace, playerId, decidedAt);
    const { programs, history, release } = past.value;
    const done = voidEvent(programs, player, history, voided, { now: decidedAt, release }, (each) =>
      isTried(each, other),
    );
    return done.ok ? ok({ ...done.value, rules: [] }) : err(done.error.detail);
  }

  private async replayBackfill(
    before: Player | undefined,
    record: EventRecord,
    release: number,
    other: OtherProgram | undefined,
  ): Promise<Result<ReplayedRecord, string>> {
    const { workspace, playerId, decidedAt } = record;
    const past = await this.pastOf(record, other);
    if (!past.ok) return past;
    const player = before ?? newPlayer(workspace, playerId, decidedAt);
    const filled = backfillPlayer(past.value.programs, player, past.value.history, release, decidedAt);
    return ok({ ...filled, rules: [] });
  }

  /** The records of a player before one of them, and the programs that it and they are decided by. */
  private async pastOf(record: EventRecord, other: OtherProgram | undefined): Promise<Result<Past, string>> {
    const history: EventRecord[] = [];
    const programs = new Map<number, Program>();
    for await (const each of this.events.ofPlayer(record.workspace, record.playerId)) {
      if (!isBefore(each, record)) break;
      const program = await this.programOf(each, other);
      history.push(program ? { ...each, release: program.release, ...claimsOf(each, other) } : each);
      if (program) programs.set(program.release, program);
      else if (each.status === 'processed') return err(`release ${each.release} is not stored`);
    }
    for (const release of [...history, record].flatMap((each) => backfilledBy(each) ?? [])) {
      const program = await this.programs.get(record.workspace, release);
      if (!program) return err(`release ${release} is not stored`);
      programs.set(release, program);
    }
    const own = await this.programOf(record, other);
    if (!own) return err(`release ${record.release} is not stored`);
    programs.set(own.release, own);
    return ok({ history, release: own.release, programs: (_, release) => programs.get(release) });
  }

  private programOf(record: EventRecord, other: OtherProgram | undefined): Promise<Program | undefined> | Program {
    return other && isTried(record, other) ? other.program : this.programs.get(record.workspace, record.release);
  }
}

/** What the events of a trial went by, where they are decided once more. */
const claimsOf = (record: EventRecord, other: OtherProgram | undefined): Pick<EventRecord, 'inputs'> =>
  other?.program.rules.claims && isWithin(record, other.range)
    ? { inputs: { claims: other.places.claimsOf(record.playerId) } }
    : {};

const isTried = (record: EventRecord, other: OtherProgram | undefined): boolean =>
  other !== undefined && isWithin(record, other.range);

const isBefore = (left: EventRecord, right: EventRecord): boolean =>
  left.epoch < right.epoch || (left.epoch === right.epoch && left.offset < right.offset);
