import { Button, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import {
  type FieldProps,
  type Json,
  SchemaField,
  fieldId,
  isObject,
  useProblemAt,
  useSchemaForm,
} from '../../../ui/schema-form/index.js';
import type { Design } from '../program.queries.js';
import { useCatalog } from './design.context.js';

type Entry = Design['catalog']['conditions'][number];

/** One condition: which kind, and what that kind asks for. Groups hold conditions themselves. */
export function ConditionField(props: FieldProps) {
  const { conditions } = useCatalog();
  const { value } = props;
  const entry = conditions.find(({ code }) => isObject(value) && value[code] !== undefined);
  return <CatalogField {...props} entries={conditions} entry={entry} />;
}

/** One effect: which kind, and what that kind asks for. */
export function EffectField(props: FieldProps) {
  const { effects } = useCatalog();
  const { value } = props;
  const entry = effects.find(({ code }) => isObject(value) && value['effect'] === code);
  return <CatalogField {...props} entries={effects} entry={entry} />;
}

interface CatalogFieldProps extends FieldProps {
  readonly entries: readonly Entry[];
  readonly entry: Entry | undefined;
}

function CatalogField(props: CatalogFieldProps) {
  const { entries, entry, onChange, pointer, label, required } = props;
  const { readOnly } = useSchemaForm();
  const error = useProblemAt(pointer);
  const choose = (code: string | null) => {
    const chosen = entries.find((one) => one.code === code);
    if (chosen && chosen !== entry) onChange(exampleOf(chosen));
  };
  return (
    <Paper withBorder p={{ base: 'xs', sm: 'sm' }} id={fieldId(pointer)} tabIndex={-1}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-end">
          <Select
            label={label}
            data={entries.map(({ code, title }) => ({ value: code, label: title }))}
            value={entry?.code ?? null}
            onChange={choose}
            allowDeselect={false}
            disabled={readOnly}
            searchable
            maw={320}
            flex={1}
          />
          {!required && !readOnly && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              leftSection={<IconX size={14} aria-hidden />}
              onClick={() => onChange(undefined)}
            >
              {`Remove ${label.toLowerCase()}`}
            </Button>
          )}
        </Group>
        {entry && (
          <Text size="xs" c="dimmed">
            {entry.description}
          </Text>
        )}
        {error && (
          <Text size="sm" c="red" role="alert">
            {error}
          </Text>
        )}
        {entry && <SchemaField {...props} schema={entry.schema} label="" required />}
      </Stack>
    </Paper>
  );
}

/** An entry's example is what a form begins with. */
export const exampleOf = ({ example }: Entry): Json => example as Json;
