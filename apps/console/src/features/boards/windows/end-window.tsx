import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ConfirmByName, instantOf } from '../../../ui/index.js';
import { type ListedWindow, useEndWindow } from '../boards.queries.js';

export interface EndWindowProps {
  readonly boardKey: string;
  /** Undefined: closed. */
  readonly window: ListedWindow | undefined;
  readonly onClose: () => void;
}

/** Lets a window end now or at an earlier time. It publishes a release, and standings become final: the name has to be typed. */
export function EndWindow({ boardKey, window, onClose }: EndWindowProps) {
  const [isNow, setNow] = useState(true);
  const [at, setAt] = useState('');
  const [note, setNote] = useState('');
  const ending = useEndWindow(boardKey);
  const close = (): void => {
    ending.reset();
    onClose();
  };
  const confirm = (): void => {
    if (!window) return;
    // The field gives the browser's local time.
    const end = isNow || at === '' ? {} : { end: new Date(at).toISOString() };
    ending.mutate(
      { window: window.key, note, ...end },
      {
        onSuccess: (edited) => {
          notifications.show({ color: 'green', message: `${edited.window} ends ${instantOf(edited.end)}.` });
          close();
        },
      },
    );
  };
  return (
    <ConfirmByName
      opened={window !== undefined}
      onClose={close}
      title="End a window earlier"
      name={window?.key ?? ''}
      action={isNow ? 'End it now' : 'Change its end'}
      onConfirm={confirm}
      pending={ending.isPending}
      error={ending.error}
    >
      <Stack gap="xs">
        <Text size="sm">
          When it has ended, its standings are final and rewards are paid. It can’t be opened again. A release with this
          end is published.
        </Text>
        <Radio.Group label="When" value={isNow ? 'now' : 'at'} onChange={(value) => setNow(value === 'now')}>
          <Stack gap={6} mt={4}>
            <Radio value="now" label="Now" />
            <Radio value="at" label="At another time" />
          </Stack>
        </Radio.Group>
        {!isNow && (
          <TextInput
            type="datetime-local"
            label="Ends at"
            description="By the clock of this browser."
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
            required
          />
        )}
        <TextInput
          label="Note"
          description="Why, for people."
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={1000}
        />
      </Stack>
    </ConfirmByName>
  );
}
