import { Select, Stack } from '@mantine/core';
import { isObject } from './json-schema.js';
import { labelOf } from './labels.js';
import { type Choice, choicesOf, chosenSchema } from './resolve-schema.js';
import { SchemaField } from './schema-field.js';
import { type FieldProps, useSchemaForm } from './schema-form.context.js';
import { fitted, isObjectSchema, seedOf } from './seed.js';
import { useField } from './use-field.js';

/** A value of one of several shapes: which one, and the fields of that. */
export function ChoiceField(props: FieldProps) {
  const scope = useSchemaForm();
  const { schema, value, onChange, pointer, label } = props;
  const { disabled } = useField(props);
  const choices = choicesOf(schema, scope.definitions);
  const chosen = chosenSchema(schema, value, scope.definitions);
  const index = choices.findIndex((choice) => choice.schema === chosen);
  const change = ({ schema: next }: Choice) =>
    onChange(isObjectSchema(next) ? fitted(isObject(value) ? value : {}, next, scope) : seedOf(next, scope));
  return (
    <Stack gap="xs">
      <Select
        label={label === '' ? 'Kind' : `${label}: kind`}
        data={choices.map(({ name }, at) => ({ value: String(at), label: choiceLabel(name, scope.choiceLabels) }))}
        value={String(Math.max(index, 0))}
        onChange={(at) => {
          const choice = choices[Number(at)];
          if (at !== null && choice) change(choice);
        }}
        allowDeselect={false}
        disabled={disabled}
        id={`choice${pointer}`}
      />
      <SchemaField {...props} schema={chosen} />
    </Stack>
  );
}

const choiceLabel = (name: string, labels: Readonly<Record<string, string>>): string =>
  name === '' ? (labels[''] ?? 'A fixed value') : labelOf(name, labels);
