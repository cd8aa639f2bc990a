import type { EventRecord, RecordedEffect } from '@laurel/contracts';

const GIVEN: ReadonlySet<RecordedEffect['kind']> = new Set(['award', 'record', 'title', 'item', 'handed_over']);

/** Whether the record of a payment gave what it says: a payment is made whole or refused whole. */
export const isPaid = ({ status, effects }: Pick<EventRecord, 'status' | 'effects'>): boolean =>
  status === 'processed' && effects.some(({ kind }) => GIVEN.has(kind));
