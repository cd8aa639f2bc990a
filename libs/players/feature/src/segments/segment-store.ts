import type { CompiledSegment, CurrencyDefinition, SegmentDefinition, StatDefinition } from '@laurel/rules-domain';
import type { StoredPlayer } from '../get-player/player-store.js';

/** The segments of a workspace, and what they are read by. */
export interface SegmentsInForce {
  /** 0 before the first. */
  readonly release: number;
  readonly segments: readonly SegmentDefinition[];
  readonly stats: readonly StatDefinition[];
  /** Absent where the program declares none. */
  readonly currencies?: readonly CurrencyDefinition[];
}

/** A stretch of the players of a segment. */
export interface SegmentStretch {
  readonly players: readonly StoredPlayer[];
  /** Id of the last player that was looked at where there are more; undefined at the end. */
  readonly behind: string | undefined;
}

/** How far a walk goes at most. */
export interface StretchLimits {
  readonly players: number;
  /** Players that are looked at, in the segment or not. */
  readonly looked: number;
}

/** Where segments and their players are found. */
export abstract class SegmentStore {
  /** As the workspace's newest announced release has them. */
  abstract inForce(workspace: string): Promise<SegmentsInForce>;

  /**
   * Counts the players of each segment in one walk over the workspace, which looks at everybody once. Who changes during the walk
   * is counted as before the change or as after it.
   *
   * @param now ms
   * @returns undefined where that takes longer than `limitMs`
   */
  abstract count(
    workspace: string,
    segments: readonly CompiledSegment[],
    now: number,
    limitMs: number,
  ): Promise<readonly number[] | undefined>;

  /** Players of a segment by id, behind one of them or from the first. */
  abstract players(
    workspace: string,
    segment: CompiledSegment,
    behind: string | undefined,
    now: number,
    limits: StretchLimits,
  ): Promise<SegmentStretch>;
}
