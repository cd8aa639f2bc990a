import { Badge } from '@mantine/core';
import type { QuerySchemas } from '../api/index.js';

export type EventStatus = QuerySchemas['schemas']['RecordedEventDto']['status'];

const COLORS: Readonly<Record<EventStatus, string>> = {
  processed: 'green',
  duplicate: 'gray',
  conflict: 'orange',
  late: 'yellow',
  imported: 'blue',
  quarantined: 'orange',
  failed: 'red',
};

/** What became of an event. */
export const EventStatusBadge = ({ status }: { readonly status: EventStatus }) => (
  <Badge variant="light" color={COLORS[status]}>
    {status}
  </Badge>
);
