import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Author } from '../../../app/author.js';
import { usePermission } from '../../../app/session.queries.js';
import { ConfirmByName, Problem, Time } from '../../../ui/index.js';
import type { Program } from '../program.js';
import { type Draft, releaseQuery, useDiscardDraft, usePutDraft } from '../program.queries.js';
import { rebased } from '../rebase.js';

/** What the draft is: as what is in force, edited, or overtaken by a release that others published. */
export function DraftState({ draft }: { readonly draft: Draft }) {
  if (draft.updatedAt === null) {
    return (
      <Text c="dimmed" size="sm">
        {draft.latest === 0
          ? 'Nothing was published yet. What you add below is a draft until you publish it.'
          : `As release ${draft.latest}, which is in force. What you change below is a draft until you publish it.`}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" component="div">
        Draft begun from {draft.base === 0 ? 'nothing' : `release ${draft.base}`}, edited <Time at={draft.updatedAt} />
        {draft.updatedBy !== null && (
          <>
            {' by '}
            <Author id={draft.updatedBy} />
          </>
        )}
        . It decides nothing until it is published.
      </Text>
      {draft.base !== draft.latest && <Overtaken draft={draft} />}
    </Stack>
  );
}

/** Publishing would undo what others published: the draft's own changes can be made to that instead. */
function Overtaken({ draft }: { readonly draft: Draft }) {
  const mayWrite = usePermission('releases:write');
  const base = useQuery({ ...releaseQuery(draft.base), enabled: draft.base > 0 });
  const latest = useQuery(releaseQuery(draft.latest));
  const put = usePutDraft();
  const [contested, setContested] = useState<readonly string[]>([]);
  const isReady = latest.data !== undefined && (draft.base === 0 || base.data !== undefined);
  const bring = () => {
    const result = rebased(programOf(base.data), draft.program, programOf(latest.data));
    setContested(result.contested);
    put.mutate({ program: result.program, revision: draft.revision });
  };
  return (
    <Alert color="yellow" title={`Release ${draft.latest} was published since this draft was begun`}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          Publishing the draft as it is would undo that release, so it is refused. Bring your changes onto release{' '}
          {draft.latest}, look at the difference once more, and publish then. Where both changed the same thing, yours
          stands.
        </Text>
        {contested.length > 0 && (
          <List size="sm">
            {contested.map((name) => (
              <List.Item key={name}>{`${name} was changed by both: yours stands`}</List.Item>
            ))}
          </List>
        )}
        {put.error && <Problem error={put.error} />}
        {mayWrite && (
          <Button size="xs" onClick={bring} disabled={!isReady} loading={put.isPending}>
            {`Bring my changes onto release ${draft.latest}`}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

const programOf = (release: { readonly program: object } | undefined): Program => (release?.program ?? {}) as Program;

/** Takes back all that was edited, for whoever types the word. */
export function DiscardDraft({ draft }: { readonly draft: Draft }) {
  const [opened, setOpened] = useState(false);
  const discard = useDiscardDraft();
  return (
    <Group>
      <Button variant="default" color="red" onClick={() => setOpened(true)}>
        Discard
      </Button>
      <ConfirmByName
        opened={opened}
        onClose={() => setOpened(false)}
        title="Discard the draft"
        name="draft"
        action="Discard the draft"
        pending={discard.isPending}
        error={discard.error}
        onConfirm={() => discard.mutate(draft.revision, { onSuccess: () => setOpened(false) })}
      >
        Everything that was edited since release {draft.base} is gone, also what others edited. What is in force stays
        as it is.
      </ConfirmByName>
    </Group>
  );
}
