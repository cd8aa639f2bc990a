import type { RedisClient } from '@laurel/platform-redis';
import { TicketStore } from './ticket-store.port.js';

/** Tickets in Redis: `GETDEL` hands each out once, whichever instance asks. */
export class RedisTickets extends TicketStore {
  /** @param keyPrefix starts the name of every key */
  constructor(
    private readonly redis: RedisClient,
    private readonly keyPrefix: string,
  ) {
    super();
  }

  override async keep(id: string, sealed: string, forMs: number): Promise<void> {
    await this.redis.set(this.keyOf(id), sealed, 'PX', forMs);
  }

  override async take(id: string): Promise<string | undefined> {
    return (await this.redis.getdel(this.keyOf(id))) ?? undefined;
  }

  private keyOf(id: string): string {
    return `${this.keyPrefix}ticket:${id}`;
  }
}
