import { Alert, Badge, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { usePermission } from '../../../app/session.queries.js';
import { AnchorLink, ButtonLink, PageHeader } from '../../../ui/index.js';
import { Loaded } from '../../../ui/loaded.js';
import { KINDS, type Kind } from '../kinds.js';
import { resourcesOf } from '../program.js';
import { type Diff, type Draft, useDraft, useDraftDiff, useValidation } from '../program.queries.js';
import { ProgramTabs } from '../program-tabs.js';
import { DiscardDraft, DraftState } from './draft-state.js';

/** What the next release is to be, kind by kind. */
export function DraftPage() {
  const draft = useDraft();
  const mayWrite = usePermission('releases:write');
  const isEdited = draft.data !== undefined && draft.data.updatedAt !== null;
  return (
    <>
      <PageHeader
        title="Program"
        about="Everything that decides what events lead to. It changes as a whole, by numbered releases."
        actions={
          <>
            {isEdited && mayWrite && <DiscardDraft draft={draft.data} />}
            {isEdited && <ButtonLink to="/program/changes">Look at changes</ButtonLink>}
          </>
        }
      />
      <ProgramTabs active="/program" />
      <Loaded query={draft}>{(data) => <DraftContent draft={data} />}</Loaded>
    </>
  );
}

function DraftContent({ draft }: { readonly draft: Draft }) {
  const diff = useDraftDiff();
  const validation = useValidation(undefined, draft.revision);
  const problems = validation.data?.problems.length ?? 0;
  return (
    <Stack>
      <DraftState draft={draft} />
      {problems > 0 && (
        <Alert color="red" title={problems === 1 ? 'The draft has a problem' : `The draft has ${problems} problems`}>
          It can not be published yet.{' '}
          <AnchorLink to="/program/changes" size="sm">
            See what is wrong
          </AnchorLink>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {KINDS.map((kind) => (
          <KindCard
            key={kind.path}
            kind={kind}
            count={resourcesOf(draft.program, kind).length}
            changes={changesOf(diff.data, kind)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function changesOf(diff: Diff | undefined, { path }: Kind): number {
  const of = diff?.kinds.find(({ kind }) => kind === path);
  return of ? of.added.length + of.removed.length + of.changed.length : 0;
}

interface KindCardProps {
  readonly kind: Kind;
  readonly count: number;
  readonly changes: number;
}

const KindCard = ({ kind, count, changes }: KindCardProps) => (
  <Card withBorder padding="md">
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <AnchorLink to="/program/$kind" params={{ kind: kind.path }} fw={600}>
        {kind.plural}
      </AnchorLink>
      <Group gap="xs" wrap="nowrap">
        {changes > 0 && (
          <Badge variant="light" color="yellow">
            {changes} changed
          </Badge>
        )}
        <Text className="numeric" fw={600} aria-label={`${count} ${kind.plural.toLowerCase()}`}>
          {count}
        </Text>
      </Group>
    </Group>
    <Text size="sm" c="dimmed">
      {kind.about}
    </Text>
  </Card>
);
