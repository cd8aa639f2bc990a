export {
  type Definitions,
  type Json,
  type JsonObject,
  type JsonSchema,
  isList,
  isObject,
  textOf,
} from './json-schema.js';
export { labelOf, pointerTo } from './labels.js';
export { SchemaField } from './schema-field.js';
export { SchemaForm, type SchemaFormProps } from './schema-form.js';
export { type FieldProps, type PlacedProblem, useSchemaForm } from './schema-form.context.js';
export { seedOf } from './seed.js';
export { fieldId, useProblemAt } from './use-field.js';
