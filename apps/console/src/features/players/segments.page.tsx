import { Anchor, Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { QuerySchemas } from '../../api/index.js';
import { type Column, DataTable, EmptyState, PageHeader, Time } from '../../ui/index.js';
import { AppLink } from '../../ui/app-link.js';
import { figure } from '../../ui/figures.js';
import { useSegments } from './players.queries.js';

type Segment = QuerySchemas['schemas']['CountedSegment'];

const COLUMNS: readonly Column<Segment>[] = [
  {
    id: 'key',
    header: 'Segment',
    cell: ({ key, name }) => (
      <Anchor component={AppLink} href={`/players?${new URLSearchParams({ segment: key }).toString()}`} inherit>
        {name ?? key}
      </Anchor>
    ),
  },
  { id: 'count', header: 'Players', cell: ({ count }) => figure(count), align: 'right', width: 120 },
  { id: 'asOf', header: 'Counted', cell: ({ asOf }) => <Time at={asOf} />, width: 150 },
  { id: 'release', header: 'Release', cell: ({ release }) => release, align: 'right', width: 100 },
];

/** Players for whom a condition of the program holds, counted. */
export function SegmentsPage() {
  const { data, error, refetch } = useSegments();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title="Segments"
        about="Players for whom a condition of the program holds, counted some seconds ago."
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/players" {...props} />}>
            All players
          </Button>
        }
      />
      <DataTable
        label="Segments"
        columns={COLUMNS}
        rows={data?.entries}
        rowId={({ key }) => key}
        onRowClick={({ key }) => void navigate({ to: '/players', search: { segment: key } })}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState title="No segments yet">
            A segment is a condition over attributes, stats and balances. Define one in the program, and publish it.
          </EmptyState>
        }
      />
    </>
  );
}
