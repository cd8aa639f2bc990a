import { type Result, err, ok } from '@laurel/kernel';
import type { DecisionEvent } from '@laurel/rules-domain';
import {
  type DryRunLimits,
  type DryRunOf,
  type DryRunWatch,
  type EventTrial,
  type EventsOfDryRun,
  type HistoryTrial,
  compileProgram,
} from '@laurel/scoring-domain';
import type { Db } from 'mongodb';
import { ProgramCache } from '../partition/program-cache.js';
import { Pace } from '../replay-events/pace.js';
import type { RecordedRange } from '../replay-events/recorded-range.js';
import { TryProgram, surveyRange } from '../replay-events/try-program.js';
import { WorkspaceHistory } from '../replay-events/workspace-history.js';
import { TryEvent } from './try-event.js';

/** Rows of each top that are known: whoever moves by more comes from below. */
const KNOWN_ROWS = 1_000;

/** Tries a program that nobody published on what is committed. Nothing is written. */
export class DryRunHandler {
  private readonly programs: ProgramCache;

  constructor(private readonly db: Db) {
    this.programs = new ProgramCache(db);
  }

  /** What one event would lead to now. @param now decision time, ms */
  ofEvent(
    { workspace, release, program }: DryRunOf,
    event: DecisionEvent,
    now: number,
    limits: DryRunLimits,
    signal: AbortSignal,
  ): Promise<EventTrial> {
    const trial = new TryEvent(this.db, this.programs);
    const pace = new Pace(signal);
    return trial.try(workspace, compileProgram(release, program), event, { now, countedPlayers: limits.players, pace });
  }

  /**
   * What recorded events would have led to.
   *
   * @param top movers of one thing that are told
   * @returns or how many events there are, where they are more than the limit
   * @throws the reason of the signal, when it was given
   */
  async ofHistory(
    { workspace, release, program, latest }: DryRunOf,
    events: EventsOfDryRun,
    top: number,
    limits: DryRunLimits,
    { signal, onProgress }: DryRunWatch,
  ): Promise<Result<HistoryTrial, { readonly events: number }>> {
    const history = await WorkspaceHistory.upToNow(this.db, workspace, new Pace(signal));
    const range = 'last' in events ? await rangeOfLast(history, events.last) : events;
    const survey = await surveyRange(history, range);
    if (survey.events > limits.events) return err({ events: survey.events });
    onProgress(0, survey.events);
    const comparedWith = survey.releases.at(-1) ?? latest;
    const before = await this.programs.get(workspace, comparedWith);
    if (!before) throw new Error(`release ${comparedWith} of ${workspace} is not stored`);
    const result = await new TryProgram(this.db, this.programs).try(
      history,
      range,
      { before, after: compileProgram(release, program) },
      { top, rows: Math.max(top, KNOWN_ROWS), playersInMemory: limits.players },
      (_, done) => onProgress(done, survey.events),
    );
    return ok({ ...result, ...survey, comparedWith });
  }
}

/** From the first of the last so many events on; without any, no time at all. */
async function rangeOfLast(history: WorkspaceHistory, count: number): Promise<RecordedRange> {
  const first = await history.firstOfLatest(count);
  if (!first) return { from: 0, to: 0 };
  return { from: first.decidedAt, to: Number.MAX_SAFE_INTEGER, first };
}
