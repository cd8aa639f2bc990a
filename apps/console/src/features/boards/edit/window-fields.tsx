import { Stack, Text, Title } from '@mantine/core';
import type { Doc } from './edited-board.js';
import { ChoiceField, NumberField, TextField } from './fields.js';
import { ListField } from './list-field.js';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

const KINDS = [
  { value: 'all', label: 'All time' },
  { value: 'season', label: 'Season' },
  { value: 'hourly', label: 'Hourly' },
  { value: 'daily', label: 'Daily' },
  { value: 'weekly', label: 'Weekly' },
  { value: 'monthly', label: 'Monthly' },
  { value: 'yearly', label: 'Yearly' },
  { value: 'every', label: 'Every so many days' },
  { value: 'cron', label: 'By cron' },
] as const;

const INSTANT = '2026-12-01T00:00:00Z';

/** The windows that a board has, each with the fields of its kind, and those that end at another time. */
export const WindowFields = () => (
  <Stack>
    <Windows />
    <Title order={3} size="h6">
      Single windows that end at another time
    </Title>
    <ListField at="/board/windowEdits" name="other end" create={() => ({ window: '', end: '' })}>
      {(at) => (
        <>
          <TextField at={`${at}/window`} label="Window" placeholder="2026-W49" />
          <TextField at={`${at}/end`} label="Ends" placeholder={INSTANT} />
        </>
      )}
    </ListField>
  </Stack>
);

const Windows = () => (
  <ListField at="/board/windows" name="window" create={() => ({ kind: 'all' })} keepEmpty>
    {(at, window) => (
      <>
        <ChoiceField at={`${at}/kind`} label="Kind" choices={KINDS} />
        <OfKind at={at} window={window} />
      </>
    )}
  </ListField>
);

function OfKind({ at, window }: { readonly at: string; readonly window: Doc }) {
  switch (window['kind']) {
    case 'all':
      return (
        <Text size="sm" c="dimmed" mt={28}>
          Counts all that ever happens, and never ends.
        </Text>
      );
    case 'season':
      return (
        <>
          <TextField at={`${at}/key`} label="Key" placeholder="spring-2027" />
          <TextField at={`${at}/start`} label="Begins" placeholder={INSTANT} />
          <TextField at={`${at}/end`} label="Ends" placeholder={INSTANT} />
        </>
      );
    case 'hourly':
      return (
        <>
          <NumberField at={`${at}/minute`} label="At minute" placeholder="0" min={0} />
          <Common at={at} />
        </>
      );
    case 'every':
      return (
        <>
          <NumberField at={`${at}/days`} label="Days" min={1} />
          <TextField at={`${at}/anchor`} label="First day of one" type="date" />
          <Daily at={at} />
        </>
      );
    case 'cron':
      return (
        <>
          <TextField at={`${at}/expression`} label="Cron expression" placeholder="0 18 * * FRI" />
          <NumberField at={`${at}/durationSeconds`} label="Lasts, in seconds" placeholder="until the next" min={1} />
          <Zone at={at} />
          <Common at={at} />
        </>
      );
    default:
      return (
        <>
          {window['kind'] === 'weekly' && (
            <ChoiceField at={`${at}/weekStart`} label="Begins on" choices={WEEKDAYS} byDefault="monday" />
          )}
          {window['kind'] === 'monthly' && <NumberField at={`${at}/day`} label="On day" placeholder="1" min={1} />}
          <Daily at={at} />
        </>
      );
  }
}

const Zone = ({ at }: { readonly at: string }) => (
  <TextField at={`${at}/timeZone`} label="Time zone" placeholder="UTC" suggestions={ZONES} />
);

const Daily = ({ at }: { readonly at: string }) => (
  <>
    <Zone at={at} />
    <TextField at={`${at}/resetAt`} label="At" type="time" />
    <Common at={at} />
  </>
);

const Common = ({ at }: { readonly at: string }) => (
  <>
    <TextField at={`${at}/name`} label="Name" placeholder="only if there are two" />
    <TextField at={`${at}/from`} label="Not before" placeholder="any time" />
    <TextField at={`${at}/to`} label="Not after" placeholder="any time" />
  </>
);
