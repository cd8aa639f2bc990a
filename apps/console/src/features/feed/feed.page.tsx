import { Button, Group, Text } from '@mantine/core';
import type { FeedEntry } from '@laurel/sdk';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Column, DataTable, EmptyState, PageHeader, Problem, Reconnecting } from '../../ui/index.js';
import { AppLink } from '../../ui/app-link.js';
import {
  decidedColumn,
  effectsColumn,
  eventColumn,
  playerColumn,
  statusColumn,
  typeColumn,
} from '../../ui/event-columns.js';
import { figure } from '../../ui/figures.js';
import { type FeedSearch, feedSearchOf } from './feed-filter.js';
import { FeedFilters } from './feed-filters.js';
import { rowId } from './feed-rows.js';
import { type LiveFeed, useLiveFeed } from './use-live-feed.js';

const COLUMNS: readonly Column<FeedEntry>[] = [
  ...[decidedColumn, statusColumn, typeColumn],
  ...[playerColumn, eventColumn, effectsColumn],
];

/** Outcomes of events as they are decided. */
export function FeedPage() {
  const search = useSearch({ from: '/frame/feed' });
  const navigate = useNavigate();
  const feed = useLiveFeed(search);
  const change = (next: FeedSearch): void => {
    void navigate({ to: '/feed', search: feedSearchOf({ ...next }), replace: true });
  };
  return (
    <>
      <PageHeader
        title="Live feed"
        about="What becomes of events, as it is decided: up to 200 a second."
        actions={
          <>
            <Reconnecting state={feed.state} />
            <PauseButton feed={feed} />
          </>
        }
      />
      <FeedFilters search={search} onChange={change} />
      {feed.error && <Problem error={feed.error} />}
      <Text size="sm" c="dimmed" mb="xs" className="numeric">
        {statusOf(feed)}
      </Text>
      <DataTable
        label="Live feed"
        columns={COLUMNS}
        rows={feed.state === 'connecting' && feed.entries.length === 0 ? undefined : feed.entries}
        rowId={rowId}
        rowProps={({ status }) => ({ 'data-status': status })}
        height="calc(100dvh - 320px)"
        empty={<Silence isFiltered={Object.keys(search).length > 0} onAll={() => change({})} />}
      />
    </>
  );
}

const PauseButton = ({ feed: { isPaused, pause } }: { readonly feed: LiveFeed }) => (
  <Button
    variant="default"
    leftSection={isPaused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
    onClick={() => pause(!isPaused)}
  >
    {isPaused ? 'Go on' : 'Pause'}
  </Button>
);

function statusOf({ entries, held, skipped, isPaused }: LiveFeed): string {
  const shown = `${figure(entries.length)} shown`;
  const came = isPaused ? `, paused: ${figure(held.length)} came since` : '';
  return `${shown}${came}${skipped > 0 ? `, ${figure(skipped)} not sent for the sample or the rate` : ''}`;
}

const Silence = ({ isFiltered, onAll }: { readonly isFiltered: boolean; readonly onAll: () => void }) => (
  <EmptyState
    title={isFiltered ? 'Nothing of the kind happens' : 'Nothing happens'}
    action={
      <Group>
        {isFiltered && (
          <Button variant="default" onClick={onAll}>
            Show everything
          </Button>
        )}
        <Button variant="default" renderRoot={(props) => <AppLink href="/events" {...props} />}>
          Search earlier events
        </Button>
      </Group>
    }
  >
    Outcomes appear here the moment they are decided. What happened before you came is under Events.
  </EmptyState>
);
