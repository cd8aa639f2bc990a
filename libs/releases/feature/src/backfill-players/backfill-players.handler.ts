import { type BackfillCommand, type Topics, backfillCommandId, playerKey } from '@laurel/contracts';
import type { Clock } from '@laurel/kernel';
import { KafkaProducer, TOPICS } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import { type Backfill, BackfillStore } from './backfill-store.port.js';

/** Players whose orders stand in the log at once: events that come meanwhile wait behind these at most. */
export const PAGE = 500;

/**
 * Orders the backfills of releases: one command for each player, behind the release in the player's partition. It goes on
 * where it stopped, whoever began it. Orders that are given twice are carried out once.
 */
@Injectable()
export class BackfillPlayersHandler {
  constructor(
    @Inject(BackfillStore) private readonly store: BackfillStore,
    @Inject(KafkaProducer) private readonly producer: Pick<KafkaProducer, 'send'>,
    @Inject(TOPICS) private readonly topics: Topics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Orders the next page of every backfill whose last one is carried out.
   *
   * @returns whether any is under way
   */
  async handle(): Promise<boolean> {
    const backfills = await this.store.unfinished();
    for (const backfill of backfills) await this.goOn(backfill);
    return backfills.length > 0;
  }

  private async goOn(backfill: Backfill): Promise<void> {
    const { workspace, release, total, cursor, last } = backfill;
    if (total === null) {
      // Before that, a player whose first event is still to be decided is not among the players yet.
      if (!(await this.store.isInForce(workspace, release))) return;
      await this.store.setTotal(backfill, await this.store.countPlayers(workspace));
    }
    if (!(await this.store.isReached(last))) return;
    const players = await this.store.playersAfter(workspace, cursor, PAGE);
    const end = players.at(-1);
    if (end === undefined) return this.store.finish(backfill, this.clock.now());
    const offsets = await this.order(backfill, players);
    if (offsets) await this.store.addPage(backfill, { cursor: end, players: players.length, last: offsets });
  }

  /** @returns the last offset in each partition; undefined when the event log could not take all: they are sent again */
  private async order(backfill: Backfill, players: readonly string[]): Promise<Map<number, number> | undefined> {
    const receivedAt = this.clock.now();
    const sent = await this.producer.send(
      this.topics.events,
      players.map((playerId) => ({
        key: playerKey(backfill.workspace, playerId),
        value: JSON.stringify(commandFor(backfill, playerId, receivedAt)),
      })),
    );
    if (!sent.ok) return undefined;
    const last = new Map<number, number>();
    for (const { partition, offset } of sent.value) last.set(partition, Math.max(offset, last.get(partition) ?? 0));
    return last;
  }
}

const commandFor = ({ workspace, release, by }: Backfill, playerId: string, receivedAt: number): BackfillCommand => ({
  v: 1,
  kind: 'command',
  command: 'backfill',
  ...{ workspace, playerId, release, by, receivedAt },
  commandId: backfillCommandId(release),
});
