import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Problem } from './problem.js';

export interface FormDialogProps {
  readonly onClose: () => void;
  readonly title: string;
  /** The button's label: what happens, for example “Invite”. */
  readonly action: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly pending?: boolean;
  /** Why it was refused. */
  readonly error?: unknown;
  readonly disabled?: boolean;
  readonly color?: string;
}

/** A form in a dialog: Enter sends it, Escape leaves it, and a refusal is shown where it was sent. Mount it to open it. */
export function FormDialog(props: FormDialogProps) {
  const { onClose, title, action, onSubmit, children, pending = false, error, disabled = false, color } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A dialog inside a form's markup would send that one as well.
    event.stopPropagation();
    if (!disabled && !pending) onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack>
          {children}
          {error !== undefined && error !== null && <Problem error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={disabled} {...(color ? { color } : {})}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
