import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Copyable } from './copyable.js';

export interface ShownOnceProps {
  readonly title: string;
  /** What it is, for the button that copies it: “Key”. */
  readonly label: string;
  readonly secret: string;
  /** What it is for, and until when. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A secret that nobody sees again: a click beside the dialog does not close it. */
export const ShownOnce = ({ title, label, secret, children, onClose }: ShownOnceProps) => (
  <Modal
    opened
    onClose={onClose}
    title={title}
    closeOnClickOutside={false}
    closeOnEscape={false}
    withCloseButton={false}
  >
    <Stack>
      <Alert color="yellow" variant="light" title="It is shown this once">
        {children}
      </Alert>
      <Copyable value={secret} label={label} />
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          I have kept it
        </Button>
      </Group>
    </Stack>
  </Modal>
);
