import { Badge, Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Column, DataTable, EmptyState, PageHeader, Time } from '../../ui/index.js';
import { eventColumn, playerColumn, typeColumn } from '../../ui/event-columns.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { boundText } from './bound-text.js';
import { type HeldEvent, type QuarantineFilter, type Verdict, useQuarantine, useReview } from './quarantine.queries.js';

interface Review {
  readonly event: HeldEvent;
  readonly verdict: Verdict;
}

/** Events that would have passed a bound of plausibility: they count once somebody has looked at them. */
export function QuarantinePage() {
  const filter = useSearch({ from: '/frame/quarantine' });
  const navigate = useNavigate();
  const held = useQuarantine(filter);
  const waiting = held.first?.waiting;
  const [review, setReview] = useState<Review>();
  const change = (next: QuarantineFilter): void => {
    void navigate({ to: '/quarantine', search: next, replace: true });
  };
  return (
    <>
      <PageHeader
        title="Quarantine"
        about="Events beyond what is plausible, the longest waiting first. They have no effect until somebody lets them in."
        actions={
          waiting !== undefined && (
            <Badge variant="light" color={waiting > 0 ? 'orange' : 'green'}>{`${waiting} waiting`}</Badge>
          )
        }
      />
      <Filters key={JSON.stringify(filter)} filter={filter} onChange={change} />
      <DataTable
        label="Quarantine"
        columns={columnsOf(setReview)}
        rowId={({ eventId, playerId }) => `${playerId} ${eventId}`}
        height="max(320px, calc(100dvh - 300px))"
        empty={
          <EmptyState title="Nothing waits">
            Say in the program what is plausible of a stat, and events beyond it wait here.
          </EmptyState>
        }
        {...held}
      />
      {review && <ReviewDialog {...review} onClose={() => setReview(undefined)} />}
    </>
  );
}

const columnsOf = (onReview: (review: Review) => void): readonly Column<HeldEvent>[] => [
  { id: 'at', header: 'Waits since', cell: ({ heldAt }) => <Time at={heldAt} clock="environment" />, width: 150 },
  ...[eventColumn, playerColumn, typeColumn],
  { id: 'bound', header: 'Why', cell: boundText },
  {
    id: 'act',
    header: 'Decide',
    width: 190,
    cell: (event) => (
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-xs" variant="light" onClick={() => onReview({ event, verdict: 'release' })}>
          Let in
        </Button>
        <Button size="compact-xs" variant="subtle" color="red" onClick={() => onReview({ event, verdict: 'reject' })}>
          Leave out
        </Button>
      </Group>
    ),
  },
];

interface FiltersProps {
  readonly filter: QuarantineFilter;
  readonly onChange: (filter: QuarantineFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const form = useForm({ initialValues: { playerId: '', type: '', stat: '', ...filter } });
  return (
    <form onSubmit={form.onSubmit(onChange)} role="search" aria-label="Quarantine">
      <Group align="flex-end" mb="md" gap="sm">
        <TextInput label="Player" placeholder="id" w={170} {...form.getInputProps('playerId')} />
        <TextInput label="Type of event" w={150} {...form.getInputProps('type')} />
        <TextInput label="Stat" w={150} {...form.getInputProps('stat')} />
        <Button type="submit" variant="default">
          Find
        </Button>
      </Group>
    </form>
  );
}

const SAYS = {
  release: {
    action: 'Let in',
    about: 'The event is decided now, by the rules in force, at the time when it happened. No bound holds it back.',
  },
  reject: { action: 'Leave out for good', about: 'The event never counts. There is one review of an event.' },
} as const;

function ReviewDialog({ event, verdict, onClose }: Review & { readonly onClose: () => void }) {
  const { mutate, isPending, error } = useReview(event, verdict);
  const { action, about } = SAYS[verdict];
  return (
    <ReasonDialog
      title={`${action}: ${event.eventId}`}
      action={action}
      onClose={onClose}
      onConfirm={(reason) => mutate(reason, { onSuccess: onClose })}
      pending={isPending}
      error={error}
      {...(verdict === 'reject' ? { color: 'red' } : {})}
    >
      {boundText(event)}. {about}
    </ReasonDialog>
  );
}
