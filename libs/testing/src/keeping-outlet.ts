import type { ServerFrame } from '@laurel/contracts';
import type { DomainError } from '@laurel/kernel';

/** A connection of the live feed (`LiveOutlet` of platform/ws) that keeps what it is sent. */
export class KeepingOutlet {
  readonly bytes: Buffer[] = [];
  readonly ended: { subscription: string; error: DomainError }[] = [];
  isSlow = false;

  send(frame: Buffer): void {
    this.bytes.push(frame);
  }

  offer(frame: Buffer): boolean {
    if (!this.isSlow) this.send(frame);
    return !this.isSlow;
  }

  isDrained(): boolean {
    return !this.isSlow;
  }

  endSubscription(subscription: string, error: DomainError): void {
    this.ended.push({ subscription, error });
  }

  /** The frames since the last call. */
  take(): ServerFrame[] {
    return this.bytes.splice(0).map((frame) => JSON.parse(frame.toString()) as ServerFrame);
  }
}
