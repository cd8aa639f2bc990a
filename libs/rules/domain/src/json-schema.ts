/** A JSON Schema of draft 7 as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schema of an object with these members alone, all of which it must have unless named optional. */
export const exactly = (properties: JsonSchema, optional: readonly string[] = []): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});
