import { Anchor, Button, Group, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Column, DataTable, EmptyState, PageHeader, Time } from '../../ui/index.js';
import { PlayerLink } from '../../ui/app-link.js';
import { type DeadLetter, useDeadLetters } from './dead-letters.queries.js';
import { LetterDrawer } from './letter-drawer.js';
import type { DeadLettersSearch } from './routes.js';

/** Messages that scoring put aside, so that those behind them went on. */
export function DeadLettersPage() {
  const { cause, letter } = useSearch({ from: '/frame/dead-letters' });
  const navigate = useNavigate();
  const letters = useDeadLetters(cause);
  const columns = useMemo(() => {
    const show = (search: DeadLettersSearch): void => void navigate({ to: '/dead-letters', search });
    return columnsOf(
      (id) => show({ ...(cause === undefined ? {} : { cause }), letter: id }),
      (only) => show({ cause: only }),
    );
  }, [navigate, cause]);
  const keep = cause === undefined ? {} : { cause };
  return (
    <>
      <PageHeader
        title="Dead letters"
        about="Messages that could not be processed: put aside with their cause, while those behind them went on."
        actions={
          <Group gap="xs">
            {cause !== undefined && (
              <Button variant="default" onClick={() => void navigate({ to: '/dead-letters', search: {} })}>
                All causes
              </Button>
            )}
            <Button variant="default" onClick={letters.onRetry}>
              Refresh
            </Button>
          </Group>
        }
      />
      <DataTable
        label="Dead letters"
        columns={columns}
        rowId={({ id }) => id}
        onRowClick={({ id }) => void navigate({ to: '/dead-letters', search: { ...keep, letter: id } })}
        empty={
          <EmptyState title="No dead letters">Every message could be processed. There is nothing to do.</EmptyState>
        }
        {...letters}
      />
      {letter !== undefined && (
        <LetterDrawer id={letter} onClose={() => void navigate({ to: '/dead-letters', search: keep })} />
      )}
    </>
  );
}

const columnsOf = (onOpen: (id: string) => void, onCause: (cause: string) => void): readonly Column<DeadLetter>[] => [
  { id: 'at', header: 'Put aside', cell: ({ putAsideAt }) => <Time at={putAsideAt} />, width: 150 },
  {
    id: 'id',
    header: 'Place',
    cell: ({ id }) => (
      <Anchor component="button" type="button" inherit className="mono" onClick={() => onOpen(id)}>
        {id}
      </Anchor>
    ),
    width: 110,
  },
  {
    id: 'cause',
    header: 'Cause',
    cell: ({ cause }) => (
      <Anchor
        component="button"
        type="button"
        inherit
        onClick={(event) => {
          event.stopPropagation();
          onCause(cause);
        }}
        title="Only this cause"
      >
        {cause}
      </Anchor>
    ),
  },
  {
    id: 'player',
    header: 'Player',
    cell: ({ playerId }) => playerId && <PlayerLink playerId={playerId} />,
  },
  { id: 'event', header: 'Event', cell: ({ eventId }) => <span className="mono">{eventId}</span> },
  {
    id: 'detail',
    header: 'Detail',
    cell: ({ detail }) => (
      <Text span inherit c="dimmed" truncate display="inline-block" maw={420} title={detail}>
        {detail}
      </Text>
    ),
  },
];
