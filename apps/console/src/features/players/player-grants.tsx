import { Text } from '@mantine/core';
import { type Column, DataTable, EmptyState, Time } from '../../ui/index.js';
import { GrantStateBadge } from '../../ui/grant-state-badge.js';
import { type PlayerGrant, usePlayerGrants } from './players.queries.js';

const COLUMNS: readonly Column<PlayerGrant>[] = [
  { id: 'at', header: 'Won', cell: ({ createdAt }) => <Time at={createdAt} clock="environment" />, width: 150 },
  { id: 'board', header: 'Leaderboard', cell: ({ leaderboard, window }) => `${leaderboard} ${window}` },
  { id: 'tier', header: 'Tier', cell: ({ tier }) => tier },
  { id: 'rank', header: 'Rank', cell: ({ rank }) => rank, align: 'right', width: 80 },
  { id: 'rewards', header: 'Rewards', cell: ({ rewards }) => rewards.join(', ') },
  { id: 'state', header: 'State', cell: ({ state }) => <GrantStateBadge state={state} />, width: 130 },
  {
    id: 'cause',
    header: 'Note',
    cell: ({ cause, revocation }) => (
      <Text span inherit c="dimmed">
        {revocation?.reason ?? cause?.detail ?? ''}
      </Text>
    ),
  },
];

/** What the player won on leaderboards, and what became of it. */
export function PlayerGrants({ playerId }: { readonly playerId: string }) {
  return (
    <DataTable
      label="Rewards"
      columns={COLUMNS}
      rowId={({ id }) => id}
      height="max(320px, calc(100dvh - 280px))"
      empty={
        <EmptyState title="Nothing was won yet">
          Rewards of leaderboards appear here when a window closes with the player on a rewarded rank.
        </EmptyState>
      }
      {...usePlayerGrants(playerId)}
    />
  );
}
