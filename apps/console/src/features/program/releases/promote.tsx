import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useSession } from '../../../app/session.queries.js';
import { Problem } from '../../../ui/index.js';
import { DiffView } from '../diff/diff-view.js';
import { type Environment, usePromote } from '../program.queries.js';

/** Publishes a release in another environment: first the difference there, then the act. */
export function Promote({ release }: { readonly release: number }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Promote
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={`Promote release ${release}`} size="xl">
        {opened && <PromoteForm release={release} onClose={() => setOpened(false)} />}
      </Modal>
    </>
  );
}

interface PromoteFormProps {
  readonly release: number;
  readonly onClose: () => void;
}

function PromoteForm({ release, onClose }: PromoteFormProps) {
  const { environment: from, environments } = useSession();
  const [to, setTo] = useState<Environment>();
  const look = usePromote();
  const promote = usePromote();
  const choose = (next: string | null) => {
    const target = environments.find((one) => one === next);
    setTo(target);
    promote.reset();
    if (target) look.mutate({ from, release, to: target, dryRun: true });
  };
  const diff = look.data?.diff;
  const confirm = (note: string) => {
    if (!to || !diff) return;
    promote.mutate(
      { from, release, to, expect: diff.from, ...(note === '' ? {} : { note }) },
      {
        onSuccess: ({ published }) => {
          onClose();
          notifications.show({ message: `It is release ${published?.release ?? ''} of ${to}.`, color: 'green' });
        },
      },
    );
  };
  return (
    <Stack>
      <Text size="sm">Only the program crosses: no players, no events, no keys, no draft.</Text>
      <Select
        label="To"
        placeholder="Choose an environment"
        data={environments.filter((one) => one !== from)}
        value={to ?? null}
        onChange={choose}
        data-autofocus
      />
      {look.isPending && <Text size="sm">Comparing …</Text>}
      {look.error && <Problem error={look.error} onRetry={() => choose(to ?? null)} />}
      {to && diff && !look.isPending && (
        <>
          <DiffView
            diff={diff}
            beforeLabel={diff.from === 0 ? `Nothing in ${to}` : `Release ${diff.from} of ${to}`}
            afterLabel={`Release ${release} of ${from}`}
            same={`${to} says the same already.`}
          />
          <Confirm
            key={to}
            to={to}
            pending={promote.isPending}
            error={promote.error}
            onLook={() => choose(to)}
            onConfirm={confirm}
          />
        </>
      )}
    </Stack>
  );
}

interface ConfirmProps {
  readonly to: Environment;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onLook: () => void;
  readonly onConfirm: (note: string) => void;
}

/** Players are on `live`: that takes the typed name. */
function Confirm({ to, pending, error, onLook, onConfirm }: ConfirmProps) {
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState('');
  const isReady = to !== 'live' || typed === to;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onConfirm(note);
      }}
    >
      <Stack>
        <TextInput
          label="Note"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={1_000}
        />
        {to === 'live' && (
          <TextInput
            label="Type live to confirm"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
        {error !== null && error !== undefined && <Problem error={error} onRetry={onLook} />}
        <Group justify="flex-end">
          <Button type="submit" color={to === 'live' ? 'red' : undefined} disabled={!isReady} loading={pending}>
            {`Publish in ${to}`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
