import type { GrantState } from '../../../ui/grant-state-badge.js';
import type { Grant, GrantOrder } from './rewards.queries.js';

/** What can be done about a grant in its state. */
const ACTS: Readonly<Partial<Record<GrantState, readonly GrantOrder['kind'][]>>> = {
  pending: ['approve', 'reject'],
  approved: ['revoke'],
  granted: ['revoke'],
  claimed: ['revoke'],
  failed: ['retry', 'revoke'],
};

export const actsOf = ({ state }: Pick<Grant, 'state'>): readonly GrantOrder['kind'][] => ACTS[state] ?? [];

/** What a grant gives, in words: “500 coins, title champion, 2 × chest”. */
export const givenBy = ({ what }: Pick<Grant, 'what'>): string =>
  what
    .map((part) => {
      if ('currency' in part) return `${part.amount} ${part.currency}`;
      if ('stat' in part) return `${part.amount} ${part.stat}`;
      if ('item' in part) return `${part.quantity} × ${part.item}`;
      return `title ${part.title}`;
    })
    .join(', ');

/** Of all winners of a run: how many have what they won, are waited for, and went wrong. */
export interface Progress {
  readonly done: number;
  readonly waiting: number;
  readonly failed: number;
  readonly total: number;
}

const DONE: ReadonlySet<GrantState> = new Set(['granted', 'claimed', 'not_eligible', 'expired', 'revoked']);

export function progressOf(totals: readonly { readonly state: GrantState; readonly grants: number }[]): Progress {
  const sum = (belongs: (state: GrantState) => boolean): number =>
    totals.reduce((all, { state, grants }) => (belongs(state) ? all + grants : all), 0);
  return {
    done: sum((state) => DONE.has(state)),
    waiting: sum((state) => state === 'pending' || state === 'approved'),
    failed: sum((state) => state === 'failed'),
    total: sum(() => true),
  };
}
