import { ReasonDialog } from '../../../ui/reason-dialog.js';
import { type Grant, useGrantOrder } from './rewards.queries.js';

/** A grant that is to be rejected or taken back. */
export interface ReasonedOrder {
  readonly kind: 'reject' | 'revoke';
  readonly grant: Grant;
}

export interface GrantReasonProps {
  readonly order: ReasonedOrder;
  readonly onClose: () => void;
}

/** Asks why, before a winner does not get, or loses, what was won. */
export function GrantReason({ order: { kind, grant }, onClose }: GrantReasonProps) {
  const giving = useGrantOrder();
  return (
    <ReasonDialog
      title={kind === 'reject' ? 'Reject a grant' : 'Take a grant back'}
      action={kind === 'reject' ? 'Reject' : 'Take back'}
      color="red"
      onClose={onClose}
      onConfirm={(reason) => giving.mutate({ kind, id: grant.id, reason }, { onSuccess: onClose })}
      pending={giving.isPending}
      error={giving.error}
    >
      {kind === 'reject'
        ? `${grant.playerId} will not get what was won.`
        : `What ${grant.playerId} was given is taken back. What was spent meanwhile is a debt.`}
    </ReasonDialog>
  );
}
