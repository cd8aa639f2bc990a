import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Column, DataTable, EmptyState, PageHeader } from '../../ui/index.js';
import {
  decidedColumn,
  effectsColumn,
  eventColumn,
  playerColumn,
  statusColumn,
  typeColumn,
} from '../../ui/event-columns.js';
import { EventFilters } from './event-filters.js';
import { eventSearchOf } from './event-search.js';
import { type EventRow, useEvents } from './events.queries.js';

const COLUMNS: readonly Column<EventRow>[] = [
  ...[decidedColumn, statusColumn, typeColumn],
  ...[playerColumn, eventColumn, effectsColumn],
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
