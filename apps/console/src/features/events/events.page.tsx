import { Anchor, Button, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Column, DataTable, EmptyState, PageHeader, Time } from '../../ui/index.js';
import { AppLink, eventHref, playerHref } from '../../ui/app-link.js';
import { effectsOf } from '../../ui/effects-of.js';
import { EventStatusBadge } from '../../ui/event-status-badge.js';
import { EventFilters } from './event-filters.js';
import { eventSearchOf } from './event-search.js';
import { type EventRow, useEvents } from './events.queries.js';

const COLUMNS: readonly Column<EventRow>[] = [
  { id: 'at', header: 'Decided', cell: ({ decidedAt }) => <Time at={decidedAt} />, width: 150 },
  { id: 'status', header: 'Status', cell: ({ status }) => <EventStatusBadge status={status} />, width: 130 },
  { id: 'type', header: 'Type', cell: ({ type }) => type },
  {
    id: 'player',
    header: 'Player',
    cell: ({ playerId }) => (
      <Anchor component={AppLink} href={playerHref(playerId)} inherit className="mono">
        {playerId}
      </Anchor>
    ),
  },
  {
    id: 'event',
    header: 'Event',
    cell: ({ eventId, playerId }) => (
      <Anchor component={AppLink} href={eventHref(eventId, playerId)} inherit className="mono">
        {eventId}
      </Anchor>
    ),
  },
  {
    id: 'effects',
    header: 'Led to',
    cell: ({ effects }) => (
      <Text span inherit c="dimmed">
        {effectsOf(effects)}
      </Text>
    ),
  },
];

/** The history of everything that was sent, newest first. */
export function EventsPage() {
  const search = useSearch({ from: '/frame/events' });
  const navigate = useNavigate();
  const events = useEvents(search);
  const change = (next: Readonly<Record<string, unknown>>): void => {
    void navigate({ to: '/events', search: eventSearchOf(next), replace: true });
  };
  const isFiltered = Object.keys(search).length > 0;
  return (
    <>
      <PageHeader
        title="Events"
        about="Everything that was sent, and what became of it. Open one to see why."
        actions={
          <Button variant="default" onClick={events.onRetry}>
            Refresh
          </Button>
        }
      />
      <EventFilters
        search={search}
        onChange={change}
        onOpen={(id) => void navigate({ to: '/events/$eventId', params: { eventId: id }, search: {} })}
      />
      <DataTable
        label="Events"
        columns={COLUMNS}
        rowId={({ eventId, receipt: { partition, offset } }) => `${eventId} ${partition}:${offset}`}
        rowProps={({ status }) => ({ 'data-status': status })}
        height="calc(100dvh - 300px)"
        empty={
          <EmptyState
            title={isFiltered ? 'There is no such event' : 'Nothing was sent yet'}
            action={
              isFiltered && (
                <Button variant="default" onClick={() => change({})}>
                  Show everything
                </Button>
              )
            }
          >
            {isFiltered
              ? 'Types and players are compared as a whole.'
              : 'Events appear here once they are decided. It needs a key of this environment to send one.'}
          </EmptyState>
        }
        {...events}
      />
    </>
  );
}
