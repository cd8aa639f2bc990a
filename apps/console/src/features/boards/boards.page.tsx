import { Badge, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { usePermission } from '../../app/session.queries.js';
import { AnchorLink, ButtonLink, type Column, DataTable, EmptyState, PageHeader } from '../../ui/index.js';
import { figure } from '../../ui/figures.js';
import { type Board, useBoards } from './boards.queries.js';
import { Countdown } from './countdown.js';

/** Every board that is in force. */
export function BoardsPage() {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim().toLowerCase(), 200);
  const boards = useBoards(q);
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title="Leaderboards"
        about="What is ranked, and the windows that run now."
        actions={<CreateBoard />}
      />
      <TextInput
        aria-label="Search leaderboards"
        placeholder="Search by key"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw={360}
        mb="sm"
      />
      <DataTable
        label="Leaderboards"
        columns={COLUMNS}
        rows={boards.rows}
        rowId={({ key }) => key}
        onRowClick={({ key }) => void navigate({ to: '/boards/$key', params: { key } })}
        error={boards.error}
        onRetry={boards.onRetry}
        more={boards.more}
        empty={<NoBoards q={q} />}
      />
    </>
  );
}

/** The window that is shown to who names none comes first. */
const shownOf = ({ running }: Board) => running.find(({ end }) => end !== null) ?? running[0];

const COLUMNS: readonly Column<Board>[] = [
  {
    id: 'key',
    header: 'Leaderboard',
    cell: ({ key }) => (
      <AnchorLink to="/boards/$key" params={{ key }}>
        {key}
      </AnchorLink>
    ),
  },
  { id: 'source', header: 'Ranks', cell: ({ stat, aggregation, order }) => sourceOf(stat, aggregation, order) },
  { id: 'windows', header: 'Windows', cell: ({ windows }) => <Names names={windows} /> },
  { id: 'running', header: 'Running', cell: (board) => shownOf(board)?.key ?? '–' },
  {
    id: 'ends',
    header: 'Ends in',
    align: 'right',
    cell: (board) => <Countdown end={shownOf(board)?.end ?? null} />,
  },
  { id: 'rows', header: 'Players', align: 'right', cell: (board) => figure(shownOf(board)?.total) },
];

/** In words: “sum of points, most first”. */
export const sourceOf = (stat: string, aggregation: string, order: string): string =>
  `${aggregation === 'count' ? 'number' : aggregation} of ${stat}, ${order === 'desc' ? 'most' : 'least'} first`;

const Names = ({ names }: { readonly names: readonly string[] }) => (
  <Group gap={4} wrap="nowrap">
    {names.slice(0, 3).map((name) => (
      <Badge key={name} variant="default" size="sm" tt="none">
        {name}
      </Badge>
    ))}
    {names.length > 3 && `and ${names.length - 3}`}
  </Group>
);

const CreateBoard = () =>
  usePermission('releases:write') ? (
    <ButtonLink to="/boards/new" leftSection={<IconPlus size={16} aria-hidden />}>
      Create leaderboard
    </ButtonLink>
  ) : null;

const NoBoards = ({ q }: { readonly q: string }) =>
  q === '' ? (
    <EmptyState title="There are no leaderboards yet" action={<CreateBoard />}>
      A leaderboard ranks players by a stat, for all time or window by window. It is there as soon as a release that has
      it is published.
    </EmptyState>
  ) : (
    <EmptyState title={`No leaderboard has “${q}” in its key`}>Search for another part of the key.</EmptyState>
  );
