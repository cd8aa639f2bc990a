import { Button, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type Column, DataTable, EmptyState, PageHeader, Time } from '../../ui/index.js';
import { playerColumn } from '../../ui/event-columns.js';
import { type PlayerFilter, withoutGaps } from './player-filter.js';
import { PlayerFilters } from './player-filters.js';
import { type Player, usePlayers } from './players.queries.js';
import { StatusBadge } from './status-badge.js';

const COLUMNS: readonly Column<Player>[] = [
  playerColumn,
  { id: 'name', header: 'Name', cell: ({ name }) => name ?? '' },
  { id: 'status', header: 'Status', cell: ({ status }) => <StatusBadge status={status} />, width: 120 },
  { id: 'attributes', header: 'Attributes', cell: ({ attributes }) => <Attributes attributes={attributes} /> },
  {
    id: 'updated',
    header: 'Last seen',
    cell: ({ updatedAt }) => <Time at={updatedAt} clock="environment" />,
    width: 150,
  },
];

const SHOWN = 3;

function Attributes({ attributes }: Pick<Player, 'attributes'>) {
  const all = Object.entries(attributes);
  const more = all.length - SHOWN;
  return (
    <Text span inherit c="dimmed">
      {all
        .slice(0, SHOWN)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ')}
      {more > 0 && ` and ${more} more`}
    </Text>
  );
}

/** Every player of the environment: found by id, name, status, an attribute or a segment. */
export function PlayersPage() {
  const filter = useSearch({ from: '/frame/players' });
  const navigate = useNavigate();
  const players = usePlayers(filter);
  const change = (next: PlayerFilter): void => {
    void navigate({ to: '/players', search: withoutGaps(next), replace: true });
  };
  const open = ({ playerId }: Player): void => {
    void navigate({ to: '/players/$playerId', params: { playerId } });
  };
  return (
    <>
      <PageHeader
        title="Players"
        about="Found by the beginning of an id or a name, by status, by an attribute, or by a segment."
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/segments" {...props} />}>
            Segments
          </Button>
        }
      />
      <PlayerFilters filter={filter} onChange={change} />
      <DataTable
        label="Players"
        columns={COLUMNS}
        rowId={({ playerId }) => playerId}
        onRowClick={open}
        height="max(320px, calc(100dvh - 300px))"
        empty={<NoPlayers isFiltered={Object.keys(filter).length > 0} onClear={() => change({})} />}
        {...players}
      />
    </>
  );
}

const NoPlayers = ({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) =>
  isFiltered ? (
    <EmptyState
      title="Nobody is found"
      action={
        <Button variant="default" onClick={onClear}>
          Show all players
        </Button>
      }
    >
      Ids and names are found by how they begin, attributes by their whole value.
    </EmptyState>
  ) : (
    <EmptyState title="No players yet">A player is created by the first event that your game sends.</EmptyState>
  );
