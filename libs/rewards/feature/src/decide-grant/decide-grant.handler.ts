import type { GrantDocument } from '@laurel/contracts';
import { type Clock, type DomainError, type Result, WorkspaceClocks, err, nowIn, ok, toIso } from '@laurel/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { REWARDS_CLOCK } from '../clock.js';
import { rewardErrors } from '../errors.js';
import { GRANT_ID } from '../grants/grant-id.js';
import { type GrantMove, GrantStore } from '../grants/grant-store.js';

/** What somebody wants of one grant. */
export interface GrantOrder {
  readonly workspace: string;
  readonly grantId: string;
  /** Whose it must be; undefined where anybody's may be meant. */
  readonly playerId?: string | undefined;
  readonly move: GrantMove;
}

const NOT_FOUND = rewardErrors.grantNotFound('This workspace has no grant of this id.');

/** Moves grants on. What has to be paid, or taken back, is ordered by `PayGrants` within moments. */
@Injectable()
export class DecideGrantHandler {
  constructor(
    private readonly grants: GrantStore,
    private readonly clocks: WorkspaceClocks,
    @Inject(REWARDS_CLOCK) private readonly clock: Clock,
  ) {}

  /** Errors: `rewards.grant_not_found`, `rewards.wrong_state`, `rewards.claim_expired`. */
  async handle({ workspace, grantId, playerId, move }: GrantOrder): Promise<Result<GrantDocument, DomainError>> {
    const before = GRANT_ID.test(grantId) ? await this.grants.find(workspace, grantId) : undefined;
    if (!before || (playerId !== undefined && before.playerId !== playerId)) return err(NOT_FOUND);
    if (isDone(before, move)) return ok(before);
    const here = this.clock.now();
    const now = await nowIn(workspace, this.clocks, this.clock);
    const moved = await this.grants.move(workspace, grantId, move, { workspace: now, here });
    return moved ? ok(moved) : err(await this.refusalOf(before, move, now));
  }

  private async refusalOf(before: GrantDocument, { kind }: GrantMove, now: number): Promise<DomainError> {
    const grant = (await this.grants.find(before.workspace, before.grantId)) ?? before;
    const { state, claimBy, dueAt } = grant;
    if (kind === 'claim' && claimBy !== undefined && claimBy <= now && (state === 'expired' || state === 'granted')) {
      return rewardErrors.claimExpired(`It could be claimed until ${toIso(claimBy)}.`);
    }
    const isUnderWay = dueAt !== undefined && state !== 'failed';
    return rewardErrors.wrongState(
      isUnderWay ? `The grant is ${state}, and an order of it is being carried out.` : `The grant is ${state}.`,
    );
  }
}

/** Asked again, it answers the same. */
function isDone({ state, claimedAt, claimMs, revocation, decidedBy }: GrantDocument, { kind }: GrantMove): boolean {
  switch (kind) {
    case 'approve':
      return decidedBy !== undefined && (state === 'approved' || state === 'granted' || state === 'claimed');
    case 'claim':
      return claimMs !== undefined && claimedAt !== undefined && (state === 'granted' || state === 'claimed');
    case 'revoke':
    case 'give_up':
      return state === 'revoked' && revocation !== undefined;
    default:
      return false;
  }
}
