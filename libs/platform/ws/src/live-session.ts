import type { DomainError } from '@laurel/kernel';
import type { Credential } from '@laurel/platform-auth';
import type { LiveSocket } from './live-socket.js';
import type { LiveOutlet, LiveSubscription } from './live-topics.js';

/** A connection that has said who it is, and what it watches. */
export class LiveSession implements LiveOutlet {
  private readonly subscriptions = new Map<string, LiveSubscription>();
  private isOver = false;

  constructor(
    private readonly socket: LiveSocket,
    /** The token last verified; kept in order to verify it again. */
    public token: string,
    readonly credential: Credential,
  ) {}

  get watched(): number {
    return this.subscriptions.size;
  }

  send(frame: Buffer): void {
    this.socket.send(frame);
  }

  offer(frame: Buffer): boolean {
    return this.socket.offer(frame);
  }

  isDrained(): boolean {
    return this.socket.isDrained();
  }

  endSubscription(subscription: string, error: DomainError): void {
    if (this.subscriptions.delete(subscription)) this.socket.refuse(error, { subscription });
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

  /** The connection is gone. */
  close(): void {
    this.isOver = true;
    for (const subscription of this.subscriptions.values()) subscription.close();
    this.subscriptions.clear();
  }
}
