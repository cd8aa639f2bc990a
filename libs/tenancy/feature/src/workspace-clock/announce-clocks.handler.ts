import type { Topics } from '@laurel/contracts';
import { KafkaProducer, TOPICS, toEveryPartition } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';
import { MongoWorkspaceClockStore } from './workspace-clock.store.mongo.js';

/**
 * Writes clocks that were moved into every partition of the events topic. Announcing twice does no harm, nor announcing late: a
 * partition ignores a clock that is not ahead of the one it has.
 */
@Injectable()
export class AnnounceClocksHandler {
  constructor(
    private readonly store: MongoWorkspaceClockStore,
    @Inject(KafkaProducer) private readonly producer: Pick<KafkaProducer, 'send'>,
    @Inject(TOPICS) private readonly topics: Topics,
  ) {}

  /**
   * Announces what was moved, of one workspace or of all.
   *
   * @returns false when the event log could not take all: the rest is still to be announced
   */
  async handle(workspace?: string): Promise<boolean> {
    for (const clock of await this.store.unannounced(workspace)) {
      const messages = toEveryPartition({ v: 1, kind: 'clock', ...clock });
      const sent = await this.producer.send(this.topics.events, messages);
      if (!sent.ok) return false;
      await this.store.markAnnounced(clock.workspace, clock.offsetMs);
    }
    return true;
  }
}
