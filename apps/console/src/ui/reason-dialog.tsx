import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FormDialog } from './form-dialog.js';
import { ReasonField } from './reason-field.js';

export interface ReasonDialogProps {
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly action: string;
  readonly onConfirm: (reason: string) => void;
  readonly pending?: boolean;
  readonly error?: unknown;
  readonly color?: string;
}

/** Asks why: what somebody does to a player or an event stays with its reason. Mount it to open it. */
export function ReasonDialog({ children, onConfirm, ...dialog }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <FormDialog disabled={reason.trim() === ''} onSubmit={() => onConfirm(reason.trim())} {...dialog}>
      <Text size="sm" component="div">
        {children}
      </Text>
      <ReasonField
        description="For people: it stays in the history."
        value={reason}
        onChange={setReason}
        data-autofocus
      />
    </FormDialog>
  );
}
