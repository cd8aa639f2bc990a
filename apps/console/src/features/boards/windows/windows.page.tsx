import { Badge, Button, Menu, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { QUERY_BASE } from '../../../api/index.js';
import { usePermission } from '../../../app/session.queries.js';
import { AnchorLink, type Column, DataTable, EmptyState, Time } from '../../../ui/index.js';
import { figure } from '../../../ui/figures.js';
import { BoardFrame } from '../board-frame.js';
import { type ListedWindow, useWindows } from '../boards.queries.js';
import { Countdown } from '../countdown.js';
import { EndWindow } from './end-window.js';

const route = getRouteApi('/frame/boards/$key/windows');

/** The windows of a board: those that run, those that come, and the final standings of those that have ended. */
export function WindowsPage() {
  const { key } = route.useParams();
  return (
    <BoardFrame boardKey={key} tab="windows">
      {() => <Windows boardKey={key} />}
    </BoardFrame>
  );
}

const UPCOMING = 5;

function Windows({ boardKey }: { readonly boardKey: string }) {
  const windows = useWindows(boardKey, UPCOMING);
  const mayEnd = usePermission('releases:write');
  const mayExport = usePermission('players:export');
  const [ending, setEnding] = useState<ListedWindow | undefined>();
  const { first } = windows;
  const running: readonly Column<ListedWindow>[] = [
    ...columnsOf(boardKey),
    { id: 'ends', header: 'Ends in', align: 'right', cell: ({ end }) => <Countdown end={end} /> },
    ...(mayEnd
      ? [
          {
            id: 'act',
            header: 'Change',
            cell: (window: ListedWindow) =>
              window.end !== null && window.state !== 'grace' ? (
                <Button size="compact-xs" variant="default" onClick={() => setEnding(window)}>
                  End earlier
                </Button>
              ) : null,
          },
        ]
      : []),
  ];
  const past: readonly Column<ListedWindow>[] = [
    ...columnsOf(boardKey),
    { id: 'rows', header: 'Players', align: 'right', cell: ({ total }) => figure(total) },
    ...(mayExport
      ? [
          {
            id: 'export',
            header: 'Export',
            cell: (window: ListedWindow) => <Export boardKey={boardKey} window={window} />,
          },
        ]
      : []),
  ];
  const { error } = windows;
  return (
    <Stack gap="lg">
      <Section title="Running">
        <DataTable
          label="Running windows"
          columns={running}
          rows={first?.open}
          rowId={({ key }) => key}
          error={error}
          onRetry={windows.onRetry}
          empty={<Text c="dimmed">None runs now.</Text>}
          height={260}
        />
      </Section>
      {first && first.upcoming.length > 0 && (
        <Section title="Next">
          <DataTable
            label="Next windows"
            columns={[...columnsOf(undefined), ZONE_COLUMN]}
            rows={first.upcoming}
            rowId={({ key }) => key}
            empty={null}
            height={260}
          />
        </Section>
      )}
      <Section title="Ended">
        <DataTable
          label="Windows that have ended"
          columns={past}
          rows={windows.rows}
          rowId={({ key }) => key}
          error={error}
          empty={
            <EmptyState title="No window has ended yet">Its final standings will be kept and listed here.</EmptyState>
          }
          more={windows.more}
        />
      </Section>
      <EndWindow boardKey={boardKey} window={ending} onClose={() => setEnding(undefined)} />
    </Stack>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title}>
    <Title order={2} size="h5" mb="xs">
      {title}
    </Title>
    {children}
  </section>
);

const COLORS: Readonly<Record<ListedWindow['state'], string>> = {
  upcoming: 'gray',
  running: 'green',
  grace: 'yellow',
  closing: 'yellow',
  final: 'blue',
  expired: 'gray',
};

const columnsOf = (boardKey: string | undefined): readonly Column<ListedWindow>[] => [
  {
    id: 'key',
    header: 'Window',
    cell: ({ key, state }) =>
      boardKey === undefined || state === 'expired' ? (
        key
      ) : (
        <AnchorLink to="/boards/$key" params={{ key: boardKey }} search={{ window: key }}>
          {key}
        </AnchorLink>
      ),
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ state }) => (
      <Badge color={COLORS[state]} variant="light" tt="none">
        {state}
      </Badge>
    ),
  },
  { id: 'start', header: 'Begins', cell: ({ start }) => <Time at={start} as="instant" clock="environment" /> },
  { id: 'end', header: 'Ends', cell: ({ end }) => <Time at={end} as="instant" clock="environment" /> },
];

const ZONE_COLUMN: Column<ListedWindow> = { id: 'zone', header: 'Zone', cell: ({ timeZone }) => timeZone };

/** Final standings as a file. The browser streams them to disk, however many there are. */
function Export({ boardKey, window }: { readonly boardKey: string; readonly window: ListedWindow }) {
  if (window.state !== 'final') return null;
  const href = (format: string): string =>
    `${QUERY_BASE}/v1/leaderboards/${encodeURIComponent(boardKey)}/windows/${encodeURIComponent(window.key)}/export?format=${format}`;
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-xs" variant="default" leftSection={<IconDownload size={12} aria-hidden />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {['csv', 'ndjson'].map((format) => (
          <Menu.Item key={format} component="a" href={href(format)} download={`${boardKey}-${window.key}.${format}`}>
            {format.toUpperCase()}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
