import { ActionIcon, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

export interface CopyableProps {
  readonly value: string;
  /** What it is, for who cannot see it: “Event id”. */
  readonly label: string;
}

/** An id or a secret in full, with a button that copies it. */
export const Copyable = ({ value, label }: CopyableProps) => (
  <Group gap={4} wrap="nowrap" miw={0}>
    <Text span inherit className="mono" truncate title={value}>
      {value}
    </Text>
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          onClick={copy}
          aria-label={copied ? `${label} copied` : `Copy ${label}`}
        >
          {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        </ActionIcon>
      )}
    </CopyButton>
  </Group>
);
