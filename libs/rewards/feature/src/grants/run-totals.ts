import type { GrantDocument, GrantState } from '@laurel/contracts';
import type { Collection } from 'mongodb';
import type { GrantsOfWindow, StateTotals } from './grant-store.js';

interface StateCount {
  readonly _id: GrantState;
  readonly grants: number;
}

interface CurrencySum {
  readonly _id: { readonly state: GrantState; readonly currency: string };
  readonly amount: number;
}

/** How many grants of a window are in each state, and what they come to in each currency. */
export async function runTotals(
  grants: Collection<GrantDocument>,
  { workspace, schedule, board, window }: GrantsOfWindow,
): Promise<StateTotals[]> {
  const ofWindow = { $match: { workspace, schedule, board, window } };
  const [states, sums] = await Promise.all([
    grants
      .aggregate<StateCount>([ofWindow, { $group: { _id: '$state', grants: { $sum: 1 } } }, { $sort: { _id: 1 } }])
      .toArray(),
    grants
      .aggregate<CurrencySum>([
        ofWindow,
        { $unwind: '$parts' },
        { $match: { 'parts.currency': { $exists: true } } },
        { $group: { _id: { state: '$state', currency: '$parts.currency' }, amount: { $sum: '$parts.amount' } } },
        { $sort: { '_id.currency': 1 } },
      ])
      .toArray(),
  ]);
  return states.map(({ _id: state, grants: count }) => {
    const own = sums.filter((sum) => sum._id.state === state);
    return {
      state,
      grants: count,
      currencies: Object.fromEntries(own.map(({ _id, amount }) => [_id.currency, amount])),
    };
  });
}
