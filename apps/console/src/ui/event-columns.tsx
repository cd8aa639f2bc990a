import { Text } from '@mantine/core';
import { EventLink, PlayerLink } from './app-link.js';
import type { Column } from './data-table.js';
import { type Effect, effectsOf } from './effects-of.js';
import { type EventStatus, EventStatusBadge } from './event-status-badge.js';
import { Time } from './time.js';

interface OfPlayer {
  readonly playerId: string;
}

interface OfEvent extends OfPlayer {
  readonly eventId: string;
}

// What lists of events show, wherever their rows come from: each column asks for no more than it shows.

export const decidedColumn: Column<{ readonly decidedAt: string }> = {
  id: 'at',
  header: 'Decided',
  cell: ({ decidedAt }) => <Time at={decidedAt} clock="environment" />,
  width: 150,
};

export const statusColumn: Column<{ readonly status: EventStatus }> = {
  id: 'status',
  header: 'Status',
  cell: ({ status }) => <EventStatusBadge status={status} />,
  width: 130,
};

export const typeColumn: Column<{ readonly type: string }> = { id: 'type', header: 'Type', cell: ({ type }) => type };

export const playerColumn: Column<OfPlayer> = {
  id: 'player',
  header: 'Player',
  cell: ({ playerId }) => <PlayerLink playerId={playerId} />,
};

export const eventColumn: Column<OfEvent> = {
  id: 'event',
  header: 'Event',
  cell: ({ eventId, playerId }) => <EventLink eventId={eventId} playerId={playerId} />,
};

export const effectsColumn: Column<{ readonly effects: readonly Effect[] }> = {
  id: 'effects',
  header: 'Led to',
  cell: ({ effects }) => (
    <Text span inherit c="dimmed">
      {effectsOf(effects)}
    </Text>
  ),
};
