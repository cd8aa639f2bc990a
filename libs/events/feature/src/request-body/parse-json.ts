import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { eventErrors } from '@laurel/events-domain';

/** A JSON text as a value. Error: `events.malformed`, which tells where but quotes nothing of the body. */
export function parseJson(text: string): Result<unknown, DomainError> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    return err(
      eventErrors.malformed(position ? `JSON ends to make sense at character ${position}.` : 'It is not JSON.'),
    );
  }
}
