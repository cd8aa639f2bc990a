import { Anchor, Button, Drawer, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { Suspense, lazy } from 'react';
import { usePermission } from '../../../app/session.queries.js';
import { AppLink, playerHref } from '../../../ui/app-link.js';
import { Problem, Time } from '../../../ui/index.js';
import { Loading } from '../../../ui/loading.js';
import { figure } from '../../../ui/figures.js';
import { type Board, type BoardView, type Standing, useStanding } from '../boards.queries.js';
import { Moderation } from './moderation.js';
import { TrailList } from './trail-list.js';

// Charts weigh more than all else of the page: they come when they are looked at.
const HistoryChart = lazy(async () => ({ default: (await import('./history-chart.js')).HistoryChart }));

export interface StandingDrawerProps {
  readonly board: Board;
  readonly view: BoardView;
  /** Key of the window that is shown. */
  readonly shownWindow: string | undefined;
  /** Undefined: closed. */
  readonly playerId: string | undefined;
  readonly onClose: () => void;
  readonly onAround: (playerId: string) => void;
}

/** Where a player stands, how it came to be, and what can be done about it. */
export function StandingDrawer({ playerId, onClose, ...props }: StandingDrawerProps) {
  return (
    <Drawer opened={playerId !== undefined} onClose={onClose} title={playerId}>
      {playerId !== undefined && <StandingDetails key={playerId} playerId={playerId} {...props} />}
    </Drawer>
  );
}

type DetailsProps = Omit<StandingDrawerProps, 'onClose' | 'playerId'> & { readonly playerId: string };

function StandingDetails({ board, view, shownWindow, playerId, onAround }: DetailsProps) {
  const standing = useStanding(view, playerId);
  const mayTrail = usePermission('events:read');
  const mayModerate = usePermission('players:write');
  if (standing.error && !standing.data) {
    return <Problem error={standing.error} onRetry={() => void standing.refetch()} />;
  }
  if (!standing.data) return <Loading label="Standing" />;
  const window = shownWindow ?? standing.data.window.key;
  return (
    <Stack>
      <Place standing={standing.data} columns={board.columns.map(({ stat }) => stat)} stat={board.stat} />
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => onAround(playerId)}>
          Show the rows around
        </Button>
        <Anchor component={AppLink} size="sm" href={playerHref(playerId)}>
          Open the player
        </Anchor>
      </Group>
      <Tabs defaultValue={mayTrail ? 'trail' : 'history'} keepMounted={false}>
        <Tabs.List>
          {mayTrail && <Tabs.Tab value="trail">Trail</Tabs.Tab>}
          <Tabs.Tab value="history">Past windows</Tabs.Tab>
          {mayModerate && <Tabs.Tab value="moderation">Moderate</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="trail" pt="sm">
          <TrailList view={{ ...view, window }} playerId={playerId} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="sm">
          <Suspense fallback={<Loading label="Past windows" />}>
            <HistoryChart boardKey={board.key} playerId={playerId} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="moderation" pt="sm">
          <Moderation board={board} playerId={playerId} window={window} isClosed={standing.data.window.closed} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

interface PlaceProps {
  readonly standing: Standing;
  readonly columns: readonly string[];
  readonly stat: string;
}

function Place({ standing: { entry, window, total, warming }, columns, stat }: PlaceProps) {
  if (!entry) return <Text>Not on the leaderboard in the window {window.key}, or hidden.</Text>;
  const figures = [
    [stat, figure(entry.score)],
    ...columns.map((column) => [column, figure(entry.columns[column])]),
    ...entry.segments.map(({ segment, rank, total: of }) => [segment, `${figure(rank)} of ${figure(of)}`]),
  ] as const;
  return (
    <Stack gap={4}>
      <Title order={2} size="h2" className="numeric">
        {warming ? 'Ranks are being rebuilt' : `Rank ${figure(entry.rank)}`}{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          of {figure(total)} in {window.key}
          {entry.percentile !== null && `, ahead of or with ${entry.percentile} %`}
        </Text>
      </Title>
      <Group gap="lg">
        {figures.map(([label, value]) => (
          <Text key={label} size="sm" className="numeric">
            <Text span inherit c="dimmed">
              {label}
            </Text>{' '}
            <b>{value}</b>
          </Text>
        ))}
      </Group>
      {entry.reachedAt !== null && (
        <Text size="sm" c="dimmed">
          reached <Time at={entry.reachedAt} clock="environment" />
        </Text>
      )}
    </Stack>
  );
}
