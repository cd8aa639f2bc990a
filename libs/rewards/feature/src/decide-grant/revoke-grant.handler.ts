import type { GrantDocument } from '@laurel/contracts';
import type { DomainError, Result } from '@laurel/kernel';
import { Injectable } from '@nestjs/common';
import { rewardErrors } from '../errors.js';
import { DecideGrantHandler, type GrantOrder } from './decide-grant.handler.js';

/** Who takes a grant back, and why. */
export type RevokeGrant = Omit<GrantOrder, 'move'> & { readonly by: string; readonly reason: string };

/** Takes a grant back: one that was paid by an order to the player's partition, any other at once. */
@Injectable()
export class RevokeGrantHandler {
  constructor(private readonly decisions: DecideGrantHandler) {}

  /** Errors: `rewards.grant_not_found`, `rewards.wrong_state`. */
  async handle({ by, reason, ...order }: RevokeGrant): Promise<Result<GrantDocument, DomainError>> {
    const paid = await this.decisions.handle({ ...order, move: { kind: 'revoke', by, reason } });
    if (paid.ok || paid.error.code !== rewardErrors.wrongState.code) return paid;
    return this.decisions.handle({ ...order, move: { kind: 'give_up', by, reason } });
  }
}
