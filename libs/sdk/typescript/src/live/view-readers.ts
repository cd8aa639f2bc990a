import type { FeedEntry, LivePosition, PlayerState, ServerFrame } from '../generated/live-frames.js';
import { type BoardTable, tableOf, withDelta } from './board-table.js';
import type { BoardHandlers, FeedHandlers, PlayerHandlers } from './live-topics.js';

/** A frame that brings a view to another position. */
export type PositionedFrame = Extract<ServerFrame, LivePosition & { type: 'snapshot' | 'delta' | 'event' }>;
/** What a view is told, in order and without gaps. */
export type ViewFrame = PositionedFrame | Extract<ServerFrame, { event: 'window_began' }>;

/** Makes of the frames of one subscription what is known now, and tells its handlers. */
export interface ViewReader<Current> {
  readonly current: Current | undefined;
  read(frame: ViewFrame): void;
}

export class BoardReader implements ViewReader<BoardTable> {
  current: BoardTable | undefined;

  constructor(private readonly handlers: BoardHandlers) {}

  read(frame: ViewFrame): void {
    if (frame.type === 'event') {
      if (frame.event === 'window_began') this.handlers.onWindow?.(frame);
    } else if ('entries' in frame) {
      this.current = tableOf(frame);
      this.handlers.onTable?.(this.current, { kind: 'snapshot' });
    } else if ('removed' in frame && this.current) {
      this.current = withDelta(this.current, frame);
      const { changed, removed, moves = [] } = frame;
      this.handlers.onTable?.(this.current, { kind: 'delta', changed, removed, moves });
    }
  }
}

export class PlayerReader implements ViewReader<PlayerState> {
  current: PlayerState | undefined;

  constructor(private readonly handlers: PlayerHandlers) {}

  read(frame: ViewFrame): void {
    if (!('player' in frame)) return;
    if (frame.type === 'snapshot') this.current = frame.player;
    else if (this.current) this.current = { ...this.current, ...frame.player };
    if (this.current) this.handlers.onPlayer?.(this.current, frame.player);
  }
}

export class FeedReader implements ViewReader<readonly FeedEntry[]> {
  current: readonly FeedEntry[] | undefined;

  constructor(
    private readonly handlers: FeedHandlers,
    private readonly keep: number,
  ) {}

  read(frame: ViewFrame): void {
    if (!('outcomes' in frame)) return;
    const { outcomes } = frame;
    const isFresh = frame.type === 'snapshot';
    this.current = [...(isFresh ? [] : (this.current ?? [])), ...outcomes].slice(-this.keep);
    this.handlers.onOutcomes?.({ outcomes, skipped: isFresh ? 0 : frame.skipped, isFresh });
  }
}
