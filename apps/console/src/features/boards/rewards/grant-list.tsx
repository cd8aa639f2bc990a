import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { usePermission } from '../../../app/session.queries.js';
import { type Column, DataTable, EmptyState, Problem, Time } from '../../../ui/index.js';
import { playerColumn } from '../../../ui/event-columns.js';
import { GRANT_STATES, type GrantState, GrantStateBadge, grantStateLabel } from '../../../ui/grant-state-badge.js';
import { figure } from '../../../ui/figures.js';
import { actsOf, givenBy } from './grant-acts.js';
import { GrantReason, type ReasonedOrder } from './grant-reason.js';
import { type Grant, type GrantOrder, useGrantOrder, useGrants } from './rewards.queries.js';

const LABELS: Readonly<Record<GrantOrder['kind'], string>> = {
  approve: 'Approve',
  reject: 'Reject',
  retry: 'Try again',
  revoke: 'Revoke',
};

export interface GrantListProps {
  /** Key of the schedule. */
  readonly source: string;
  /** key */
  readonly window: string;
}

/** What each winner of a window was given, and what can be done about it. */
export function GrantList({ source, window }: GrantListProps) {
  const [state, setState] = useState<GrantState | undefined>();
  const [asked, setAsked] = useState<ReasonedOrder | undefined>();
  const grants = useGrants({ source, window, state });
  const order = useGrantOrder();
  const mayWrite = usePermission('rewards:write');
  const act = (grant: Grant, kind: GrantOrder['kind']): void =>
    kind === 'approve' || kind === 'retry' ? order.mutate({ kind, id: grant.id }) : setAsked({ grant, kind });
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end">
        <Title order={2} size="h5">
          Grants of {window}
        </Title>
        <Select
          aria-label="State of grants"
          placeholder="All states"
          data={GRANT_STATES.map((value) => ({ value, label: grantStateLabel(value) }))}
          value={state ?? null}
          onChange={(next) => setState(next ?? undefined)}
          clearable
          w={160}
        />
      </Group>
      {order.error && <Problem error={order.error} />}
      <DataTable
        label={`Grants of ${window}`}
        columns={mayWrite ? [...COLUMNS, actColumn(act)] : COLUMNS}
        rows={grants.rows}
        rowId={({ id }) => id}
        error={grants.error}
        onRetry={grants.onRetry}
        more={grants.more}
        empty={
          <EmptyState title="No grants">
            {state ? `None is ${grantStateLabel(state)}.` : 'Nobody won anything in this window.'}
          </EmptyState>
        }
      />
      {asked && <GrantReason order={asked} onClose={() => setAsked(undefined)} />}
    </Stack>
  );
}

const COLUMNS: readonly Column<Grant>[] = [
  { id: 'rank', header: 'Rank', align: 'right', cell: ({ rank }) => figure(rank) },
  playerColumn,
  { id: 'tier', header: 'Tier', cell: ({ tier, part }) => (part === undefined ? tier : `${tier} (${part})`) },
  { id: 'what', header: 'Gives', cell: givenBy },
  {
    id: 'state',
    header: 'State',
    cell: ({ state, cause, revocation, claimBy }) => (
      <Group gap="xs" wrap="nowrap">
        <GrantStateBadge state={state} />
        <Text size="xs" c="dimmed">
          {cause?.detail ??
            revocation?.reason ??
            (state === 'granted' && claimBy !== undefined ? (
              <>
                claim by <Time at={claimBy} as="instant" clock="environment" />
              </>
            ) : (
              ''
            ))}
        </Text>
      </Group>
    ),
  },
  { id: 'updated', header: 'Since', cell: ({ updatedAt }) => <Time at={updatedAt} clock="environment" /> },
];

const actColumn = (act: (grant: Grant, kind: GrantOrder['kind']) => void): Column<Grant> => ({
  id: 'act',
  header: 'Decide',
  cell: (grant) => (
    <Group gap={4} wrap="nowrap">
      {actsOf(grant).map((kind) => (
        <Button
          key={kind}
          size="compact-xs"
          variant="default"
          onClick={() => act(grant, kind)}
          aria-label={`${LABELS[kind]} the grant of ${grant.playerId}`}
        >
          {LABELS[kind]}
        </Button>
      ))}
    </Group>
  ),
});
