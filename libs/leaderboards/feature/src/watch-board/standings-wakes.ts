import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { StandingsMessage } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import type { BroadcastConsumer } from '@laurel/platform-kafka';
import type { BoardViews } from './board-views.js';

/** Wakes views when the scoring service says that their window changed. Every instance hears every message. */
export class StandingsWakes implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly consumer: Pick<BroadcastConsumer, 'start' | 'stop'>,
    private readonly topic: string,
    private readonly views: Pick<BoardViews, 'wake'>,
    private readonly log: Log,
  ) {}

  /** In the background: without Kafka, the live feed is slower and no less right. */
  onApplicationBootstrap(): void {
    this.consumer.start(this.topic, (values) => values.forEach((value) => this.hear(value)));
  }

  onApplicationShutdown(): Promise<void> {
    return this.consumer.stop();
  }

  private hear(value: Buffer): void {
    const message = parseStandings(value);
    // One that can't be used is no reason to miss others, which a consumer that fails does.
    if (!message) return this.log.warn({ bytes: value.length }, 'live.standings_unreadable');
    for (const window of message.windows) this.views.wake(message.workspace, boardKeyOf(message.board), window);
  }
}

/** Undefined for what is not a message of version 1: a poll makes good what it would have told. */
function parseStandings(value: Buffer): StandingsMessage | undefined {
  try {
    const message = JSON.parse(value.toString('utf8')) as StandingsMessage;
    return message.v === 1 && Array.isArray(message.windows) && typeof message.board === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
