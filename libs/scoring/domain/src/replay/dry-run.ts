import type { ReleasedProgram } from '@laurel/releases-domain';
import type { Decided } from '../decide.js';
import type { WhatIf } from './what-if.js';

/** What is tried: a program that nobody published, under the number that it would get. */
export interface DryRunOf {
  readonly workspace: string;
  readonly release: number;
  readonly program: ReleasedProgram;
  /** The latest release; 0 where there is none. */
  readonly latest: number;
}

/** Which recorded events: the last so many, or those decided in a time (ms), its end excluded. */
export type EventsOfDryRun = { readonly last: number } | { readonly from: number; readonly to: number };

/** How far a dry run may go. */
export interface DryRunLimits {
  readonly events: number;
  /** Players held in memory at a time; also those of a board among whom a rank is counted. */
  readonly players: number;
}

/** Who watches a dry run. */
export interface DryRunWatch {
  /** Ends it where it pauses next. */
  readonly signal: AbortSignal;
  /** Is told how many of the events were decided again, and how many there are. */
  readonly onProgress: (done: number, total: number) => void;
}

/** The events of a range, before they are decided again. */
export interface RangeSurvey {
  /** Those that had effects when they came. */
  readonly events: number;
  /** When the first and the last of them were decided, ms; null where there is none. */
  readonly first: number | null;
  readonly last: number | null;
  /** That decided these events when they came, in ascending order. */
  readonly releases: readonly number[];
}

/** What recorded events would have led to. */
export interface HistoryTrial extends WhatIf, RangeSurvey {
  /** That the events are of. */
  readonly players: number;
  /** The release whose boards are those before. */
  readonly comparedWith: number;
}

/** What one event would lead to now, under the release in force and under the program that is tried. */
export interface EventTrial {
  /** The release in force for the player; 0 where none is. */
  readonly release: number;
  readonly before: Decided;
  readonly after: Decided;
  readonly boards: readonly BoardTrial[];
}

/** A window of a board that the event would touch: the place now, and behind the event under either program. */
export interface BoardTrial {
  /** keys */
  readonly board: string;
  readonly window: string;
  readonly now: PlaceOfTrial | null;
  readonly before: PlaceOfTrial | null;
  readonly after: PlaceOfTrial | null;
}

/** A player's place in a window of a board; `rank` is null where too many others have one. */
export interface PlaceOfTrial {
  readonly rank: number | null;
  readonly score: number;
  readonly columns: readonly number[];
}
