import { ActionIcon, Button, Fieldset, Group, MultiSelect, Stack, TagsInput, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type Json, type JsonSchema, isList, textOf } from './json-schema.js';
import { addLabel, itemLabel, optionLabel, pointerTo } from './labels.js';
import { LiteralsField } from './literals-field.js';
import { effectiveSchema } from './resolve-schema.js';
import { SchemaField } from './schema-field.js';
import { type FieldProps, useSchemaForm } from './schema-form.context.js';
import { seedOf } from './seed.js';
import { fieldId, useField, useHelpAt, useProblemAt } from './use-field.js';

/** A list: words in one input, anything else one below the other. */
export function ListField(props: FieldProps) {
  const { definitions } = useSchemaForm();
  const items = effectiveSchema(props.schema.items ?? {}, undefined, definitions);
  if (items.enum) return <PickedField {...props} options={items.enum.map(textOf)} />;
  if (items.type === 'string') return <WordsField {...props} />;
  if (Array.isArray(items.type)) return <LiteralsField {...props} />;
  return <ItemsField {...props} items={props.schema.items ?? {}} />;
}

const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/** Of an optional list without anything, nothing is left. */
const orAbsent = (list: readonly Json[], required: boolean): readonly Json[] | undefined =>
  list.length === 0 && !required ? undefined : list;

function PickedField({ options, ...props }: FieldProps & { readonly options: readonly string[] }) {
  const { labels } = useSchemaForm();
  return (
    <MultiSelect
      {...useField(props)}
      data={options.map((option) => ({ value: option, label: optionLabel(option, labels) }))}
      value={listOf(props.value).map(textOf)}
      onChange={(next) => props.onChange(orAbsent(next, props.required))}
      clearable
    />
  );
}

function WordsField(props: FieldProps) {
  const { suggestions, problems } = useSchemaForm();
  const field = useField(props);
  // A word that is wrong has a place of its own; here it is shown at the whole input.
  const inside = problems.filter(({ path }) => path.startsWith(`${props.pointer}/`)).map(({ message }) => message);
  return (
    <TagsInput
      {...field}
      {...(inside.length > 0 ? { error: inside.join('; ') } : {})}
      placeholder="Type and press Enter"
      data={[...(suggestions[props.name] ?? [])]}
      value={listOf(props.value).map(textOf)}
      onChange={(next) => props.onChange(orAbsent(next, props.required))}
      acceptValueOnBlur
      clearable
    />
  );
}

function ItemsField(props: FieldProps & { readonly items: JsonSchema }) {
  const { items, value, onChange, pointer, label, required, name } = props;
  const scope = useSchemaForm();
  const [error, help] = [useProblemAt(pointer), useHelpAt(pointer)];
  const list = listOf(value);
  const replace = (index: number, next: Json | undefined) =>
    onChange(orAbsent(next === undefined ? list.filter((_, at) => at !== index) : list.with(index, next), required));
  return (
    <Fieldset id={fieldId(pointer)} legend={label} tabIndex={-1} px={{ base: 'xs', sm: 'md' }} style={{ minWidth: 0 }}>
      <Stack gap="sm">
        {help && (
          <Text size="xs" c="dimmed">
            {help}
          </Text>
        )}
        {error && (
          <Text size="sm" c="red" role="alert">
            {error}
          </Text>
        )}
        {list.map((item, index) => (
          <Group key={index} align="flex-start" wrap="nowrap" gap="xs">
            <div style={{ flex: 1, minWidth: 0 }}>
              <SchemaField
                schema={items}
                value={item}
                onChange={(next) => replace(index, next)}
                pointer={pointerTo(pointer, index)}
                name={name}
                label={itemLabel(name, label, index, scope.labels)}
                required
              />
            </div>
            {!scope.readOnly && (
              <ItemActions
                label={itemLabel(name, label, index, scope.labels)}
                onRemove={() => replace(index, undefined)}
                onUp={index > 0 ? () => onChange(swapped(list, index - 1)) : undefined}
                onDown={index < list.length - 1 ? () => onChange(swapped(list, index)) : undefined}
              />
            )}
          </Group>
        ))}
        {!scope.readOnly && (
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...list, seedOf(items, scope)])}
            style={{ alignSelf: 'flex-start' }}
          >
            {addLabel(name, label, scope.labels)}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

/** The list with an item and the one behind it in each other's place. */
const swapped = (list: readonly Json[], index: number): readonly Json[] => {
  const [one, other] = [list[index], list[index + 1]];
  return one === undefined || other === undefined ? list : list.with(index, other).with(index + 1, one);
};

interface ItemActionsProps {
  readonly label: string;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
}

const ItemActions = ({ label, onRemove, onUp, onDown }: ItemActionsProps) => (
  <Stack gap={2}>
    <ActionIcon variant="subtle" color="red" onClick={onRemove} aria-label={`Remove ${label}`}>
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
    {onUp && (
      <ActionIcon variant="subtle" color="gray" onClick={onUp} aria-label={`Move ${label} up`}>
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
    )}
    {onDown && (
      <ActionIcon variant="subtle" color="gray" onClick={onDown} aria-label={`Move ${label} down`}>
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
    )}
  </Stack>
);
