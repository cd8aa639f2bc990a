import type { EventReply } from '@laurel/contracts';
import type { DomainError, ErrorDefinition } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import { scoringErrors } from '@laurel/scoring-domain';

/** What an order about a standing may be refused with, whatever it is. */
export const ORDER_REFUSALS: readonly ErrorDefinition[] = [
  scoringErrors.unknownBoard,
  scoringErrors.unknownWindow,
  scoringErrors.windowClosed,
  scoringErrors.playerMerged,
  scoringErrors.playerNotActive,
  scoringErrors.playerErased,
  scoringErrors.decisionFailed,
  httpErrors.idempotencyKeyReused,
];

const KNOWN: readonly ErrorDefinition[] = [...ORDER_REFUSALS, scoringErrors.windowTooEarly, scoringErrors.noStanding];

/** Fields that are to blame for the numbers that an entry can't have. */
const NUMBERS: ReadonlyMap<string, string> = new Map([
  [scoringErrors.overflow.code, 'safeInteger'],
  [scoringErrors.beyondBounds.code, 'bounds'],
]);

/** Why an order was not carried out; undefined when it was. */
export function refusalOfOrder({ status, record }: EventReply): DomainError | undefined {
  if (status === 'conflict') {
    return httpErrors.idempotencyKeyReused('Another order was given under this key. Every order needs its own.');
  }
  if (status === 'failed') return failure(record.failure);
  const refused = record.effects.find((effect) => effect.kind === 'refused');
  if (!refused) return undefined;
  const detail = `Nothing was changed: ${refused.detail}.`;
  const rule = NUMBERS.get(refused.code);
  if (rule) return httpErrors.invalidInput(detail, { errors: [{ path: '/score', rule, message: refused.detail }] });
  return KNOWN.find(({ code }) => code === refused.code)?.(detail) ?? failure(refused);
}

function failure(cause: { readonly code: string } | undefined): DomainError {
  return cause?.code === scoringErrors.playerErased.code
    ? scoringErrors.playerErased('The id can’t be used again: nothing that names the player is taken any more.')
    : scoringErrors.decisionFailed('It is recorded, with its cause, among the dead letters.');
}
