import { Alert, Anchor, Group, Tabs, Text } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Copyable, PageHeader, Problem, Time } from '../../ui/index.js';
import { AppLink, playerHref } from '../../ui/app-link.js';
import { Loading } from '../../ui/loading.js';
import { PlayerActions } from './player-actions.js';
import { PlayerGrants } from './player-grants.js';
import { PlayerOverview } from './player-overview.js';
import { PlayerTimeline } from './player-timeline.js';
import { type Player, usePlayer } from './players.queries.js';
import type { PlayerTab } from './routes.js';
import { StatusBadge } from './status-badge.js';

/** All that is known of one player, and all that can be done about them. */
export function PlayerPage() {
  const { playerId } = useParams({ from: '/frame/players/$playerId' });
  const { tab = 'overview' } = useSearch({ from: '/frame/players/$playerId' });
  const navigate = useNavigate();
  const { data: player, error, refetch } = usePlayer(playerId);
  if (!player) return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Loading label="Page" />;
  const show = (next: string | null): void => {
    void navigate({
      to: '/players/$playerId',
      params: { playerId },
      search: { tab: next as PlayerTab },
      replace: true,
    });
  };
  return (
    <>
      <PageHeader
        title={player.name ?? playerId}
        about={<Copyable value={playerId} label="player id" />}
        actions={
          <>
            <StatusBadge status={player.status} />
            <PlayerActions player={player} />
          </>
        }
      />
      <NotActive player={player} />
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="overview">Overview</Tabs.Tab>
          <Tabs.Tab value="timeline">Timeline</Tabs.Tab>
          <Tabs.Tab value="grants">Rewards</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview">
          <PlayerOverview player={player} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <PlayerTimeline playerId={playerId} />
        </Tabs.Panel>
        <Tabs.Panel value="grants">
          <PlayerGrants playerId={playerId} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

const MEANS = {
  suspended: 'Events are recorded and lead to nothing. The player stays on the leaderboards.',
  banned: 'Events are recorded and lead to nothing. The player is on no leaderboard until they are reinstated.',
  merged: 'What the player had is another player’s. It can’t be undone.',
} as const;

/** Why the player is not active, since when, and what that means. */
function NotActive({ player }: { readonly player: Player }) {
  const { status, statusReason, statusSince, mergedInto } = player;
  if (status === 'active') return null;
  return (
    <Alert color={status === 'merged' ? 'gray' : 'yellow'} variant="light" mb="md" title={MEANS[status]}>
      <Group gap="xs">
        {statusReason && <Text size="sm">“{statusReason}”</Text>}
        {statusSince && (
          <Text size="sm">
            <Time at={statusSince} clock="environment" />
          </Text>
        )}
        {mergedInto && (
          <Anchor component={AppLink} href={playerHref(mergedInto)} size="sm">
            {mergedInto}
          </Anchor>
        )}
      </Group>
    </Alert>
  );
}
