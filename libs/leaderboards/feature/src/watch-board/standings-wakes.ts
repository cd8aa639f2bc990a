import { setTimeout as pause } from 'node:timers/promises';
import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { StandingsMessage } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import type { BroadcastConsumer } from '@laurel/platform-kafka';
import type { BoardViews } from './board-views.js';

/** Pause before joining the topic is tried again, ms. Meanwhile views are polled. */
const RETRY_MS = 2_000;
/** How long stopping waits for a join that is under way, ms: the client can't be stopped in the middle of one. */
const JOINING_MS = 2_000;

/** Wakes views when the scoring service says that their window changed. Every instance hears every message. */
export class StandingsWakes implements OnApplicationBootstrap, OnApplicationShutdown {
  private joining: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(
    private readonly consumer: Pick<BroadcastConsumer, 'start' | 'stop'>,
    private readonly topic: string,
    private readonly views: Pick<BoardViews, 'wake'>,
    private readonly log: Log,
  ) {}

  /** In the background: without Kafka, the live feed is slower and no less right. */
  onApplicationBootstrap(): void {
    this.joining = this.join();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.retry);
    await Promise.race([this.joining, pause(JOINING_MS, undefined, { ref: false })]);
    await this.consumer.stop();
  }

  private async join(): Promise<void> {
    try {
      await this.consumer.start(this.topic, (values) => values.forEach((value) => this.hear(value)));
    } catch (error) {
      this.log.warn({ err: error, topic: this.topic }, 'live.standings_not_joined');
      if (!this.isStopping) this.retry = setTimeout(() => this.onApplicationBootstrap(), RETRY_MS);
    }
  }

  private hear(value: Buffer): void {
    const message = parseStandings(value);
    if (!message) return this.log.warn({ bytes: value.length }, 'live.standings_unreadable');
    for (const window of message.windows) this.views.wake(message.workspace, boardKeyOf(message.board), window);
  }
}

/** Undefined for what is not a message of version 1: a poll makes good what it would have told. */
function parseStandings(value: Buffer): StandingsMessage | undefined {
  try {
    const message = JSON.parse(value.toString('utf8')) as StandingsMessage;
    return message.v === 1 && Array.isArray(message.windows) ? message : undefined;
  } catch {
    return undefined;
  }
}
