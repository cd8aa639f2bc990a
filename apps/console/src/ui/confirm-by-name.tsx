import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Problem } from './problem.js';

export interface ConfirmByNameProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** For example “Erase player”. */
  readonly title: string;
  /** What has to be typed: the name of what is destroyed. */
  readonly name: string;
  /** What will be gone, and what stays. */
  readonly children: ReactNode;
  /** The button's label, for example “Erase for good”. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly pending?: boolean;
  readonly error?: unknown;
}

/** The one way to an act that destroys something: it needs the typed name. */
export function ConfirmByName({ opened, onClose, title, ...form }: ConfirmByNameProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      {opened && <TypedName onClose={onClose} {...form} />}
    </Modal>
  );
}

type TypedNameProps = Omit<ConfirmByNameProps, 'opened' | 'title'>;

/** Mounted anew each time it opens, so that nothing typed before stays. */
function TypedName({ onClose, name, children, action, onConfirm, pending, error }: TypedNameProps) {
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed === name) onConfirm();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Alert color="red" variant="light">
          {children}
        </Alert>
        <TextInput
          label={
            <>
              Type{' '}
              <Text span className="mono" fw={700}>
                {name}
              </Text>{' '}
              to confirm
            </>
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        {error !== undefined && error !== null && <Problem error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red" disabled={typed !== name} loading={pending ?? false}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
