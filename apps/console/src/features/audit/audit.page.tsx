import { Anchor, Button, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useNames } from '../../app/names.queries.js';
import { type Column, DataTable, EmptyState, PageHeader, Time } from '../../ui/index.js';
import { type AuditFilter, auditFilterOf } from './audit-filter.js';
import { AuditFilters } from './audit-filters.js';
import { type AuditEntry, useAudit } from './audit.queries.js';
import { EntryDrawer } from './entry-drawer.js';

/** Who did what, and when: every write that succeeded. */
export function AuditPage() {
  const filter = useSearch({ from: '/frame/audit' });
  const navigate = useNavigate();
  const audit = useAudit(filter);
  const names = useNames();
  const [open, setOpen] = useState<AuditEntry>();
  const columns = useMemo(() => columnsOf(names, setOpen), [names]);
  const change = (next: AuditFilter): void => {
    void navigate({ to: '/audit', search: auditFilterOf({ ...next }), replace: true });
  };
  return (
    <>
      <PageHeader
        title="Audit log"
        about="Every change that was made in this environment, and who made it. Nothing removes an entry."
        actions={
          <Button variant="default" onClick={audit.onRetry}>
            Refresh
          </Button>
        }
      />
      <AuditFilters filter={filter} onChange={change} />
      <DataTable
        label="Audit log"
        columns={columns}
        rowId={({ id }) => id}
        onRowClick={setOpen}
        height="max(320px, calc(100dvh - 300px))"
        empty={
          Object.keys(filter).length > 0 ? (
            <EmptyState
              title="Nothing of the kind was done"
              action={
                <Button variant="default" onClick={() => change({})}>
                  Show everything
                </Button>
              }
            >
              Filters compare the whole of an actor, an action or a target.
            </EmptyState>
          ) : (
            <EmptyState title="Nothing was changed yet">What somebody changes here is listed from then on.</EmptyState>
          )
        }
        {...audit}
      />
      {open && (
        <EntryDrawer
          entry={open}
          actor={names.get(open.actor.id)}
          onClose={() => setOpen(undefined)}
          onFilter={(next) => {
            setOpen(undefined);
            change(next);
          }}
        />
      )}
    </>
  );
}

const columnsOf = (
  names: ReadonlyMap<string, string>,
  onOpen: (entry: AuditEntry) => void,
): readonly Column<AuditEntry>[] => [
  { id: 'at', header: 'When', cell: ({ at }) => <Time at={at} />, width: 150 },
  { id: 'actor', header: 'Who', cell: ({ actor }) => <Actor actor={actor} name={names.get(actor.id)} /> },
  {
    id: 'action',
    header: 'Did',
    cell: (entry) => (
      <Anchor component="button" type="button" inherit onClick={() => onOpen(entry)}>
        {entry.action}
      </Anchor>
    ),
  },
  { id: 'target', header: 'To', cell: ({ target }) => <span className="mono">{target}</span> },
];

const Actor = ({ actor, name }: { readonly actor: AuditEntry['actor']; readonly name: string | undefined }) => (
  <>
    {name ?? actor.id}{' '}
    <Text span inherit c="dimmed">
      {actor.kind.replace('_', ' ')}
    </Text>
  </>
);
