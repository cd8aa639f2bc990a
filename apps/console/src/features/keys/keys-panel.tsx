import { Badge, Box, Button, Group, Text, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import { usePermission } from '../../app/session.queries.js';
import { type Column, Copyable, DataTable, EmptyState, Time } from '../../ui/index.js';
import { CreateKeyDialog } from './create-key.js';
import { type KeyAct, KeyDialog, KeyMenu } from './key-acts.js';
import { type Key, useKeys } from './keys.queries.js';

const COLORS = { active: 'green', expired: 'gray', revoked: 'red' } as const;

const COLUMNS: readonly Column<Key>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name || 'no name' },
  {
    id: 'id',
    header: 'Id',
    cell: ({ id }) => (
      <Box maw={150}>
        <Copyable value={id} label="key id" />
      </Box>
    ),
  },
  { id: 'kind', header: 'Kind', cell: ({ kind }) => kind, width: 110 },
  { id: 'permissions', header: 'May', cell: (key) => <May value={key} /> },
  { id: 'status', header: 'Status', cell: (key) => <KeyStatus value={key} />, width: 140 },
  { id: 'used', header: 'Last used', cell: ({ lastUsedAt }) => <Time at={lastUsedAt} />, width: 140 },
  { id: 'ends', header: 'Ends', cell: ({ expiresAt }) => <Time at={expiresAt} />, width: 140 },
];

function May({ value: { kind, permissions } }: { readonly value: Key }) {
  const all = permissions.join(', ');
  const text = kind === 'secret' ? 'everything' : all;
  return (
    <Tooltip label={all} multiline maw={360} disabled={all === ''} events={{ hover: true, focus: true, touch: true }}>
      <Text
        span
        inherit
        c="dimmed"
        truncate
        display="inline-block"
        maw={200}
        tabIndex={0}
        style={{ verticalAlign: 'bottom' }}
      >
        {text}
      </Text>
    </Tooltip>
  );
}

const KeyStatus = ({ value: { status, rolledTo } }: { readonly value: Key }) => (
  <Group gap={4} wrap="nowrap">
    <Badge variant="light" color={COLORS[status]}>
      {status}
    </Badge>
    {rolledTo && (
      <Badge variant="outline" color="gray" title={`Replaced by ${rolledTo}`}>
        rolled
      </Badge>
    )}
  </Group>
);

interface Open {
  readonly act: KeyAct;
  readonly target: Key;
}

/** Keys of the environment; never a secret but the one that was just made. */
export function KeysPanel() {
  const keys = useKeys();
  const mayWrite = usePermission('keys:write');
  const [open, setOpen] = useState<Open>();
  const [creating, setCreating] = useState(false);
  const columns = useMemo(
    () => (mayWrite ? [...COLUMNS, actsColumn((act, target) => setOpen({ act, target }))] : COLUMNS),
    [mayWrite],
  );
  const create = mayWrite && <Button onClick={() => setCreating(true)}>Create a key</Button>;
  return (
    <>
      <Group justify="flex-end" mb="sm">
        {create}
      </Group>
      <DataTable
        label="Keys"
        columns={columns}
        rowId={({ id }) => id}
        height="max(320px, calc(100dvh - 300px))"
        empty={
          <EmptyState title="No keys yet" action={create}>
            A server of yours needs one to send events.
          </EmptyState>
        }
        {...keys}
      />
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
      {open && <KeyDialog act={open.act} target={open.target} onClose={() => setOpen(undefined)} />}
    </>
  );
}

const actsColumn = (onAct: (act: KeyAct, target: Key) => void): Column<Key> => ({
  id: 'act',
  header: 'Act',
  width: 100,
  cell: (key) => <KeyMenu target={key} onAct={(act) => onAct(act, key)} />,
});
