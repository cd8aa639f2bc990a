import { JsonInput } from '@mantine/core';
import { useState } from 'react';
import type { Json } from './json-schema.js';
import type { FieldProps } from './schema-form.context.js';
import { useField } from './use-field.js';

/** An object of any shape, as JSON. Nothing is changed while what is typed is none. */
export function JsonField(props: FieldProps) {
  const { value, onChange, required } = props;
  const [typed, setTyped] = useState<string>();
  const field = useField(props);
  const change = (text: string) => {
    setTyped(text);
    if (text.trim() === '') return onChange(required ? {} : undefined);
    const parsed = parse(text);
    if (parsed !== undefined) onChange(parsed);
  };
  return (
    <JsonInput
      {...field}
      value={typed ?? (value === undefined ? '' : JSON.stringify(value, null, 2))}
      onChange={change}
      validationError="This is no valid JSON yet"
      formatOnBlur
      autosize
      minRows={3}
      maxRows={30}
    />
  );
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
