import type { ProducerCall } from './producer-call.js';

/**
 * Gives up calls that are not answered when they are due. One timer for all: calls come in the order in which they are due,
 * so the oldest one's is enough.
 */
export class CallDeadlines {
  /** In the order of their deadlines. */
  private readonly calls = new Set<ProducerCall>();
  private timer: NodeJS.Timeout | undefined;
  private waiters: (() => void)[] = [];

  /** @param call due no earlier than those added before it */
  add(call: ProducerCall): void {
    this.calls.add(call);
    this.timer ??= this.wakeFor(call);
  }

  /** Forgets a call, which has been answered. */
  remove(call: ProducerCall): void {
    this.calls.delete(call);
    if (this.calls.size > 0) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const resolve of this.waiters.splice(0)) resolve();
  }

  /** Resolves once no call waits for its answer. */
  async allAnswered(): Promise<void> {
    if (this.calls.size > 0) await new Promise<void>((resolve) => this.waiters.push(resolve));
  }

  private wakeFor({ dueAt }: ProducerCall): NodeJS.Timeout {
    return setTimeout(() => this.giveUpDue(), Math.max(1, Math.ceil(dueAt - performance.now())));
  }

  private giveUpDue(): void {
    this.timer = undefined;
    const now = performance.now();
    for (const call of this.calls) {
      if (call.dueAt > now) {
        this.timer = this.wakeFor(call);
        return;
      }
      call.giveUp();
    }
  }
}
