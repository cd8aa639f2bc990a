import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Outcome } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import type { BroadcastConsumer } from '@laurel/platform-kafka';
import { parseOutcomes, workspaceOf } from './outcomes-message.js';
import { RecentOutcomes } from './recent-outcomes.js';

/** Somebody who wants to know of outcomes. */
export interface OutcomeListener {
  /** Whether anything of this workspace is watched: messages that nobody wants are not even read. */
  wants(workspace: string): boolean;
  hear(workspace: string, outcomes: readonly Outcome[]): void;
}

/** Hears every outcome, once for the process, and tells those who want it. Every instance hears every message. */
export class OutcomeHub implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners: OutcomeListener[] = [];
  private readonly recent = new RecentOutcomes();

  constructor(
    private readonly consumer: Pick<BroadcastConsumer, 'start' | 'stop'>,
    private readonly topic: string,
    private readonly log: Log,
  ) {}

  listen(listener: OutcomeListener): void {
    this.listeners.push(listener);
  }

  /** What this instance heard last of a workspace, oldest first. */
  latest(workspace: string): readonly Outcome[] {
    return this.recent.of(workspace).flatMap((value) => parseOutcomes(value)?.outcomes ?? []);
  }

  /** In the background: without Kafka, players are read now and then, and the feed is silent. */
  onApplicationBootstrap(): void {
    this.consumer.start(this.topic, (values) => values.forEach((value) => this.hear(value)));
  }

  onApplicationShutdown(): Promise<void> {
    return this.consumer.stop();
  }

  private hear(value: Buffer): void {
    const workspace = workspaceOf(value) ?? parseOutcomes(value)?.workspace;
    if (workspace === undefined) return this.unreadable(value);
    this.recent.remember(workspace, value);
    const wanting = this.listeners.filter((listener) => listener.wants(workspace));
    if (wanting.length === 0) return;
    const message = parseOutcomes(value);
    if (!message) return this.unreadable(value);
    for (const listener of wanting) listener.hear(workspace, message.outcomes);
  }

  private unreadable({ length }: Buffer): void {
    this.log.warn({ bytes: length }, 'live.outcomes_unreadable');
  }
}
