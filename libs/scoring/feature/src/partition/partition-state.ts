import type { CheckpointDocument, Position, TombstoneDocument } from '@laurel/contracts';
import { NO_RELEASE } from '@laurel/scoring-domain';
import { PlayerCache } from './player-cache.js';

/** One board of one workspace, by the id of its incarnation. */
export interface BoardRef {
  readonly workspace: string;
  /** `boardId` */
  readonly board: string;
}

/** A position on a board, with the board it belongs to. */
export interface BoardPosition extends BoardRef {
  readonly position: Position;
}

/** What one instance holds in memory for a partition it owns. Rebuilt from MongoDB at every assignment. */
export class PartitionState {
  /** As committed; undefined before the partition's first commit. */
  checkpoint: CheckpointDocument | undefined;
  /** The log starts with the checkpoint's own message, which must be the one that was committed. */
  awaitsCheckpointMessage: boolean;
  /** Offset up to which outcomes and standings went out. */
  published: number;
  readonly players: PlayerCache;
  /** Release in force, by workspace; absent until looked up. */
  readonly releases = new Map<string, number>();
  /** How far workspaces with a test clock are ahead of the broker's time, ms. */
  readonly clocks = new Map<string, number>();
  /** Last committed position on each board that this partition ever changed, by `boardKey`. */
  readonly boardPositions: Map<string, BoardPosition>;
  /** Players who were erased and of whom something may be left, by tombstone. */
  readonly unswept = new Map<string, TombstoneDocument>();
  /** Boards whose ranks in Redis are known not to be at their position. */
  readonly behind = new Set<string>();
  /** Workspaces that got another release since: it may have their ranks written in another way. */
  readonly rereleased = new Set<string>();

  constructor(
    readonly partition: number,
    readonly epoch: number,
    checkpoint: CheckpointDocument | undefined,
    boardPositions: Map<string, BoardPosition>,
    cacheCapacity: number,
  ) {
    this.checkpoint = checkpoint;
    this.awaitsCheckpointMessage = checkpoint !== undefined && checkpoint.fingerprint !== '';
    this.published = checkpoint?.published ?? -1;
    this.boardPositions = boardPositions;
    this.players = new PlayerCache(cacheCapacity);
  }

  /** The release that decides a workspace's next event, as far as it was looked up. */
  releaseOf(workspace: string): number {
    return this.releases.get(workspace) ?? NO_RELEASE;
  }

  /** Where in the log to go on: at the committed message itself, so that it can be compared with the log. */
  get resumeOffset(): number {
    return this.awaitsCheckpointMessage ? this.nextOffset - 1 : this.nextOffset;
  }

  /** Offset of the next message to process. */
  get nextOffset(): number {
    return (this.checkpoint?.offset ?? -1) + 1;
  }
}
