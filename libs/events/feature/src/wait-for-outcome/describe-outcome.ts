import type { EventReply, RecordedEffect } from '@laurel/contracts';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import { describeRecord } from '../get-event/describe-event.js';
import type { Receipt } from '../get-event/receipt.js';
import type { OutcomeDto } from './outcome.dto.js';

/** @param receipt of the message that was waited for, which a duplicate has besides that of the first */
export function describeOutcome({ status, record, ranks }: EventReply, receipt: Receipt): OutcomeDto {
  return {
    ...describeRecord({ ...record, status }),
    receipt,
    balances: lastValues(record.effects, (effect) =>
      effect.kind === 'award' || effect.kind === 'spend' ? [effect.currency, effect.balance] : undefined,
    ),
    stats: lastValues(record.effects, (effect) => (effect.kind === 'record' ? [effect.stat, effect.value] : undefined)),
    ranks: ranks.map((change) => ({ ...change, board: boardKeyOf(change.board) })),
  };
}

/** Several effects may have changed the same: the last one tells what it came to. */
function lastValues(
  effects: readonly RecordedEffect[],
  read: (effect: RecordedEffect) => readonly [string, number] | undefined,
): Record<string, number> {
  return Object.fromEntries(effects.map(read).filter((entry) => entry !== undefined));
}
