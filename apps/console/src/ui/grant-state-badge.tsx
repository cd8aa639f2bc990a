import { Badge } from '@mantine/core';
import type { QuerySchemas } from '../api/index.js';

export type GrantState = QuerySchemas['schemas']['Grant']['state'];

const COLORS: Readonly<Record<GrantState, string>> = {
  pending: 'yellow',
  approved: 'blue',
  granted: 'green',
  claimed: 'green',
  failed: 'red',
  not_eligible: 'gray',
  expired: 'gray',
  revoked: 'orange',
};

/** All that a grant can be, in the order in which it comes to be so. */
export const GRANT_STATES = Object.keys(COLORS) as readonly GrantState[];

/** A state as people read it. */
export const grantStateLabel = (state: GrantState): string => state.replace('_', ' ');

/** What became of a grant. */
export const GrantStateBadge = ({ state }: { readonly state: GrantState }) => (
  <Badge variant="light" color={COLORS[state]}>
    {grantStateLabel(state)}
  </Badge>
);
