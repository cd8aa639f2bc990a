import type { Provider } from '@nestjs/common';
import type { Clock } from '@laurel/kernel';
import { REDIS, type RedisClient } from '@laurel/platform-redis';
import { RedisTickets } from './redis-tickets.js';
import { TicketStore } from './ticket-store.port.js';
import { Tickets } from './tickets.js';

export interface TicketOptions {
  /** Starts the names of the keys in Redis: the same for all instances that take each other's tickets. */
  readonly redisKeyPrefix: string;
}

export const ticketProviders = ({ redisKeyPrefix }: TicketOptions, clock: Clock): readonly Provider[] => [
  {
    provide: TicketStore,
    useFactory: (redis: RedisClient) => new RedisTickets(redis, redisKeyPrefix),
    inject: [REDIS],
  },
  { provide: Tickets, useFactory: (store: TicketStore) => new Tickets(store, clock), inject: [TicketStore] },
];
