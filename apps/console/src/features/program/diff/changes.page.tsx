import { Alert, Code, List, Stack } from '@mantine/core';
import { usePermission } from '../../../app/session.queries.js';
import { ButtonLink, EmptyState, PageHeader } from '../../../ui/index.js';
import { Loaded } from '../../../ui/loaded.js';
import { DiscardDraft, DraftState } from '../draft/draft-state.js';
import { type Diff, type Draft, type Validation, useDraft, useDraftDiff, useValidation } from '../program.queries.js';
import { ProgramTabs } from '../program-tabs.js';
import { Publish } from '../releases/publish.js';
import { DiffView } from './diff-view.js';
import { problemTarget } from './problem-target.js';

/** What publishing the draft would change, and the button that does. */
export function ChangesPage() {
  const draft = useDraft();
  const diff = useDraftDiff();
  const validation = useValidation(undefined, draft.data?.revision);
  const mayWrite = usePermission('releases:write');
  const isEdited = draft.data !== undefined && draft.data.updatedAt !== null;
  return (
    <>
      <PageHeader
        title="Changes"
        about="The draft beside what is in force."
        actions={
          isEdited &&
          mayWrite &&
          diff.data && (
            <>
              <DiscardDraft draft={draft.data} />
              <ButtonLink to="/program/dry-run" variant="default">
                Try on events
              </ButtonLink>
              <Publish
                draft={draft.data}
                diff={diff.data}
                refusal={refusalOf(draft.data, diff.data, validation.data)}
              />
            </>
          )
        }
      />
      <ProgramTabs active="/program/changes" />
      <Loaded query={draft}>
        {(data) =>
          data.updatedAt === null ? (
            <EmptyState title="Nothing is edited" action={<ButtonLink to="/program">Go to the draft</ButtonLink>}>
              Change something in the draft; what that makes of the program is shown here before it is published.
            </EmptyState>
          ) : (
            <Stack>
              <DraftState draft={data} />
              {validation.data && <Problems validation={validation.data} draft={data} />}
              <Loaded query={diff}>{(difference) => <Difference diff={difference} />}</Loaded>
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function refusalOf(draft: Draft, diff: Diff, validation: Validation | undefined): string | undefined {
  if (draft.base !== draft.latest)
    return 'Others published since the draft was begun: bring your changes onto that first.';
  if (validation && !validation.valid) return 'Correct what is wrong first.';
  return diff.kinds.length === 0 ? 'It says the same as what is in force.' : undefined;
}

const Difference = ({ diff }: { readonly diff: Diff }) => (
  <DiffView
    diff={diff}
    beforeLabel={diff.from === 0 ? 'Before' : `Release ${diff.from}`}
    afterLabel="Draft"
    same="The draft says the same as what is in force."
  />
);

/** What keeps the draft from being published, each with the way to where it is. */
function Problems({ validation: { problems }, draft }: { readonly validation: Validation; readonly draft: Draft }) {
  if (problems.length === 0) return null;
  return (
    <Alert color="red" title={problems.length === 1 ? 'One problem' : `${problems.length} problems`}>
      <List size="sm" spacing={4}>
        {problems.map(({ path, message }) => {
          const target = problemTarget(draft.program, path);
          return (
            <List.Item key={`${path} ${message}`}>
              {target ? (
                <ButtonLink
                  to="/program/$kind/$key"
                  params={{ kind: target.kind.path, key: target.key }}
                  size="compact-xs"
                  variant="subtle"
                >
                  {`${target.kind.singular} ${target.key}`}
                </ButtonLink>
              ) : null}{' '}
              <Code>{target?.rest ?? path}</Code> {message}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}
