import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Problem } from '../../../ui/index.js';
import { type Grant, useGrantOrder } from './rewards.queries.js';

/** A grant that is to be rejected or taken back. */
export interface ReasonedOrder {
  readonly kind: 'reject' | 'revoke';
  readonly grant: Grant;
}

export interface GrantReasonProps {
  /** Undefined: closed. */
  readonly order: ReasonedOrder | undefined;
  readonly onClose: () => void;
}

/** Asks why, before a winner does not get, or loses, what was won. */
export function GrantReason({ order, onClose }: GrantReasonProps) {
  return (
    <Modal
      opened={order !== undefined}
      onClose={onClose}
      title={order?.kind === 'reject' ? 'Reject a grant' : 'Take a grant back'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {order && <ReasonForm key={order.grant.id} order={order} onClose={onClose} />}
    </Modal>
  );
}

function ReasonForm({
  order: { kind, grant },
  onClose,
}: {
  readonly order: ReasonedOrder;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const giving = useGrantOrder();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    giving.mutate({ kind, id: grant.id, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">
          {kind === 'reject'
            ? `${grant.playerId} will not get what was won.`
            : `What ${grant.playerId} was given is taken back. What was spent meanwhile is a debt.`}
        </Text>
        <Textarea
          label="Reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          required
          data-autofocus
        />
        {giving.error && <Problem error={giving.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red" disabled={reason.trim() === ''} loading={giving.isPending}>
            {kind === 'reject' ? 'Reject' : 'Take back'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
