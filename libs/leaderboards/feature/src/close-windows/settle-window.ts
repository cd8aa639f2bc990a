import { type BoardWindowDocument, type Topics, type WindowFinishedMessage, joinId } from '@laurel/contracts';
import type { Clock } from '@laurel/kernel';
import type { KafkaProducer } from '@laurel/platform-kafka';
import { dropFrozenWindow } from '../adapters/rank-layouts.js';
import type { Ranks } from '../freeze-window/ranks-rows.js';
import type { ClosedWindow } from '../freeze-window/window-rows.js';
import type { ClosingStore } from './closing-store.mongo.js';
import type { ClosingSteps } from './ports.js';
import type { WindowFollowers } from './window-followers.js';

/** Does what follows once the final rows of a window are kept. Each part may be done again: what dies in between begins anew. */
export class SettleWindow {
  constructor(
    private readonly store: Pick<ClosingStore, 'scheduleOf' | 'firstClosing' | 'noteFrozen' | 'settle'>,
    private readonly followers: WindowFollowers,
    private readonly producer: Pick<KafkaProducer, 'send'>,
    private readonly topics: Pick<Topics, 'standings'>,
    private readonly ranks: Ranks,
    private readonly steps: ClosingSteps,
    private readonly clock: Clock,
  ) {}

  /** @throws where something can't be done now: it is tried again */
  async settle({ document, board }: ClosedWindow): Promise<void> {
    const { workspace, window } = document;
    await this.followers.afterFrozen(document);
    await this.tell(document);
    await this.noteFrozen(document);
    await dropFrozenWindow(this.ranks.redis, this.ranks.keyPrefix, workspace, board, window);
    this.steps.reach('settling');
    await this.store.settle(document, this.clock.now());
  }

  private async tell(document: BoardWindowDocument): Promise<void> {
    const { workspace, board, window, name, start, end, ending, total = 0 } = document;
    const id = joinId(workspace, board, window);
    const message: WindowFinishedMessage = {
      ...{ v: 1, kind: 'finished', id, workspace, board, window, name, start, end, ending, total },
      windows: [window],
    };
    const sent = await this.producer.send(this.topics.standings, [{ key: id, value: JSON.stringify(message) }]);
    if (!sent.ok) throw new Error(sent.error.detail);
  }

  /** How far the series is frozen without a gap. The schedule is read first: what it says is closed is marked by then. */
  private async noteFrozen(document: BoardWindowDocument): Promise<void> {
    const schedule = await this.store.scheduleOf(document);
    if (!schedule) return;
    const first = await this.store.firstClosing(schedule);
    await this.store.noteFrozen(schedule, Math.min(first?.start ?? schedule.closedTo, schedule.closedTo));
  }
}
