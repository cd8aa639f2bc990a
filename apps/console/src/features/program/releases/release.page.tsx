import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Author } from '../../../app/author.js';
import { usePermission } from '../../../app/session.queries.js';
import { ButtonLink, PageHeader, Time } from '../../../ui/index.js';
import type { Json } from '../../../ui/schema-form/index.js';
import { Loaded } from '../../../ui/loaded.js';
import { DiffView } from '../diff/diff-view.js';
import { SourceEditor } from '../editor/source-editor.js';
import { type Release, releaseQuery, useArchive, useDraft, useReleaseDiff } from '../program.queries.js';
import { ProgramTabs } from '../program-tabs.js';
import { BackfillProgress } from './backfill-progress.js';
import { Promote } from './promote.js';
import { RollBack } from './roll-back.js';

const route = getRouteApi('/frame/program/releases/$release');

/** One release: what it changed, what it says, and what can be done with it. */
export function ReleasePage() {
  const { release } = route.useParams();
  const query = useQuery(releaseQuery(Number(release)));
  return <Loaded query={query}>{(data) => <ReleaseContent key={data.release} release={data} />}</Loaded>;
}

function ReleaseContent({ release }: { readonly release: Release }) {
  const latest = useDraft().data?.latest;
  const previous = useReleaseDiff(release.release - 1, release.release);
  const isInForce = latest === release.release;
  return (
    <>
      <PageHeader
        title={
          <Group gap="xs">
            {`Release ${release.release}`}
            {isInForce && (
              <Badge color="green" variant="light">
                in force
              </Badge>
            )}
            {release.archivedAt !== null && (
              <Badge color="gray" variant="light">
                archived
              </Badge>
            )}
          </Group>
        }
        windowTitle={`Release ${release.release}`}
        about={release.note || 'Published without a note.'}
        actions={<Actions release={release} latest={latest} />}
      />
      <ProgramTabs active="/program/releases" />
      <Stack>
        <Group gap="xs">
          <Text size="sm">
            Published <Time at={release.publishedAt} as="instant" /> by <Author id={release.author} />
          </Text>
        </Group>
        {release.announcedAt === null && (
          <Text size="sm" role="status">
            It is published, and not yet in force everywhere: the event log could not be reached. That is made up for.
          </Text>
        )}
        {release.backfill && <BackfillProgress release={release.release} />}
        {release.release > 1 ? (
          <Loaded query={previous}>
            {(diff) => (
              <DiffView
                diff={diff}
                beforeLabel={`Release ${release.release - 1}`}
                afterLabel={`Release ${release.release}`}
                same="It says the same as the release before."
              />
            )}
          </Loaded>
        ) : (
          <Text c="dimmed" size="sm">
            The first release: everything in it was new.
          </Text>
        )}
        <SourceEditor
          label={`Source of release ${release.release}`}
          value={release.program as Json}
          onChange={() => undefined}
          readOnly
        />
      </Stack>
    </>
  );
}

interface ActionsProps {
  readonly release: Release;
  readonly latest: number | undefined;
}

function Actions({ release, latest }: ActionsProps) {
  const [mayWrite, mayPromote] = [usePermission('releases:write'), usePermission('releases:promote')];
  const archive = useArchive();
  const isOld = latest !== undefined && release.release < latest;
  const isArchived = release.archivedAt !== null;
  return (
    <>
      {isOld && (
        <ButtonLink to="/program/compare" search={{ from: release.release, to: latest }} variant="default">
          Compare with what is in force
        </ButtonLink>
      )}
      {isOld && mayWrite && (
        <Button
          variant="default"
          loading={archive.isPending}
          onClick={() => archive.mutate({ release: release.release, archive: !isArchived })}
        >
          {isArchived ? 'Bring back to the list' : 'Archive'}
        </Button>
      )}
      {isOld && mayWrite && <RollBack release={release.release} latest={latest} />}
      {mayPromote && <Promote release={release.release} />}
    </>
  );
}
