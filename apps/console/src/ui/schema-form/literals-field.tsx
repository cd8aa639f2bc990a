import { Group, NumberInput, SegmentedControl, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { literalsOf } from './decimal.js';
import { type Json, isList, textOf } from './json-schema.js';
import { type FieldProps, useSchemaForm } from './schema-form.context.js';
import { useField } from './use-field.js';

type Kind = 'text' | 'number' | 'yes' | 'no' | 'null';

const KINDS: readonly { readonly value: Kind; readonly label: string; readonly seed: Json }[] = [
  { value: 'text', label: 'Text', seed: '' },
  { value: 'number', label: 'Number', seed: 1 },
  { value: 'yes', label: 'True', seed: true },
  { value: 'no', label: 'False', seed: false },
  { value: 'null', label: 'Nothing', seed: null },
];

function kindOf(value: Json | undefined): Kind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? 'number' : 'text';
}

/** A text, a number, true, false or nothing: values of different types are never equal, so the type is chosen. */
export function LiteralField(props: FieldProps) {
  const { value, onChange, label } = props;
  const field = useField(props);
  const kind = kindOf(value);
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Select
        label={`${label}: type`}
        data={KINDS.map(({ value: id, label: name }) => ({ value: id, label: name }))}
        value={kind}
        onChange={(next) => onChange(KINDS.find(({ value: id }) => id === next)?.seed)}
        allowDeselect={false}
        disabled={field.disabled}
        w={120}
      />
      {kind === 'text' && (
        <TextInput
          {...field}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
      )}
      {kind === 'number' && (
        <NumberInput
          {...field}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
          style={{ flex: 1 }}
        />
      )}
    </Group>
  );
}

/** Several texts or several numbers. */
export function LiteralsField(props: FieldProps) {
  const { value, onChange, required, label, name } = props;
  const { suggestions } = useSchemaForm();
  const list = isList(value) ? value : [];
  const [kind, setKind] = useState<'texts' | 'numbers'>(typeof list[0] === 'number' ? 'numbers' : 'texts');
  const field = useField(props);
  const change = (words: readonly string[], as: 'texts' | 'numbers') =>
    onChange(words.length === 0 && !required ? undefined : literalsOf(words, as));
  return (
    <Stack gap={4}>
      <TagsInput
        {...field}
        placeholder="Type and press Enter"
        data={[...(suggestions[name] ?? [])]}
        value={list.map(textOf)}
        onChange={(words) => change(words, kind)}
        acceptValueOnBlur
      />
      <SegmentedControl
        size="xs"
        aria-label={`${label} are`}
        data={['texts', 'numbers']}
        value={kind}
        disabled={field.disabled}
        onChange={(next) => {
          const as = next === 'numbers' ? 'numbers' : 'texts';
          setKind(as);
          change(list.map(textOf), as);
        }}
      />
    </Stack>
  );
}
