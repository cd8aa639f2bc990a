import { type Result, err, ok } from '@laurel/kernel';
import type { Db } from 'mongodb';
import { ProgramCache } from '../partition/program-cache.js';
import { Pace } from './pace.js';
import { type ReplayProgress, type TrialResult, TryProgram, surveyRange } from './try-program.js';
import { WorkspaceHistory } from './workspace-history.js';

/** Which events to decide again, by which release. */
export interface ReplayRequest {
  readonly workspace: string;
  /** Decided at this time (ms) or later. */
  readonly from: number;
  /** Decided before this time (ms). */
  readonly to: number;
  readonly release: number;
  /** Rows of a top and movers of one thing that are told. */
  readonly top: number;
  /** Players held in memory at a time; with more, the history is read several times. */
  readonly playersInMemory: number;
}

export interface ReplayResult extends TrialResult {
  /** That decided these events when they came. */
  readonly releases: readonly number[];
  /** The latest of them, whose boards are those told as before. */
  readonly comparedWith: number;
}

/** Decides what was recorded in a range of time again, by another release that is stored. */
export class ReplayEventsHandler {
  private readonly programs: ProgramCache;

  constructor(private readonly db: Db) {
    this.programs = new ProgramCache(db);
  }

  /** Error: the release that is not stored. */
  async replay(request: ReplayRequest, onProgress: ReplayProgress): Promise<Result<ReplayResult, { release: number }>> {
    const { workspace, release } = request;
    const after = await this.programs.get(workspace, release);
    if (!after) return err({ release });
    const history = await WorkspaceHistory.upToNow(this.db, workspace, new Pace());
    const { releases } = await surveyRange(history, request);
    const comparedWith = releases.at(-1) ?? release;
    const before = await this.programs.get(workspace, comparedWith);
    if (!before) return err({ release: comparedWith });
    const trial = new TryProgram(this.db, this.programs);
    const result = await trial.try(history, request, { before, after }, request, onProgress);
    return ok({ ...result, releases, comparedWith });
  }
}
