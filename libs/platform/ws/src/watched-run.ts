import type { LivePosition } from '@laurel/contracts';
import type { DomainError } from '@laurel/kernel';
import { encodeFrame, withId } from './encode-frame.js';
import { FrameRun } from './frame-run.js';
import type { LiveOutlet } from './live-topics.js';

/** How a watcher begins. */
export interface Joining {
  /** `id` of the frame that asked. */
  readonly answerTo?: string;
  /** What it saw last, before it was away. */
  readonly after?: LivePosition;
}

/** What a watcher is owed before it can follow changes. `announcement`: that of the restart, and a snapshot. */
type Owed = 'nothing' | 'snapshot' | 'announcement' | Joining;

/**
 * A run of frames and those who watch it: each frame is encoded once for all of them. Who comes back goes on where it was; who
 * reads too slowly misses changes and gets a snapshot once it has caught up.
 */
export class WatchedRun {
  private readonly watchers = new Map<LiveOutlet, Owed>();
  private readonly run = new FrameRun();
  private hasBegun = false;
  /** As of the run's position; encoded when first asked for. */
  private snapshot: Buffer | undefined;
  /** Of the last restart that had one. */
  private announcement: Buffer | undefined;

  /**
   * @param subscription its id, for all who watch
   * @param encodeSnapshot of what is watched as it is now
   */
  constructor(
    private readonly subscription: string,
    private readonly encodeSnapshot: (at: LivePosition) => Buffer,
  ) {}

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  /** Answers at once if the run has begun. */
  join(outlet: LiveOutlet, joining: Joining): void {
    this.joinLater(outlet, joining);
    this.settle();
  }

  /** Answers with the next change, restart or `settle`: for what may have changed since the run's position. */
  joinLater(outlet: LiveOutlet, joining: Joining): void {
    this.watchers.set(outlet, joining);
  }

  leave(outlet: LiveOutlet): void {
    this.watchers.delete(outlet);
  }

  /**
   * What is watched is all anew: everyone gets a snapshot.
   *
   * @param announcement a frame that comes before it, for those who were there
   */
  restart(announcement?: Buffer): void {
    this.run.restart();
    this.snapshot = undefined;
    const isFirst = !this.hasBegun;
    this.hasBegun = true;
    if (announcement) this.announce(announcement);
    if (!isFirst) this.broadcast(this.snapshotNow());
    this.settle();
  }

  /** A change, after it was made: snapshots hold it already. */
  push(encode: (at: LivePosition) => Buffer): void {
    const frame = this.run.push(encode);
    this.snapshot = undefined;
    this.broadcast(frame);
    this.settle();
  }

  /** Gives a beginning to those who are owed one and can take it; to be called now and then. */
  settle(): void {
    if (!this.hasBegun) return;
    for (const [outlet, owed] of this.watchers) {
      if (owed === 'nothing') continue;
      if (typeof owed === 'object') this.begin(outlet, owed);
      else if (outlet.isDrained()) this.makeGood(outlet, owed);
      else continue;
      this.watchers.set(outlet, 'nothing');
    }
  }

  /** There is nothing to watch any more. */
  end(error: DomainError): void {
    for (const outlet of this.watchers.keys()) outlet.endSubscription(this.subscription, error);
    this.watchers.clear();
  }

  private begin(outlet: LiveOutlet, { answerTo, after }: Joining): void {
    const missed = after && this.run.after(after);
    if (!after || !missed || !this.isBearable(outlet, missed)) return outlet.send(withId(this.snapshotNow(), answerTo));
    const { subscription } = this;
    outlet.send(withId(encodeFrame({ type: 'resumed', subscription, epoch: after.epoch, seq: after.seq }), answerTo));
    for (const frame of missed) outlet.send(frame);
  }

  /** Who resumes many runs at once gets the least that makes them whole: too much waiting would end the connection. */
  private isBearable(outlet: LiveOutlet, missed: readonly Buffer[]): boolean {
    const bytes = missed.reduce((sum, { length }) => sum + length, 0);
    return bytes <= this.snapshotNow().length || outlet.isDrained();
  }

  private makeGood(outlet: LiveOutlet, owed: 'snapshot' | 'announcement'): void {
    if (owed === 'announcement' && this.announcement) outlet.send(this.announcement);
    outlet.send(this.snapshotNow());
  }

  private announce(frame: Buffer): void {
    this.announcement = frame;
    for (const [outlet, owed] of this.watchers) {
      if (owed === 'snapshot' || (owed === 'nothing' && !outlet.offer(frame)))
        this.watchers.set(outlet, 'announcement');
    }
  }

  private broadcast(frame: Buffer): void {
    for (const [outlet, owed] of this.watchers) {
      if (owed === 'nothing' && !outlet.offer(frame)) this.watchers.set(outlet, 'snapshot');
    }
  }

  private snapshotNow(): Buffer {
    return (this.snapshot ??= this.encodeSnapshot(this.run.position));
  }
}
