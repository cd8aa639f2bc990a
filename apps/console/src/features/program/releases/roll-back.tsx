import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmByName } from '../../../ui/index.js';
import { Consequences } from '../diff/diff-view.js';
import { useReleaseDiff, useRollBack } from '../program.queries.js';

export interface RollBackProps {
  readonly release: number;
  readonly latest: number;
}

/** Publishes an old program again, for whoever types its name. */
export function RollBack({ release, latest }: RollBackProps) {
  const [opened, setOpened] = useState(false);
  const navigate = useNavigate();
  const diff = useReleaseDiff(opened ? latest : 0, release);
  const rollBack = useRollBack();
  const confirm = () =>
    rollBack.mutate(
      { release, note: `Back to release ${release}` },
      {
        onSuccess: (published) => {
          setOpened(false);
          notifications.show({
            message: `Release ${published.release} says what release ${release} said.`,
            color: 'green',
          });
          void navigate({ to: '/program/releases/$release', params: { release: String(published.release) } });
        },
      },
    );
  return (
    <>
      <Button variant="default" color="red" onClick={() => setOpened(true)}>
        Roll back to this
      </Button>
      <ConfirmByName
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Roll back to release ${release}`}
        name={`release ${release}`}
        action="Roll back"
        pending={rollBack.isPending}
        error={rollBack.error}
        onConfirm={confirm}
      >
        <Stack gap="xs">
          <Text size="sm">
            {`Release ${latest + 1} will say what release ${release} said. Nothing that was decided is undone; a draft is left alone.`}
          </Text>
          {diff.data && <Consequences consequences={diff.data.consequences} />}
        </Stack>
      </ConfirmByName>
    </>
  );
}
