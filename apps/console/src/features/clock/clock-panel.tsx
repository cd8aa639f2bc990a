import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePermission } from '../../app/session.queries.js';
import { clockQuery } from '../../app/workspace-clock.js';
import { Problem, instantOf, useNow } from '../../ui/index.js';
import { Loading } from '../../ui/loading.js';
import { useAdvanceClock, useSetClock } from './clock.queries.js';

const HOUR_SECONDS = 3_600;
const STEPS = [
  ['an hour', HOUR_SECONDS],
  ['a day', 24 * HOUR_SECONDS],
  ['a week', 7 * 24 * HOUR_SECONDS],
  ['30 days', 30 * 24 * HOUR_SECONDS],
] as const;

/** The clock of an environment for trying things out: windows close and rewards are paid when you say so. */
export function ClockPanel() {
  const { data, error, refetch } = useQuery(clockQuery);
  const mayWrite = usePermission('clock:write');
  const now = useNow('environment');
  if (!data) return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Loading label="Page" />;
  return (
    <Stack maw={560}>
      <Text>
        It is{' '}
        <Text span fw={700} className="numeric">
          {instantOf(now.toISOString())}
        </Text>{' '}
        here{Math.abs(data.offsetMs) < 1_000 ? ', as everywhere.' : `, ${distanceOf(data.offsetMs)} the world.`}
      </Text>
      {!data.announced && (
        <Alert color="yellow" variant="light">
          The event log can’t be told at the moment: events are decided by the time before.
        </Alert>
      )}
      {mayWrite && <ChangeClock />}
    </Stack>
  );
}

function ChangeClock() {
  const { advance, ...advancing } = useAdvanceClock();
  const { set, ...setting } = useSetClock();
  const [at, setAt] = useState('');
  const error = advancing.error ?? setting.error;
  return (
    <>
      <Group gap="xs">
        {STEPS.map(([label, seconds]) => (
          <Button key={seconds} variant="default" onClick={() => advance(seconds)} loading={advancing.isPending}>
            {`Advance ${label}`}
          </Button>
        ))}
      </Group>
      <Group align="flex-end">
        <TextInput
          label="Set it to"
          description="Once there are events, it goes forward only."
          type="datetime-local"
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <Button onClick={() => set(new Date(at).toISOString())} disabled={at === ''} loading={setting.isPending}>
          Set the clock
        </Button>
      </Group>
      {error && <Problem error={error} />}
    </>
  );
}

const MINUTE_MS = 60_000;

function distanceOf(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)];
  const parts = [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', `${minutes % 60} min`].filter(Boolean);
  return `${parts.join(' ')} ${offsetMs > 0 ? 'ahead of' : 'behind'}`;
}
