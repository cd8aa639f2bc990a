import type { GrantDocument } from '@laurel/contracts';
import type { Document, Filter } from 'mongodb';
import { REJECTED } from '../errors.js';
import type { GrantMove, GrantTimes } from './grant-store.js';

/** What a grant must be like, and what becomes of it. */
export interface MoveUpdate {
  readonly when: Filter<GrantDocument>;
  readonly update: Document[];
}

const ABSENT = { $exists: false } as const;

export function updateOf(move: GrantMove, { workspace, here }: GrantTimes): MoveUpdate {
  const touched = { updatedAt: workspace };
  switch (move.kind) {
    case 'approve':
      return { when: { state: 'pending' }, update: approved(move.by, { workspace, here }) };
    case 'reject': {
      const cause = { $literal: { code: REJECTED, detail: move.reason } };
      const decidedBy = { $literal: move.by };
      return {
        when: { state: 'pending' },
        update: [{ $set: { state: 'not_eligible', cause, decidedBy, ...touched } }],
      };
    }
    case 'retry':
      return { when: { state: 'failed' }, update: [{ $set: { dueAt: here, ...touched } }] };
    case 'claim':
      return {
        when: { state: 'granted', claimMs: { $exists: true }, claimedAt: ABSENT, claimBy: { $gt: workspace } },
        update: [{ $set: { claimedAt: workspace, dueAt: here, ...touched } }],
      };
    case 'give_up':
      return {
        when: { state: { $in: ['pending', 'granted', 'failed', 'expired'] }, paidAt: ABSENT, ...notBeingPaid },
        update: [{ $set: { state: 'revoked', revocation: revocation(move), ...touched } }, { $unset: ['dueAt'] }],
      };
    case 'revoke':
      return {
        when: { state: { $in: ['granted', 'claimed'] }, paidAt: { $exists: true }, dueAt: ABSENT },
        update: [{ $set: { revocation: revocation(move), dueAt: here, ...touched } }],
      };
  }
}

/** A claimed one is on its way; a failed one is not, though it may be due again. */
const notBeingPaid: Filter<GrantDocument> = { $or: [{ claimedAt: ABSENT }, { state: 'failed' }] };

/** What has to be claimed waits for that; the rest is to be paid. */
export const approved = (by: string, { workspace, here }: GrantTimes): Document[] => [
  {
    $set: {
      state: { $cond: [UNCLAIMED, 'approved', 'granted'] },
      claimBy: { $cond: [UNCLAIMED, '$$REMOVE', { $add: [workspace, '$claimMs'] }] },
      dueAt: { $cond: [UNCLAIMED, here, '$$REMOVE'] },
      decidedBy: { $literal: by },
      updatedAt: workspace,
    },
  },
];

/** Whether nothing is to be claimed. */
export const UNCLAIMED: Document = { $eq: [{ $type: '$claimMs' }, 'missing'] };

const revocation = ({
  by,
  reason,
}: Extract<GrantMove, { readonly reason: string; readonly by: string }>): Document => ({
  reason: { $literal: reason },
  by: { $literal: by },
  attempt: { $add: [{ $ifNull: ['$revocation.attempt', 0] }, 1] },
});
