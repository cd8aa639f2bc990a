import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmByName } from '../../ui/index.js';
import { LONGEST_REASON } from '../../ui/reason-field.js';
import { useMergePlayer } from './players.queries.js';

export interface MergePlayerProps {
  readonly playerId: string;
  readonly onClose: () => void;
}

/** Makes a guest part of an account, for good. */
export function MergePlayer({ playerId, onClose }: MergePlayerProps) {
  const { mutate, isPending, error } = useMergePlayer(playerId);
  const [into, setInto] = useState('');
  const [reason, setReason] = useState('');
  return (
    <ConfirmByName
      opened
      onClose={onClose}
      title={`Merge ${playerId} into another player`}
      name={playerId}
      action="Merge for good"
      onConfirm={() => mutate({ into: into.trim(), reason: reason.trim() }, { onSuccess: onClose })}
      pending={isPending}
      error={error}
    >
      Stats, balances and standings go over as if they had been the other player’s from the start. It can’t be undone,
      and what is sent for {playerId} from then on leads to nothing.
      <TextInput
        mt="sm"
        label="Id of the other player"
        value={into}
        onChange={(event) => setInto(event.currentTarget.value)}
        maxLength={128}
        required
      />
      <TextInput
        mt="sm"
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={LONGEST_REASON}
        required
      />
    </ConfirmByName>
  );
}
