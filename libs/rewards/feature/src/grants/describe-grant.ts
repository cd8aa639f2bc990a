import type { GrantDocument, Page } from '@laurel/contracts';
import { toIso } from '@laurel/kernel';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import type { GrantDto, GrantPageDto } from './grant.dto.js';

/** A grant as clients see it: by the keys that operators gave, times as ISO 8601. */
export function describeGrant(grant: GrantDocument): GrantDto {
  const { grantId, schedule, board, window, part, playerId, tier, rank, score, rewards, parts, state } = grant;
  const { cause, claimBy, claimedAt, paidAt, revocation, createdAt, updatedAt } = grant;
  return {
    id: grantId,
    // Both are a key and an incarnation.
    source: boardKeyOf(schedule),
    leaderboard: boardKeyOf(board),
    window,
    ...(part === '' ? {} : { part }),
    ...{ playerId, tier, rank, score, rewards, what: parts, state },
    ...(cause ? { cause } : {}),
    ...(claimBy === undefined ? {} : { claimBy: toIso(claimBy) }),
    ...(claimedAt === undefined ? {} : { claimedAt: toIso(claimedAt) }),
    ...(paidAt === undefined ? {} : { paidAt: toIso(paidAt) }),
    ...(revocation ? { revocation: { reason: revocation.reason, by: revocation.by } } : {}),
    createdAt: toIso(createdAt),
    updatedAt: toIso(updatedAt),
  };
}

/** The same for the player's own client, which is not told who took it back. */
export function describeToPlayer({ revocation, ...grant }: GrantDto): GrantDto {
  return revocation ? { ...grant, revocation: { reason: revocation.reason } } : grant;
}

export const describePage = (page: Page<GrantDocument>, describe = describeGrant): GrantPageDto => ({
  ...page,
  entries: page.entries.map((grant) => describe(grant)),
});
