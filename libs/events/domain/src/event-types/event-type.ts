/** What happens to an event whose properties break the schema of its type. */
export const VALIDATIONS = ['off', 'warn', 'enforce'] as const;

export type Validation = (typeof VALIDATIONS)[number];

/** A JSON Schema in the dialect of `payload-keywords.ts`. */
export type PayloadSchema = Readonly<Record<string, unknown>>;

/** What a workspace says of one type of event. Types need no definition: without one only servers send them, unchecked. */
export interface EventTypeDefinition {
  /** The type itself. */
  readonly key: string;
  /** Whether player tokens may send it, for their own player. */
  readonly clients: boolean;
  /** What `properties` must be. */
  readonly schema?: PayloadSchema;
  readonly validation: Validation;
}

/** An event type as an operator writes it. */
export type EventTypeDraft = Pick<EventTypeDefinition, 'key' | 'schema'> &
  Partial<Pick<EventTypeDefinition, 'clients' | 'validation'>>;

/** Writes out the defaults: closed to clients, unchecked. */
export const defineEventType = ({
  key,
  clients = false,
  schema,
  validation = 'off',
}: EventTypeDraft): EventTypeDefinition => ({
  key,
  clients,
  ...(schema ? { schema } : {}),
  validation,
});
