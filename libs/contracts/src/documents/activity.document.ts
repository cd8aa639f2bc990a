import type { EventStatus } from './event-record.document.js';
import { joinId } from './separator.js';

export const ACTIVITY_COLLECTION = 'activity';

/**
 * What one run of a scoring instance decided of a workspace in a stretch of time: its sums so far, written whole again and again. Those
 * of several runs are added up by who reads them, so that writing one twice counts nothing twice.
 */
export interface ActivityDocument {
  readonly _id: string;
  readonly workspace: string;
  /** Length of the stretch, seconds: 60, 900 or 7200. */
  readonly seconds: number;
  readonly start: Date;
  readonly events: Readonly<Partial<Record<EventStatus, number>>>;
  /** Effects that were refused. */
  readonly refused: number;
  /** From an event's being accepted to its effects' being committed: how many, by step of `LAG_STEPS`; no step without any. */
  readonly lags: Readonly<Record<string, number>>;
  /** Different players, base64: `DistinctCount` of live/domain, which knows hashes of their ids at most. */
  readonly players: string;
  readonly expiresAt: Date;
}

/** @param run of the instance */
export const activityId = (
  { workspace, seconds, start }: Pick<ActivityDocument, 'workspace' | 'seconds' | 'start'>,
  run: string,
): string => joinId(workspace, String(seconds), start.toISOString(), run);
