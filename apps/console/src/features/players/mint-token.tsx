import { MultiSelect, NumberInput, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { PLAYER_PERMISSIONS } from '../../app/player-permissions.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Time } from '../../ui/index.js';
import { ShownOnce } from '../../ui/shown-once.js';
import { useMintToken } from './players.queries.js';

export interface MintTokenProps {
  readonly playerId: string;
  readonly onClose: () => void;
}

/** Makes a token that sees and sends what the player's client does: for trying a client out, and for looking as the player does. */
export function MintToken({ playerId, onClose }: MintTokenProps) {
  const { mutate, data, isPending, error } = useMintToken();
  const [permissions, setPermissions] = useState<string[]>(['boards:read', 'players:read']);
  const [boards, setBoards] = useState<string[]>([]);
  const [minutes, setMinutes] = useState(15);
  if (data) {
    return (
      <ShownOnce title={`Token of ${playerId}`} label="token" secret={data.token} onClose={onClose}>
        Whoever has it acts as the player, until it ends <Time at={data.expiresAt} />. It can’t be taken back before.
      </ShownOnce>
    );
  }
  const mint = (): void =>
    mutate({
      playerId,
      permissions: PLAYER_PERMISSIONS.filter((name) => permissions.includes(name)),
      expiresInSeconds: minutes * 60,
      ...(boards.length > 0 ? { boards } : {}),
    });
  return (
    <FormDialog
      onClose={onClose}
      title={`Mint a token of ${playerId}`}
      action="Mint"
      disabled={permissions.length === 0}
      onSubmit={mint}
      pending={isPending}
      error={error}
    >
      <MultiSelect
        label="It may"
        data={PLAYER_PERMISSIONS}
        value={permissions}
        onChange={setPermissions}
        description="Only about this player, and never more than a player token can."
      />
      <TagsInput
        label="Leaderboards that it reads"
        placeholder={boards.length === 0 ? 'all' : ''}
        value={boards}
        onChange={setBoards}
        maxTags={50}
        clearable
      />
      <NumberInput
        label="Minutes"
        min={1}
        max={60}
        allowDecimal={false}
        value={minutes}
        onChange={(value) => setMinutes(Number(value) || 1)}
      />
    </FormDialog>
  );
}
