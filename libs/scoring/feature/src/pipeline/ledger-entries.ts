import {
  type EventRecord,
  type LedgerEntry,
  type LedgerReason,
  type PlayerImportedProperties,
  type VoidProperties,
  joinId,
} from '@laurel/contracts';
import {
  EVENT_VOIDED,
  GRANT_PAID,
  GRANT_REVOKED,
  PLAYER_ABSORBED,
  PLAYER_CORRECTED,
  PLAYER_IMPORTED,
  PLAYER_MERGED,
} from '@laurel/kernel';

/** One entry per movement, with an id that derives from its cause. */
export function ledgerEntriesOf(record: EventRecord): LedgerEntry[] {
  const { workspace, playerId, eventId, decidedAt, effects } = record;
  return effects.flatMap((effect, index) => {
    const reason = reasonOf(record, effect);
    if (!reason || (effect.kind !== 'award' && effect.kind !== 'spend' && effect.kind !== 'reversal')) return [];
    const { currency, balance: balanceAfter } = effect;
    const amount = effect.kind === 'spend' ? -effect.amount : effect.amount;
    const id = joinId(eventId, String(index));
    return [{ id, workspace, playerId, currency, amount, balanceAfter, reason, at: decidedAt }];
  });
}

const MOVES: ReadonlySet<string> = new Set(['award', 'reversal']);

/** Why an effect moved a balance; undefined where it did not. */
function reasonOf(
  { eventId, type, properties }: EventRecord,
  effect: EventRecord['effects'][number],
): LedgerReason | undefined {
  if (MOVES.has(effect.kind) && (type === GRANT_PAID || type === GRANT_REVOKED)) {
    return { kind: 'grant', grant: String(properties['grant']), eventId, by: String(properties['by']) };
  }
  if (effect.kind === 'award' && type === PLAYER_IMPORTED) {
    const { importId, by } = properties as Readonly<Record<string, unknown>> & PlayerImportedProperties;
    return { kind: 'import', importId, eventId, by };
  }
  const isPayment = effect.kind === 'award' || effect.kind === 'spend';
  if (isPayment && type === PLAYER_CORRECTED) {
    return { kind: 'correction', reason: String(properties['reason']), eventId, by: String(properties['by']) };
  }
  if (isPayment) return { kind: 'rule', rule: effect.rule, eventId };
  if (effect.kind !== 'reversal') return undefined;
  if (type === PLAYER_MERGED || type === PLAYER_ABSORBED) {
    return { kind: 'merge', eventId, by: String(properties['by']) };
  }
  if (type !== EVENT_VOIDED) return undefined;
  // As `decode` made them of the command.
  const { eventId: voided, reason, by } = properties as Readonly<Record<string, unknown>> & VoidProperties;
  return { kind: 'void', eventId: voided, reason, by };
}
