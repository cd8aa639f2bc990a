import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type Json, isObject } from './json-schema.js';
import { pointerTo } from './labels.js';
import { SchemaField } from './schema-field.js';
import { type FieldProps, useSchemaForm } from './schema-form.context.js';
import { seedOf } from './seed.js';
import { fieldId, useProblemAt } from './use-field.js';

/** Members of any name, each of the same shape. */
export function MapField({ schema, value, onChange, pointer, label, required, name }: FieldProps) {
  const scope = useSchemaForm();
  const error = useProblemAt(pointer);
  const item = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  const entries = Object.entries(isObject(value) ? value : {});
  const write = (next: readonly (readonly [string, Json | undefined])[]) =>
    onChange(next.length === 0 && !required ? undefined : Object.fromEntries(next));
  const replace = (index: number, entry: readonly [string, Json | undefined]) => write(entries.with(index, [...entry]));
  return (
    <Fieldset id={fieldId(pointer)} legend={label} tabIndex={-1} px={{ base: 'xs', sm: 'md' }} style={{ minWidth: 0 }}>
      <Stack gap="sm">
        {error && (
          <Text size="sm" c="red" role="alert">
            {error}
          </Text>
        )}
        {entries.map(([key, member], index) => (
          <Group key={index} align="flex-start" wrap="nowrap" gap="xs">
            <Stack gap="xs" style={{ flex: 1, minWidth: 0 }}>
              <TextInput
                label={`${label}: name`}
                value={key}
                disabled={scope.readOnly}
                onChange={(event) => {
                  const renamed = event.currentTarget.value;
                  // Two of one name would be one.
                  if (!entries.some(([other], at) => at !== index && other === renamed))
                    replace(index, [renamed, member]);
                }}
              />
              <SchemaField
                schema={item}
                value={member}
                onChange={(next) => replace(index, [key, next])}
                pointer={pointerTo(pointer, key)}
                name={name}
                label="Value"
                required
              />
            </Stack>
            {!scope.readOnly && (
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={`Remove ${key || 'entry'}`}
                onClick={() => write(entries.filter((_, at) => at !== index))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {!scope.readOnly && (
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => write([...entries, [freeName(entries), seedOf(item, scope)]])}
          >
            {`Add to ${label.toLowerCase()}`}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

function freeName(entries: readonly (readonly [string, unknown])[]): string {
  const isTaken = (name: string) => entries.some(([key]) => key === name);
  let number = entries.length + 1;
  while (isTaken(`property${number}`)) number += 1;
  return `property${number}`;
}
