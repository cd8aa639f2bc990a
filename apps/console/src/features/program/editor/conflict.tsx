import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { FieldTable } from '../diff/field-table.js';
import { fieldsBetween } from '../diff/fields.js';
import { isSame } from '../program.js';
import type { Json } from '../../../ui/schema-form/index.js';

export interface ConflictProps {
  /** As it was when editing began; undefined where there was none. */
  readonly base: Json | undefined;
  readonly mine: Json;
  /** As the draft has it now. */
  readonly theirs: Json | undefined;
  /** What it is: “rule”. */
  readonly singular: string;
  readonly pending: boolean;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** The draft moved on while somebody edited: what that means for what they edit, and what to do. */
export function Conflict({ base, mine, theirs, singular, pending, onKeepMine, onTakeTheirs }: ConflictProps) {
  const isUntouched = isSame(base, theirs);
  return (
    <Alert color="yellow" title="Somebody else changed the draft while you were editing" role="alert">
      <Stack gap="sm" align="flex-start">
        {isUntouched ? (
          <Text size="sm">
            This {singular} is still as you saw it, so nothing of theirs is lost when you save yours.
          </Text>
        ) : (
          <>
            <Text size="sm">
              {theirs === undefined
                ? `They deleted this ${singular}. Save yours to have it again, or let it go.`
                : `They changed this ${singular} too. Nothing of yours is saved yet: decide which of the two stays.`}
            </Text>
            {theirs !== undefined && (
              <FieldTable fields={fieldsBetween(theirs, mine)} beforeLabel="Theirs" afterLabel="Yours" />
            )}
          </>
        )}
        <Group>
          <Button size="xs" onClick={onKeepMine} loading={pending}>
            {isUntouched ? 'Save mine' : 'Save mine over theirs'}
          </Button>
          <Button size="xs" variant="default" onClick={onTakeTheirs}>
            {theirs === undefined ? 'Let it go' : 'Take theirs'}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
