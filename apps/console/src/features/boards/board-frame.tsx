import { Group, Tabs } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePermission } from '../../app/session.queries.js';
import { ButtonLink, EmptyState, PageHeader, Problem } from '../../ui/index.js';
import { Loading } from '../../ui/loading.js';
import { type Board, useBoard } from './boards.queries.js';
import { sourceOf } from './boards.page.js';

const TABS = { live: '/boards/$key', windows: '/boards/$key/windows', rewards: '/boards/$key/rewards' } as const;

export interface BoardFrameProps {
  /** Of the board. */
  readonly boardKey: string;
  readonly tab: keyof typeof TABS;
  readonly children: (board: Board) => ReactNode;
}

/** What all pages of a board have in common: its name, what it ranks, and the way to the other pages. */
export function BoardFrame({ boardKey, tab, children }: BoardFrameProps) {
  const found = useBoard(boardKey);
  const navigate = useNavigate();
  const mayRewards = usePermission('rewards:read');
  const board = found.data;
  if (found.error && board === undefined) return <Problem error={found.error} onRetry={() => void found.refetch()} />;
  if (board === null) return <NoBoard boardKey={boardKey} />;
  return (
    <>
      <PageHeader
        title={boardKey}
        about={board ? sourceOf(board.stat, board.aggregation, board.order) : undefined}
        actions={<EditBoard boardKey={boardKey} />}
      />
      <Tabs
        value={tab}
        onChange={(next) => next && void navigate({ to: TABS[next as keyof typeof TABS], params: { key: boardKey } })}
        mb="md"
      >
        <Tabs.List aria-label="Pages of the leaderboard">
          <Tabs.Tab value="live">Standings</Tabs.Tab>
          <Tabs.Tab value="windows">Windows</Tabs.Tab>
          {mayRewards && <Tabs.Tab value="rewards">Rewards</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          {board ? children(board) : <Loading label="Leaderboard" />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

const EditBoard = ({ boardKey }: { readonly boardKey: string }) =>
  usePermission('releases:write') ? (
    <ButtonLink
      to="/boards/$key/edit"
      params={{ key: boardKey }}
      variant="default"
      leftSection={<IconPencil size={16} aria-hidden />}
    >
      Edit
    </ButtonLink>
  ) : null;

function NoBoard({ boardKey }: { readonly boardKey: string }) {
  const mayEdit = usePermission('releases:write');
  return (
    <>
      <PageHeader title={boardKey} />
      <EmptyState
        title="This leaderboard is not in force"
        action={
          <Group>
            <ButtonLink to="/boards" variant="default">
              All leaderboards
            </ButtonLink>
            {mayEdit && (
              <ButtonLink to="/boards/$key/edit" params={{ key: boardKey }}>
                Look in the draft
              </ButtonLink>
            )}
          </Group>
        }
      >
        No published release has a leaderboard of this key in this environment. If it is in the draft, publish it first.
      </EmptyState>
    </>
  );
}
