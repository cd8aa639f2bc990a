import { Badge } from '@mantine/core';
import type { PlayerStatus } from './player-filter.js';

const COLORS = { active: 'green', suspended: 'yellow', banned: 'red', merged: 'gray' } as const;

export const StatusBadge = ({ status }: { readonly status: PlayerStatus }) => (
  <Badge variant="light" color={COLORS[status]} autoContrast>
    {status}
  </Badge>
);
