import type { Topics } from '@laurel/contracts';
import type { Clock } from '@laurel/kernel';
import { KafkaProducer, TOPICS, toEveryPartition } from '@laurel/platform-kafka';
import { needsBackfill } from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { BackfillStore } from '../backfill-players/backfill-store.port.js';
import { CLOCK } from '../clock.js';
import { type Release, ReleaseStore } from '../release-store.port.js';

/**
 * Writes stored releases into every partition of the events topic, in order. Announcing twice does no harm: a partition
 * ignores a release that is not newer than the one in force. The backfill of one that needs it is begun with that.
 */
@Injectable()
export class AnnounceReleasesHandler {
  constructor(
    @Inject(ReleaseStore) private readonly store: ReleaseStore,
    @Inject(KafkaProducer) private readonly producer: Pick<KafkaProducer, 'send'>,
    @Inject(TOPICS) private readonly topics: Topics,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BackfillStore) private readonly backfills: Pick<BackfillStore, 'begin'>,
  ) {}

  /**
   * Announces what is stored and not announced, of one workspace or of all.
   *
   * @returns false when the event log could not take all: the rest is still to be announced
   */
  async handle(workspace?: string): Promise<boolean> {
    for (const release of await this.store.unannounced(workspace)) {
      if (!(await this.announce(release))) return false;
    }
    return true;
  }

  private async announce({ workspace, release, author, program }: Release): Promise<boolean> {
    const messages = toEveryPartition({ v: 1, kind: 'release', workspace, release });
    const sent = await this.producer.send(this.topics.events, messages);
    if (!sent.ok) return false;
    if (needsBackfill(program, release)) await this.backfills.begin({ workspace, release, by: author });
    await this.store.markAnnounced(workspace, release, this.clock.now());
    return true;
  }
}
