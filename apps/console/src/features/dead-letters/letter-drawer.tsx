import { Alert, Anchor, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { usePermission } from '../../app/session.queries.js';
import { Copyable, Problem, Time } from '../../ui/index.js';
import { AppLink, eventHref } from '../../ui/app-link.js';
import { Loading } from '../../ui/loading.js';
import { Facts } from '../../ui/facts.js';
import { JsonBlock } from '../../ui/json-block.js';
import { figure } from '../../ui/figures.js';
import { useDeadLetter, useReplay } from './dead-letters.queries.js';
import { readable } from './readable.js';

export interface LetterDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One message: why it was put aside, what it holds, and the way back into the log. */
export function LetterDrawer({ id, onClose }: LetterDrawerProps) {
  return (
    <Drawer opened onClose={onClose} title={`Dead letter ${id}`}>
      <Letter id={id} />
    </Drawer>
  );
}

function Letter({ id }: { readonly id: string }) {
  const { data, error, refetch } = useDeadLetter(id);
  const mayReplay = usePermission('events:review');
  if (!data) return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Loading label="Page" />;
  const { cause, detail, putAsideAt, playerId, eventId, copies, content, bytes, truncated } = data;
  return (
    <Stack>
      <Facts
        label="Letter"
        facts={[
          ['Cause', <Copyable key="cause" value={cause} label="cause" />],
          ['Detail', detail],
          ['Put aside', <Time key="at" at={putAsideAt} as="instant" />],
          ['Player', playerId ?? 'not told'],
          ['Event', eventId ?? 'not told'],
          ['Published', copies === 1 ? 'once' : `${copies} times, after a crash`],
        ]}
      />
      <Text size="sm" fw={500}>
        {figure(bytes)} bytes{truncated && ', of which the letter holds the beginning'}
      </Text>
      {content === null ? (
        <Text c="dimmed">The message was empty.</Text>
      ) : (
        <JsonBlock label="Message" value={readable(content)} />
      )}
      {mayReplay && <Replay id={id} />}
    </Stack>
  );
}

function Replay({ id }: { readonly id: string }) {
  const { mutate, data, isPending, error } = useReplay(id);
  return (
    <Stack>
      <Text size="sm">
        Sent again, the message is retried under its id. If it was processed meanwhile, it is a duplicate: twice is
        harmless.
      </Text>
      {error && <Problem error={error} />}
      {data && (
        <Alert color="green" variant="light" title="The event log has the message again">
          {data.eventId && data.playerId ? (
            <Anchor component={AppLink} href={eventHref(data.eventId, data.playerId)} size="sm">
              See what becomes of it
            </Anchor>
          ) : (
            'If it fails again, it is put aside anew.'
          )}
        </Alert>
      )}
      <Group>
        <Button onClick={() => mutate(undefined)} loading={isPending} disabled={data !== undefined}>
          Send again
        </Button>
      </Group>
    </Stack>
  );
}
