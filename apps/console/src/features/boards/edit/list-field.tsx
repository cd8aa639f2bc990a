import { ActionIcon, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Doc } from './edited-board.js';
import { useField } from './form.context.js';

export interface ListFieldProps {
  /** JSON pointer to the list. */
  readonly at: string;
  /** One of them: “window”. */
  readonly name: string;
  /** What a new one begins with. */
  readonly create: (others: readonly Doc[]) => Doc;
  /** The fields of one. */
  readonly children: (at: string, doc: Doc) => ReactNode;
  /** The list itself stays where it is empty. */
  readonly keepEmpty?: boolean;
}

/** A list whose entries have fields of their own, and an order. */
export function ListField({ at, name, create, children, keepEmpty = false }: ListFieldProps) {
  const { value, error, change } = useField(at);
  const docs: readonly Doc[] = Array.isArray(value) ? (value as readonly Doc[]) : [];
  const replace = (next: readonly Doc[]): void => change(next.length > 0 || keepEmpty ? next : undefined);
  const move = (from: number, to: number): void => {
    const next = docs.filter((_, index) => index !== from);
    const moved = docs[from];
    if (moved) replace([...next.slice(0, to), moved, ...next.slice(to)]);
  };
  return (
    <Stack gap="xs">
      {docs.map((doc, index) => (
        <Card key={index} withBorder padding="sm" role="group" aria-label={`${name} ${index + 1}`}>
          <Group align="flex-start" justify="space-between" wrap="nowrap">
            <Group align="flex-start" gap="sm" style={{ flex: 1 }}>
              {children(`${at}/${index}`, doc)}
            </Group>
            <Group gap={2} wrap="nowrap">
              <Act label={`Move ${name} ${index + 1} up`} disabled={index === 0} onClick={() => move(index, index - 1)}>
                <IconArrowUp size={14} aria-hidden />
              </Act>
              <Act
                label={`Move ${name} ${index + 1} down`}
                disabled={index === docs.length - 1}
                onClick={() => move(index, index + 1)}
              >
                <IconArrowDown size={14} aria-hidden />
              </Act>
              <Act
                label={`Remove ${name} ${index + 1}`}
                onClick={() => replace(docs.filter((_, place) => place !== index))}
              >
                <IconTrash size={14} aria-hidden />
              </Act>
            </Group>
          </Group>
        </Card>
      ))}
      {error !== undefined && (
        <Text size="xs" c="red.8">
          {error}
        </Text>
      )}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => replace([...docs, create(docs)])}
        >
          Add {name}
        </Button>
      </Group>
    </Stack>
  );
}

interface ActProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

const Act = ({ label, disabled = false, onClick, children }: ActProps) => (
  <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={onClick}>
    {children}
  </ActionIcon>
);
