import { Button, Group, Modal, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../app/session.queries.js';
import { Problem } from '../../../ui/index.js';
import { Consequences } from '../diff/diff-view.js';
import { type Diff, type Draft, usePublish } from '../program.queries.js';

export interface PublishProps {
  readonly draft: Draft;
  readonly diff: Diff;
  /** Undefined where it can be published; else why not. */
  readonly refusal: string | undefined;
}

/** Publishes exactly what was looked at. */
export function Publish({ draft, diff, refusal }: PublishProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)} disabled={refusal !== undefined} title={refusal}>
        Publish
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={`Publish as release ${draft.latest + 1}`}>
        {opened && <PublishForm draft={draft} diff={diff} onClose={() => setOpened(false)} />}
      </Modal>
    </>
  );
}

interface PublishFormProps extends Omit<PublishProps, 'refusal'> {
  readonly onClose: () => void;
}

function PublishForm({ draft, diff, onClose }: PublishFormProps) {
  const { environment } = useSession();
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState('');
  const publish = usePublish();
  const navigate = useNavigate();
  // What ends or begins anew under players is destroyed: that takes the typed name.
  const destroys = diff.consequences.some(({ running }) => running);
  const submit = () =>
    // Not by `onSuccess`: the draft is read anew first, and then there is nothing left to publish, and no form.
    publish.mutateAsync({ revision: draft.revision, note }).then(
      ({ release }) => {
        onClose();
        notifications.show({ message: `Release ${release} is published.`, color: 'green' });
        return navigate({ to: '/program/releases/$release', params: { release: String(release) } });
      },
      () => undefined,
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!destroys || typed === environment) void submit();
      }}
    >
      <Stack>
        <Text size="sm">Events that are sent from then on are decided by it. What was decided stays as it is.</Text>
        <Consequences consequences={diff.consequences} />
        <Textarea
          label="Note"
          description="What changed, for people."
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={1_000}
          autosize
          data-autofocus
        />
        {destroys && (
          <TextInput
            label={`Type ${environment} to confirm`}
            description="Something ends or begins anew while it is running."
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
        {publish.error && <Problem error={publish.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={publish.isPending} disabled={destroys && typed !== environment}>
            {`Publish to ${environment}`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
