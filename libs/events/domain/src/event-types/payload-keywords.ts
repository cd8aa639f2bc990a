/** What a keyword of JSON Schema holds: other schemas in some arrangement, or a value that the meta-schema checks. */
export type KeywordKind = 'schema' | 'schemas' | 'schemaMap' | 'value';

/**
 * The keywords that a schema of an event type may use: those of draft 2020-12 that need nothing outside of the schema and cost
 * what their size says. Left out: `$id`, `$anchor`, `$dynamicRef` and the rest of references by name, since a schema stands alone.
 */
export const PAYLOAD_KEYWORDS: ReadonlyMap<string, KeywordKind> = new Map<string, KeywordKind>([
  ...keywords('schema', 'additionalProperties', 'propertyNames', 'unevaluatedProperties'),
  ...keywords('schema', 'items', 'contains', 'unevaluatedItems'),
  ...keywords('schema', 'not', 'if', 'then', 'else'),
  ...keywords('schemas', 'allOf', 'anyOf', 'oneOf', 'prefixItems'),
  ...keywords('schemaMap', '$defs', 'properties', 'patternProperties', 'dependentSchemas'),
  ...keywords('value', '$schema', '$ref', '$comment', 'title', 'description', 'default', 'examples', 'deprecated'),
  ...keywords('value', 'type', 'enum', 'const', 'format', 'readOnly', 'writeOnly'),
  ...keywords('value', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'),
  ...keywords('value', 'minLength', 'maxLength', 'pattern'),
  ...keywords('value', 'minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains'),
  ...keywords('value', 'required', 'minProperties', 'maxProperties', 'dependentRequired'),
]);

function keywords(kind: KeywordKind, ...names: readonly string[]): [string, KeywordKind][] {
  return names.map((name) => [name, kind]);
}
