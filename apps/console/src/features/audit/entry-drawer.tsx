import { Button, Drawer, Group, Stack, Table, Text } from '@mantine/core';
import { Copyable, Time } from '../../ui/index.js';
import { Facts } from '../../ui/facts.js';
import type { AuditFilter } from './audit-filter.js';
import type { AuditEntry } from './audit.queries.js';
import { type Change, changesBetween } from './changes.js';

export interface EntryDrawerProps {
  readonly entry: AuditEntry;
  /** The actor's name, where it is known. */
  readonly actor: string | undefined;
  readonly onClose: () => void;
  readonly onFilter: (filter: AuditFilter) => void;
}

/** One entry, with what it changed. */
export function EntryDrawer({ entry, actor, onClose, onFilter }: EntryDrawerProps) {
  const { action, target, at, requestId, before, after } = entry;
  const changes = changesBetween(before, after);
  return (
    <Drawer opened onClose={onClose} title={`${action} ${target}`}>
      <Stack>
        <Facts
          label="Entry"
          facts={[
            ['When', <Time key="at" at={at} as="instant" />],
            ['Who', `${actor ?? entry.actor.id} (${entry.actor.kind.replace('_', ' ')})`],
            ['Id of who did it', <Copyable key="actor" value={entry.actor.id} label="actor id" />],
            ['Request', <Copyable key="request" value={requestId} label="request id" />],
          ]}
        />
        {changes.length === 0 ? (
          <Text c="dimmed">The action tells no values.</Text>
        ) : (
          <Changes changes={changes} isNew={before === null} />
        )}
        <Group>
          <Button variant="default" size="xs" onClick={() => onFilter({ target })}>
            All that was done to {target}
          </Button>
          <Button variant="default" size="xs" onClick={() => onFilter({ actor: entry.actor.id })}>
            All that they did
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

const Changes = ({ changes, isNew }: { readonly changes: readonly Change[]; readonly isNew: boolean }) => (
  <Table aria-label="What changed" layout="fixed">
    <Table.Thead>
      <Table.Tr>
        <Table.Th>Value</Table.Th>
        {!isNew && <Table.Th>Before</Table.Th>}
        <Table.Th>After</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody style={{ wordBreak: 'break-word' }}>
      {changes.map(({ path, before, after }) => (
        <Table.Tr key={path}>
          <Table.Th scope="row">{path}</Table.Th>
          {!isNew && <Table.Td>{before === undefined ? '–' : <del>{before}</del>}</Table.Td>}
          <Table.Td>{after === undefined ? '–' : <ins>{after}</ins>}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
