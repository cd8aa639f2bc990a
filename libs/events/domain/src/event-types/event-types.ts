import type { FieldProblem } from '@laurel/kernel';
import { type PayloadCheck, compilePayloadSchema } from './compile-payload-schema.js';
import type { EventTypeDefinition, Validation } from './event-type.js';

/** What the schema of an event's type says of it. */
export interface PayloadVerdict {
  readonly problem: FieldProblem;
  readonly validation: Exclude<Validation, 'off'>;
}

/** The event types of one release. Schemas are compiled when the first event of their type comes. */
export class EventTypes {
  private readonly definitions: ReadonlyMap<string, EventTypeDefinition>;
  private readonly checks = new Map<string, PayloadCheck>();

  constructor(definitions: readonly EventTypeDefinition[]) {
    this.definitions = new Map(definitions.map((definition) => [definition.key, definition]));
  }

  /** Whether player tokens may send events of this type. */
  isOpenToClients(type: string): boolean {
    return this.definitions.get(type)?.clients === true;
  }

  /** What an event's properties break, if their type has a schema and it is to be looked at. A map look-up for all others. */
  check(type: string, properties: Readonly<Record<string, unknown>>): PayloadVerdict | undefined {
    const definition = this.definitions.get(type);
    if (!definition?.schema || definition.validation === 'off') return undefined;
    const check = this.checks.get(type) ?? compilePayloadSchema(definition.schema);
    this.checks.set(type, check);
    const problem = check(properties);
    return problem && { problem, validation: definition.validation };
  }
}
