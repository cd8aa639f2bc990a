import { hash, randomBytes } from 'node:crypto';
import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { seal, unseal } from '@laurel/platform-http';
import { authErrors } from '../auth.errors.js';
import type { Proof } from '../proof.js';
import type { TicketStore } from './ticket-store.port.js';

/** How long a ticket may wait to be used, ms. */
export const TICKET_MS = 30_000;

const TICKET = /^lrt_[\w-]{43}$/;
const TICKET_BYTES = 32;

export interface Ticket {
  /** A secret, for one use. */
  readonly ticket: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * Stand for a credential where it cannot be sent, or should not be: in an address, which browsers and proxies write down. Each
 * is good for one use within 30 s, on any instance. What the store holds is of no use without the ticket: it is found by its
 * SHA-256 and sealed with a key that is made of it.
 */
export class Tickets {
  constructor(
    private readonly store: TicketStore,
    private readonly clock: Clock,
  ) {}

  /** Errors: `auth.unavailable`. */
  async issue(proof: Proof): Promise<Result<Ticket, DomainError>> {
    const ticket = `lrt_${randomBytes(TICKET_BYTES).toString('base64url')}`;
    const id = idOf(ticket);
    try {
      await this.store.keep(id, seal(JSON.stringify(proof), ticket, id), TICKET_MS);
    } catch {
      return err(TICKETS_AWAY);
    }
    return ok({ ticket, expiresAt: this.clock.now() + TICKET_MS });
  }

  /**
   * What a ticket stands for, to whoever asks first. Says nothing of whether it still holds.
   * Errors: `live.invalid_ticket`, `auth.unavailable`.
   */
  async redeem(ticket: string): Promise<Result<Proof, DomainError>> {
    if (!TICKET.test(ticket)) return err(NO_TICKET);
    const id = idOf(ticket);
    let sealed: string | undefined;
    try {
      sealed = await this.store.take(id);
    } catch {
      return err(TICKETS_AWAY);
    }
    return sealed === undefined ? err(NO_TICKET) : ok(JSON.parse(unseal(sealed, ticket, id)) as Proof);
  }
}

const idOf = (ticket: string): string => hash('sha256', ticket, 'hex');

/** The same for all, so that nothing can be learnt of tickets of others. */
const NO_TICKET: DomainError = authErrors.invalidTicket(
  'Ask `POST /v1/live/tickets` for one, and use it once, within 30 s. Keys and tokens are no tickets: they never go into an address.',
);
const TICKETS_AWAY: DomainError = authErrors.unavailable('Tickets cannot be looked up right now. Try again.', {
  retryAfterSeconds: 2,
});
