import { Autocomplete, NumberInput, Select, Switch, TextInput, Textarea } from '@mantine/core';
import { textOf } from './json-schema.js';
import { optionLabel } from './labels.js';
import { LiteralField } from './literals-field.js';
import { type FieldProps, useSchemaForm } from './schema-form.context.js';
import { useField } from './use-field.js';

/** One value that is no object and no list. */
export function LeafField(props: FieldProps) {
  const { schema } = props;
  if (schema.enum) return <EnumField {...props} />;
  if (schema.const === true || schema.type === 'boolean') return <SwitchField {...props} />;
  if (Array.isArray(schema.type)) return <LiteralField {...props} />;
  if (schema.type === 'integer' || schema.type === 'number') return <NumberField {...props} />;
  return <TextField {...props} />;
}

function EnumField(props: FieldProps) {
  const { schema, value, onChange, required } = props;
  const { labels } = useSchemaForm();
  const options = (schema.enum ?? []).map(textOf);
  return (
    <Select
      {...useField(props)}
      data={options.map((option) => ({ value: option, label: optionLabel(option, labels) }))}
      value={value === undefined ? null : textOf(value)}
      onChange={(next) => onChange(next ?? undefined)}
      clearable={!required}
      allowDeselect={!required}
      searchable={options.length > 8}
      placeholder={required ? 'Choose' : 'As by default'}
    />
  );
}

function SwitchField(props: FieldProps) {
  const { value, onChange, required } = props;
  const { withAsterisk: _mark, ...field } = useField(props);
  return (
    <Switch
      {...field}
      mt="lg"
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked ? true : required ? false : undefined)}
    />
  );
}

function NumberField(props: FieldProps) {
  const { schema, value, onChange } = props;
  return (
    <NumberInput
      {...useField(props)}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      allowDecimal={schema.type === 'number'}
      // What is out of bounds is told, not changed.
      clampBehavior="none"
    />
  );
}

const MONOSPACE = { input: { fontFamily: 'var(--mantine-font-family-monospace)' } };

function TextField(props: FieldProps) {
  const { value, onChange, required, name } = props;
  const suggested = useSchemaForm().suggestions[name];
  const field = useField(props);
  const text = typeof value === 'string' ? value : '';
  const change = (next: string) => onChange(next === '' && !required ? undefined : next);
  if (name === 'cel') {
    return (
      <Textarea
        {...field}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        autosize
        minRows={2}
        spellCheck={false}
        styles={MONOSPACE}
      />
    );
  }
  if (suggested) return <Autocomplete {...field} data={[...suggested]} value={text} onChange={change} limit={50} />;
  return <TextInput {...field} value={text} onChange={(event) => change(event.currentTarget.value)} />;
}
