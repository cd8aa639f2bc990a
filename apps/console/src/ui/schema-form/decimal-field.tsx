import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { decimalOf } from './decimal.js';
import { textOf } from './json-schema.js';
import type { FieldProps } from './schema-form.context.js';
import { useField } from './use-field.js';

/** An amount, written as people write it. What is typed stays as it is typed: `12.` is on its way to `12.5`. */
export function DecimalField(props: FieldProps) {
  const { value, onChange, required } = props;
  const [typed, setTyped] = useState<string>();
  const known = textOf(value);
  const text = typed !== undefined && decimalOf(typed) === value ? typed : known;
  return (
    <TextInput
      {...useField(props)}
      inputMode="decimal"
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        onChange(next === '' && !required ? undefined : decimalOf(next));
      }}
    />
  );
}
