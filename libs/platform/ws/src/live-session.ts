import type { DomainError } from '@laurel/kernel';
import type { Credential, Proof } from '@laurel/platform-auth';
import type { LiveConnection } from './live-connection.js';
import type { LiveOutlet, LiveSubscription } from './live-topics.js';

/** A connection that has said who it is, and what it watches. */
export class LiveSession implements LiveOutlet {
  private readonly subscriptions = new Map<string, LiveSubscription>();
  private readonly timers: NodeJS.Timeout[] = [];
  private isOver = false;

  constructor(
    private readonly connection: LiveConnection,
    /** What was last verified; kept in order to verify it again. */
    public proof: Proof,
    readonly credential: Credential,
  ) {}

  get watched(): number {
    return this.subscriptions.size;
  }

  send(frame: Buffer): void {
    this.connection.send(frame);
  }

  offer(frame: Buffer): boolean {
    return this.connection.offer(frame);
  }

  isDrained(): boolean {
    return this.connection.isDrained();
  }

  endSubscription(subscription: string, error: DomainError): void {
    if (this.subscriptions.delete(subscription)) this.connection.refuse(error, { subscription });
  }

  /** Keeps a subscription; closes it at once if the connection has ended while it was being made. */
  add(subscription: LiveSubscription): void {
    if (this.isOver) subscription.close();
    else this.subscriptions.set(subscription.id, subscription);
  }

  /** False when there is none of this id. */
  remove(id: string): boolean {
    this.subscriptions.get(id)?.close();
    return this.subscriptions.delete(id);
  }

  /** Does something again and again while the connection lasts, one at a time. It must not reject. */
  everyNowAndThen(work: () => Promise<void>, everyMs: number): void {
    if (this.isOver) return;
    let isAtWork = false;
    const run = async (): Promise<void> => {
      if (isAtWork) return;
      isAtWork = true;
      await work().finally(() => (isAtWork = false));
    };
    this.timers.push(setInterval(() => void run(), everyMs));
  }

  /** The connection is gone. */
  close(): void {
    this.isOver = true;
    this.timers.forEach(clearInterval);
    for (const subscription of this.subscriptions.values()) subscription.close();
    this.subscriptions.clear();
  }
}
