import { Badge, Group, Stack, Switch, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Author } from '../../../app/author.js';
import { AnchorLink, ButtonLink, type Column, DataTable, EmptyState, PageHeader, Time } from '../../../ui/index.js';
import { type ReleaseSummary, useReleases } from '../program.queries.js';
import { ProgramTabs } from '../program-tabs.js';

/** Who published what, and when. */
export function ReleasesPage() {
  const [archived, setArchived] = useState(false);
  const releases = useReleases(archived);
  const navigate = useNavigate();
  const { rows } = releases;
  const latest = releases.first?.entries[0]?.release;
  const columns = useMemo(() => columnsOf(latest), [latest]);
  return (
    <>
      <PageHeader
        title="Releases"
        about="What was published, newest first. Each decided the events of its time."
        actions={
          latest !== undefined &&
          latest > 1 && (
            <ButtonLink to="/program/compare" search={{ from: latest - 1, to: latest }} variant="default">
              Compare
            </ButtonLink>
          )
        }
      />
      <ProgramTabs active="/program/releases" />
      <Stack>
        <Switch
          label="Archived ones too"
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
        <DataTable
          label="Releases"
          rows={rows}
          columns={columns}
          rowId={({ release }) => String(release)}
          onRowClick={({ release }) =>
            void navigate({ to: '/program/releases/$release', params: { release: String(release) } })
          }
          error={releases.error}
          onRetry={releases.onRetry}
          more={releases.more}
          empty={
            <EmptyState
              title="Nothing was published yet"
              action={<ButtonLink to="/program">Go to the draft</ButtonLink>}
            >
              Add what is to be counted and what follows from events, and publish that.
            </EmptyState>
          }
        />
      </Stack>
    </>
  );
}

const columnsOf = (latest: number | undefined): readonly Column<ReleaseSummary>[] => [
  {
    id: 'release',
    header: 'Release',
    cell: ({ release, archivedAt }) => (
      <Group gap="xs" wrap="nowrap">
        <AnchorLink to="/program/releases/$release" params={{ release: String(release) }} size="sm">
          {release}
        </AnchorLink>
        {release === latest && (
          <Badge color="green" variant="light">
            in force
          </Badge>
        )}
        {archivedAt !== null && (
          <Badge color="gray" variant="light">
            archived
          </Badge>
        )}
      </Group>
    ),
  },
  {
    id: 'note',
    header: 'Note',
    cell: ({ note }) => (
      <Text size="sm" truncate maw={480} title={note}>
        {note || '–'}
      </Text>
    ),
  },
  { id: 'published', header: 'Published', cell: ({ publishedAt }) => <Time at={publishedAt} /> },
  { id: 'author', header: 'By', cell: ({ author }) => <Author id={author} /> },
];
