import { type EventRecord, playerDocumentId } from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { type Program, type RangeSurvey, type WhatIf, WhatIfSummary, changedPlayer } from '@laurel/scoring-domain';
import type { Db } from 'mongodb';
import { ClaimStore } from '../claims/claim-store.mongo.js';
import { TriedPlaces } from '../claims/tried-places.js';
import type { ProgramCache } from '../partition/program-cache.js';
import { shareOf } from '../verify-state/seen-events.js';
import { type RecordedRange, isWithin } from './recorded-range.js';
import { RecordReplay } from './replay-record.js';
import { ReplayRun } from './replay-run.js';
import type { WorkspaceHistory } from './workspace-history.js';

/** What to tell of a trial, and how much to hold in memory for it. */
export interface TrialSize {
  /** Movers of one thing that are told. */
  readonly top: number;
  /** Rows of each top that are told; by default as many. */
  readonly rows?: number;
  /** Players held in memory at a time; with more, the history is read several times. */
  readonly playersInMemory: number;
}

export interface TrialResult extends WhatIf {
  readonly events: number;
  /** That these events are of. */
  readonly players: number;
}

/** @param fraction done, 0 to 1 */
export type ReplayProgress = (fraction: number, events: number) => void;

/** Counts the events of a range and finds the releases that decided them. */
export async function surveyRange(history: WorkspaceHistory, range: RecordedRange): Promise<RangeSurvey> {
  const releases = new Set<number>();
  let [events, first, last] = [0, Infinity, -Infinity];
  for await (const record of history.records(range)) {
    if (!changedPlayer(record) || !isWithin(record, range)) continue;
    events += 1;
    first = Math.min(first, record.decidedAt);
    last = Math.max(last, record.decidedAt);
    releases.add(record.release);
  }
  const times = events === 0 ? { first: null, last: null } : { first, last };
  return { ...times, events, releases: [...releases].sort((left, right) => left - right) };
}

/**
 * Decides the recorded events of a range by another program, beside what they led to. Players start as the history before the
 * range leaves them, by the releases of their time. All of it happens in memory: nothing is written.
 *
 * Only events that had effects are decided again; duplicates and failed ones stay without.
 */
export class TryProgram {
  private readonly replay: RecordReplay;
  private readonly claims: ClaimStore;

  constructor(db: Db, programs: Pick<ProgramCache, 'get'>) {
    this.replay = new RecordReplay(programs, new EventStore(db));
    this.claims = new ClaimStore(db);
  }

  /** @param before whose boards and stats are told as those before: of the latest release that decided events of the range */
  async try(
    history: WorkspaceHistory,
    range: RecordedRange,
    { before, after }: { readonly before: Program; readonly after: Program },
    { top, rows, playersInMemory }: TrialSize,
    onProgress: ReplayProgress,
  ): Promise<TrialResult> {
    const summary = new WhatIfSummary(before, after, top, rows);
    const places = new TriedPlaces((rule) => this.claims.takenOf(history.workspace, rule));
    const run = new ReplayRun(this.replay, { program: after, range, places }, summary);
    const shares = Math.max(1, Math.ceil((await history.countPlayers()) / playersInMemory));
    for (let share = 0; share < shares; share += 1) {
      const onPage = (fraction: number) => onProgress((share + fraction) / shares, run.events);
      for await (const record of history.records({ to: range.to }, onPage)) {
        if (shares === 1 || shareOfPlayer(record, shares) === share) await run.take(record);
      }
      run.endShare();
    }
    return { ...summary.result, events: run.events, players: run.players };
  }
}

const shareOfPlayer = ({ workspace, playerId }: EventRecord, shares: number): number =>
  shareOf(playerDocumentId(workspace, playerId), shares);
