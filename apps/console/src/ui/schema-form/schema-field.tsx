import { ChoiceField } from './choice-field.js';
import { DecimalField } from './decimal-field.js';
import { JsonField } from './json-field.js';
import { referenceOf } from './json-schema.js';
import { LeafField } from './leaf-field.js';
import { ListField } from './list-field.js';
import { MapField } from './map-field.js';
import { ObjectField } from './object-field.js';
import { choicesOf, dereferenced, effectiveSchema } from './resolve-schema.js';
import { type FieldProps, useSchemaForm } from './schema-form.context.js';
import { isDecimal, isObjectSchema } from './seed.js';

/** The field for any schema: what its definition brings, or what its type asks for. */
export function SchemaField(props: FieldProps) {
  const { definitions, widgets } = useSchemaForm();
  const Widget = widgets[referenceOf(props.schema) ?? ''];
  if (Widget) return <Widget {...props} />;
  if (choicesOf(props.schema, definitions).length > 0) return <ChoiceField {...props} />;
  const target = dereferenced(props.schema, definitions);
  if (isDecimal(target)) return <DecimalField {...props} />;
  const schema = effectiveSchema(props.schema, props.value, definitions);
  if (schema.properties) return <ObjectField {...props} />;
  if (typeof schema.additionalProperties === 'object') return <MapField {...props} schema={schema} />;
  if (isObjectSchema(schema)) return <JsonField {...props} />;
  if (schema.type === 'array') return <ListField {...props} schema={schema} />;
  return <LeafField {...props} schema={schema} />;
}
