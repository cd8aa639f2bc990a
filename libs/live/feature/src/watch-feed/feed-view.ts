import type { FeedEntry, Outcome } from '@laurel/contracts';
import { isInSample } from '@laurel/live-domain';
import { type HeldView, type Joining, type LiveOutlet, WatchedRun, encodeFrame } from '@laurel/platform-ws';
import { agrees, toFeedEntry } from './feed-entry.js';
import { type FeedRequest, feedId } from './feed-request.js';

/** Outcomes come in batches; nobody reads faster. ms */
export const FEED_TICK_MS = 250;
/** 200 a second: more is a blur, and the count of what was skipped says how much. */
const MOST_PER_TICK = 50;
/** What a feed begins with. */
const MOST_AT_FIRST = 100;
/** After a crash outcomes are told again: this many are known again. */
const KNOWN_OUTCOMES = 1_000;

/** One feed of a workspace, watched by any number of connections: chosen once, encoded once. */
export class FeedView implements HeldView {
  readonly id: string;
  private readonly run: WatchedRun;
  private readonly ticks: NodeJS.Timeout;
  private readonly known = new Set<string>();
  private latest: readonly FeedEntry[] = [];
  private waiting: FeedEntry[] = [];
  private skipped = 0;

  /** @param heard what this instance heard last, oldest first */
  constructor(
    readonly workspace: string,
    private readonly request: FeedRequest,
    heard: readonly Outcome[],
  ) {
    const id = feedId(request);
    this.id = id;
    this.run = new WatchedRun(id, (at) =>
      encodeFrame({ type: 'snapshot', subscription: id, topic: 'feed', ...at, outcomes: this.latest }),
    );
    this.latest = heard
      .filter((outcome) => agrees(request.filter, outcome) && this.isChosen(outcome))
      .slice(-MOST_AT_FIRST)
      .map(toFeedEntry);
    this.run.restart();
    this.ticks = setInterval(() => this.tick(), FEED_TICK_MS);
  }

  get isWatched(): boolean {
    return this.run.isWatched;
  }

  join(outlet: LiveOutlet, joining: Joining): void {
    this.run.join(outlet, joining);
  }

  leave(outlet: LiveOutlet): void {
    this.run.leave(outlet);
  }

  hear(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) {
      if (!agrees(this.request.filter, outcome) || this.isKnown(outcome)) continue;
      if (this.waiting.length < MOST_PER_TICK && this.isChosen(outcome)) this.waiting.push(toFeedEntry(outcome));
      else this.skipped += 1;
    }
  }

  stop(): void {
    clearInterval(this.ticks);
  }

  private tick(): void {
    const { id: subscription, waiting: outcomes, skipped } = this;
    if (outcomes.length === 0 && skipped === 0) return this.run.settle();
    this.waiting = [];
    this.skipped = 0;
    this.latest = [...this.latest, ...outcomes].slice(-MOST_AT_FIRST);
    this.run.push((at) => encodeFrame({ type: 'event', event: 'outcomes', subscription, ...at, outcomes, skipped }));
  }

  private isChosen({ id }: Outcome): boolean {
    return isInSample(id, this.request.sample);
  }

  /** Of the same decision: what failed may be decided again under its id. */
  private isKnown({ id, decidedAt }: Outcome): boolean {
    const decision = `${decidedAt}|${id}`;
    if (this.known.has(decision)) return true;
    this.known.add(decision);
    for (const oldest of this.known) {
      if (this.known.size <= KNOWN_OUTCOMES) break;
      this.known.delete(oldest);
    }
    return false;
  }
}
