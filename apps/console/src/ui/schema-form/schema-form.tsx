import { useMemo } from 'react';

import { type JsonObject, type JsonSchema, isObject } from './json-schema.js';
import { SchemaField } from './schema-field.js';
import { SchemaFormContext, type SchemaFormScope } from './schema-form.context.js';

export interface SchemaFormProps extends Partial<SchemaFormScope> {
  readonly schema: JsonSchema;
  readonly value: JsonObject;
  readonly onChange: (value: JsonObject) => void;
}

/** A form for anything that a JSON Schema describes: what its fields are follows from the schema and the value alone. */
export function SchemaForm({ schema, value, onChange, ...given }: SchemaFormProps) {
  const scope = useScope(given);
  return (
    <SchemaFormContext value={scope}>
      <SchemaField
        schema={schema}
        value={value}
        onChange={(next) => {
          if (isObject(next)) onChange(next);
        }}
        pointer=""
        name=""
        label=""
        required
      />
    </SchemaFormContext>
  );
}

function useScope(given: Partial<SchemaFormScope>): SchemaFormScope {
  const { problems, suggestions, labels, choiceLabels, help, widgets, fixed, readOnly, definitions, seeds } = given;
  return useMemo(
    () => ({
      problems: problems ?? [],
      suggestions: suggestions ?? {},
      labels: labels ?? {},
      choiceLabels: choiceLabels ?? {},
      help: help ?? {},
      widgets: widgets ?? {},
      fixed: fixed ?? [],
      readOnly: readOnly ?? false,
      definitions: definitions ?? {},
      seeds: seeds ?? {},
    }),
    [problems, suggestions, labels, choiceLabels, help, widgets, fixed, readOnly, definitions, seeds],
  );
}
