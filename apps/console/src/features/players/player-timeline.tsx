import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { usePermission } from '../../app/session.queries.js';
import { type Column, DataTable, EmptyState } from '../../ui/index.js';
import { decidedColumn, effectsColumn, eventColumn, statusColumn, typeColumn } from '../../ui/event-columns.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { type PlayerEvent, usePlayerEvents, useVoidEvent } from './players.queries.js';

const COLUMNS: readonly Column<PlayerEvent>[] = [
  ...[decidedColumn, eventColumn, typeColumn],
  ...[statusColumn, effectsColumn],
];

/** Orders are recorded as events too, and can't be taken back. */
const isOfGame = ({ type, status }: PlayerEvent): boolean => status === 'processed' && !type.startsWith('laurel.');

/** Every message about the player, newest first: what became of it, and the way to its whole story. */
export function PlayerTimeline({ playerId }: { readonly playerId: string }) {
  const events = usePlayerEvents(playerId);
  const mayVoid = usePermission('events:void');
  const [voiding, setVoiding] = useState<string>();
  const columns = useMemo(
    () => (mayVoid ? [...COLUMNS, takeBackColumn(({ eventId }) => setVoiding(eventId))] : COLUMNS),
    [mayVoid],
  );
  return (
    <>
      <DataTable
        label="Timeline"
        columns={columns}
        rowId={({ eventId, receipt: { partition, offset } }) => `${eventId} ${partition}:${offset}`}
        height="max(320px, calc(100dvh - 280px))"
        empty={
          <EmptyState title="Nothing was sent yet">Events about the player appear here as they are decided.</EmptyState>
        }
        {...events}
      />
      {voiding !== undefined && (
        <TakeBack playerId={playerId} eventId={voiding} onClose={() => setVoiding(undefined)} />
      )}
    </>
  );
}

const takeBackColumn = (onClick: (event: PlayerEvent) => void): Column<PlayerEvent> => ({
  id: 'act',
  header: 'Act',
  width: 120,
  cell: (event) =>
    isOfGame(event) && (
      <Button size="compact-xs" variant="subtle" color="red" onClick={() => onClick(event)}>
        Take back
      </Button>
    ),
});

interface TakeBackProps {
  readonly playerId: string;
  readonly eventId: string;
  readonly onClose: () => void;
}

function TakeBack({ playerId, eventId, onClose }: TakeBackProps) {
  const { mutate, isPending, error } = useVoidEvent(playerId);
  return (
    <ReasonDialog
      title={`Take back ${eventId}`}
      action="Take back for good"
      color="red"
      onClose={onClose}
      onConfirm={(reason) => mutate({ eventId, reason }, { onSuccess: onClose })}
      pending={isPending}
      error={error}
    >
      Stats, balances and ranks become what the player’s other events lead to. It can’t be undone: the id of the event
      stays used.
    </ReasonDialog>
  );
}
