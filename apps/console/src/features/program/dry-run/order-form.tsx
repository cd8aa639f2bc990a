import { Button, Group, NumberInput, SegmentedControl, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FIRST_ORDER, type OrderForm as Form, type Span, orderOf } from './order.js';
import type { DryRunOrder } from './use-dry-run.js';

export interface OrderFormProps {
  readonly isRunning: boolean;
  readonly onStart: (order: DryRunOrder) => void;
  readonly onCancel: () => void;
}

const SPANS: readonly { readonly value: Span; readonly label: string }[] = [
  { value: 'last', label: 'The last events' },
  { value: 'time', label: 'A time' },
  { value: 'event', label: 'One event' },
];

/** What is to be tried, and on which events. */
export function OrderForm({ isRunning, onStart, onCancel }: OrderFormProps) {
  const [form, setForm] = useState<Form>(FIRST_ORDER);
  const [missing, setMissing] = useState<string>();
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const result = orderOf(form);
        setMissing('missing' in result ? result.missing : undefined);
        if ('order' in result) onStart(result.order);
      }}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label="Events"
          data={[...SPANS]}
          value={form.span}
          onChange={(next) => set({ span: SPANS.find(({ value }) => value === next)?.value ?? 'last' })}
          style={{ alignSelf: 'flex-start' }}
        />
        <SpanFields form={form} set={set} />
        <Group align="flex-end">
          <NumberInput
            label="Rows of each table"
            min={1}
            max={100}
            value={form.top}
            onChange={(next) => set({ top: Number(next) || 10 })}
            allowDecimal={false}
            w={150}
          />
          <NumberInput
            label="Release instead of the draft"
            placeholder="The draft"
            min={1}
            value={form.release === 0 ? '' : form.release}
            onChange={(next) => set({ release: Number(next) || 0 })}
            allowDecimal={false}
            w={220}
          />
        </Group>
        {missing !== undefined && (
          <Text c="red" size="sm" role="alert">
            {missing}
          </Text>
        )}
        <Group>
          <Button type="submit" disabled={isRunning}>
            Start the dry run
          </Button>
          {isRunning && (
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface SpanFieldsProps {
  readonly form: Form;
  readonly set: (change: Partial<Form>) => void;
}

function SpanFields({ form, set }: SpanFieldsProps) {
  if (form.span === 'last') {
    return (
      <NumberInput
        label="How many"
        min={1}
        value={form.last}
        onChange={(next) => set({ last: Number(next) || 1 })}
        allowDecimal={false}
        thousandSeparator=","
        maw={220}
      />
    );
  }
  if (form.span === 'event') {
    return (
      <Textarea
        label="Event"
        description="As it is sent to POST /v1/events. It starts from what its player has now."
        value={form.event}
        onChange={(event) => set({ event: event.currentTarget.value })}
        autosize
        minRows={5}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
    );
  }
  return (
    <Group>
      <TextInput
        type="datetime-local"
        label="From"
        description="When the event log had them."
        value={form.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label="To"
        description="Until now, if left empty."
        value={form.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
    </Group>
  );
}
