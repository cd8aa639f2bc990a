import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmByName } from '../../ui/index.js';
import { LONGEST_REASON } from '../../ui/reason-field.js';
import { useErasePlayer } from './players.queries.js';

export interface ErasePlayerProps {
  readonly playerId: string;
  readonly onClose: () => void;
}

/** Erases a player for good, and leaves the page that there is nothing on any more. */
export function ErasePlayer({ playerId, onClose }: ErasePlayerProps) {
  const { mutate, isPending, error } = useErasePlayer(playerId);
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  return (
    <ConfirmByName
      opened
      onClose={onClose}
      title="Erase a player"
      name={playerId}
      action="Erase for good"
      onConfirm={() => mutate(reason.trim(), { onSuccess: () => void navigate({ to: '/players' }) })}
      pending={isPending}
      error={error}
    >
      State, history and ledger go at once, the player leaves every leaderboard, and nothing brings them back. Export
      first what has to be handed over.
      <TextInput
        mt="sm"
        label="Reason"
        description="The audit log keeps it, without saying whom it was about: don’t name the player."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={LONGEST_REASON}
      />
    </ConfirmByName>
  );
}
